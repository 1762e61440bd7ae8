"""Vector shapes: paths with a fill and a stroke, in points, y downward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
from msgspec.structs import astuple

if TYPE_CHECKING:
    from brochure.color import Color
    from brochure.geometry import Matrix, Point, Rect

Segment: TypeAlias = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move to, line to, cubic Bézier to (two controls, then the end), close."""

Path: TypeAlias = tuple[Segment, ...]


class LinearGradient(msgspec.Struct, frozen=True, gc=False):
    """A color ramp from `start` to `end`: stops are (offset 0 to 1, color), in order."""

    start: Point
    end: Point
    stops: tuple[tuple[float, Color], ...]


class Stroke(msgspec.Struct, frozen=True, gc=False):
    """A line along a path; `width` and `dash` in points."""

    color: Color
    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dash: tuple[float, ...] = ()


class Shape(msgspec.Struct, frozen=True, gc=False):
    """A path with what fills it and what lines it, optionally seen through `clip`."""

    path: Path
    fill: Color | LinearGradient | None = None
    stroke: Stroke | None = None
    even_odd: bool = False
    clip: Path | None = None


def rectangle(rect: Rect) -> Path:
    """Return the outline of `rect`."""
    return (
        ("M", rect.x, rect.y),
        ("L", rect.right, rect.y),
        ("L", rect.right, rect.bottom),
        ("L", rect.x, rect.bottom),
        ("Z",),
    )


_ARC = 0.5522847498  # control distance that makes a cubic Bézier follow a quarter circle, in radii


def ellipse(center: Point, rx: float, ry: float) -> Path:
    """Return an ellipse by its center and radii."""
    x, y = center
    kx, ky = rx * _ARC, ry * _ARC
    return (
        ("M", x + rx, y),
        ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry),
        ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y),
        ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry),
        ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ("Z",),
    )


def rounded_rectangle(rect: Rect, radius: float) -> Path:
    """Return the outline of `rect` with quarter-circle corners of `radius`."""
    r = min(radius, rect.width / 2, rect.height / 2)
    k = r * (1 - _ARC)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


def line(start: Point, end: Point) -> Path:
    """Return the straight path from `start` to `end`."""
    return (("M", start.x, start.y), ("L", end.x, end.y))


def transformed(path: Path, matrix: Matrix) -> Path:
    """Return `path` with every point sent through `matrix`."""
    a, b, c, d, e, f = astuple(matrix)
    moved: list[Segment] = []
    for segment in path:
        match segment:
            case ("M" | "L" as op, x, y):
                moved.append((op, a * x + c * y + e, b * x + d * y + f))
            case ("C", x1, y1, x2, y2, x, y):
                moved.append(
                    (
                        "C",
                        a * x1 + c * y1 + e,
                        b * x1 + d * y1 + f,
                        a * x2 + c * y2 + e,
                        b * x2 + d * y2 + f,
                        a * x + c * y + e,
                        b * x + d * y + f,
                    ),
                )
            case ("Z",):
                moved.append(segment)
    return tuple(moved)


def bounds(path: Path) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the points of `path`, control points included."""
    numbers = [number for segment in path for number in segment[1:]]
    xs, ys = numbers[::2], numbers[1::2]
    if not xs:
        return 0.0, 0.0, 0.0, 0.0
    return float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys))
