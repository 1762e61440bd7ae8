"""Panel widths and fold lines, from a fold and a paper."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from brochure.geometry import Rect

if TYPE_CHECKING:
    from brochure.folds.catalogue import Paper, Slot


def panel_rects(side: tuple[Slot, ...], paper: Paper) -> tuple[Rect, ...]:
    """Return each panel's place on the sheet, left to right, in points.

    Tucked panels are narrower by the paper's tuck: for n panels of which t are tucked,
    wide = (W + t * tuck) / n, so that the widths sum to the sheet's.
    """
    tucked = sum(slot.tucked for slot in side)
    wide = (paper.size.width + tucked * paper.tuck) / len(side)
    widths = [wide - paper.tuck if slot.tucked else wide for slot in side]
    starts = (0.0, *accumulate(widths))
    return tuple(
        Rect(x, 0.0, width, paper.size.height) for x, width in zip(starts, widths, strict=False)
    )


def fold_lines(side: tuple[Slot, ...], paper: Paper) -> tuple[float, ...]:
    """Return the x of each fold on this side, left to right, in points."""
    return tuple(rect.x for rect in panel_rects(side, paper)[1:])
