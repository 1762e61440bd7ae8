"""Sheets → one PDF file: pages, links, outline, catalog and metadata around painted content."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from brochure.pdf.engine import Canvas, PDFDictionary, PDFPage
from brochure.pdf.objects import Stream, deflated, text_string
from brochure.pdf.outline import Outline
from brochure.pdf.painter import paint_frame
from brochure.pdf.resources import Resources
from brochure.pdf.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.model import Properties, Sheet
    from brochure.pdf.painter import Painted, Target

_VERSION = (1, 7)
_PRINT = "4"  # annotation flag 3: printed with the page (ISO 32000-1, 12.5.3)
_DUPLEX = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge"}
_URI_SAFE = frozenset(map(chr, range(0x21, 0x7F)))


class _Blank(Canvas):
    """reportlab's canvas without the preamble that names an unembedded Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def paint(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """Return `sheets` as a PDF 1.7 file, one page each, that describes itself by `properties`.

    The same input gives the same bytes: there is no clock in it (SOURCE_DATE_EPOCH, if set, is its
    date), and its ID is made from its content.
    """
    canvas = _Blank(io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=_VERSION, lang=properties.language)
    resources = Resources(canvas._doc)
    outline = Outline(canvas)
    pages = []
    for sheet in sheets:
        painted = paint_frame(sheet.frame, resources)
        canvas.setPageSize(tuple(sheet.frame.size))
        for target in painted.targets:
            _annotate(canvas, target)
        outline.enter(painted.headings)
        canvas.showPage()
        page = canvas._doc.Pages.pages[-1]
        pages.append(painted)
    ...
    return canvas.getpdfdata()
