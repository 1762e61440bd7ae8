"""How much room items take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Group, Image, Link, Text
from brochure.geometry import Point, Rect
from brochure.shape import Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.frame import Item


def extent(items: Iterable[Item]) -> Rect | None:
    """Return the rectangle round the pictures and shapes of `items`, None where there are none.

    Text counts by its baseline, a clip not at all.
    """
    corners = list(_corners(items))
    if not corners:
        return None
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    return Rect(left, top, right - left, bottom - top)


def _corners(items: Iterable[Item]) -> Iterator[Point]:
    for item in items:
        match item:
            case Image(rect=rect) | Link(rect=rect):
                yield from (Point(rect.x, rect.y), Point(rect.right, rect.bottom))
            case Text(origin=origin, run=run):
                yield from (origin, Point(origin.x + run.width, origin.y))
            case Shape(path=path):
                left, top, right, bottom = bounds(path)
                yield from (Point(left, top), Point(right, bottom))
            case Group():
                yield from map(item.matrix.apply, _corners(item.items))
