"""The fonts of a document: Type 0, Identity-H, a character code being a glyph's number.

Codes are glyph numbers, so operators do not depend on what else a document shows. What glyphs
read as comes from the texts that were shaped (ISO 32000-1, 9.7 for composite fonts, 9.10.3 for
ToUnicode).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.descriptor import describe
from brochure.pdf.glyphs import NOTHING, encode, encode_read
from brochure.pdf.objects import Stream, add, add_dictionary, deflated, utf16, written
from brochure.pdf.operators import number
from brochure.pdf.subset import subset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.pdf.engine import PDFDocument, PDFObjectReference
    from brochure.typography import GlyphRun
    from brochure.typography.fonts import Font

_IDENTITY = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
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


class Face:
    """One font in one document: its resource name, and what each glyph shown reads as."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self.meanings: dict[int, str] = {}

    def encode(self, run: GlyphRun, *, read_apart: bool = False) -> str:
        """Return the operators that show `run`, and remember its glyphs.

        The first text that a glyph stands for goes into ToUnicode; where it stands for another,
        its text is spelled out in place. `read_apart` says that the caller does that for the
        whole run: nested replacements lose text in poppler.
        """
        encoded = encode(run)
        meanings, misread = self.meanings, False
        for glyphs, text in encoded.clusters:
            if len(glyphs) == 1:
                if meanings.setdefault(glyphs[0], text or NOTHING) != text:
                    misread = True
                continue
            first, *others = glyphs
            meanings.setdefault(first, text or NOTHING)
            for glyph in others:
                meanings.setdefault(glyph, NOTHING)
            misread = True
        if misread and not read_apart:
            return encode_read(run, meanings)
        return encoded.operators


def embed(face: Face, document: PDFDocument) -> PDFObjectReference:
    """Add the font of `face`, cut to what was shown, to `document` and return its reference."""
    font = face.font
    glyphs = tuple(sorted(face.meanings))
    part = subset(font, glyphs)
    name = f"/{part.tag}+{font.name}"
    if font.is_cff:
        file = {"FontFile3": Stream(part.deflated, Filter="/FlateDecode", Subtype="/OpenType")}
        kind = {"Subtype": "/CIDFontType0"}
    else:
        file = {"FontFile2": Stream(part.deflated, Filter="/FlateDecode", Length1=part.length)}
        kind = {"Subtype": "/CIDFontType2", "CIDToGIDMap": "/Identity"}
    files = {key: add(document, stream) for key, stream in file.items()}
    descriptor = add_dictionary(document, {**describe(font), "FontName": name, **files})
    descendant = add_dictionary(
        document,
        {
            "Type": "/Font",
            **kind,
            "BaseFont": name,
            "CIDSystemInfo": _IDENTITY,
            "FontDescriptor": descriptor,
            "W": _widths(font, glyphs),
        },
    )
    return add_dictionary(
        document,
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": f"[{written(descendant, document)}]",
            "ToUnicode": add(document, deflated(_to_unicode(face.meanings).encode("ascii"))),
        },
    )


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


def _to_unicode(meanings: Mapping[int, str]) -> str:
    """Return the CMap from glyphs to characters."""
    entries = [f"<{glyph:04X}> <{utf16(text)}>" for glyph, text in sorted(meanings.items())]
    lines = [_OPEN_MAP]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, _CLOSE_MAP])
