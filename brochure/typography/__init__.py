"""Type: fonts, shaping, measuring, line breaking, hyphenation; everything in points."""

from brochure.typography.coverage import by_font
from brochure.typography.direction import Direction, direction_of
from brochure.typography.families import Family, families, family
from brochure.typography.fonts import Font, keep_fonts, load
from brochure.typography.galley import Run
from brochure.typography.paragraph import ENDLESS, Line, Piece, break_paragraph
from brochure.typography.shaping import GlyphRun, Voice, shape
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
    "direction_of",
    "families",
    "family",
    "keep_fonts",
    "load",
    "shape",
]
