"""The part of a font that a document shows, and what a PDF says of it.

HarfBuzz cuts it out. Glyphs keep their numbers (RETAIN_GIDS), so that what is painted does not
depend on what else the document shows. Layout, names and hinting go: a viewer needs outlines and
advances only. Of letters and figures a part has all or none, so that other words seldom need
another: cutting takes 1 to 2 ms a font, and the letters that no word needs add 12 kB to the
brochure's five.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from brochure.cache import recalled
from brochure.pdf.descriptor import describe
from brochure.pdf.objects import utf16
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.cache import Cache
    from brochure.typography.fonts import Font

Meanings: TypeAlias = "tuple[tuple[int, str], ...]"
"""Glyphs and what each reads as, in order."""

# ISO 32000-1, 9.9 (table 126): what a reader uses of an embedded font.
_TRUETYPE = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "gasp"})
_CFF = frozenset({"CFF ", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"})

_SETS = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")

_BLOCK = 100  # entries of one bfchar block, at most (Adobe technical note 5411)
_OPEN_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CLOSE_MAP = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Part(msgspec.Struct, frozen=True):
    """A font file cut down (deflated, and its length before), the six letters that mark it.

    `widths` and `descriptor` are PDF's words for the glyphs' advances and the font's looks;
    `to_unicode` is the deflated map from glyphs to characters.
    """

    deflated: bytes
    length: int
    tag: str
    widths: str
    to_unicode: bytes
    descriptor: dict[str, object]


def in_full(font: Font, meanings: Mapping[int, str]) -> Meanings:
    """Return `meanings`, and those of all small letters, capitals or figures where one is there."""
    said = set(meanings.values())
    found: dict[int, str] = {}
    for characters in _SETS:
        if not said.isdisjoint(characters):
            found |= _nominal(font, characters)
    found.pop(0, None)  # what stands for a character that the font lacks
    return tuple(sorted({**found, **meanings}.items()))


@lru_cache(maxsize=256)
def _nominal(font: Font, characters: str) -> dict[int, str]:
    return {font.glyph(character): character for character in characters}


@lru_cache(maxsize=128)
def part_of(font: Font, meanings: Meanings, cache: Cache | None = None) -> Part:
    """Return the part of `font` that draws the glyphs of `meanings`, kept in `cache`.

    The tag comes from the bytes alone (9.6.4 asks for six capitals, different for different
    subsets), so that the same text gives the same file.
    """

    def made() -> tuple[object, ...]:
        glyphs = tuple(glyph for glyph, _ in meanings)
        data = _cut(font, glyphs)
        digest = hashlib.sha256(data).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        to_unicode = zlib.compress(_to_unicode(meanings))
        widths = _widths(font, glyphs)
        return zlib.compress(data), len(data), tag, widths, to_unicode, describe(font)

    return Part(*recalled(cache, made, "part", font.key, font.stamp, meanings))  # type: ignore[arg-type]


def _cut(font: Font, glyphs: tuple[int, ...]) -> bytes:
    import uharfbuzz as hb  # noqa: PLC0415 - 10 ms; most builds have their parts from the cache

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE
    kept = _CFF if font.is_cff else _TRUETYPE
    wanted.drop_table_tag_set.update(
        int.from_bytes(table.encode("latin-1"), "big")
        for table in font.face.table_tags
        if table not in kept
    )
    return bytes(hb.subset(font.face, wanted).blob.data)


def _widths(font: Font, glyphs: tuple[int, ...]) -> str:
    """Return the glyphs' own advances, neighbors in one array (9.7.4.3)."""
    rows: list[str] = []
    previous = None
    for glyph in glyphs:
        if previous is None or glyph != previous + 1:
            rows.append(f"{']' if rows else ''}{glyph}[")
        rows.append(number(font.advance(glyph) * font.scale))
        previous = glyph
    return f"[{' '.join(rows)}]]"


def _to_unicode(meanings: Meanings) -> bytes:
    """Return the CMap from glyphs to characters."""
    entries = [f"<{glyph:04X}> <{utf16(text)}>" for glyph, text in meanings]
    lines = [_OPEN_MAP]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, _CLOSE_MAP]).encode("ascii")
