"""The brochure's name, largest on the cover."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.rule import ruled
from brochure.frame import Element, Role
from brochure.richtext import Inline
from brochure.typography import ENDLESS

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.themes import TextStyle

_ROOM = 0.95  # share of the column that a title may fill: one that fills it all looks squeezed
_SMALLEST = 0.5  # share of the theme's size below which a title is no title


class Title(Block, frozen=True):
    """The name of the brochure, largest on the cover.

    Attributes:
        text: The name itself.
        label: A small line above it, such as the clinic's name.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    label: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the label and the title, kept together."""
        strips = []
        if self.label:
            strips += setting.paragraph(self.label, "cover-label", (Element(Role.PARAGRAPH),))
        element = Element(Role.HEADING_1, title=self.text.plain)
        strips += setting.paragraph(self.text, _fitting(setting, self.text), (element,))
        strips = ruled(setting, strips, setting.style("title"))
        return [replace(strip, keep=True) for strip in strips]


def _fitting(setting: Setting, text: Inline) -> TextStyle:
    """Return the title's style, made smaller until its longest word fits the column.

    A name is never broken inside a word. Sizes go down in tenths to half the theme's size; what is
    still too wide then breaks.
    """
    style = setting.style("title")
    words = [setting.plain(word, text.where) for word in text.plain.split()]
    widest = max((setting.lines(word, style, ENDLESS)[0].width for word in words), default=0.0)
    share = min(1.0, _ROOM * setting.measure / widest) if widest else 1.0
    scale = max(math.floor(style.size * share * 10) / 10 / style.size, _SMALLEST)
    return replace(style, size=style.size * scale, leading=style.leading * scale)
