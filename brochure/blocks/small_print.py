"""The small print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brochure.blocks.block import Block
from brochure.blocks.prose import prose
from brochure.richtext import RichText

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class SmallPrint(Block, frozen=True):
    """What must be said, set small.

    Attributes:
        text: The words, in Markdown.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: RichText

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the small print's lines."""
        return prose(setting, self.text, "small-print")
