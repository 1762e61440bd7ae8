"""A painted PDF read back with PDFium: another library than the one that wrote it.

PDFium loads for 30 ms, so this module is imported where something has not been read before.
"""

from __future__ import annotations

from ctypes import byref, c_float, c_ushort, sizeof
from typing import TYPE_CHECKING, Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from brochure.geometry import Point
from brochure.preflight.lettered import lettered
from brochure.typography.bidi import has_leftward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.geometry import Rect


_BUFFER = (c_ushort * 256)()
"""Where PDFium puts the words of a run, in UTF-16; longer ones get their own."""


class Pixels(msgspec.Struct, frozen=True):
    """A part of a page, rendered: rows of `stride` bytes, gray, or blue, green and red in turn."""

    data: memoryview
    width: int
    height: int
    stride: int


class ReadBack:
    """The pages of a PDF file, by their number from 0."""

    def __init__(self, data: bytes) -> None:
        """Open the file that `data` holds."""
        self._document = pypdfium2.PdfDocument(data)
        self._leaf: tuple[int, bool, pypdfium2.PdfPage] | None = None

    def close(self) -> None:
        """Close the file; PDFium would complain of it when the process ends."""
        self._leaf = None
        self._document.close()  # its pages with it

    def runs(self, page: int, *, leftward: bool = False) -> list[tuple[str, Point]]:
        """Return the runs of text on a page in the order in which they are painted.

        Each is what one operator shows, with its middle (points, y downward). They are not put
        together: where PDFium does so, it takes lines of one letter each for a word. In a file that
        is read `leftward`, or where anything runs to the left, PDFium changes the order within a
        run, too, so there all are read by the letter.
        """
        leaf = self._opened(page)
        height, words = leaf.get_height(), leaf.get_textpage()
        found = []
        for item in _items(leaf):
            if text := _text(item, words):
                edges = [c_float() for _ in range(4)]
                pdfium.FPDFPageObj_GetBounds(item, *map(byref, edges))
                left, bottom, right, top = (edge.value for edge in edges)
                found.append((text, Point((left + right) / 2, height - (bottom + top) / 2)))
        leftward = leftward or any(has_leftward(text) for text, _ in found)
        return lettered(leaf, words) if leftward else found

    def pixels(
        self, page: int, box: Rect, dpi: float, *, gray: bool = False, words: bool = True
    ) -> Pixels:
        """Return what shows in `box` (points, y downward) of a page rendered at `dpi`.

        Without its `words` it shows what is seen behind them.
        """
        leaf = self._opened(page, words=words)
        width, height = leaf.get_size()
        edges = (box.x, height - box.bottom, width - box.right, box.y)
        left, bottom, right, top = (max(edge, 0.0) for edge in edges)
        bitmap = leaf.render(scale=dpi / 72, crop=(left, bottom, right, top), grayscale=gray)
        return Pixels(
            memoryview(bitmap.buffer).cast("B"), bitmap.width, bitmap.height, bitmap.stride
        )

    def _opened(self, page: int, *, words: bool = True) -> pypdfium2.PdfPage:
        """Return a page, which PDFium parses anew each time: checks ask for one in many places."""
        if self._leaf is None or self._leaf[:2] != (page, words):
            leaf = self._document[page]
            if not words:
                for item in _items(leaf):
                    pdfium.FPDFPageObj_SetIsActive(item, False)  # noqa: FBT003 - C's own
            self._leaf = (page, words, leaf)
        return self._leaf[2]


def _items(leaf: pypdfium2.PdfPage) -> Iterator[Any]:
    """Yield what shows text on `leaf`: in no group of the file is there any (8.10)."""
    for number in range(pdfium.FPDFPage_CountObjects(leaf)):
        item = pdfium.FPDFPage_GetObject(leaf, number)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item


def _text(item: Any, words: pypdfium2.PdfTextPage) -> str:  # noqa: ANN401 - C's own
    """Return what `item` says: by its ActualText, else by what its glyphs read as."""
    buffer, size = _BUFFER, pdfium.FPDFTextObj_GetText(item, words, _BUFFER, sizeof(_BUFFER))
    if size > sizeof(_BUFFER):  # then nothing was put there
        buffer = (c_ushort * size)()
        pdfium.FPDFTextObj_GetText(item, words, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")  # without the null at its end
