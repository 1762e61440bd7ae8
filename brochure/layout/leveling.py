"""Columns side by side -> columns that end level: white is let in where there is some already.

White that an author gave to fill panels (`spacer: fill`) takes them to their foot. Where a column
has none, because it fell away at a break, the others come up to the longest one, and those that
are shorter are let out before headings, pictures and boxes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.layout.stack import stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.strip import Strip
    from brochure.layout.stack import Stack

_MOST = 3  # lines let in at one place: more than that looks like a mistake
_FILLED = 7  # the same, where the author had meant the column to be filled
_ROUNDING = 0.1  # of a line


def leveled(
    columns: Sequence[tuple[Sequence[Strip], bool]],
    tops: Sequence[float],
    bottom: float,
    grid: float,
) -> list[Stack]:
    """Return `columns` set from `tops` down to one foot, at most `bottom`.

    With each comes whether white to fill it fell away at its foot. What does not fit runs on below.
    """
    pairs = list(zip(columns, tops, strict=False))
    natural = [stack(column, top, top, grid).bottom for (column, _), top in pairs]
    filled = [_fills(column) for column, _ in columns]
    if all(filled[at] or not column for at, (column, _) in enumerate(columns)):
        return [stack(column, top, bottom, grid) for (column, _), top in pairs]
    foot = min(max(natural), bottom)
    found = []
    for ((column, fell), top), end, fill in zip(pairs, natural, filled, strict=True):
        lines = int((foot - end) / grid + _ROUNDING)
        let_out = column if fill else _let_out(column, lines, _FILLED if fell else _MOST, grid)
        found.append(stack(let_out, top, foot, grid))
    return found


def white_fell(strips: Sequence[Strip], columns: Sequence[Sequence[Strip]]) -> list[bool]:
    """Return of each of `columns` of `strips` whether white to fill it fell away at its foot."""
    found = []
    at = 0
    for column in columns:
        if column:
            while strips[at] is not column[0]:
                at += 1
            at += len(column)
        end = next((i for i in range(at, len(strips)) if strips[i].items), at)
        found.append(bool(column) and any(strip.fill for strip in strips[at:end]))
    return found


def _fills(column: Sequence[Strip]) -> bool:
    """Tell whether white in `column` takes all height that is left."""
    return any(strip.fill and strip.most == float("inf") for strip in column)


def _let_out(column: Sequence[Strip], lines: int, most: int, grid: float) -> list[Strip]:
    """Return `column` with `lines` of white more, shared out evenly over the places for it."""
    found = list(column)
    places = [at for at in range(1, len(found)) if _opens(found, at, grid)]
    each = [min(most, (lines + i) // len(places)) for i in range(len(places))]
    for at, more in zip(places, each, strict=True):
        if not more:
            continue
        before = max(found[at].before, found[at - 1].after)
        found[at] = replace(found[at], before=before + more * grid)
    return found


def _opens(column: Sequence[Strip], at: int, grid: float) -> bool:
    """Tell whether white may be let in before strip `at`: a heading, a picture, a box, or after."""
    strip, above = column[at], column[at - 1]
    line = grid * (1 - _ROUNDING)
    return bool(strip.items) and not above.keep and max(strip.before, above.after) >= line
