"""A picture that informs, with its caption and a legend for the numbers in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brochure.blocks.block import Block
from brochure.blocks.picture import picture_strip
from brochure.blocks.prose import listing
from brochure.fields import FileName, Focus, Length
from brochure.frame import Element, Role
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip


class Figure(Block, frozen=True):
    """A picture, its caption, and what each number in it means, in order."""

    file: FileName
    alt: str
    caption: Inline | None = None
    legend: tuple[Inline, ...] = ()
    focus: Focus = Focus()
    height: Length | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the picture, its caption and its legend, kept together."""
        figure = Element(Role.FIGURE, alt=self.alt)
        strips = picture_strip(setting, self.file, self.focus, self.height, figure)
        if self.caption:
            strips += setting.paragraph(self.caption, "caption", (Element(Role.CAPTION),))
        strips += listing(setting, self.legend, "caption", start=1)
        return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]
