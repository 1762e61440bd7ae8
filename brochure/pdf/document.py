"""Sheets → one PDF file: painted pages, and what the file says about itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from brochure.pdf.canvas import Pages, viewer_preferences
from brochure.pdf.objects import Stream, add
from brochure.pdf.outline import Outline
from brochure.pdf.painter import paint_frame
from brochure.pdf.resources import Resources
from brochure.pdf.xmp import packet
from brochure.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brochure.model import Properties, Sheet

_PRODUCER = "brochure, ReportLab, HarfBuzz"
_DUPLEX = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge"}


def paint(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """Return `sheets` as a PDF 1.7 file, one page each, that describes itself by `properties`.

    The same input gives the same bytes, in any process: no clock is read (SOURCE_DATE_EPOCH, if
    set, is the date), and the ID is made from the content.
    """
    pages = Pages(properties.language)
    resources = Resources(pages.document)
    outline = Outline(pages)
    shared = add(pages.document, resources.dictionary)
    contents = []
    for sheet in sheets:
        painted = paint_frame(sheet.frame, resources)
        for target in painted.targets:
            pages.link(target)
        outline.enter(painted.headings)
        pages.close_page(painted, sheet.frame.size, shared)
        contents.append(painted.content)
    resources.close()
    identity = _identity(properties, contents, resources.digests)
    pages.identify(identity)
    _describe(pages, properties, identity)
    return pages.data()


def _describe(pages: Pages, properties: Properties, identity: str) -> None:
    """Write title, author and the like, twice (Info and XMP, in agreement), and print settings."""
    creator = f"brochure {__version__}"
    pages.setTitle(properties.title)
    pages.setAuthor(properties.author)
    pages.setSubject(properties.subject)
    pages.setKeywords(properties.keywords)
    pages.setCreator(creator)
    pages.setProducer(_PRODUCER)
    preferences = {
        "DisplayDocTitle": "true",
        "PickTrayByPDFSize": "true",
        "PrintScaling": "/None",  # folds are where they are: never fit to page
    }
    if properties.duplex is not None:
        preferences["Duplex"] = _DUPLEX[properties.duplex]
    metadata = packet(
        properties, creator=creator, producer=_PRODUCER, date=pages.date(), identity=identity
    )
    pages.catalog(
        ViewerPreferences=viewer_preferences(**preferences),
        # Not compressed: programs that do not read PDF look for it (14.3.2).
        Metadata=Stream(metadata, Type="/Metadata", Subtype="/XML"),
    )


def _identity(properties: Properties, contents: Iterable[bytes], pictures: Iterable[str]) -> str:
    """Return 32 hexadecimal digits that stand for all that is in the file."""
    digest = hashlib.sha256(repr((properties, *pictures)).encode())
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:32]
