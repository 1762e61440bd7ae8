"""Reads what a PDF paints, operator by operator and into every form, with pikepdf alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    Matrix = tuple[float, float, float, float, float, float]

_SPACES = {
    *("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/CalGray", "/CalRGB", "/Lab"),
    *("/ICCBased", "/Indexed", "/Pattern", "/Separation", "/DeviceN"),
}
_FILLS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_STROKES = {"G": "/DeviceGray", "RG": "/DeviceRGB", "K": "/DeviceCMYK"}


class Ink(NamedTuple):
    """A color space and the components in it."""

    space: str
    parts: tuple[float, ...]


class State(NamedTuple):
    """What of the graphics state the checks ask for."""

    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    fill: Ink = Ink("/DeviceGray", (0,))
    stroke: Ink = Ink("/DeviceGray", (0,))
    width: float = 1
    dash: tuple[float, ...] = ()
    overprint: bool = False
    size: float = 0

    @property
    def scale(self) -> float:
        """How many points of the page a unit is."""
        a, b, c, d, *_ = self.matrix
        return math.sqrt(abs(a * d - b * c))


class Mark(NamedTuple):
    """One thing that is painted: `what` is text, fill, stroke, image or shading.

    `points` are those of a path, on the page; `made_of` is an image or a shading.
    """

    what: str
    state: State
    points: tuple[tuple[float, float], ...] = ()
    made_of: Any = None


def marks(page: Any) -> list[Mark]:
    """Return all that `page` paints, in order."""
    return list(_walk(page, page.Resources, State()))


def spaces(pdf: pikepdf.Pdf) -> set[str]:
    """Return the names of all color spaces in the file, used or not."""
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, (Array, Dictionary, Stream)):
            entries = value if isinstance(value, Array) else dict(value.items()).values()
            for entry in entries:
                if isinstance(entry, Name):
                    found.update({str(entry)} & _SPACES)
                elif not getattr(entry, "is_indirect", False):
                    look(entry)

    for item in pdf.objects:
        look(item)
    for page in pdf.pages:
        for mark in marks(page):
            found |= {mark.state.fill.space, mark.state.stroke.space}
    return found


def _walk(content: Any, resources: Any, state: State) -> Iterator[Mark]:  # noqa: C901, PLR0912, PLR0915 - one line or two an operator
    stack: list[State] = []
    path: list[tuple[float, float]] = []
    spaces = {"cs": "/DeviceGray", "CS": "/DeviceGray"}
    for operands, operator in pikepdf.parse_content_stream(content):
        name = str(operator)
        numbers = [float(x) for x in operands if isinstance(x, (int, float)) or _is_real(x)]
        if name == "q":
            stack.append(state)
        elif name == "Q":
            state = stack.pop()
        elif name == "cm":
            state = state._replace(matrix=_then(tuple(numbers), state.matrix))
        elif name in _FILLS:
            state = state._replace(fill=Ink(_FILLS[name], tuple(numbers)))
        elif name in _STROKES:
            state = state._replace(stroke=Ink(_STROKES[name], tuple(numbers)))
        elif name in {"cs", "CS"}:
            space = resources.ColorSpace[str(operands[0])]
            spaces[name] = " ".join(str(part) for part in list(space)[:2])
        elif name == "scn":
            state = state._replace(fill=Ink(spaces["cs"], tuple(numbers)))
        elif name == "SCN":
            state = state._replace(stroke=Ink(spaces["CS"], tuple(numbers)))
        elif name == "w":
            state = state._replace(width=numbers[0])
        elif name == "d":
            state = state._replace(dash=tuple(float(x) for x in operands[0]))
        elif name == "gs":
            over = resources.ExtGState[str(operands[0])].get("/op")
            state = state if over is None else state._replace(overprint=bool(over))
        elif name in {"m", "l", "c"}:
            path.append(_at(state.matrix, *numbers[-2:]))
        elif name == "re":
            x, y, width, height = numbers
            path += [_at(state.matrix, x, y), _at(state.matrix, x + width, y + height)]
        elif name in {"f", "f*", "B", "B*", "S"}:
            if name != "S":
                yield Mark("fill", state, tuple(path))
            if name in {"B", "B*", "S"}:
                yield Mark("stroke", state, tuple(path))
            path.clear()
        elif name == "n":
            path.clear()
        elif name == "Tf":
            state = state._replace(size=numbers[-1])
        elif name in {"Tj", "TJ"}:
            yield Mark("text", state)
        elif name == "sh":
            yield Mark("shading", state, made_of=resources.Shading[str(operands[0])])
        elif name == "Do":
            made_of = resources.XObject[str(operands[0])]
            if made_of.Subtype == Name.Form:
                yield from _walk(made_of, made_of.Resources, state)
            else:
                yield Mark("image", state, made_of=made_of)
        else:
            assert name in _PLAIN, f"a reader must know {name}"


_PLAIN = {"W", "W*", "h", "BT", "ET", "Tm", "Td", "J", "j", "M", "BDC", "BMC", "EMC", "Tc", "Tw"}


def _is_real(value: Any) -> bool:
    return type(value).__name__ == "Decimal"


def _then(inner: Any, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        *(a * oa + b * oc, a * ob + b * od),
        *(c * oa + d * oc, c * ob + d * od),
        *(e * oa + f * oc + oe, e * ob + f * od + of),
    )


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
