"""Colors → components of a device's color space, and the operators that set them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from brochure.inks import inks
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.color import Color
    from brochure.profiles import PrintingCondition

    Components = tuple[float, ...]

ALL = (
    "All",
    "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>]",
)
"""The name and the color space of registration color: a tint of every plate (8.6.6.4)."""

_FILL = {1: "g", 3: "rg", 4: "k"}  # ISO 32000-1, 8.6.8, by number of components
_STROKE = {1: "G", 3: "RG", 4: "K"}


class Colorants(msgspec.Struct, frozen=True):
    """How an edition names its colors: `components` gives one (gray), three or four of a color.

    `space` is the device color space of gradients and groups; pictures are separated for
    `condition`, or left in sRGB where there is none.
    """

    name: str
    components: Callable[[Color], Components]
    space: Literal["/DeviceRGB", "/DeviceCMYK"]
    condition: PrintingCondition | None = None

    def full(self, color: Color) -> Components:
        """Return the components of `color` in `space`, none of them left out."""
        if self.space == "/DeviceRGB":
            return (color.red, color.green, color.blue)
        return self.components(color)


def _office(color: Color) -> Components:
    """Return one component for a gray, so that K alone prints; else red, green and blue."""
    if color.red == color.green == color.blue:
        return (color.red,)
    return (color.red, color.green, color.blue)


RGB = Colorants("rgb", _office, "/DeviceRGB")


@cache
def press(condition: PrintingCondition) -> Colorants:
    """Return the inks of a printing condition, text in them within its limit."""

    def components(color: Color) -> Components:
        return inks(color, condition)

    return Colorants(f"cmyk {condition.key}", components, "/DeviceCMYK", condition)


def on_every_plate(colorants: Colorants, color: Color) -> bool:
    """Tell whether `color` is named as registration color: on a press, where there are plates."""
    return color.registration and colorants.condition is not None


@lru_cache(maxsize=512)
def fill(colorants: Colorants, color: Color) -> str:
    """Return the operator that fills in `color`."""
    if on_every_plate(colorants, color):
        return f"/{ALL[0]} cs 1 scn"
    return _operator(colorants.components(color), _FILL)


@lru_cache(maxsize=512)
def stroke(colorants: Colorants, color: Color) -> str:
    """Return the operator that strokes in `color`."""
    if on_every_plate(colorants, color):
        return f"/{ALL[0]} CS 1 SCN"
    return _operator(colorants.components(color), _STROKE)


def _operator(components: Components, operators: dict[int, str]) -> str:
    return " ".join((*map(number, components), operators[len(components)]))
