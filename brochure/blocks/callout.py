"""A tinted box that sets a few lines apart."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import Inline, RichText


class Callout(Block):
    """Words in a box; `label` is the small line at its head, `title` a heading in it."""

    SHORTHAND: ClassVar[str] = "text"

    text: RichText
    label: Inline | None = None
    title: Inline | None = None
