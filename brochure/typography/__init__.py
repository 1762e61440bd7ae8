"""Type: fonts, shaping, measuring, line breaking, hyphenation; everything in points."""

from brochure.typography.coverage import by_font
from brochure.typography.families import Family, families, family
from brochure.typography.fonts import Font, keep_fonts, load
from brochure.typography.paragraph import ENDLESS, Line, Piece, Run, break_paragraph
from brochure.typography.shaping import Direction, GlyphRun, Voice, shape
from brochure.typography.standing import StandingType

__all__ = [
    "ENDLESS",
    "Direction",
    "Family",
    "Font",
    "GlyphRun",
    "Line",
    "Piece",
    "Run",
    "StandingType",
    "Voice",
    "break_paragraph",
    "by_font",
    "families",
    "family",
    "keep_fonts",
    "load",
    "shape",
]
