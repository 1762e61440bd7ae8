"""Flow strips over panels: the breaks that leave panels level and sections whole."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from brochure.layout.stack import advance, foot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.strip import Strip
    from brochure.layout.stack import Stack

_UNEVEN = 1000.0  # a panel that is empty, against one that is full
_PARTED = 250.0  # a section that goes on in the next panel
_EMPTY = 1500.0  # columns that are empty, all of them
_SPARSE = 0.7  # of a panel that is white because there is little to say
_SKIPPED = 500.0  # a panel left empty before one that is not
_OVERSET = 1e6  # for each point beyond the panel's foot
_FAR = 1.0  # panels beyond the last one's foot that are measured; more is hopeless, and summed up
_EARLY = 100.0  # times as much before the last panel: what runs over had better do so in one place

_TRIED = 800  # breaks among which the best are looked for: a letter fold full of lines has 240

_MOST = 256  # breaks kept: some fifty brochures' worth
_kept: dict[tuple[object, ...], tuple[tuple[int, int], ...]] = {}


def flow(
    strips: Sequence[Strip],
    tops: Sequence[float],
    bottom: float,
    grid: float,
) -> list[list[Strip]]:
    """Return `strips` shared out over panels that start at `tops` and all end at `bottom`.

    Panels take strips in order. Of all allowed breaks those are chosen that leave the least
    uneven feet and part the fewest sections, by dynamic programming over (panel, break). White at
    a break falls away, as a space does where a line is broken. What does not fit anywhere runs
    over in the panel where it does the least harm. No panel is tried further than the first break
    beyond its foot, so time grows with the copy's length and no faster. Other words of the same
    measures break where those before them did.
    """
    measures = tuple(map(_measures, strips))
    key = (measures, *tops, bottom, grid)
    columns = _kept.get(key)
    if columns is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        columns = _kept[key] = _columns(strips, tops, bottom, grid)
    return [list(strips[start:end]) for start, end in columns]


def _measures(strip: Strip) -> tuple[object, ...]:
    """Return all of `strip` that decides where columns break."""
    white = strip.before, strip.after, strip.baseline, strip.step
    return strip.height, white, strip.keep, strip.opens_section, bool(strip.items)


def _columns(
    strips: Sequence[Strip], tops: Sequence[float], bottom: float, grid: float
) -> tuple[tuple[int, int], ...]:
    """Return where each column starts and ends among the strips."""
    count = len(strips)
    solid = _solid(strips)
    ends = [i for i in range(1, count + 1) if i == count or _may_break(strips, i, solid[i])]
    if len(ends) > _TRIED:  # on a sheet of square meters: every second, third, … is near enough
        step = math.ceil(len(ends) / _TRIED)
        ends = [*ends[step - 1 : -1 : step], count]
    rest = [*accumulate((strip.height for strip in reversed(strips)), initial=0.0)][::-1]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    measured: dict[tuple[int, float, float], list[float]] = {}  # panels are mostly alike
    for panel, top in enumerate(tops):
        last = panel == len(tops) - 1
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            limit = bottom + _FAR * (bottom - top) if last else bottom
            heights = measured.get((start, top, limit))
            if heights is None:
                heights = _heights(strips, start, top, grid, limit)
                measured[start, top, limit] = heights
            for end in [count] if last else [start, *ends[bisect_right(ends, start) :]]:
                length = max((end if last else solid[end]) - start, 0)
                if length < len(heights):
                    foot = heights[length]
                elif last:
                    foot = heights[-1] + rest[start + len(heights) - 1]
                else:
                    break  # the panel has run over before
                total = cost + _cost(strips, end, foot, top, bottom)
                if end == start < count:
                    total += _SKIPPED
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*breaks, end))
        best = reached
    breaks = best[count][1]
    ends = [solid[end] for end in breaks[:-1]] + [count]
    return tuple(zip((0, *breaks), ends, strict=False))


def _solid(strips: Sequence[Strip]) -> list[int]:
    """Return for each end of a column where it ends without the white at its foot."""
    found = [0]
    for at, strip in enumerate(strips, start=1):
        found.append(at if strip.items else found[-1])
    return found


def _may_break(strips: Sequence[Strip], at: int, foot: int) -> bool:
    """Tell whether a column may begin at `at`, with words, if the one before ends at `foot`."""
    return bool(strips[at].items) and not (foot and strips[foot - 1].keep)


def unevenness(
    columns: Sequence[Sequence[Strip]],
    placed: Sequence[Stack],
    tops: Sequence[float],
    rows: Sequence[int],
    bottom: float,
) -> float:
    """Return what it costs the eye that columns end apart and that sections go on in the next.

    0 where the feet of each row of panels are level; 1000 for a column that is empty beside one
    that is full.
    """
    lowest: dict[int, float] = {}
    for row, column in zip(rows, placed, strict=True):
        lowest[row] = max(lowest.get(row, 0.0), column.bottom)
    apart = math.fsum(
        _UNEVEN * ((lowest[row] - column.bottom) / (bottom - top)) ** 2
        for row, column, top in zip(rows, placed, tops, strict=False)
    )
    parted = sum(bool(column) and not column[0].opens_section for column in columns[1:])
    return apart + _PARTED * parted


def emptiness(
    columns: Sequence[Sequence[Strip]], tops: Sequence[float], bottom: float, grid: float
) -> float:
    """Return what it costs the eye that even the longest column leaves much of its panel white.

    Nothing where almost all of it is: no size of type fills that.
    """
    free = min(
        (bottom - foot(column, top, grid)) / (bottom - top)
        for column, top in zip(columns, tops, strict=False)
    )
    return _EMPTY * free**2 if 0 < free < _SPARSE else 0.0


def fewest(strips: Sequence[Strip], tops: Sequence[float], bottom: float, grid: float) -> int:
    """Return how many of the columns at `tops`, from the first, hold all of `strips`.

    Copy that one column holds is one composition, not shared out over others for evenness' sake as
    the inside's is; all columns are needed if not even they hold it.
    """
    for count in range(1, len(tops)):
        if fits(flow(strips, tops[:count], bottom, grid), tops, bottom, grid):
            return count
    return len(tops)


def fits(
    columns: Sequence[Sequence[Strip]], tops: Sequence[float], bottom: float, grid: float
) -> bool:
    """Tell whether all `columns`, set from `tops` down, end above `bottom`."""
    placed = zip(columns, tops, strict=False)
    return all(foot(column, top, grid) <= bottom for column, top in placed)


def _heights(
    strips: Sequence[Strip], start: int, top: float, grid: float, limit: float = math.inf
) -> list[float]:
    """Return where the panel's content ends after 0, 1, 2, ... strips from `start` on.

    The last is the first that passes `limit` and may end a column.
    """
    y = top
    found = [y]
    above: Strip | None = None
    for at in range(start, len(strips)):
        strip = strips[at]
        y = advance(y, above, strip, grid) + strip.height
        found.append(y)
        above = strip
        if y > limit and not strip.keep:
            break
    return found


def _cost(strips: Sequence[Strip], end: int, reached: float, top: float, bottom: float) -> float:
    free = bottom - reached
    if free < 0:
        return -free * _OVERSET * (1 if end == len(strips) else _EARLY)
    parted = 0 < end < len(strips) and not strips[end].opens_section
    return _UNEVEN * (free / (bottom - top)) ** 2 + (_PARTED if parted else 0.0)
