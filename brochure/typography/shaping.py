"""Characters to glyphs: kerning, ligatures and features by HarfBuzz, a whole run at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import uharfbuzz as hb

if TYPE_CHECKING:
    from brochure.typography.fonts import Font


class Direction(StrEnum):
    """Which way a text runs; the values are HarfBuzz's."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font at one size, in visual order.

    `advances` and `offsets` are in points, kerning and tracking included; `texts` gives each
    glyph the characters it stands for, all of a cluster's at its first glyph and "" at the others.
    """

    font: Font
    size: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    offsets: tuple[tuple[float, float], ...] | None = None

    @property
    def width(self) -> float:
        """The distance from the run's start to where the next run would start, in points."""
        return sum(self.advances)

    @property
    def text(self) -> str:
        """The characters of the run."""
        return "".join(self.texts)
