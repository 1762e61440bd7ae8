"""Linear gradients: axial shadings, and soft masks for stops that are not opaque."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from brochure.pdf.objects import Dictionary, add, deflated
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.color import Color
    from brochure.pdf.colorants import Colorants
    from brochure.pdf.engine import PDFDocument
    from brochure.shape import LinearGradient

_Parts = tuple[float, ...]


@lru_cache(maxsize=256)
def axial(gradient: LinearGradient, colorants: Colorants) -> tuple[str, str]:
    """Return the colors of `gradient` as an axial shading (ISO 32000-1, 8.7.4.5.3), and its name.

    The name comes from the content, so that it is the same wherever the shading is used.
    """
    shading = _shading(gradient, colorants.space, colorants.full)
    return f"S{sha256(shading.encode()).hexdigest()[:12]}", shading


def mask(gradient: LinearGradient, bounds: tuple[float, float, float, float]) -> SoftMask:
    """Return the opacity of `gradient` as a mask over `bounds` (left, top, right, bottom)."""
    shading = _shading(gradient, "/DeviceGray", lambda color: (color.alpha,))
    return SoftMask(shading, bounds)


class SoftMask(msgspec.Struct, frozen=True):
    """A shading in gray whose brightness is a mask over `bounds`."""

    shading: str
    bounds: tuple[float, float, float, float]

    @property
    def name(self) -> str:
        """What it is called in a page's resources, after its content."""
        return f"M{sha256(repr(self).encode()).hexdigest()[:12]}"

    def state(self, document: PDFDocument) -> str:
        """Return the graphics state that masks by it.

        The opacities are painted as grays in a group whose luminosity is the mask (11.5.3).
        """
        form = deflated(
            b"/S sh",
            Type="/XObject",
            Subtype="/Form",
            BBox=f"[{' '.join(map(number, self.bounds))}]",
            Group="<</S/Transparency/CS/DeviceGray/I true>>",
            Resources=Dictionary({"Shading": Dictionary({"S": self.shading})}),
        )
        group = add(document, form)
        return f"<</SMask<</S/Luminosity/G {group}>>>>"


def _shading(gradient: LinearGradient, space: str, parts: Callable[[Color], _Parts]) -> str:
    ends = " ".join(map(number, (*gradient.start, *gradient.end)))
    ramp = _ramp([(offset, parts(color)) for offset, color in gradient.stops])
    return f"<</ShadingType 2/ColorSpace{space}/Coords[{ends}]/Extend[true true]/Function {ramp}>>"


def _ramp(stops: list[tuple[float, _Parts]]) -> str:
    """Return a function from 0..1 to the parts of `stops`: one interpolation, or several stitched.

    Two stops at one offset make a hard edge: the empty step between them is left out, for the
    bounds of a stitching function must increase (7.10.4).
    """
    padded = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    steps = [(a, b) for a, b in pairwise(padded) if b[0] > a[0]]
    ramps = [
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_row(low)}]/C1[{_row(high)}]>>"
        for (_, low), (_, high) in steps
    ]
    if len(ramps) == 1:
        return ramps[0]
    limits = " ".join(number(offset, 5) for _, (offset, _) in steps[:-1])
    encode = " ".join(["0 1"] * len(steps))
    return (
        f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(ramps)}]"
        f"/Bounds[{limits}]/Encode[{encode}]>>"
    )


def _row(parts: _Parts) -> str:
    return " ".join(number(part, 4) for part in parts)
