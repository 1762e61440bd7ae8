"""A painted PDF read back with PDFium: another library than the one that wrote it.

PDFium loads for 40 ms, so this module is imported where a check needs it and by no build.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
import pypdfium2

if TYPE_CHECKING:
    from brochure.geometry import Rect

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u00ad\u200b\u200c\u200d\u2060\ufeff])*")


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
        self._data = data
        self._document = pypdfium2.PdfDocument(data)
        self._leaf: tuple[int, pypdfium2.PdfPage] | None = None

    @cached_property
    def _turned(self) -> pypdfium2.PdfDocument:
        """The same file with every page on its head, as a reader turns the sheet."""
        document = pypdfium2.PdfDocument(self._data)
        for leaf in document:
            leaf.set_rotation(180)
            leaf.close()
        return document

    def text(self, page: int, box: Rect, *, turned: bool = False) -> str:
        """Return the characters whose middle lies in `box` (points, y downward), in their order.

        PDFium puts the runs of a line in the order of their places, so what is `turned` on its head
        is read from a page that is turned, too. A hyphen at the end of a line reads as U+FFFE:
        whether a break put it in PDFium cannot know.
        """
        leaf = self._turned[page] if turned else self._opened(page)
        height = leaf.get_height()
        found: str = leaf.get_textpage().get_text_bounded(
            box.x, height - box.bottom, box.right, height - box.y
        )
        return found

    def _opened(self, page: int) -> pypdfium2.PdfPage:
        """Return a page, which PDFium parses anew each time: checks ask for one in many places."""
        if self._leaf is None or self._leaf[0] != page:
            self._leaf = (page, self._document[page])
        return self._leaf[1]

    def pixels(self, page: int, box: Rect, dpi: float, *, gray: bool) -> Pixels:
        """Return what shows in `box` (points, y downward) of a page rendered at `dpi`."""
        leaf = self._opened(page)
        width, height = leaf.get_size()
        edges = (box.x, height - box.bottom, width - box.right, box.y)
        left, bottom, right, top = (max(edge, 0.0) for edge in edges)
        bitmap = leaf.render(scale=dpi / 72, crop=(left, bottom, right, top), grayscale=gray)
        return Pixels(
            memoryview(bitmap.buffer).cast("B"), bitmap.width, bitmap.height, bitmap.stride
        )


def words(text: str) -> list[tuple[str, int]]:
    """Return the words of `text` for comparison, and where each starts: letters and digits alone.

    Capitals are small and ligatures apart, as a page may show either for the other.
    """
    return [(plain(found.group()), found.start()) for found in _WORD.finditer(text)]


def plain(word: str) -> str:
    """Return `word` without what sets its looks: capitals, ligatures, unseen characters."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_UNSEEN)
