"""The parts of a font file that a document shows, cut out by HarfBuzz.

Glyphs keep their numbers (RETAIN_GIDS), so that what is painted does not depend on what else the
document shows. Layout, names and hinting go: a viewer needs outlines and advances only.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
import uharfbuzz as hb

from brochure.cache import recalled

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.typography.fonts import Font

# ISO 32000-1, 9.9 (table 126): what a reader uses of an embedded font.
_TRUETYPE = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "gasp"})
_CFF = frozenset({"CFF ", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"})
_FLAGS = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE


class Subset(msgspec.Struct, frozen=True):
    """A font file cut down: deflated, its length before, and the six letters that mark it."""

    deflated: bytes
    length: int
    tag: str


@lru_cache(maxsize=128)
def subset(font: Font, glyphs: tuple[int, ...], cache: Cache | None = None) -> Subset:
    """Return the part of `font` that draws `glyphs`, kept in `cache` between builds.

    The tag comes from the bytes alone (9.6.4 asks for six capitals, different for different
    subsets), so that the same text gives the same file.
    """

    def made() -> tuple[bytes, int, str]:
        data = _cut(font, glyphs)
        digest = hashlib.sha256(data).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        return zlib.compress(data), len(data), tag

    return Subset(*recalled(cache, made, "subset", font.key, font.stamp, glyphs))


def _cut(font: Font, glyphs: tuple[int, ...]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = _FLAGS
    kept = _CFF if font.is_cff else _TRUETYPE
    wanted.drop_table_tag_set.update(
        int.from_bytes(table.encode("latin-1"), "big")
        for table in font.face.table_tags
        if table not in kept
    )
    return bytes(hb.subset(font.face, wanted).blob.data)
