"""PDF objects that reportlab lacks or writes wrongly: streams, deflated once, ended properly."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NewType

from brochure.pdf.engine import PDFObject, PDFStream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.pdf.engine import PDFDocument

Reference = NewType("Reference", str)
"""How an object is called within others, such as `12 0 R` (ISO 32000-1, 7.3.10)."""

_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
_LEVEL = 4  # against level 6: 1 to 2 % more bytes, half the time or less (6,000 curves: 10 ms)


class Dictionary(PDFObject):
    """A dictionary (ISO 32000-1, 7.3.7): a string stands as PDF's own words for a value.

    reportlab's own formats names and values one by one, with checks; this takes a third of the
    time, which is a fifth of painting a page again.
    """

    def __init__(self, entries: Mapping[str, object]) -> None:
        self.entries = dict(entries)

    def __setitem__(self, key: str, value: object) -> None:
        """Set an entry, at any time before the file is written."""
        self.entries[key] = value

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary as it stands in the file."""
        entries = []
        for key, value in self.entries.items():
            said = value
            if isinstance(value, PDFObject):
                # Bytes of a string are any; Latin-1 has a character for each.
                said = value.format(document).decode("latin-1")  # type: ignore[attr-defined]
            entries.append(f"/{key} {said}\n")
        return f"<<{''.join(entries)}>>".encode("latin-1")


class Stream(PDFStream):
    """A stream of bytes, encoded already, with the keys that say how.

    reportlab writes no end-of-line before `endstream`, which ISO 32000-1, 7.3.8.1 asks for and
    PDF/A insists on. It is a carriage return and a line feed: a line feed alone after data that end
    in a carriage return would be taken for both, and the stream for a byte shorter than it says.
    """

    def __init__(self, content: bytes, **keys: object) -> None:
        super().__init__(Dictionary({**keys, "Length": len(content)}), content)

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return b"".join(
            (self.dictionary.format(document), b"\nstream\n", self.content, b"\r\nendstream\n")
        )


def deflated(content: bytes, **keys: object) -> Stream:
    """Return a stream of `content`, compressed."""
    return Stream(deflate(content), Filter="/FlateDecode", **keys)


@lru_cache(maxsize=64)
def deflate(content: bytes) -> bytes:
    """Return `content` compressed; a page painted again unchanged costs nothing."""
    return zlib.compress(content, _LEVEL)


def add(document: PDFDocument, made: PDFObject) -> Reference:
    """Add an object to `document` and return the reference to it.

    In words, since the object has its number from now on: reportlab's own reference looks it up
    whenever it is written, which a tagged file does a thousand times.
    """
    found = document.Reference(made)  # type: ignore[no-untyped-call]
    number, generation = document.idToObjectNumberAndVersion[found.name]
    return Reference(f"{number} {generation} R")


def add_dictionary(document: PDFDocument, entries: Mapping[str, object]) -> Reference:
    """Add a dictionary to `document` and return the reference to it."""
    return add(document, Dictionary(entries))


def text_string(text: str) -> str:
    """Return `text` as a text string (7.9.2.2): as it is if it is ASCII, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """Return `text` as hexadecimal UTF-16, without a byte order mark and without U+0000."""
    return text.replace("\0", "").encode("utf-16-be").hex().upper()
