"""Stack strips down a panel: spaces collapsed, baselines on the grid, free height shared out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from brochure.blocks.strip import shifted
from brochure.frame import Group

if TYPE_CHECKING:
    from brochure.blocks.strip import Strip
    from brochure.frame import Element, Item

_NUDGE = 0.35  # pt by which a baseline may move up to reach the grid: less than the eye sees


class Stack(msgspec.Struct, frozen=True):
    """Strips and their tops, in points from the panel's top; `bottom` is where the last ends."""

    strips: tuple[Strip, ...]
    tops: tuple[float, ...]
    bottom: float


_MOST = 512  # stacks, and panels' items, kept: some sixty brochures' worth
_stacks: dict[tuple[object, ...], Stack] = {}


def stack(strips: Sequence[Strip], top: float, bottom: float, grid: float) -> Stack:
    """Return `strips` placed from `top` down; what does not fit runs on below `bottom`."""
    return _remembered(strips, top, bottom, grid)


def foot(strips: Sequence[Strip], top: float, grid: float) -> float:
    """Return where `strips` placed from `top` down end."""
    return _remembered(strips, top, None, grid).bottom


def _remembered(strips: Sequence[Strip], top: float, bottom: float | None, grid: float) -> Stack:
    """Return the stack of the same strips that was made before, if there was one."""
    key = (top, bottom, grid, *map(id, strips))
    found = _stacks.get(key)
    if found is None:
        if len(_stacks) >= _MOST:
            _stacks.clear()
        # The stack keeps the strips, so that their ids stay theirs.
        natural = _placed(strips, top, grid, {})
        found = _stacks[key] = natural if bottom is None else _filled(natural, top, bottom, grid)
    return found


def _filled(natural: Stack, top: float, bottom: float, grid: float) -> Stack:
    """Return a stack whose free height down to `bottom` is shared out over its fills."""
    strips = natural.strips
    free = bottom - natural.bottom
    fills = {i: strip for i, strip in enumerate(strips) if strip.fill}
    if free <= 0 or not fills:
        return natural
    whole = math.fsum(strip.fill for strip in fills.values())
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


Columns: TypeAlias = Sequence[tuple[float, Stack]]
"""Stacks side by side, each after the points that it stands from the panel's left."""

_items: dict[tuple[object, ...], tuple[Columns, tuple[Item, ...]]] = {}


def items_of(columns: Columns) -> tuple[Item, ...]:
    """Return the items of the columns' strips at their places.

    Strips of one paragraph, list or table are gathered into one group an element, so that they
    read as one. The same strips at the same places give the same items: a panel that did not
    change is neither painted nor judged again.
    """
    key = tuple((x, placed.tops, *map(id, placed.strips)) for x, placed in columns)
    kept = _items.get(key)
    if kept is None:
        if len(_items) >= _MOST:
            _items.clear()
        items = tuple(item for x, placed in columns for item in _items_of(placed, x))
        # The strips are kept too, so that their ids stay theirs.
        kept = _items[key] = (columns, items)
    return kept[1]


def _items_of(placed: Stack, x: float) -> tuple[Item, ...]:
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
