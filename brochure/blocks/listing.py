"""A list of points, with bullets."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import Inline


class List(Block):
    """Short points, each with a bullet."""

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Inline, ...]
