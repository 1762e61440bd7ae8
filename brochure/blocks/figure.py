"""A picture that informs, with its caption and a legend for the numbers in it."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.fields import FileName, Focus, Length
from brochure.richtext import Inline


class Figure(Block):
    """A picture, its caption, and what each number in it means, in order."""

    file: FileName
    alt: str
    caption: Inline | None = None
    legend: tuple[Inline, ...] = ()
    focus: Focus = Focus()
    height: Length | None = None
