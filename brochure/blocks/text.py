"""Running text: paragraphs and lists in Markdown."""

from __future__ import annotations

from typing import ClassVar, Literal

from brochure.blocks.block import Block
from brochure.richtext import RichText


class Text(Block):
    """Paragraphs; `style: lead` sets them as the larger opening of a section."""

    SHORTHAND: ClassVar[str] = "text"

    text: RichText
    style: Literal["body", "lead"] = "body"
