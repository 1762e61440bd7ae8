"""Steps in order, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from brochure.blocks.block import Block, Part
from brochure.blocks.prose import led_by
from brochure.blocks.strip import nested
from brochure.frame import Element, Group, Role
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip

_INDENT = 22.5  # pt: where a step's words begin, right of a 19 pt figure


class Step(Part, frozen=True):
    """One step of several.

    Attributes:
        text: What happens.
        title: A short name for it, bold before the words.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    title: Inline | None = None


class Steps(Block, frozen=True):
    """Numbered steps.

    Attributes:
        items: The steps, in order; the numbers come by themselves.

    """

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Step, ...]

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the steps' lines, each first line with its number at the left."""
        whole = Element(Role.LIST)
        strips = [
            strip
            for number, step in enumerate(self.items, 1)
            for strip in _numbered(setting, number, step, whole)
        ]
        after = setting.style("body").after
        return [*strips[:-1], replace(strips[-1], after=after)] if strips else []


def _numbered(setting: Setting, number: int, step: Step, whole: Element) -> list[Strip]:
    """Return one step: its number on the first line's baseline, its words moved in."""
    entry, body = Element(Role.ITEM), Element(Role.BODY)
    words = led_by(step.title, step.text)
    lines = setting.paragraph(words, "item", indent=setting.length(_INDENT))
    figure = setting.lines(setting.plain(str(number), step.where), setting.style("number"))[0]
    baseline = lines[0].baseline or lines[0].height
    label = Group(figure.at(0, baseline), element=Element(Role.LABEL))
    return [
        replace(
            line,
            items=((label,) if i == 0 else ()) + nested((body,), line.items),
            path=(whole, entry),
            before=setting.theme.grid / 2 if i == 0 and number > 1 else 0.0,
            keep=True if i < len(lines) - 1 else line.keep,
        )
        for i, line in enumerate(lines)
    ]
