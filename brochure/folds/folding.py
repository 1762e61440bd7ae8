"""A flat sheet → the sheet folded, step by step: where its leaves lie, and which face shows.

Which panels are seen together, and which way each line is creased on either side, follow from the
steps of the catalogue: the sheet is folded here as paper is, so no fold needs them told.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from brochure.folds.geometry import cross_folds, fold_lines, panel_rects
from brochure.geometry import Point, Rect

if TYPE_CHECKING:
    from brochure.folds.catalogue import Crease, Fold
    from brochure.folds.papers import Paper

Axis: TypeAlias = Literal["x", "y"]

_NEAR = 0.01  # pt: edges that meet, but for rounding


class Leaf(msgspec.Struct, frozen=True):
    """A part of the sheet between folds, looked at from above with the sheet's inside up.

    `home` is where it lies on the flat sheet as the inside's page shows it, `place` where it lies
    now. It is `mirrored` left to right, or `tipped` top to bottom, by the folds it has gone over.
    """

    home: Rect
    place: Rect
    mirrored: bool = False
    tipped: bool = False

    @property
    def inside_up(self) -> bool:
        """Whether the inside faces up."""
        return self.mirrored == self.tipped

    def turned(self, axis: Axis, at: float) -> Leaf:
        """Return the leaf gone over the line where `axis` is `at`."""
        place = self.place
        if axis == "x":
            moved = Rect(2 * at - place.right, place.y, place.width, place.height)
            return replace(self, place=moved, mirrored=not self.mirrored)
        moved = Rect(place.x, 2 * at - place.bottom, place.width, place.height)
        return replace(self, place=moved, tipped=not self.tipped)


Sheaf: TypeAlias = "tuple[Leaf, ...]"
"""The leaves of a sheet at one moment of folding, lowest first."""


class FoldLine(msgspec.Struct, frozen=True):
    """A fold between two leaves, where the flat sheet shows it, with the inside up.

    It is made at `step`, counted from 1. Of the leaves beside it, the one `after` it (to the right
    or below) moves, or the one before it. `buried` is one that earlier folds have turned over, in a
    layer behind the one that is looked at.
    """

    start: Point
    end: Point
    step: int
    valley: bool
    after: bool
    buried: bool = False


class Folding(msgspec.Struct, frozen=True):
    """How a sheet is folded: its leaves flat and after each step, and every line that is creased.

    Lines between leaves that no step creases are `left`: the catalogue does not say how.
    """

    states: tuple[Sheaf, ...]
    lines: tuple[FoldLine, ...]
    left: tuple[tuple[Point, Point], ...]


def folding(fold: Fold, paper: Paper) -> Folding:
    """Return how a sheet of `paper` is folded as the steps of `fold` say."""
    homes = inside_rects(fold, paper)
    outer = {slot.name for slot in fold.outside}
    states, lines = [_flat(fold, paper)], []
    for number, step in enumerate(fold.folding, 1):
        sheaf = states[-1]
        for crease in step:
            valley = crease.valley != (crease.moves in outer)
            axis, at, after = _hinge(crease, homes)
            moving = [leaf for leaf in sheaf if (_middle(leaf.place, axis) > at) == after]
            staying = [leaf for leaf in sheaf if leaf not in moving]
            lines += [
                FoldLine(
                    *edge,
                    step=number,
                    valley=valley == leaf.inside_up,
                    after=after != _gone(leaf, axis),
                    buried=not leaf.inside_up,
                )
                for leaf in moving
                for other in staying
                if (edge := _edge(leaf.home, other.home))
            ]
            turned = [leaf.turned(axis, at) for leaf in reversed(moving)]
            sheaf = (*staying, *turned) if valley else (*turned, *staying)
        states.append(sheaf)
    creased = {(line.start, line.end) for line in lines}
    return Folding(tuple(states), tuple(lines), tuple(_edges(states[0]) - creased))


def inside_rects(fold: Fold, paper: Paper) -> dict[str, Rect]:
    """Return each panel's place by its name as the inside's page shows it, also of the outside."""
    width = paper.size.width
    inner = panel_rects(fold.inside, paper)
    outer = [mirrored(rect, width) for rect in panel_rects(fold.outside, paper)]
    names = [slot.name for slot in (*fold.inside, *fold.outside)]
    return dict(zip(names, (*inner, *outer), strict=True))


def mirrored(rect: Rect, width: float) -> Rect:
    """Return where `rect` is seen from the other side of a sheet `width` points wide."""
    return Rect(width - rect.right, rect.y, rect.width, rect.height)


def _flat(fold: Fold, paper: Paper) -> Sheaf:
    """Return the leaves into which the folds part the sheet, none of them folded yet."""
    width, height = paper.size
    inner = fold_lines(fold.inside, paper)
    down = inner or tuple(width - x for x in reversed(fold_lines(fold.outside, paper)))
    across = cross_folds(fold.inside or fold.outside, paper)
    homes = [
        Rect(left, top, right - left, bottom - top)
        for top, bottom in pairwise((0.0, *across, height))
        for left, right in pairwise((0.0, *down, width))
    ]
    return tuple(Leaf(home, home) for home in homes)


def _hinge(crease: Crease, homes: dict[str, Rect]) -> tuple[Axis, float, bool]:
    """Return the line between a crease's panels, and whether what moves lies after it."""
    moves, at = homes[crease.moves], homes[crease.at]
    if abs(moves.x - at.right) < _NEAR or abs(moves.right - at.x) < _NEAR:
        after = moves.x > at.x
        return "x", moves.x if after else moves.right, after
    after = moves.y > at.y
    return "y", moves.y if after else moves.bottom, after


def _middle(rect: Rect, axis: Axis) -> float:
    return rect.x + rect.width / 2 if axis == "x" else rect.y + rect.height / 2


def _gone(leaf: Leaf, axis: Axis) -> bool:
    """Tell whether the leaf has gone over along `axis`: before and after have changed places."""
    return leaf.mirrored if axis == "x" else leaf.tipped


def _edges(sheaf: Sheaf) -> set[tuple[Point, Point]]:
    found = (_edge(leaf.home, other.home) for leaf in sheaf for other in sheaf)
    return {edge for edge in found if edge}


def _edge(one: Rect, other: Rect) -> tuple[Point, Point] | None:
    """Return the line on which two leaves of the flat sheet meet, from its top or its left."""
    first, second = sorted((one, other), key=lambda rect: (rect.x, rect.y))
    if abs(first.right - second.x) < _NEAR and abs(first.y - second.y) < _NEAR:
        return Point(second.x, second.y), Point(second.x, second.bottom)
    if abs(first.bottom - second.y) < _NEAR and abs(first.x - second.x) < _NEAR:
        return Point(second.x, second.y), Point(second.right, second.y)
    return None
