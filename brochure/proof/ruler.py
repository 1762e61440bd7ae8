"""A ruler on the dummy: whether the printer scaled the page is seen by measuring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.color import BLACK
from brochure.frame import Group
from brochure.geometry import INCH, MM, Matrix, Point
from brochure.shape import Shape, Stroke

if TYPE_CHECKING:
    from brochure.folds import Paper
    from brochure.frame import Item
    from brochure.proof.lettering import Lettering
    from brochure.shape import Segment

DEPTH = 32.0
"""How much a ruler needs from the edge of what can be printed, in points."""

_UNITS = {"in": INCH, "mm": MM}
_LENGTHS = {"in": (6, 5, 4, 3, 2, 1), "mm": (150, 100, 50, 30)}
_STEPS = {"in": (INCH / 8, 4, 8), "mm": (MM, 5, 10)}  # the least; how many in a middle, a long one
_TICKS = (4.0, 7.0, 11.0)  # pt: a least, a middle and a long one
_LINE = Stroke(BLACK, 0.5)
_FIGURES, _WORDS = 7.0, 9.0  # pt


def ruler(paper: Paper, edge: float, lettering: Lettering, *, lies: bool) -> Item:
    """Return a ruler `edge` away from the foot of the sheet if it `lies`, else from its left.

    It is 6 in or 150 mm long; on a sheet that has no room for that, the longest that fits.
    """
    unit = _UNITS[paper.unit]
    along, across = paper.size if lies else paper.size[::-1]
    lengths = _LENGTHS[paper.unit]
    units = next((n for n in lengths if n * unit <= along - 2 * edge), lengths[-1])
    moved = Matrix.shift((along - units * unit) / 2, across - edge - _LINE.width)
    matrix = moved if lies else moved.then(Matrix(0, 1, -1, 0, across, 0))
    return Group(_drawn(units, paper, lettering), matrix)


def _drawn(units: int, paper: Paper, lettering: Lettering) -> tuple[Item, ...]:
    """Return a ruler with its left end at (0, 0), its ticks and words above its line."""
    unit = _UNITS[paper.unit]
    length = units * unit
    step, middle, long = _STEPS[paper.unit]
    path: list[Segment] = [("M", 0.0, 0.0), ("L", length, 0.0)]
    items: list[Item] = []
    for at in range(round(length / step) + 1):
        x = at * step
        tick = _TICKS[(at % middle == 0) + (at % long == 0)]
        path += [("M", x, 0.0), ("L", x, -tick)]
        if at % long == 0:
            above = Point(x, -tick - 2)
            items.append(lettering.centered(str(round(x / unit)), above, _FIGURES))
    words = f"Measure this: it must be exactly {units} {paper.unit}."
    place = Point(length / 2, -_TICKS[-1] - _FIGURES - 5)
    items.append(lettering.centered(words, place, _WORDS, bold=True))
    return (Shape(tuple(path), stroke=_LINE), *items)
