"""A picture, in the column or filling the whole panel behind the words."""

from __future__ import annotations

from typing import ClassVar, Literal

from brochure.blocks.block import Block
from brochure.fields import FileName, Focus, Length


class Picture(Block):
    """A picture without a caption.

    `alt` says what it shows; `decorative: true` marks one that says nothing. `focus` is the point
    that a crop keeps. `place: panel` fills the panel to its edges; `height` sets the height of one
    in the column, which else keeps its proportions.
    """

    SHORTHAND: ClassVar[str] = "file"

    file: FileName
    alt: str = ""
    decorative: bool = False
    focus: Focus = Focus()
    place: Literal["column", "panel"] = "column"
    height: Length | None = None
