"""Font files, opened once a process, with the measures that setting needs.

HarfBuzz loads for 10 ms, a tenth of a build. What it told an earlier build of a font is kept, so a
build that sets nothing anew does without.
"""

from __future__ import annotations

import marshal
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import uharfbuzz

    from brochure.cache import Cache

# Spelled with letters about as often as running text has them.
_RUNNING = "Anything the skin needs it makes itself, cells and fibers, as the small marks heal."


class Font:
    """One face of a family: its outlines, character map and measures, in 1/1000 em.

    A font compares by identity; `load` returns the same one for the same file.
    """

    def __init__(self, path: Path, cache: Cache | None = None) -> None:
        """Open the font file at `path`, or what is known of it from `cache`.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if it is no OpenType font.

        """
        self.path = path
        status = path.stat()
        self.stamp = status.st_size, status.st_mtime_ns
        """The file's length in bytes and the time when it was last written (ns)."""
        self._cache = cache
        self._entry = cache.key("font", str(path), self.stamp) if cache else ""
        kept = cache.get(self._entry) if cache else None
        # Bytes of our own folder, their hash checked.
        known = marshal.loads(kept) if kept else ({}, {}, {})  # noqa: S302
        self._facts: dict[str, Any] = known[0]
        self._glyphs: dict[str, int] = known[1]
        self._advances: dict[int, int] = known[2]
        self._covered: set[str] = set()
        self._kept = self._extent
        self.units_per_em: int = self._fact("units", lambda: self.face.upem)
        self.scale = 1000 / self.units_per_em

    @cached_property
    def face(self) -> uharfbuzz.Face:
        """The font file, opened."""
        import uharfbuzz as hb  # noqa: PLC0415 - see above

        face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        if not face.glyph_count:
            message = f"{self.path.name} is not an OpenType font"
            raise ValueError(message)
        return face

    @cached_property
    def hb(self) -> uharfbuzz.Font:
        """What shapes text in it."""
        import uharfbuzz as hb  # noqa: PLC0415 - see above

        return hb.Font(self.face)

    @cached_property
    def name(self) -> str:
        """The PostScript name, as PDF wants it."""
        found: str = self._fact("name", self._postscript_name) or self.path.stem
        return "".join(char for char in found if char.isascii() and (char.isalnum() or char == "-"))

    @cached_property
    def key(self) -> str:
        """A name that tells this font file from every other: its PostScript name and its length."""
        return f"{self.name}-{self.stamp[0]}"

    @cached_property
    def is_cff(self) -> bool:
        """Whether the outlines are CFF (an .otf), not glyf."""
        return bool(self._fact("cff", lambda: "CFF " in self.face.table_tags))

    @cached_property
    def ascender(self) -> float:
        """Height above the baseline."""
        return float(self._fact("ascender", lambda: self._extents.ascender) * self.scale)

    @cached_property
    def descender(self) -> float:
        """Depth below the baseline, negative."""
        return float(self._fact("descender", lambda: self._extents.descender) * self.scale)

    @cached_property
    def cap_height(self) -> float:
        """Height of the capitals."""
        return float(self._fact("capitals", lambda: self._metric("CAP_HEIGHT")) * self.scale)

    @cached_property
    def x_height(self) -> float:
        """Height of the small letters."""
        return float(self._fact("small letters", lambda: self._metric("X_HEIGHT")) * self.scale)

    @cached_property
    def character(self) -> float:
        """Width of a character of running text, its spaces counted, on average."""
        whole = sum(self.advance(self.glyph(char)) for char in _RUNNING)
        return float(whole * self.scale / len(_RUNNING))

    def advance(self, glyph: int) -> int:
        """Return the glyph's own advance, without kerning, in font units."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.hb.get_glyph_h_advance(glyph)
        return found

    def glyph(self, character: str) -> int:
        """Return the glyph that `character` maps to, 0 where the font has none."""
        found = self._glyphs.get(character)
        if found is None:
            found = self._glyphs[character] = self.hb.get_nominal_glyph(ord(character)) or 0
        return found

    def covers(self, text: str) -> bool:
        """Tell whether the font has a glyph for every character of `text`."""
        asked = set(text) - self._covered
        if not all(map(self.glyph, asked)):
            return False
        self._covered |= asked
        return True

    def keep(self) -> None:
        """Keep what was asked of it, if that is more than an earlier build asked."""
        if self._cache and self._extent != self._kept:
            known = self._facts, self._glyphs, self._advances
            self._cache.put(self._entry, marshal.dumps(known))
            self._kept = self._extent

    @property
    def _extent(self) -> tuple[int, ...]:
        return len(self._facts), len(self._glyphs), len(self._advances)

    def _fact(self, name: str, told: Callable[[], Any]) -> Any:  # noqa: ANN401 - a fact is of any type
        if name not in self._facts:
            self._facts[name] = told()
        return self._facts[name]

    @property
    def _extents(self) -> uharfbuzz.FontExtents:
        return self.hb.get_font_extents("ltr")

    def _metric(self, tag: str) -> int:
        import uharfbuzz as hb  # noqa: PLC0415 - see above

        found: int = self.hb.get_metric_position_with_fallback(hb.OTMetricsTag[tag])
        return found

    def _postscript_name(self) -> str | None:
        import uharfbuzz as hb  # noqa: PLC0415 - see above

        found: str | None = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return found


_opened: dict[Path, Font] = {}


def load(path: Path, cache: Cache | None = None) -> Font:
    """Return the font of the file at `path`, the same one at every call.

    The first call's `cache` is where what is asked of it is kept.
    """
    if path not in _opened:
        _opened[path] = Font(path, cache)
    return _opened[path]


def keep_fonts() -> None:
    """Keep what was asked of fonts, for the next process."""
    for font in _opened.values():
        font.keep()
