"""Type: fonts, shaping, measuring, line breaking, hyphenation; everything in points."""

from brochure.typography.fonts import Font, load
from brochure.typography.shaping import Direction, GlyphRun

__all__ = ["Direction", "Font", "GlyphRun", "load"]
