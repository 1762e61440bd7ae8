"""Words on a dummy: short lines in the brochure's text family, black, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.color import BLACK
from brochure.frame import Text
from brochure.geometry import Point
from brochure.typography import Run, Voice, break_paragraph, family, load, shape

if TYPE_CHECKING:
    from brochure.frame import Item
    from brochure.themes import Theme
    from brochure.typography import Font, GlyphRun

LEADING = 1.35  # shares of the size: between 1.2 and 1.45 (domain notes §4)


class Lettering(msgspec.Struct, frozen=True):
    """The two faces that a dummy is lettered in."""

    regular: Font
    bold: Font

    @classmethod
    def of(cls, theme: Theme) -> Lettering:
        """Return the faces of `theme`'s text family."""
        faces = family(theme.fonts["text"])
        regular = load(faces.face(bold=False, italic=False))
        return cls(regular, load(faces.face(bold=True, italic=False)))

    def run(self, words: str, size: float, *, bold: bool = False) -> GlyphRun:
        """Return `words` as glyphs of `size` points."""
        voice = Voice(self.bold if bold else self.regular, size)
        return shape(words, voice).cut(0, len(words))

    def centered(self, words: str, middle: Point, size: float, *, bold: bool = False) -> Item:
        """Return `words` with the middle of their baseline at `middle`."""
        run = self.run(words, size, bold=bold)
        return Text(Point(middle.x - run.width / 2, middle.y), run, BLACK)

    def fitting(self, words: str, size: float, measure: float) -> float:
        """Return the size, at most `size`, at which bold `words` are no wider than `measure`."""
        return min(size, size * measure / self.run(words, size, bold=True).width)

    def paragraph(
        self, words: str, origin: Point, measure: float, size: float
    ) -> tuple[tuple[Item, ...], float]:
        """Return `words` in lines below `origin`, and the y below the last of them."""
        voice = Voice(self.regular, size)
        lines = break_paragraph((Run(words, voice, 0),), measure)
        y = origin.y
        items: list[Item] = []
        for line in lines:
            items += [
                Text(Point(origin.x + piece.x, y + size), piece.run, BLACK) for piece in line.pieces
            ]
            y += size * LEADING
        return tuple(items), y
