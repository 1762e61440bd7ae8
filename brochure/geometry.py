"""Points, sizes and rectangles: PostScript points (1/72 in), origin at the top left, y downward.

Authors' units are turned into points once, in `reading`; the axis is flipped once, in `pdf`.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

INCH = 72.0
MM = 72.0 / 25.4


class Point(NamedTuple):
    """A place on a frame, in points."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height, in points."""

    width: float
    height: float


class Edges(msgspec.Struct, frozen=True, gc=False):
    """A distance at each side of a rectangle, in points, inward where positive."""

    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def all(cls, distance: float) -> Edges:
        """Return the same `distance` at the four sides."""
        return cls(distance, distance, distance, distance)


class Rect(msgspec.Struct, frozen=True, gc=False):
    """A rectangle by its top-left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point halfway between the sides."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def size(self) -> Size:
        """The rectangle's width and height."""
        return Size(self.width, self.height)

    def inset(self, edges: Edges) -> Rect:
        """Return the rectangle moved in by `edges`; negative distances move it out."""
        return Rect(
            self.x + edges.left,
            self.y + edges.top,
            self.width - edges.left - edges.right,
            self.height - edges.top - edges.bottom,
        )

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle moved right by `dx` and down by `dy`."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def contains(self, other: Rect, tolerance: float = 0.01) -> bool:
        """Tell whether `other` lies within this rectangle, give or take `tolerance`."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


class Matrix(msgspec.Struct, frozen=True, gc=False):
    """An affine transform as PDF and SVG write it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Matrix) -> Matrix:
        """Return the transform that applies this one first and `outer` after it."""
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )

    def apply(self, point: Point) -> Point:
        """Return where `point` goes."""
        return Point(
            self.a * point.x + self.c * point.y + self.e,
            self.b * point.x + self.d * point.y + self.f,
        )

    def box(self, rect: Rect) -> Rect:
        """Return the upright rectangle around where `rect` goes."""
        corners = [
            self.apply(Point(x, y)) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
        ]
        x, y = min(corner.x for corner in corners), min(corner.y for corner in corners)
        right, bottom = max(corner.x for corner in corners), max(corner.y for corner in corners)
        return Rect(x, y, right - x, bottom - y)

    def inverse(self) -> Matrix:
        """Return the transform that undoes this one, which must not flatten everything."""
        size = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / size, -self.b / size, -self.c / size, self.a / size
        return Matrix(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    @classmethod
    def shift(cls, dx: float, dy: float) -> Matrix:
        """Return the transform that moves by `dx`, `dy`."""
        return cls(e=dx, f=dy)

    @classmethod
    def scale(cls, sx: float, sy: float | None = None) -> Matrix:
        """Return the transform that scales by `sx` across and `sy` (or `sx`) down."""
        return cls(a=sx, d=sx if sy is None else sy)


UNMOVED = Matrix()
"""The transform that leaves everything where it is."""
