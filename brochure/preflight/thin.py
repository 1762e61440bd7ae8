"""How thick a filled outline is, where it is as long and thin as a line.

Drawing programs "expand" lines: what was stroked becomes a bar or a ring that is filled. Its
thickness is measured across it, from many points of its edge to the edge that is opposite; the
tenth of them that is thickest is left aside, since rays along it end far away. So a needle, which
ends in a point, counts as thick as at its foot.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from brochure.shape import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.shape import Path

Spot: TypeAlias = "tuple[float, float]"
Box: TypeAlias = "tuple[float, float, float, float]"

SLENDER = 20.0
"""How many times as long as it is thick a line is; an "l" of a light face is 14 times as high."""
_STEPS = 8  # straight pieces that stand for a curve
_SAMPLES = 64  # rays that are cast at least
_MOST_EDGES, _MOST_OUTLINES = 200, 200  # measured together: more would take over 0.1 s
_SHARE = 0.9  # of the rays, by the length of edge that each stands for


class Bar(NamedTuple):
    """A fill that is as thin and long as a line: both measures, and the box around it."""

    thickness: float
    length: float
    box: Box


def bars(path: Path, *, even_odd: bool) -> Iterator[Bar]:
    """Yield the parts of a filled `path` that are lines in all but name."""
    outlines = [spots for spots in _outlines(path) if len(spots) > 2]  # noqa: PLR2004 - an area
    for together in _nested(outlines):
        around = sum(map(_perimeter, together))
        area = _area(together, even_odd=even_odd)
        # A bar `n` times as long as it is thick has (2n + 2)^2 / n of this.
        if area <= 0 or around**2 < 4 * SLENDER * area:
            continue
        if sum(map(len, together)) > _MOST_EDGES:
            continue
        thickness = _thickness(together, 2 * area / around, even_odd=even_odd)
        length = around / 2 - thickness
        if 0 < thickness * SLENDER <= length:
            spots = [spot for outline in together for spot in outline]
            yield Bar(thickness, length, _box(spots))


def bar(path: Path) -> Bar | None:
    """Return a filled path that is as thin and long as a line and lies straight on the page."""
    left, top, right, bottom = bounds(path)
    thickness, length = sorted((right - left, bottom - top))
    if 0 < thickness * SLENDER <= length:
        return Bar(thickness, length, (left, top, right, bottom))
    return None


def _outlines(path: Path) -> Iterator[list[Spot]]:
    """Yield the closed outlines of a path as straight pieces.

    Of one with more pieces than are measured the curves' ends are enough: it is only looked at for
    what lies within it.
    """
    starts = [at for at, segment in enumerate(path) if segment[0] == "M"]
    for start, end in zip(starts, (*starts[1:], len(path)), strict=True):
        steps = _STEPS if end - start <= _MOST_EDGES else 1
        spots: list[Spot] = []
        for segment in path[start:end]:
            match segment:
                case ("M" | "L", x, y):
                    spots.append((x, y))
                case ("C", *controls):
                    spots += _curve(spots[-1], controls, steps)
                case ("Z",):
                    yield spots
                    spots = spots[:1]
        yield spots


def _curve(start: Spot, controls: Sequence[float], steps: int) -> Iterator[Spot]:
    """Yield the ends of `steps` straight pieces that stand for a curve."""
    (x0, y0), (x1, y1, x2, y2, x, y) = start, controls
    for step in range(1, steps):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y
    yield x, y


def _nested(outlines: list[list[Spot]]) -> list[list[list[Spot]]]:
    """Return the outlines, those that lie within another's box together with it: a ring's two."""
    if len(outlines) > _MOST_OUTLINES:
        return [[outline] for outline in outlines]
    boxes = [_box(outline) for outline in outlines]
    groups: list[tuple[Box, list[list[Spot]]]] = []
    for at in sorted(range(len(outlines)), key=lambda i: -_size(boxes[i])):
        home = next((group for box, group in groups if _holds(box, boxes[at])), None)
        if home is None:
            groups.append((boxes[at], [outlines[at]]))
        else:
            home.append(outlines[at])
    return [group for _, group in groups]


def _area(together: Sequence[Sequence[Spot]], *, even_odd: bool) -> float:
    """Return about how large what is filled is, holes left out."""
    signed = [_signed(outline) for outline in together]
    if not even_odd:
        return abs(sum(signed))
    outer, *inner = sorted(map(abs, signed), reverse=True)
    return outer - sum(inner)


def _signed(spots: Sequence[Spot]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in _edges(spots)) / 2


def _perimeter(spots: Sequence[Spot]) -> float:
    return sum(math.dist(first, last) for first, last in _edges(spots))


def _edges(spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    return zip(spots, (*spots[1:], spots[0]), strict=True)


def _thickness(together: Sequence[Sequence[Spot]], about: float, *, even_odd: bool) -> float:
    """Return how far it is across what is filled, nearly everywhere; `about` is a guess at it."""
    edges = [edge for outline in together for edge in _edges(outline) if edge[0] != edge[1]]
    rays = max(2, _SAMPLES // len(edges))
    found: list[tuple[float, float]] = []
    for first, last in edges:
        (x0, y0), (x1, y1) = first, last
        length = math.dist(first, last)
        normal = ((y0 - y1) / length, (x1 - x0) / length)
        for ray in range(rays):
            t = (ray + 0.5) / rays
            spot = (x0 + t * (x1 - x0), y0 + t * (y1 - y0))
            across = _across(edges, spot, normal, about / 1000, even_odd=even_odd)
            if across is not None:
                found.append((across, length / rays))
    total = sum(weight for _, weight in found)
    for across, weight in sorted(found):
        total -= weight / _SHARE
        if total <= 0:
            return across
    return 0.0


def _across(
    edges: Sequence[tuple[Spot, Spot]], spot: Spot, normal: Spot, step: float, *, even_odd: bool
) -> float | None:
    """Return how far it is from `spot` on an edge to the one opposite; None where none is."""
    x, y = spot
    dx, dy = normal
    crossings: list[tuple[float, int]] = []
    for (x0, y0), (x1, y1) in edges:
        # How far to the left of the ray each end is: an edge crosses it where the sides differ.
        a = dx * (y0 - y) - dy * (x0 - x)
        b = dx * (y1 - y) - dy * (x1 - x)
        if (a < 0) == (b < 0):
            continue
        t = a / (a - b)
        away = (x0 + t * (x1 - x0) - x) * dx + (y0 + t * (y1 - y0) - y) * dy
        crossings.append((away, 1 if a < b else -1))
    ahead = sorted(away for away, _ in crossings if away > step)
    behind = sorted(-away for away, _ in crossings if away < -step)
    turns = sum(turn for away, turn in crossings if away > step)
    inside = len(ahead) % 2 == 1 if even_odd else turns != 0
    distances = ahead if inside else behind
    return distances[0] if distances else None


def _box(spots: Sequence[Spot]) -> Box:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[2] >= inner[2]
        and outer[3] >= inner[3]
    )
