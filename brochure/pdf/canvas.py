"""reportlab's canvas as this package uses it: pages of our own content, an open catalog."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from brochure.pdf.engine import Canvas, PDFDictionary, PDFPage
from brochure.pdf.objects import deflated, text_string

if TYPE_CHECKING:
    from brochure.geometry import Size
    from brochure.pdf.engine import PDFDocument, PDFObjectReference
    from brochure.pdf.painter import Painted, Target

_VERSION = (1, 7)
_PRINT = 4  # annotation flag: printed with the page (ISO 32000-1, 12.5.3)


class Pages(Canvas):
    """A PDF in the making: pages one after another, then the bytes.

    Page content and resources are made by `painter` and `resources`; reportlab numbers the
    objects and writes annotations, outline and cross-references.
    """

    _doc: Any  # the stubs leave most of its attributes out
    _preamble: str

    def __init__(self, language: str) -> None:
        super().__init__(
            io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=_VERSION, lang=language
        )

    def _make_preamble(self) -> None:
        """Start pages with nothing: reportlab's own start names an unembedded Helvetica."""
        self._preamble = ""

    @property
    def document(self) -> PDFDocument:
        """The objects under the pages."""
        document: PDFDocument = self._doc
        return document

    def link(self, target: Target) -> None:
        """Put a link on the page that is open, without a border (12.5.6.5)."""
        self.linkURL(
            _uri(target.link.href),
            [round(edge, 3) for edge in target.box],
            Border="[0 0 0]",
            Contents=text_string(target.link.contents),
            F=_PRINT,
        )

    def close_page(self, painted: Painted, size: Size, resources: PDFObjectReference) -> None:
        """Finish the page that is open: `painted`, on a sheet of `size`."""
        self.setPageSize((round(size.width, 3), round(size.height, 3)))
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = deflated(painted.content)
        page.Resources = resources
        if painted.transparent:
            # Blend in the space that the colors are in, not in the printer's (11.4.7).
            page.Group = "<</S/Transparency/CS/DeviceRGB/I true>>"
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "Group"]

    def catalog(self, **entries: object) -> None:
        """Set entries of the catalog (7.7.2)."""
        for key, value in entries.items():
            setattr(self._doc.Catalog, key, value)

    def identify(self, identity: str) -> None:
        """Set the file's ID, in hexadecimal: both halves alike in a new file (14.4)."""
        self._doc._ID = f"[<{identity}><{identity}>]\n".encode("ascii")  # noqa: SLF001 - there is no setter

    def data(self) -> bytes:
        """Return the finished file."""
        data: bytes = self.getpdfdata()  # type: ignore[no-untyped-call]
        return data

    def date(self) -> str:
        """Return the document's date and time in ISO 8601, the one that reportlab writes too."""
        year, month, day, hour, minute, second = self._doc._timeStamp.YMDhms  # noqa: SLF001 - read once, by reportlab
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def viewer_preferences(**entries: str) -> PDFDictionary:
    """Return the dictionary of what a viewer is asked for (12.2)."""
    return PDFDictionary(entries)


def _uri(address: str) -> str:
    """Return `address` in ASCII (12.6.4.7), what lies beyond percent-encoded as UTF-8."""
    return "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in address
    )
