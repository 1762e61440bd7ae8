"""What lies behind a panel's copy: its color, and the picture that fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.picture import Picture
from brochure.frame import Element, Group, Role
from brochure.shape import Shape, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.blocks import Block
    from brochure.blocks.setting import Setting
    from brochure.frame import Item
    from brochure.geometry import Rect


def ground(
    area: Rect,
    blocks: Iterable[Block],
    setting: Setting,
    sides: tuple[float, float],
    foot: float = 0.0,
) -> tuple[Item, ...]:
    """Return the panel's color and the pictures among `blocks` that fill it, all over `area`.

    `sides` are the left and right ends of the panel's copy, in points; `foot` is where it ends.
    """
    items: list[Item] = []
    if setting.panel.ground:
        field = Shape(rectangle(area), fill=setting.theme.color(setting.panel.ground))
        items.append(Group((field,), element=Element(Role.ARTIFACT)))
    for block in blocks:
        if isinstance(block, Picture):
            items += block.ground(setting, area, sides, foot)
    return tuple(items)
