"""What painting depends on beside the items: an edition's colors and resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.color import Color
    from brochure.pdf.colorants import Colorants
    from brochure.typography.fonts import Font

_NOTHING: frozenset[tuple[int, str]] = frozenset()


class Medium(msgspec.Struct, frozen=True, cache_hash=True):
    """Colors as `colorants` names them, pictures at `ppi`; made once are kept in `cache`.

    `misread` lists by font the (glyph, text) that ToUnicode cannot say in the document at hand,
    because it has the glyph for another text too.
    """

    colorants: Colorants
    ppi: float
    cache: Cache | None = None
    misread: tuple[tuple[Font, frozenset[tuple[int, str]]], ...] = ()

    def misread_in(self, font: Font) -> frozenset[tuple[int, str]]:
        """Return what of `font` is misread."""
        for found, misread in self.misread:
            if found is font:
                return misread
        return _NOTHING

    def overprints(self, color: Color) -> bool:
        """Tell whether text in `color` prints over what is there: K alone, on a press."""
        if self.colorants.condition is None:
            return False
        *colored, black = self.colorants.components(color)
        return black > 0 and not any(colored)
