"""A tinted box that sets a few lines apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.prose import prose
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.frame import Element, Group, Role
from brochure.geometry import Edges, Rect
from brochure.richtext import Inline, RichText
from brochure.shape import Shape, Stroke, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting

_PADDING = 14.0  # pt at the left and right of the words
_NARROW = 32.0  # characters a line between them; of fewer each counts
_HEAD = 10.5  # pt above the first line and below the last, beside its own leading


class Callout(Block, frozen=True):
    """Words in a tinted box.

    Attributes:
        text: The words, in Markdown.
        label: A small line at the head of the box.
        title: A heading in the box.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: RichText
    label: Inline | None = None
    title: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the box as one strip: it is never cut."""
        padding, head = setting.length(_PADDING), setting.length(_HEAD)
        if setting.characters(setting.measure - 2 * padding) < _NARROW:
            padding = head
        narrower = setting.narrowed(setting.measure - 2 * padding)
        inner = replace(narrower, panel=setting.panel.boxed)
        lines = []
        if self.label:
            lines += inner.paragraph(self.label, "label", (Element(Role.PARAGRAPH),))
        if self.title:
            heading = Element(Role.HEADING_3, title=self.title.plain)
            first, *rest = inner.paragraph(self.title, "subheading", (heading,))
            lines += [replace(first, before=0.0), *rest]
        lines += prose(inner, self.text)
        words, height = stacked(lines)
        tall = height + 2 * head
        box = _box(setting, tall)
        items = (Group((box,), element=Element(Role.ARTIFACT)), shifted(words, padding, head))
        grid = setting.theme.grid
        return [
            Strip(
                tall,
                items,
                self.where,
                (Element(Role.ASIDE),),
                before=grid,
                after=grid,
                baseline=_last_baseline(lines, tall - head),
            ),
        ]


def _box(setting: Setting, height: float) -> Shape:
    """Return the box as the panel has it: a field, a frame whose line lies inside, or both."""
    style = setting.panel.box
    half = style.frame / 2
    area = Rect(0, 0, setting.measure, height).inset(Edges.all(half))
    return Shape(
        rectangle(area),
        fill=setting.theme.color(style.ground) if style.ground else None,
        stroke=Stroke(setting.color("rule"), style.frame) if style.frame else None,
    )


def _last_baseline(lines: Sequence[Strip], foot: float) -> float | None:
    """Return where the last of `lines`, which ends at `foot`, stands; None if it need not.

    With that one on the grid, the words in the box keep step with those beside it.
    """
    last = lines[-1] if lines else None
    if last is None or last.baseline is None:
        return None
    return foot - last.height + last.baseline
