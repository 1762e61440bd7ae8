"""Stack strips down a panel: spaces collapsed, baselines on the grid, free height shared out."""

from __future__ import annotations

import math
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from brochure.blocks.strip import shifted
from brochure.frame import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.strip import Strip
    from brochure.frame import Element, Item

_NUDGE = 0.35  # pt by which a baseline may move up to reach the grid: less than the eye sees


class Stack(msgspec.Struct, frozen=True):
    """Strips and their tops, in points from the panel's top; `bottom` is where the last ends."""

    strips: tuple[Strip, ...]
    tops: tuple[float, ...]
    bottom: float


def stack(strips: Sequence[Strip], top: float, bottom: float, grid: float) -> Stack:
    """Return `strips` placed from `top` down; what does not fit runs on below `bottom`."""
    natural = _placed(strips, top, grid, {})
    free = bottom - natural.bottom
    fills = {i: strip for i, strip in enumerate(strips) if strip.fill}
    if free <= 0 or not fills:
        return natural
    whole = sum(strip.fill for strip in fills.values())
    # Whole grid lines, so that snapping below takes nothing back.
    shares = {
        i: min(math.floor(free * strip.fill / whole / grid) * grid, strip.most)
        for i, strip in fills.items()
    }
    return _placed(strips, top, grid, shares)


def advance(y: float, before: Strip | None, strip: Strip, grid: float) -> float:
    """Return the top of `strip` if the one `before` it ended at `y` (None: the panel's head)."""
    if before is not None:
        y += max(before.after, strip.before)
    if strip.baseline is not None:
        at, step = y + strip.baseline, grid * strip.step
        y += max(math.ceil((at - _NUDGE) / step) * step - at, -_NUDGE)
    return y


def _placed(strips: Sequence[Strip], top: float, grid: float, shares: dict[int, float]) -> Stack:
    y = top
    tops = []
    above: Strip | None = None
    for i, strip in enumerate(strips):
        y = advance(y, above, strip, grid)
        tops.append(y)
        y += strip.height + shares.get(i, 0.0)
        above = strip
    return Stack(tuple(strips), tuple(tops), y)


def items_of(placed: Stack, x: float) -> tuple[Item, ...]:
    """Return the strips' items at their places, `x` from the panel's left.

    Strips of one paragraph, list or table are gathered into one group an element, so that they
    read as one.
    """
    entries = [
        (strip.path, shifted(strip.items, x, y))
        for strip, y in zip(placed.strips, placed.tops, strict=True)
        if strip.items
    ]
    return _gathered(entries, 0)


def _gathered(entries: list[tuple[tuple[Element, ...], Group]], depth: int) -> tuple[Item, ...]:
    """Group neighbors whose paths share their element at `depth`, and so on inward."""
    found: list[Item] = []
    start = 0
    heads = [path[depth] if len(path) > depth else None for path, _ in entries]
    for at, (head, following) in enumerate(zip_longest(heads, heads[1:])):
        if head is not None and head is following:
            continue
        run = entries[start : at + 1]
        if head is None:
            found += [group for _, group in run]
        else:
            found.append(Group(_gathered(run, depth + 1), element=head))
        start = at + 1
    return tuple(found)
