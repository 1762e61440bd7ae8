"""What a PDF says of a font's looks: its FontDescriptor (ISO 32000-1, 9.8)."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING

from brochure.pdf.operators import number

if TYPE_CHECKING:
    from brochure.typography.fonts import Font

_FIXED_PITCH, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64
_SERIF_CLASSES = frozenset({1, 2, 3, 4, 5, 7})  # OS/2 sFamilyClass, high byte


@lru_cache(maxsize=64)
def describe(font: Font) -> dict[str, object]:
    """Return the entries of the descriptor of `font`, without its name and its file.

    Symbolic, because a subset addressed by glyph has no Adobe standard encoding (table 123).
    """
    import uharfbuzz as hb  # noqa: PLC0415 - 10 ms; most builds have descriptors from the cache

    italic_angle, fixed = _post(font)
    flags = _SYMBOLIC
    flags |= _FIXED_PITCH if fixed else 0
    flags |= _SERIF if _family_class(font) in _SERIF_CLASSES else 0
    flags |= _ITALIC if italic_angle or font.hb.get_style_value(hb.StyleTag.ITALIC) else 0
    return {
        "Type": "/FontDescriptor",
        "Flags": flags,
        "FontBBox": f"[{' '.join(number(edge * font.scale, 0) for edge in _box(font))}]",
        "ItalicAngle": number(italic_angle),
        "Ascent": number(font.ascender, 0),
        "Descent": number(font.descender, 0),
        "CapHeight": number(font.cap_height, 0),
        "StemV": number(_stem(font), 0),
    }


def _stem(font: Font) -> float:
    """Return the width of upright stems, guessed from the weight.

    OpenType does not record it; 10 at weight 50 and 220 at 950 is what Typst writes too.
    """
    import uharfbuzz as hb  # noqa: PLC0415 - the same

    return 10 + 0.244 * (float(font.hb.get_style_value(hb.StyleTag.WEIGHT)) - 50)


def _table(font: Font, tag: str) -> bytes:
    return bytes(font.face.reference_table(tag).data)


def _box(font: Font) -> tuple[int, int, int, int]:
    """Return xMin, yMin, xMax and yMax of the `head` table, in font units."""
    left, bottom, right, top = struct.unpack_from(">4h", _table(font, "head"), 36)
    return left, bottom, right, top


def _post(font: Font) -> tuple[float, bool]:
    """Return the italic angle in degrees, and whether all glyphs are equally wide."""
    table = _table(font, "post")
    if not table:
        return 0.0, False
    angle, fixed = struct.unpack_from(">i4xI", table, 4)
    return angle / 65536, bool(fixed)


def _family_class(font: Font) -> int:
    """Return the IBM font class of the OS/2 table, 0 where unknown."""
    table = _table(font, "OS/2")
    return table[30] if table else 0
