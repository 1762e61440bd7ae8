"""The rule above a title or a heading, where the theme has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks.strip import shifted
from brochure.frame import Element, Group, Role
from brochure.geometry import Rect
from brochure.shape import Shape, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.themes import TextStyle


def ruled(setting: Setting, strips: Sequence[Strip], style: TextStyle) -> list[Strip]:
    """Return `strips` with the rule of `style` above the first of them.

    Rule and words are one strip: its baseline goes to the grid, and the gap between them is the
    same wherever that is.
    """
    rule = style.rule
    if rule is None or not strips:
        return list(strips)
    room = rule.weight + rule.gap * style.size
    length = rule.length * style.size if rule.length else setting.measure
    # A field, not a line: it starts and ends with the words, however thick it is.
    width = min(length, setting.measure)
    bar = rectangle(Rect(setting.across(0, width), 0, width, rule.weight))
    drawn = Group((Shape(bar, fill=setting.color("rule")),), element=Element(Role.ARTIFACT))
    first, *rest = strips
    lowered = replace(
        first,
        height=first.height + room,
        items=(drawn, shifted(first.items, 0, room)),
        baseline=None if first.baseline is None else first.baseline + room,
    )
    return [lowered, *rest]
