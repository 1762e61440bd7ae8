"""The reading structure of a tagged file (ISO 32000-1, 14.7 and 14.8).

Marked content on the pages is tied to a tree of elements, in the order in which it is painted; an
element that is parted by a page's end stays one, in the section where it begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Role
from brochure.pdf.objects import Dictionary, add, text_string, utf16
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from brochure.frame import Element
    from brochure.pdf.engine import PDFDocument
    from brochure.pdf.objects import Reference

    Box = tuple[float, float, float, float]

_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3}


class Node:
    """An element of the tree, with what it holds so far.

    `page` is the page that it starts on; `box` (left, bottom, right, top) encloses a figure there.
    """

    def __init__(self, role: str, parent: Node | None, document: PDFDocument) -> None:
        self.role = role
        self.entries = Dictionary({"Type": "/StructElem", "S": f"/{role}"})
        self.reference = add(document, self.entries)
        self.parent = parent
        self.page: Reference | None = None
        self.box: Box | None = None
        self.kids: list[str] = []

    def hold(self, kid: str, page: Reference) -> None:
        """Add a kid, as PDF writes it, that stands on `page`."""
        self.kids.append(kid)
        if self.page is None:
            self.page = page


class Structure:
    """The tree of one document, and the keys by which pages and links find their elements."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._root = Dictionary({"Type": "/StructTreeRoot"})
        self.reference = add(document, self._root)
        self.top = Node("Document", None, document)
        self._nodes: dict[Element, Node] = {}
        self._above: list[int] = []  # the author's levels of the headings around what comes next
        self._keys: list[str] = []  # what each key of the parent tree leads to
        self._page: Reference | None = None
        self._marks: list[Node] = []  # of the page that is open, by number

    def open_page(self, page: Reference) -> None:
        """Begin to mark the content of `page`."""
        self._page, self._marks = page, []

    def close_page(self) -> int:
        """Return the key of the page that is open: its StructParents."""
        marks = " ".join(node.reference for node in self._marks)
        return self._key(f"[{marks}]")

    def child(self, element: Element, parent: Node) -> Node:
        """Return the node of `element`: in `parent`, or where its first part stands."""
        node = self._nodes.get(element)
        if node is None:
            node = self._nodes[element] = Node(self._name(element), parent, self._document)
            parent.hold(node.reference, self._open_page)
        return node

    def _name(self, element: Element) -> str:
        """Return the structure type of `element`; headings begin at H1 and skip no level.

        PDF/UA-1, 7.4.2 asks for that, though an author may leave the title out, or open with a
        part of a section.
        """
        level = _LEVELS.get(element.role)
        if level is None:
            return element.role
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return f"H{len(self._above)}"

    def mark(self, node: Node, stands_for: str | None) -> str:
        """Return the operator that begins content of `node`, which reads as `stands_for`."""
        kid = str(len(self._marks))
        said = "" if stands_for is None else f"/ActualText <FEFF{utf16(stands_for)}>"
        tag = "Span" if said else node.role
        self._marks.append(node)
        page = self._open_page
        if node.page is not None and node.page != page:
            kid = f"<</Type/MCR/Pg {page}/MCID {kid}>>"
        node.hold(kid, page)
        return f"/{tag} <</MCID {len(self._marks) - 1}{said}>> BDC"

    def tie(self, node: Node, annotation: Reference) -> int:
        """Tie an annotation to its element; return its key: StructParent."""
        page = self._open_page
        kid = f"<</Type/OBJR/Pg {page}/Obj {annotation}>>"
        node.hold(kid, self._open_page)
        return self._key(node.reference)

    def close(self) -> dict[str, object]:
        """Write the tree; return what the catalog says of it."""
        self._write(self.top, None)
        for element, node in self._nodes.items():
            self._write(node, element)
        keys = " ".join(f"{key} {leads_to}" for key, leads_to in enumerate(self._keys))
        tree = add(self._document, Dictionary({"Nums": f"[{keys}]"}))
        self._root["K"] = f"[{self.top.reference}]"
        self._root["ParentTree"] = tree
        self._root["ParentTreeNextKey"] = len(self._keys)
        return {"StructTreeRoot": self.reference, "MarkInfo": "<</Marked true>>"}

    @property
    def _open_page(self) -> Reference:
        if self._page is None:
            message = "no page is open"
            raise RuntimeError(message)
        return self._page

    def _key(self, leads_to: str) -> int:
        self._keys.append(leads_to)
        return len(self._keys) - 1

    def _write(self, node: Node, element: Element | None) -> None:
        parent = node.parent.reference if node.parent else self.reference
        node.entries["P"] = parent
        node.entries["K"] = f"[{' '.join(node.kids)}]"
        if node.page is not None:
            node.entries["Pg"] = node.page
        if element is None:
            return
        if element.alt is not None:
            node.entries["Alt"] = text_string(element.alt)
        if element.language is not None:
            node.entries["Lang"] = text_string(element.language)
        if element.title is not None:
            node.entries["T"] = text_string(element.title)
        if attributes := _attributes(element, node):
            node.entries["A"] = attributes


def _attributes(element: Element, node: Node) -> str:
    """Return the attributes of an element (14.8.5), empty where it has none."""
    if element.role is Role.HEADER and element.scope:
        return f"<</O/Table/Scope/{element.scope}>>"
    if element.role is Role.FIGURE and node.box:
        return f"<</O/Layout/Placement/Block/BBox[{' '.join(map(number, node.box))}]>>"
    return ""
