"""An edition → pictures of its pages, by PDFium: another program than the one that painted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pypdfium2

from brochure.cache import Cache
from brochure.geometry import INCH
from brochure.images import Library
from brochure.pipeline import prepared, stop
from brochure.problems import FileError, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

    from brochure.editions import Edition
    from brochure.geometry import Rect
    from brochure.model import Brochure, Sheet

LEAST, MOST = 20.0, 600.0  # ppi: below it nothing can be told, above it no printer shows more
_LARGEST = 150e6  # pixels of a page, 450 MB in memory; Tabloid at 600 ppi has 67 million


class Page(msgspec.Struct, frozen=True, eq=False):
    """A page and its picture, of `ppi` pixels an inch."""

    sheet: Sheet
    picture: Image
    ppi: float

    def cut(self, part: Rect, size: tuple[int, int] | None = None) -> Image:
        """Return the picture of `part` of the page, in its points.

        Neighbors share their edges, and so may differ by a pixel from `size`; where that is given,
        the picture is as large, from the same corner.
        """
        # PDFium rounds a page up to whole pixels and stretches it by that little.
        width, height = self.sheet.frame.size
        across, down = self.picture.width / width, self.picture.height / height
        left, right = round(part.x * across), round(part.right * across)
        top, bottom = round(part.y * down), round(part.bottom * down)
        if size is not None:
            left = min(left, self.picture.width - size[0])
            top = min(top, self.picture.height - size[1])
            right, bottom = left + size[0], top + size[1]
        return self.picture.crop((left, top, right, bottom))


def rendered(brochure: Brochure, edition: Edition, ppi: float) -> list[Page]:
    """Return the pages of `edition` as pictures; a press's inks only about as they will look.

    Raises:
        BrochureError: if the brochure cannot be set, or pictures would be too fine to be held.

    """
    if not LEAST <= ppi <= MOST:
        message = f"a proof of {ppi:g} pixels an inch cannot be made"
        hint = f"--ppi takes {LEAST:g} to {MOST:g}; 144 shows everything on a screen"
        raise FileError(Problem("PROOF003", message, hint=hint))
    pictures = Library(brochure.folder, Cache.default())
    subject = prepared(brochure, edition, pictures, digest="")
    stop(subject.problems)
    sheets, pdf = subject.sheets, subject.painted.data
    for sheet in sheets:
        pixels = sheet.frame.size.width * sheet.frame.size.height * (ppi / INCH) ** 2
        if pixels > _LARGEST:
            message = f"a page would have {pixels / 1e6:.0f} million pixels"
            hint = f"more than {_LARGEST / 1e6:.0f} million are not made; give a smaller --ppi"
            raise FileError(Problem("PROOF004", message, hint=hint))
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            Page(sheet, document[at].render(scale=ppi / INCH).to_pil().convert("RGB"), ppi)
            for at, sheet in enumerate(sheets)
        ]
