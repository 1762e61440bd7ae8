"""Running text: paragraphs and lists in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from brochure.blocks.block import Block
from brochure.blocks.prose import prose
from brochure.richtext import RichText

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class Text(Block, frozen=True):
    """Paragraphs and lists.

    Attributes:
        text: The words, in Markdown; an empty line between two paragraphs.
        style: `lead` sets them larger, as the opening of a section.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: RichText
    style: Literal["body", "lead"] = "body"

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the paragraphs' lines."""
        return prose(setting, self.text, self.style)
