"""The brochure's name, largest on the cover."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from brochure.blocks.block import Block
from brochure.frame import Element, Role
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class Title(Block, frozen=True):
    """The name of the brochure; `label` is the small line above it."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    label: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the label and the title, kept together."""
        strips = []
        if self.label:
            strips += setting.paragraph(self.label, "cover-label", (Element(Role.PARAGRAPH),))
        element = Element(Role.HEADING_1, title=self.text.plain)
        strips += setting.paragraph(self.text, "title", (element,))
        return [replace(strip, keep=True) for strip in strips]
