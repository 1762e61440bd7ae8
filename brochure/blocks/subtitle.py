"""The promise under the title."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import Inline


class Subtitle(Block):
    """One sentence under the title."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
