"""A ruler on the dummy: whether the printer scaled the page is seen by measuring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.color import BLACK
from brochure.frame import Group
from brochure.geometry import INCH, MM, Matrix, Point
from brochure.proof.units import POINTS
from brochure.shape import Shape, Stroke

if TYPE_CHECKING:
    from brochure.frame import Item
    from brochure.geometry import Size
    from brochure.proof.lettering import Lettering
    from brochure.proof.units import Unit
    from brochure.shape import Segment

DEPTH = 32.0
"""How much a ruler needs from the edge of what can be printed, in points."""

_LENGTHS: dict[Unit, tuple[int, ...]] = {"in": (6, 5, 4, 3, 2, 1), "mm": (150, 100, 50, 30)}
_STEPS: dict[Unit, tuple[float, int, int]] = {  # the least step; steps in a middle and a long one
    "in": (INCH / 8, 4, 8),
    "mm": (MM, 5, 10),
}
_TICKS = (4.0, 7.0, 11.0)  # pt: a least, a middle and a long one
_LINE = Stroke(BLACK, 0.5)
_FIGURES, _WORDS = 7.0, 9.0  # pt


def ruler(sheet: Size, unit: Unit, edge: float, lettering: Lettering) -> Item:
    """Return a ruler along the longer edge of `sheet`, below or at the left, `edge` from it.

    It is 6 in or 150 mm long; on a sheet that has no room for that, the longest that fits.
    """
    lies = sheet.width >= sheet.height
    along, across = (sheet.width, sheet.height) if lies else (sheet.height, sheet.width)
    room = (along - 2 * edge) / POINTS[unit]
    units = next((length for length in _LENGTHS[unit] if length <= room), _LENGTHS[unit][-1])
    length = units * POINTS[unit]
    moved = Matrix.shift((along - length) / 2, across - edge - _LINE.width)
    matrix = moved if lies else moved.then(Matrix(0, 1, -1, 0, across, 0))
    return Group(_drawn(length, unit, lettering, units), matrix)


def _drawn(length: float, unit: Unit, lettering: Lettering, units: int) -> tuple[Item, ...]:
    """Return a ruler with its left end at (0, 0), its ticks and words above its line."""
    step, middle, long = _STEPS[unit]
    path: list[Segment] = [("M", 0.0, 0.0), ("L", length, 0.0)]
    items: list[Item] = []
    for at in range(round(length / step) + 1):
        x = at * step
        tick = _TICKS[(at % middle == 0) + (at % long == 0)]
        path += [("M", x, 0.0), ("L", x, -tick)]
        if at % long == 0:
            figure = f"{round(x / POINTS[unit])}"
            above = Point(x, -tick - 2)
            items.append(lettering.centered(figure, above, _FIGURES))
    words = f"Measure this: it must be exactly {units} {unit}."
    middle_of_words = Point(length / 2, -_TICKS[-1] - _FIGURES - 5)
    items.append(lettering.centered(words, middle_of_words, _WORDS, bold=True))
    return (Shape(tuple(path), stroke=_LINE), *items)
