"""Printer's marks: where to cut, and where to fold (domain notes §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.color import REGISTRATION
from brochure.frame import Element, Group, Role
from brochure.geometry import MM, Point
from brochure.shape import Shape, Stroke, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.frame import Item
    from brochure.geometry import Rect
    from brochure.shape import Path

_LENGTH = 6 * MM
_CLEAR = 1 * MM  # from the bleed box, so that a coarse device's wider line stays outside it, too
_EDGE = 2 * MM  # from a mark's end to the page's edge

_CUT = Stroke(REGISTRATION, 0.25)  # pt: a hairline; thinner lines may break (domain notes §2)
_FOLD = Stroke(REGISTRATION, 0.25, dash=(4.0, 2.5))  # 6 mm are three dashes and two gaps

ROOM = _CLEAR + _LENGTH + _EDGE
"""What marks need outside the bleed box, in points."""


def marks(
    trim: Rect, bleed: Rect, folds: tuple[float, ...], cross_folds: tuple[float, ...] = ()
) -> Item:
    """Return crop marks at the corners of `trim` and ticks at the folds, all outside `bleed`.

    Registration color puts them on every plate, so that they also show whether plates lie true.
    """
    cuts = [path for x in (trim.x, trim.right) for path in _above_and_below(x, bleed)]
    cuts += [path for y in (trim.y, trim.bottom) for path in _left_and_right(y, bleed)]
    ticks = [path for x in folds for path in _above_and_below(x, bleed)]
    ticks += [path for y in cross_folds for path in _left_and_right(y, bleed)]
    shapes = [Shape(path, stroke=_CUT) for path in cuts]
    shapes += [Shape(path, stroke=_FOLD) for path in ticks]
    return Group(tuple(shapes), element=Element(Role.ARTIFACT))


def _above_and_below(x: float, bleed: Rect) -> Iterator[Path]:
    for near, away in ((bleed.y - _CLEAR, -_LENGTH), (bleed.bottom + _CLEAR, _LENGTH)):
        yield line(Point(x, near), Point(x, near + away))


def _left_and_right(y: float, bleed: Rect) -> Iterator[Path]:
    for near, away in ((bleed.x - _CLEAR, -_LENGTH), (bleed.right + _CLEAR, _LENGTH)):
        yield line(Point(near, y), Point(near + away, y))
