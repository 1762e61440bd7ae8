"""A painted page read letter by letter, for text that runs to the left, or both ways.

PDFium guesses which way a line runs and turns what is in it around: “Wi-Fi” in a Hebrew sentence
reads as “Fi-Wi”. What it knows for certain is which operator shows a letter, and where it stands.
Operators come in the order in which text is read; within one, letters stand from left to right, and
those that run to the left have an operator each (`pdf/glyphs.py`).
"""

from __future__ import annotations

from ctypes import addressof, byref
from typing import TYPE_CHECKING, Any

import msgspec
import pypdfium2.raw as pdfium

from brochure.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pypdfium2

# Of a letter's height, which is 1.2 to 1.4 em: a space has 0.19 em or more, tracking 0.09 at most.
_GAP = 0.1


class _Piece(msgspec.Struct, frozen=True):
    """What one operator shows: its box in points, y upward."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    def joins(self, before: _Piece) -> bool:
        """Tell whether it goes on where `before` ends, to either side."""
        near = _GAP * (self.top - self.bottom)
        gap = max(self.left - before.right, before.left - self.right)
        return abs(self.bottom - before.bottom) < near and gap < near


def lettered(leaf: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> list[tuple[str, Point]]:
    """Return the stretches of text on `leaf` that no white parts, in the order of their operators.

    Each comes with the middle of its first operator's box (points, y downward).
    """
    found: list[tuple[str, Point]] = []
    before = None
    for piece in _pieces(leaf, words):
        if before is not None and piece.joins(before):
            found[-1] = found[-1][0] + piece.text, found[-1][1]
        else:
            middle = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
            found.append((piece.text, Point(middle[0], leaf.get_height() - middle[1])))
        before = piece
    return found


def _pieces(leaf: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> Iterator[_Piece]:
    """Yield what each operator shows, its letters from left to right."""
    letters: dict[int, list[tuple[str, pdfium.FS_RECTF]]] = {}
    for index in range(pdfium.FPDFText_CountChars(words)):
        shown = pdfium.FPDFText_GetTextObject(words, index)
        if shown and not pdfium.FPDFText_IsGenerated(words, index):
            box = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(words, index, byref(box))
            letter = chr(pdfium.FPDFText_GetUnicode(words, index))
            letters.setdefault(addressof(shown.contents), []).append((letter, box))
    for number in range(pdfium.FPDFPage_CountObjects(leaf)):
        item = pdfium.FPDFPage_GetObject(leaf, number)
        if shown_there := letters.get(addressof(item.contents)):
            # On a panel that lies on its head, from right to left.
            there = sorted(shown_there, key=lambda one: one[1].left, reverse=_on_its_head(item))
            boxes = [box for _, box in there]
            yield _Piece(
                _whole(letter for letter, _ in there),
                min(box.left for box in boxes),
                max(box.right for box in boxes),
                min(box.bottom for box in boxes),
                max(box.top for box in boxes),
            )


def _whole(letters: Iterable[str]) -> str:
    """Return `letters` together; PDFium gives those beyond U+FFFF in two halves."""
    halves = "".join(letters).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


def _on_its_head(item: Any) -> bool:  # noqa: ANN401 - C's own
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, byref(matrix))
    return bool(matrix.a < 0)
