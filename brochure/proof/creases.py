"""Fold lines on a dummy: a valley is dashed, a mountain dash-dotted, as paper folders draw them.

What is a valley on one side of the sheet is a mountain on the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.color import BLACK
from brochure.frame import Group
from brochure.geometry import UNMOVED, Matrix, Point
from brochure.shape import Shape, Stroke, line

if TYPE_CHECKING:
    from brochure.folds.folding import FoldLine
    from brochure.frame import Item
    from brochure.geometry import Rect
    from brochure.proof.lettering import Lettering
    from brochure.shape import Path

VALLEY = Stroke(BLACK, 0.75, dash=(7.0, 4.0))
MOUNTAIN = Stroke(BLACK, 0.75, dash=(11.0, 3.5, 1.5, 3.5))
UNTOLD = Stroke(BLACK, 0.75, dash=(1.0, 3.0))
"""For a fold of which the catalogue does not say how it is made."""

_LABEL, _OFF = 8.0, 4.0  # pt: a label's size, and its distance from the line
_LABEL_AT, _ARROW_AT = 0.5, 0.9  # shares of the line
_TURNED_LEFT = Matrix(0, -1, 1, 0)

# An arrow over a line that runs down through (0, 0), from what moves, at the right, to the left.
_ARC: Path = (("M", 18.0, 0.0), ("C", 10.0, -14.0, -8.0, -14.0, -15.5, -3.0))
_HEAD: Path = (("M", -18.0, 1.5), ("L", -17.0, -7.5), ("L", -11.0, -3.0), ("Z",))


def on_outside(fold: FoldLine, width: float) -> FoldLine:
    """Return `fold`, which the inside shows, as the outside of a sheet `width` points wide does."""
    start, end = sorted(Point(width - point.x, point.y) for point in (fold.start, fold.end))
    after = fold.after != _runs_down(fold)
    return replace(fold, start=start, end=end, valley=not fold.valley, after=after)


def crease(fold: FoldLine, printable: Rect, lettering: Lettering) -> tuple[Item, ...]:
    """Return the line of `fold` within `printable`, what it is, and which way the paper goes."""
    words = f"fold {fold.step}, {'valley' if fold.valley else 'mountain'}"
    label = lettering.centered(words, Point(0, -_OFF), _LABEL)
    lies = _TURNED_LEFT if _runs_down(fold) else UNMOVED
    items: list[Item] = [
        Shape(within(fold.start, fold.end, printable), stroke=VALLEY if fold.valley else MOUNTAIN),
        Group((label,), lies.then(Matrix.shift(*_along(fold, _LABEL_AT)))),
    ]
    if fold.valley and not fold.buried:  # it comes toward whoever looks at this side
        to_left = 1 if fold.after else -1
        lies = Matrix.scale(to_left, 1) if _runs_down(fold) else Matrix(0, to_left, 1, 0)
        arrow = (Shape(_ARC, stroke=Stroke(BLACK, 1.0)), Shape(_HEAD, fill=BLACK))
        items.append(Group(arrow, lies.then(Matrix.shift(*_along(fold, _ARROW_AT)))))
    return tuple(items)


def within(start: Point, end: Point, printable: Rect) -> Path:
    """Return the line from `start` to `end` as far as it is `printable`."""
    first, last = (
        Point(
            min(max(point.x, printable.x), printable.right),
            min(max(point.y, printable.y), printable.bottom),
        )
        for point in (start, end)
    )
    return line(first, last)


def _runs_down(fold: FoldLine) -> bool:
    return fold.start.x == fold.end.x


def _along(fold: FoldLine, share: float) -> Point:
    (x1, y1), (x2, y2) = fold.start, fold.end
    return Point(x1 + share * (x2 - x1), y1 + share * (y2 - y1))
