"""A PDF file in the making: pages one after another, then what the file says, then its bytes.

reportlab numbers the objects, writes them and their cross-references; every dictionary is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brochure.geometry import Rect
from brochure.pdf.engine import PDFDocument
from brochure.pdf.objects import Dictionary, add, add_dictionary, deflated, text_string
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from brochure.model import Sheet
    from brochure.pdf.assembly import Area, Page
    from brochure.pdf.objects import Reference
    from brochure.pdf.standards import Intent
    from brochure.pdf.structure import Structure

_PRINT = 4  # annotation flag: printed with the page (ISO 32000-1, 12.5.3)


class File:
    """The objects of one file, its page tree and its catalog."""

    def __init__(self, space: str, version: tuple[int, int]) -> None:
        """Open a file of PDF's `version`, whose transparent pages blend in `space`."""
        self.document = PDFDocument(compression=0, invariant=1, pdfVersion=version)
        self._objects: Any = self.document  # its stubs leave most of its attributes out
        self._space = space
        self._tree = Dictionary({"Type": "/Pages"})
        self._pages: list[Reference] = []
        self._page = Dictionary({})

    def open_page(self) -> Reference:
        """Begin a page and return the reference to it."""
        self._page = Dictionary({"Type": "/Page", "Parent": add(self.document, self._tree)})
        self._pages.append(add(self.document, self._page))
        return self._pages[-1]

    def close_page(
        self,
        page: Page,
        sheet: Sheet,
        resources: Reference,
        structure: Structure | None = None,
    ) -> None:
        """Fill the page that is open with `page`, painted from `sheet`."""
        media = Rect(0, 0, *sheet.frame.size)
        boxes = {"MediaBox": media, "BleedBox": sheet.bleed, "TrimBox": sheet.trim}
        for name, box in boxes.items():
            if box is not None:
                edges = (box.x, media.bottom - box.bottom, box.right, media.bottom - box.y)
                self._page[name] = f"[{' '.join(map(number, edges))}]"
        self._page["Contents"] = add(self.document, deflated(page.content))
        self._page["Resources"] = resources
        if page.links:
            links = [self._link(area, structure) for area in page.links]
            self._page["Annots"] = f"[{' '.join(links)}]"
        if page.transparent:
            # Blend in the space that the colors are in, not in the printer's (11.4.7).
            self._page["Group"] = f"<</S/Transparency/CS{self._space}/I true>>"
        if structure is not None:
            self._page["StructParents"] = structure.close_page()
            self._page["Tabs"] = "/S"  # in the order of the structure (12.5.1; PDF/UA-1, 7.18.3)

    def _link(self, area: Area, structure: Structure | None) -> Reference:
        """Add a link without a border (12.5.6.5), tied to its element."""
        action = Dictionary({"S": "/URI", "URI": text_string(_uri(area.link.href))})
        entries: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": f"[{' '.join(map(number, area.box))}]",
            "Border": "[0 0 0]",
            "F": _PRINT,
            "Contents": text_string(area.link.contents),
            "A": action,
        }
        made = Dictionary(entries)
        reference = add(self.document, made)
        if structure is not None and area.node is not None:
            made["StructParent"] = structure.tie(area.node, reference)
        return reference

    def intent(self, intent: Intent | None) -> dict[str, object]:
        """Return the catalog's entry for `intent` (14.11.5), its profile added."""
        if intent is None:
            return {}
        entries: dict[str, object] = {
            "Type": "/OutputIntent",
            "S": intent.subtype,
            "OutputConditionIdentifier": text_string(intent.identifier),
            "Info": text_string(intent.info),
            "DestOutputProfile": add(self.document, deflated(intent.icc, N=intent.components)),
        }
        if intent.registry:
            entries["RegistryName"] = text_string(intent.registry)
        found = add_dictionary(self.document, entries)
        return {"OutputIntents": f"[{found}]"}

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month, day, hour, minute, second (UTC): SOURCE_DATE_EPOCH's, else fixed."""
        found: tuple[int, ...] = self._objects._timeStamp.YMDhms  # noqa: SLF001 - read once, by reportlab
        return tuple(found)

    def data(self, catalog: dict[str, object], info: dict[str, object], identity: str) -> bytes:
        """Return the finished file.

        `catalog` and `info` are entries of those dictionaries (7.7.2, 14.3.3); `identity` is the
        file's ID in hexadecimal, both halves alike in a new file (14.4).
        """
        self._tree["Kids"] = f"[{' '.join(self._pages)}]"
        self._tree["Count"] = len(self._pages)
        pages = add(self.document, self._tree)
        self._objects.Catalog = Dictionary({"Type": "/Catalog", "Pages": pages, **catalog})
        self._objects.info = Dictionary(info)
        self._objects._ID = f"[<{identity}><{identity}>]\n".encode("ascii")  # noqa: SLF001 - there is no setter
        found: bytes = self._objects.format()
        return found


def _uri(address: str) -> str:
    """Return `address` in ASCII (12.6.4.7), what lies beyond percent-encoded as UTF-8."""
    return "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in address
    )
