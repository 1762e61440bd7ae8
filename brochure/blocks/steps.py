"""Steps in order, each with its number."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block, Part
from brochure.richtext import Inline


class Step(Part):
    """One step: what happens, after a short bold name if it has one."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    title: Inline | None = None


class Steps(Block):
    """Numbered steps."""

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Step, ...]
