"""What a reader sees of a folded sheet: closed, and at each step of unfolding."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from brochure.folds.folding import folding, mirrored
from brochure.folds.geometry import panel_rects
from brochure.geometry import Rect

if TYPE_CHECKING:
    from brochure.folds.catalogue import Fold
    from brochure.folds.folding import Sheaf
    from brochure.folds.papers import Paper


class Face(msgspec.Struct, frozen=True):
    """A leaf as a reader sees it: `part` of the page of `side`, lying at `place`.

    `turned` is one that lies on its head.
    """

    side: Literal["outside", "inside"]
    part: Rect
    place: Rect
    turned: bool


View: TypeAlias = "tuple[Face, ...]"
"""What is seen at one moment: faces, lowest first."""


def views(fold: Fold, paper: Paper) -> tuple[View, ...]:
    """Return what a reader sees: the closed front and back, each opening, the inside wide open.

    The front is what shows the first panel that is read. Openings, the sheet's other side included,
    are left out where they show nothing new: an accordion ends with its outside, a letter fold does
    not. Faces that bear no panels show nothing.
    """
    width = paper.size.width
    *openings, closed = folding(fold, paper).states
    flat = openings[0] if openings else closed
    found = [_seen(closed, width), _seen(closed, width, behind=True)]
    if fold.reading[0] not in panels_of(found[0], fold, paper):
        found.reverse()
    for sheaf in reversed(openings):
        found += [_seen(sheaf, width), _seen(sheaf, width, behind=True)]
    shown: set[tuple[str, Rect]] = set()
    kept: list[View] = []
    for view in found:
        faces = {(face.side, face.part) for face in uncovered(view) if getattr(fold, face.side)}
        wide_open = view == _seen(flat, width) and view not in kept
        if not faces <= shown or (faces and wide_open):
            shown |= faces
            kept.append(view)
    return tuple(kept)


def panels_of(view: View, fold: Fold, paper: Paper) -> tuple[str, ...]:
    """Return the names of the panels that `view` shows, from left to right and downward."""
    faces = sorted(uncovered(view), key=lambda face: (face.place.x, face.place.y))
    return tuple(
        slot.name
        for face in faces
        for side, slots in fold.sides
        for slot, rect in zip(slots, panel_rects(slots, paper), strict=True)
        if side == face.side and face.part.contains(rect)
    )


def uncovered(view: View) -> View:
    """Return the faces of which at least half can be seen: more than what a tuck leaves open."""
    return tuple(
        face
        for at, face in enumerate(view)
        if _open(face.place, [over.place for over in view[at + 1 :]])
        >= face.place.width * face.place.height / 2
    )


def _seen(sheaf: Sheaf, width: float, *, behind: bool = False) -> View:
    """Return the faces of `sheaf` from above, or from behind, turned over as a page is."""
    faces = [
        Face(
            "inside" if leaf.inside_up != behind else "outside",
            leaf.home if leaf.inside_up != behind else mirrored(leaf.home, width),
            mirrored(leaf.place, width) if behind else leaf.place,
            leaf.tipped,
        )
        for leaf in sheaf
    ]
    return tuple(reversed(faces)) if behind else tuple(faces)


def _open(place: Rect, over: list[Rect]) -> float:
    """Return how much of `place` nothing lies over, in square points."""
    xs = sorted({x for rect in (place, *over) for x in (rect.x, rect.right)})
    ys = sorted({y for rect in (place, *over) for y in (rect.y, rect.bottom)})
    cells = [
        Rect(left, top, right - left, bottom - top)
        for left, right in pairwise(xs)
        for top, bottom in pairwise(ys)
    ]
    return sum(
        cell.width * cell.height
        for cell in cells
        if place.contains(cell) and not any(rect.contains(cell) for rect in over)
    )
