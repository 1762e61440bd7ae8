"""A list of points, with bullets."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brochure.blocks.block import Block
from brochure.blocks.prose import listing
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class List(Block, frozen=True):
    """Short points, each with a bullet.

    Attributes:
        items: The points, one a line.

    """

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Inline, ...]

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the points' lines."""
        return listing(setting, self.items)
