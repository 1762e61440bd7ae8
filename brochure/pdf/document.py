"""Sheets → one PDF file: painted pages, and what the file says about itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.model import Painted
from brochure.pdf.assembly import assemble
from brochure.pdf.colorants import RGB, press
from brochure.pdf.file import File
from brochure.pdf.fonts import Shown
from brochure.pdf.medium import Medium
from brochure.pdf.objects import Dictionary, Stream, add, text_string, utf16
from brochure.pdf.outline import Heading, outline
from brochure.pdf.output import OFFICE, Output
from brochure.pdf.resources import Resources
from brochure.pdf.standards import STANDARDS, Standard
from brochure.pdf.structure import Structure
from brochure.pdf.xmp import Origin, packet
from brochure.typography import Direction, direction_of
from brochure.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.geometry import Point
    from brochure.images import Cache
    from brochure.model import Properties, Sheet

_PRODUCER = "brochure, ReportLab, HarfBuzz"
_DUPLEX = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge"}


def paint(
    sheets: Sequence[Sheet],
    properties: Properties,
    output: Output = OFFICE,
    *,
    cache: Cache | None = None,
) -> Painted:
    """Return `sheets` as a PDF file, one page each, that describes itself by `properties`.

    `output` says what kind of file it is. What is slow to make is kept in `cache`. The same input
    gives the same bytes, in any process: no clock is read (SOURCE_DATE_EPOCH, if set, is the
    date), and the ID is made from the content.

    Raises:
        BrochureError: if a picture's pixels turn out to be damaged.

    """
    standard = STANDARDS[output.standard]
    colorants = press(output.condition) if output.condition else RGB
    medium = Medium(colorants, output.ppi, cache)
    while True:
        file = File(colorants.space, standard.version)
        resources = Resources(file.document, colorants.space)
        shown = Shown()
        shared = add(file.document, resources.dictionary)
        structure = Structure(file.document) if standard.tagged else None
        headings: list[Heading] = []
        contents = []
        for sheet in sheets:
            reference = file.open_page()
            if structure is not None:
                structure.open_page(reference)
            page = assemble(sheet.frame, medium, resources, shown, structure)
            links = page.links if standard.links else ()
            file.close_page(replace(page, links=links), sheet, shared, structure)
            headings += [
                Heading(element, reference, corner, (_reading(sheet, corner), at))
                for at, (element, corner) in enumerate(page.headings)
            ]
            contents.append(page.content)
        if shown.misread == medium.misread:
            break
        # Rare: a glyph stands for two texts in one document. Painted again, one is spelled out.
        medium = replace(medium, misread=shown.misread)
    parts = resources.close(shown, cache)
    identity = _identity(properties, output, contents, resources.names)
    data = file.data(
        {
            **_catalog(file, properties, identity, standard),
            **_outlined(file, headings),
            **(structure.close() if structure else {}),
            "PageLabels": _labels(sheets),
            **file.intent(standard.intent(output.condition)),
        },
        _info(file, properties),
        identity,
    )
    means = [(part.tag, part.to_unicode) for part in parts]
    named = repr((output.standard, resources.names, means)).encode()
    pages = (hashlib.sha256(named + content).hexdigest() for content in contents)
    return Painted(data, identity, tuple(pages))


def _reading(sheet: Sheet, corner: Point) -> int:
    """Return where the panel that holds `corner` (PDF's points) comes in the reading order."""
    for panel in sheet.panels:
        if panel.rect.x <= corner.x < panel.rect.right:
            return panel.reading
    return 0


def _labels(sheets: Sequence[Sheet]) -> str:
    """Return the pages' names, which viewers show in place of numbers (12.4.2)."""
    names = (sheet.name.replace("-", " ").capitalize() for sheet in sheets)
    labels = (f"{at}<</P <FEFF{utf16(name)}>>>" for at, name in enumerate(names))
    return f"<</Nums[{''.join(labels)}]>>"


def _outlined(file: File, headings: Sequence[Heading]) -> dict[str, object]:
    found = outline(headings, file.document)
    return {"Outlines": found} if found else {}


def _catalog(
    file: File, properties: Properties, identity: str, standard: Standard
) -> dict[str, object]:
    """Return the language, the metadata, and how to show and print the file (12.2)."""
    preferences = {
        "DisplayDocTitle": "true",
        "PickTrayByPDFSize": "true",
        "PrintScaling": "/None",  # folds are where they are: never fit to page
    }
    if direction_of(properties.language) is Direction.RIGHT_TO_LEFT:
        preferences["Direction"] = "/R2L"  # of two pages side by side the first is at the right
    if properties.duplex is not None:
        preferences["Duplex"] = _DUPLEX[properties.duplex]
    year, month, day, hour, minute, second = file.date
    date = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    metadata = packet(properties, Origin(_creator(), _PRODUCER, date, identity), standard.claims)
    # Not compressed: programs that do not read PDF look for it (14.3.2).
    stream = Stream(metadata, Type="/Metadata", Subtype="/XML")
    return {
        "Lang": text_string(properties.language),
        "ViewerPreferences": Dictionary(preferences),
        "Metadata": add(file.document, stream),
    }


def _info(file: File, properties: Properties) -> dict[str, object]:
    """Return the Info dictionary (14.3.3), which says the same as the XMP packet."""
    date = text_string("D:" + "".join(f"{part:02}" for part in file.date) + "Z")
    return {
        "Title": text_string(properties.title),
        "Author": text_string(properties.author),
        "Subject": text_string(properties.subject),
        "Keywords": text_string(properties.keywords),
        "Creator": text_string(_creator()),
        "Producer": text_string(_PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
    }


def _creator() -> str:
    return f"brochure {__version__}"


def _identity(
    properties: Properties, output: Output, contents: Sequence[bytes], names: Sequence[str]
) -> str:
    """Return 32 hexadecimal digits that stand for all that is in the file."""
    condition = output.condition and output.condition.key
    digest = hashlib.sha256(repr((properties, output.standard, condition, *names)).encode())
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:32]
