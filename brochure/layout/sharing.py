"""Copy that one panel holds -> the same shared out over all panels of its role, row by row.

An empty panel of color looks forgotten, and a list on two panels does not look torn where its items
stand side by side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.layout.flow import fits, flow
from brochure.layout.stack import stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.strip import Strip

_ENOUGH = 0.4  # of a panel; less is one composition
_MOST = 3  # lines let in between two items


def shared_out(
    strips: Sequence[Strip], tops: Sequence[float], bottom: float, grid: float
) -> tuple[list[list[Strip]], list[float]] | None:
    """Return `strips` shared out over the columns at `tops`, and where each of them begins.

    None where that is not worth while, or would part a paragraph. Columns that go on in a section
    begin level with the first one's copy, not with its heading, and items have as much white in all
    of them.
    """
    whole = stack(strips, tops[0], tops[0], grid)
    if whole.bottom - tops[0] < _ENOUGH * (bottom - tops[0]):
        return None
    body = next((at for at, strip in enumerate(strips) if not strip.keep), 0)
    hang = whole.tops[body]
    columns = _even(strips[body:], [hang] * len(tops), bottom, grid)
    if not all(columns):
        return None
    if any(one[-1].path and one[-1].path == other[0].path for one, other in pairwise(columns)):
        return None
    columns[0] = [*strips[:body], *columns[0]]
    level = [
        top if column[0].opens_section else hang for column, top in zip(columns, tops, strict=True)
    ]
    level[0] = tops[0]
    opened = [_opened(column, _lines(columns, level, bottom, grid), grid) for column in columns]
    return (opened, level) if fits(opened, level, bottom, grid) else None


def _even(
    strips: Sequence[Strip], tops: Sequence[float], bottom: float, grid: float
) -> list[list[Strip]]:
    """Return `strips` shared out over columns that are as short as they can be."""
    foot = tops[0] + sum(strip.height for strip in strips) / len(tops)
    columns = flow(strips, tops, foot, grid)
    while foot < bottom and not fits(columns, tops, foot, grid):
        foot += grid
        columns = flow(strips, tops, foot, grid)
    return columns


def _lines(
    columns: Sequence[Sequence[Strip]], tops: Sequence[float], bottom: float, grid: float
) -> int:
    """Return how many lines may open between two items, as many again left at the foot."""
    placed = zip(columns, tops, strict=True)
    lowest = max(stack(column, top, top, grid).bottom for column, top in placed)
    places = max(sum(map(_between, column)) for column in columns)
    return max(min(int((bottom - lowest) / grid / (places + 1)), _MOST), 0)


def _opened(column: Sequence[Strip], lines: int, grid: float) -> list[Strip]:
    """Return `column` with `lines` of white between items in place of what would fill it."""
    return [
        replace(strip, fill=0.0, height=lines * grid) if _between(strip) else strip
        for strip in column
    ]


def _between(strip: Strip) -> bool:
    """Tell whether a strip is white that opens between items, which ends somewhere."""
    return bool(strip.fill) and strip.most < float("inf")
