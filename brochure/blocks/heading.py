"""A heading: it opens a section and never stands alone at a panel's foot."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from brochure.blocks.block import Block
from brochure.richtext import Inline


class Heading(Block):
    """A section's name; `label` is the small line above it, `level` its depth: 2, or 3 within a 2."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    label: Inline | None = None
    level: Annotated[int, Meta(ge=2, le=3)] = 2
