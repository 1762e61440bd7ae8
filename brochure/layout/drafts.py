"""Drafts: copy that does not fit is shown on a page of its own, and its panel says so.

Nothing is dropped and nothing is clipped, also where a build would stop: an author who cuts copy
wants to see where it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import Point
from brochure.layout.overset import TOLERANCE
from brochure.layout.stack import Stack, items_of, stack
from brochure.model import LeftOver
from brochure.shape import Shape, Stroke, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.frame import Item
    from brochure.geometry import Size
    from brochure.problems import Where

_HEAD = 54.0  # pt above the copy on a page of what is left over: three quarters of an inch
_RULE = 1.5  # pt


def parted(column: Stack, bottom: float) -> tuple[Stack, list[Strip]]:
    """Return what of `column` ends above `bottom`, and the strips that do not."""
    count = sum(
        top + strip.height <= bottom + TOLERANCE
        for strip, top in zip(column.strips, column.tops, strict=True)
    )
    kept = Stack(column.strips[:count], column.tops[:count], bottom)
    return kept, list(column.strips[count:])


def mark(setting: Setting, x: float, y: float, lines: int, where: Where) -> tuple[Item, ...]:
    """Return a rule at `x`, `y` across the column, and under it how many lines do not fit."""
    ink = setting.color("accent")
    rule = line(Point(x, y), Point(x + setting.measure, y))
    words = f"Draft: {lines} more {'line' if lines == 1 else 'lines'} on a page at the end"
    (said, *_) = setting.lines(setting.plain(words, where), setting.style("caption"))
    items = (Shape(rule, stroke=Stroke(ink, _RULE)), *said.at(x, y + setting.style("caption").size))
    return (Group(items, element=Element(Role.ARTIFACT)),)


def left_over(
    place: str, strips: Sequence[Strip], setting: Setting, size: Size, x: float
) -> LeftOver:
    """Return the page of what does not fit on `place`, at least as large as `size`."""
    placed = stack(strips, _HEAD, size.height, setting.theme.grid)
    (said, *_) = setting.lines(
        setting.plain(f"Draft: does not fit on {place}", strips[0].where),
        setting.style("label"),
    )
    head = Group(said.at(x, _HEAD / 2), element=Element(Role.ARTIFACT))
    high = type(size)(size.width, max(size.height, placed.bottom + _HEAD))
    copy = Group(items_of([(x, placed)]), element=Element(Role.SECTION))
    return LeftOver(place, Frame(high, (head, copy)))
