"""The fonts of a document: Type 0, Identity-H, a character code being a glyph's number.

Codes are glyph numbers, so operators do not depend on what else a document shows. What glyphs
read as comes from the texts that were shaped (ISO 32000-1, 9.7 for composite fonts, 9.10.3 for
ToUnicode).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.glyphs import NOTHING
from brochure.pdf.objects import Stream, add, add_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.pdf.engine import PDFDocument
    from brochure.pdf.glyphs import Cluster
    from brochure.pdf.objects import Reference
    from brochure.pdf.part import Part
    from brochure.typography.fonts import Font

_IDENTITY = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


class Shown:
    """What each font's glyphs read as, over a whole document.

    `misread` lists by font the glyphs that stand for a second text, which ToUnicode cannot say.
    """

    def __init__(self) -> None:
        self._clusters: dict[Font, dict[Cluster, None]] = {}

    def add(self, shown: Iterable[tuple[Font, tuple[Cluster, ...]]]) -> None:
        """Add clusters by font."""
        for font, clusters in shown:
            self._clusters.setdefault(font, {}).update(dict.fromkeys(clusters))

    @property
    def misread(self) -> tuple[tuple[Font, frozenset[tuple[int, str]]], ...]:
        """The (glyph, text) of each font that its ToUnicode does not say."""
        found = []
        for font, clusters in self._clusters.items():
            meanings = self.meanings(font)
            misread = frozenset(
                (glyphs[0], text)
                for glyphs, text in clusters
                if len(glyphs) == 1 and meanings[glyphs[0]] != text
            )
            if misread:
                found.append((font, misread))
        return tuple(found)

    @property
    def fonts(self) -> tuple[Font, ...]:
        """The fonts shown, in the order of first use."""
        return tuple(self._clusters)

    def meanings(self, font: Font) -> dict[int, str]:
        """Return what each glyph of `font` reads as.

        The first text that it stands for alone; in a cluster, the first glyph has the text.
        """
        meanings: dict[int, str] = {}
        clusters = self._clusters[font]
        for glyphs, text in clusters:
            if len(glyphs) == 1:
                meanings.setdefault(glyphs[0], text or NOTHING)
        for (first, *others), text in clusters:
            meanings.setdefault(first, text or NOTHING)
            for glyph in others:
                meanings.setdefault(glyph, NOTHING)
        return meanings


def embed(font: Font, part: Part, document: PDFDocument) -> Reference:
    """Add `part` of `font` to `document` and return its reference."""
    name = f"/{part.tag}+{font.name}"
    if font.is_cff:
        file = {"FontFile3": Stream(part.deflated, Filter="/FlateDecode", Subtype="/OpenType")}
        kind = {"Subtype": "/CIDFontType0"}
    else:
        file = {"FontFile2": Stream(part.deflated, Filter="/FlateDecode", Length1=part.length)}
        kind = {"Subtype": "/CIDFontType2", "CIDToGIDMap": "/Identity"}
    files = {key: add(document, stream) for key, stream in file.items()}
    descriptor = add_dictionary(document, {**part.descriptor, "FontName": name, **files})
    descendant = add_dictionary(
        document,
        {
            "Type": "/Font",
            **kind,
            "BaseFont": name,
            "CIDSystemInfo": _IDENTITY,
            "FontDescriptor": descriptor,
            "W": part.widths,
        },
    )
    return add_dictionary(
        document,
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": f"[{descendant}]",
            "ToUnicode": add(document, Stream(part.to_unicode, Filter="/FlateDecode")),
        },
    )
