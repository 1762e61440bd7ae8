"""Panels' places and fold lines, from a fold's slots and a paper."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise
from math import fsum
from typing import TYPE_CHECKING

from brochure.geometry import Matrix, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.folds.catalogue import Slot
    from brochure.folds.papers import Paper


def panel_rects(side: tuple[Slot, ...], paper: Paper) -> tuple[Rect, ...]:
    """Return each panel's place on the sheet, in the order of `side`, in points.

    The paper must lie as the fold wants it, with its tuck (see `set_up`). Widths in a row: each
    panel has `share` times the same width, less its tucks, and all together have the sheet's.
    """
    rows = _rows(side)
    heights = [row[0].depth for row in rows]
    unit = paper.size.height / fsum(heights) if heights else 0.0
    tops = accumulate((depth * unit for depth in heights), initial=0.0)
    return tuple(
        Rect(x, top, width, row[0].depth * unit)
        for row, top in zip(rows, tops, strict=False)
        for x, width in _columns(row, paper)
    )


def _columns(row: tuple[Slot, ...], paper: Paper) -> Iterable[tuple[float, float]]:
    """Return each panel's x and width: wide = (W + all tucks) / shares, less its own tucks."""
    tucked = fsum(slot.short for slot in row) * paper.tuck
    wide = (paper.size.width + tucked) / fsum(slot.share for slot in row)
    widths = [slot.share * wide - slot.short * paper.tuck for slot in row]
    return zip(accumulate(widths, initial=0.0), widths, strict=False)


def _rows(side: tuple[Slot, ...]) -> list[tuple[Slot, ...]]:
    return [tuple(row) for _, row in groupby(side, key=lambda slot: slot.row)]


def fold_lines(side: tuple[Slot, ...], paper: Paper) -> tuple[float, ...]:
    """Return the x of each fold that runs down this side, left to right, in points."""
    first = next(iter(_rows(side)), ())
    return tuple(rect.x for rect in panel_rects(first, paper)[1:])


def cross_folds(side: tuple[Slot, ...], paper: Paper) -> tuple[float, ...]:
    """Return the y of each fold that runs across this side, downward, in points.

    Rows of several panels are parted by a fold; a sheet of zones, one a row, is merely parted.
    """
    rects = dict(zip((slot.name for slot in side), panel_rects(side, paper), strict=True))
    return tuple(rects[below[0].name].y for above, below in pairwise(_rows(side)) if len(above) > 1)


def placing(rect: Rect, *, turned: bool) -> Matrix:
    """Return the transform from the points of a panel that lies at `rect` into the sheet's.

    A turned panel stands on its head: its top left corner is the sheet's lower right of `rect`.
    """
    if turned:
        return Matrix(-1, 0, 0, -1, rect.right, rect.bottom)
    return Matrix.shift(rect.x, rect.y)
