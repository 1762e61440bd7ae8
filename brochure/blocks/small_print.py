"""The small print."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import RichText


class SmallPrint(Block):
    """What must be said, set small."""

    SHORTHAND: ClassVar[str] = "text"

    text: RichText
