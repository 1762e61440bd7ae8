"""A heading: it opens a section and never stands alone at a panel's foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.rule import ruled
from brochure.frame import Element, Role
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip

_SECTION = 2  # the level of a panel's sections; the brochure's title is level 1


class Heading(Block, frozen=True):
    """A section's name.

    Attributes:
        text: The name itself.
        label: A small line above it.
        level: Its depth: 2 opens a section, 3 a part of one.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    label: Inline | None = None
    level: Annotated[int, Meta(ge=2, le=3)] = 2

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the heading's lines, kept with what follows."""
        section = self.level == _SECTION
        strips = []
        if self.label:
            strips += setting.paragraph(self.label, "label", (Element(Role.PARAGRAPH),))
        element = Element(
            Role.HEADING_2 if section else Role.HEADING_3,
            title=self.text.plain,
        )
        lines = setting.paragraph(self.text, "heading" if section else "subheading", (element,))
        if self.label and lines:
            lines[0] = replace(lines[0], before=0.0)  # the label's own space stands between them
        strips += lines
        if section:
            strips = ruled(setting, strips, setting.style("heading"))
        kept = [replace(strip, keep=True) for strip in strips]
        return [replace(kept[0], opens_section=section), *kept[1:]]
