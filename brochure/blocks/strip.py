"""Strips: what a block is laid out into, slices that no panel break may cut."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Group
from brochure.geometry import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brochure.frame import Element, Item
    from brochure.problems import Where


class Strip(msgspec.Struct, frozen=True, gc=False):
    """A slice of set copy: a line, a picture, a row; items are placed from its top left corner.

    `before` and `after` are the white around it: of two that meet, the larger holds, and
    `before` falls away at the head of a panel. A `baseline` (pt below the top) that is not None
    is put on the baseline grid, or on every `step` of it. `keep` ties the strip to the next one.
    `fill` stands for white that takes a share of what a panel has left, up to `most` points.
    `path` holds the reading structure around the items, outermost first.
    """

    height: float
    items: tuple[Item, ...]
    where: Where
    path: tuple[Element, ...] = ()
    before: float = 0.0
    after: float = 0.0
    baseline: float | None = None
    step: float = 1.0
    keep: bool = False
    opens_section: bool = False
    fill: float = 0.0
    most: float = math.inf


def shifted(items: Iterable[Item], dx: float, dy: float) -> Group:
    """Return `items` moved right by `dx` and down by `dy`."""
    return Group(tuple(items), Matrix.shift(dx, dy))


def nested(path: Sequence[Element], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return `items` inside one group an element of `path`, outermost first."""
    for element in reversed(path):
        items = (Group(items, element=element),)
    return items


def stacked(strips: Sequence[Strip]) -> tuple[tuple[Item, ...], float]:
    """Return the items of `strips` set one under the other, and their height, spaces collapsed."""
    items: list[Item] = []
    y = 0.0
    for i, strip in enumerate(strips):
        if i:
            y += max(strips[i - 1].after, strip.before)
        items.append(shifted(nested(strip.path, strip.items), 0, y))
        y += strip.height
    return tuple(items), y
