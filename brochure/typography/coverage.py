"""Which font sets a character: the one asked for, else a fallback, else none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brochure.typography.fonts import Font

# Characters that show nothing and need no glyph of their own: joiners, separators, what sets
# directions.
_INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)


def by_font(
    text: str,
    font: Font,
    fallbacks: Callable[[], Sequence[Font]],
) -> list[tuple[str, Font | None]]:
    """Part `text` into stretches that one font can set; None where no font has the character."""
    if font.covers(text):
        return [(text, font)]
    others = fallbacks()  # opened only now: most copy needs none of them

    def choose(character: str) -> Font | None:
        if character in _INVISIBLE or font.glyph(character):
            return font
        return next((other for other in others if other.glyph(character)), None)

    return [("".join(part), chosen) for chosen, part in groupby(text, key=choose)]
