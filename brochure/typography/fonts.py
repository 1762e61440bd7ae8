"""Font files, opened once a process, with the measures that setting needs."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

import uharfbuzz as hb

if TYPE_CHECKING:
    from pathlib import Path

# Spelled with letters about as often as running text has them.
_RUNNING = "Anything the skin needs it makes itself, cells and fibers, as the small marks heal."


class Font:
    """One face of a family: its outlines, character map and measures, in 1/1000 em.

    A font compares by identity; `load` returns the same one for the same file.
    """

    def __init__(self, path: Path) -> None:
        """Open the font file at `path`.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if it is no OpenType font.

        """
        self.path = path
        self.face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.units_per_em = self.face.upem
        if not self.face.glyph_count:
            message = f"{path.name} is not an OpenType font"
            raise ValueError(message)
        self.hb = hb.Font(self.face)
        self.scale = 1000 / self.units_per_em
        self._advances: dict[int, int] = {}

    @cached_property
    def name(self) -> str:
        """The PostScript name, as PDF wants it."""
        found = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return "".join(char for char in found if char.isascii() and (char.isalnum() or char == "-"))

    @cached_property
    def key(self) -> str:
        """A name that tells this font file from every other: its PostScript name and its length."""
        return f"{self.name}-{self.stamp[0]}"

    @cached_property
    def stamp(self) -> tuple[int, int]:
        """The file's length in bytes and the time when it was last written (ns)."""
        status = self.path.stat()
        return status.st_size, status.st_mtime_ns

    @cached_property
    def is_cff(self) -> bool:
        """Whether the outlines are CFF (an .otf), not glyf."""
        return "CFF " in self.face.table_tags

    @cached_property
    def _extents(self) -> hb.FontExtents:
        return self.hb.get_font_extents("ltr")

    @property
    def ascender(self) -> float:
        """Height above the baseline."""
        return float(self._extents.ascender * self.scale)

    @property
    def descender(self) -> float:
        """Depth below the baseline, negative."""
        return float(self._extents.descender * self.scale)

    @cached_property
    def cap_height(self) -> float:
        """Height of the capitals."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """Height of the small letters."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    @cached_property
    def character(self) -> float:
        """Width of a character of running text, its spaces counted, on average."""
        whole = sum(self.advance(self.glyph(char)) for char in _RUNNING)
        return float(whole * self.scale / len(_RUNNING))

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        return float(self.hb.get_metric_position_with_fallback(tag) * self.scale)

    def advance(self, glyph: int) -> int:
        """Return the glyph's own advance, without kerning, in font units."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.hb.get_glyph_h_advance(glyph)
        return found

    def glyph(self, character: str) -> int:
        """Return the glyph that `character` maps to, 0 where the font has none."""
        return self.hb.get_nominal_glyph(ord(character)) or 0


@cache
def load(path: Path) -> Font:
    """Return the font of the file at `path`, the same one at every call."""
    return Font(path)
