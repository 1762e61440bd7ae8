"""The brochure's name, largest on the cover."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import Inline


class Title(Block):
    """The name of the brochure; `label` is the small line above it."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    label: Inline | None = None
