"""A figure across all panels of a side, each of its parts with a caption in its own panel."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block, Part
from brochure.fields import FileName, Focus, Length
from brochure.richtext import Inline


class BandCaption(Part):
    """What one part of the band shows."""

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    title: Inline | None = None


class Band(Block):
    """A wide picture at the head of a side; its captions are numbered, one a panel, in order."""

    file: FileName
    alt: str
    captions: tuple[BandCaption, ...] = ()
    focus: Focus = Focus()
    height: Length | None = None
