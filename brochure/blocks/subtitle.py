"""The promise under the title."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brochure.blocks.block import Block
from brochure.frame import Element, Role
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class Subtitle(Block, frozen=True):
    """One sentence under the title.

    Attributes:
        text: The sentence: what the brochure promises its reader.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: Inline

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the subtitle's lines."""
        return setting.paragraph(self.text, "subtitle", (Element(Role.PARAGRAPH),))
