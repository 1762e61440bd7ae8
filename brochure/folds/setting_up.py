"""A fold and a paper of the catalogue -> both as one brochure has them.

The paper is turned as the fold wants it and knows its tuck; panels stand in the order of the
language's direction; a flat sheet has no zones without copy, and a side that a role without copy
would have had may be left to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from brochure.geometry import Size

if TYPE_CHECKING:
    from collections.abc import Collection

    from brochure.folds.catalogue import Fold, PanelRole, Slot
    from brochure.folds.papers import Paper


def set_up(
    fold: Fold,
    paper: Paper,
    *,
    tuck: float | None = None,
    mirrored: bool = False,
    roles: Collection[PanelRole] | None = None,
) -> tuple[Fold, Paper]:
    """Return `fold` and `paper` as they are folded.

    Args:
        fold: one of `FOLDS`.
        paper: one of `PAPERS`, which the fold turns, or one of a size that the author gave.
        tuck: how much narrower panels are that tuck in, in points; by default the fold's own.
        mirrored: whether the language runs from right to left: then the cover is leftmost.
        roles: those that have copy; None for all.

    """
    if fold.without and roles is not None and fold.without[0] not in roles:
        fold = fold.without[1]
    size = paper.size
    if fold.lies != "as-is" and not paper.custom:
        short, long = sorted(size)
        size = Size(long, short) if fold.lies == "wide" else Size(short, long)
    own = fold.tucks[paper.unit == "mm"]
    laid = replace(paper, size=size, tuck=own if tuck is None else tuck)
    kept = None if fold.folded else roles
    outside = _side(fold.outside, kept, mirrored=mirrored)
    inside = _side(fold.inside, kept, mirrored=mirrored)
    names = {slot.name for slot in (*outside, *inside)}
    return replace(
        fold,
        outside=outside,
        inside=inside,
        reading=tuple(name for name in fold.reading if name in names),
        duplex=_duplex(size) if outside and inside else None,
    ), laid


def _side(
    slots: tuple[Slot, ...], roles: Collection[PanelRole] | None, *, mirrored: bool
) -> tuple[Slot, ...]:
    """Return a side's panels that play one of `roles`, mirrored row by row."""
    kept = [slot for slot in slots if roles is None or slot.role in roles]
    if mirrored:
        kept.reverse()
        kept.sort(key=lambda slot: slot.row)
    return tuple(kept)


def _duplex(size: Size) -> Literal["short", "long"]:
    """Return the edge on which a sheet turns so that left and right change places.

    A landscape sheet turns on its short edge, a portrait sheet on its long one (domain notes §1).
    """
    return "short" if size.width > size.height else "long"
