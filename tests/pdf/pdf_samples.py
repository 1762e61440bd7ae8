"""Small sheets made by hand, for painting."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import rendercv_fonts
import uharfbuzz as hb

from brochure.color import BLACK, Color
from brochure.frame import Frame, Item, Text
from brochure.geometry import Point, Size
from brochure.model import Properties, Sheet
from brochure.pdf import paint
from brochure.typography import GlyphRun, load

if TYPE_CHECKING:
    from brochure.typography.fonts import Font

_FONTS = Path(rendercv_fonts.__file__).parent
PROPERTIES = Properties(
    title="Café & Überblick",
    author="The Clinic <TX>",
    subject="office",
    keywords="skin, needles",
    language="en-US",
    digest="ab" * 32,
    duplex="short",
)


def run_of(text: str, font: Font, size: float = 10) -> GlyphRun:
    """Shape `text` with HarfBuzz, nothing else."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font.hb, buffer, {"kern": True, "liga": True})
    infos, positions, unit = buffer.glyph_infos, buffer.glyph_positions, size / font.units_per_em
    starts = [info.cluster for info in infos]
    bounds = sorted({*starts, len(text)})
    texts = [
        "" if i and starts[i - 1] == at else text[at : bounds[bounds.index(at) + 1]]
        for i, at in enumerate(starts)
    ]
    return GlyphRun(
        font,
        size,
        tuple(info.codepoint for info in infos),
        tuple(p.x_advance * unit for p in positions),
        tuple(texts),
        tuple((p.x_offset * unit, p.y_offset * unit) for p in positions),
    )


def text_of(run: GlyphRun, x: float = 20, y: float = 40, color: Color = BLACK) -> Text:
    """Put `run` on a page."""
    return Text(Point(x, y), run, color)


def sheet_of(*items: Item, width: float = 200, height: float = 100) -> Sheet:
    """Put `items` on a sheet."""
    return Sheet("outside", Frame(Size(width, height), items), (), ())


def serif_and_charter() -> tuple[Font, Font]:
    """Return a font with glyf outlines and one with CFF outlines."""
    return (
        load(_FONTS / "EB Garamond" / "EBGaramond-Regular.ttf"),
        load(_FONTS / "XCharter" / "XCharter-Regular.otf"),
    )


def file_of(*items: Item) -> pikepdf.Pdf:
    """Paint `items` on one sheet and open the file."""
    return pikepdf.open(io.BytesIO(paint([sheet_of(*items)], PROPERTIES).data))


def content_of(*items: Item) -> bytes:
    """Paint `items` on one sheet and return the page's operators."""
    pdf = file_of(*items)
    return pdf.pages[0].Contents.read_bytes()


def words_of(data: bytes, page: int = 0) -> str:
    """Return a page's text as PDFium reads it."""
    return str(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range())


def pixels_of(*items: Item) -> Any:
    """Return a function from a point (in points) to the color that PDFium paints there."""
    document = pypdfium2.PdfDocument(paint([sheet_of(*items)], PROPERTIES).data)
    picture = document[0].render(scale=2).to_pil().convert("RGB")
    return lambda x, y: picture.getpixel((int(x * 2), int(y * 2)))
