"""The reading structure at its seams: elements by identity, keys, headings, parted content."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from brochure.frame import Element, Role
from brochure.pdf.objects import Dictionary, add
from brochure.pdf.structure import Structure


def opened() -> tuple[Structure, PDFDocument]:
    """Return a structure with a page open."""
    document = PDFDocument()
    structure = Structure(document)
    structure.open_page(add(document, Dictionary({})))
    return structure, document


def test_groups_with_one_element_are_one_node() -> None:
    """By identity: two alike are two."""
    structure, _ = opened()
    element = Element(Role.PARAGRAPH)
    node = structure.child(element, structure.top)
    assert structure.child(element, structure.top) is node
    assert structure.child(Element(Role.PARAGRAPH), structure.top) is not node
    assert len(structure.top.kids) == 2


def test_an_element_stays_where_it_begins() -> None:
    """A part in another section is a kid of the first; what is on another page says so."""
    structure, document = opened()
    first = structure.child(Element(Role.SECTION), structure.top)
    paragraph = Element(Role.PARAGRAPH)
    node = structure.child(paragraph, first)
    assert structure.mark(node, None) == "/P <</MCID 0>> BDC"
    assert structure.close_page() == 0
    page = add(document, Dictionary({}))
    structure.open_page(page)
    second = structure.child(Element(Role.SECTION), structure.top)
    assert structure.child(paragraph, second) is node
    assert second.kids == []
    structure.mark(node, None)
    assert structure.close_page() == 1
    assert node.kids == ["0", f"<</Type/MCR/Pg {page}/MCID 0>>"]


def test_numbers_start_anew_on_each_page_and_replacements_are_spans() -> None:
    """What it stands for is UTF-16 with its mark."""
    structure, document = opened()
    node = structure.child(Element(Role.PARAGRAPH), structure.top)
    structure.mark(node, None)
    assert structure.mark(node, "\u00ad") == "/Span <</MCID 1/ActualText <FEFF00AD>>> BDC"
    structure.close_page()
    structure.open_page(add(document, Dictionary({})))
    assert "/MCID 0" in structure.mark(node, None)


def test_an_annotation_is_a_kid_with_a_key_of_its_own() -> None:
    """After those before it; the key leads back to the element."""
    structure, document = opened()
    node = structure.child(Element(Role.LINK), structure.top)
    annotation = add(document, Dictionary({}))
    assert [structure.tie(node, annotation), structure.close_page()] == [0, 1]
    assert node.kids[0].startswith("<</Type/OBJR/Pg ")
    structure.close()

    def entries(reference: str) -> dict[str, Any]:
        (name,) = (
            name
            for name, number in document.idToObjectNumberAndVersion.items()
            if "{} {} R".format(*number) == reference
        )
        found: dict[str, Any] = document.idToObject[name].entries
        return found

    root = entries(structure.reference)
    assert entries(root["ParentTree"])["Nums"] == f"[0 {node.reference} 1 []]"
    assert root["ParentTreeNextKey"] == 2


def test_nothing_is_marked_where_no_page_is_open() -> None:
    """A mark without a page would be lost."""
    structure = Structure(PDFDocument())
    with pytest.raises(RuntimeError, match="no page is open"):
        structure.mark(structure.top, None)


@pytest.mark.parametrize(
    ("levels", "names"),
    [
        ((1, 2, 2, 3, 2), ("H1", "H2", "H2", "H3", "H2")),
        ((2, 2, 3), ("H1", "H1", "H2")),
        ((3, 2, 3), ("H1", "H1", "H2")),
        ((1, 3, 3, 2), ("H1", "H2", "H2", "H2")),
        ((2, 1, 2), ("H1", "H1", "H2")),
    ],
)
def test_headings_begin_at_h1_and_skip_none(
    levels: tuple[int, ...], names: tuple[str, ...]
) -> None:
    """Those that the author set alike under one heading stay alike."""
    structure, _ = opened()
    made = [Element(Role(f"H{level}")) for level in levels]
    assert tuple(structure.child(e, structure.top).role for e in made) == names


def test_attributes_and_descriptions_are_written() -> None:
    """A header's scope; a figure's box and description; a heading's title; a language."""
    structure, _ = opened()
    header = structure.child(Element(Role.HEADER, scope="Row"), structure.top)
    figure = structure.child(Element(Role.FIGURE, alt="A"), structure.top)
    figure.box = (1, 2, 3.5, 4)
    heading = structure.child(Element(Role.HEADING_1, title="B", language="es"), structure.top)
    cell = structure.child(Element(Role.CELL, scope="Row"), structure.top)
    structure.close()
    assert header.entries.entries["A"] == "<</O/Table/Scope/Row>>"
    assert figure.entries.entries["A"] == "<</O/Layout/Placement/Block/BBox[1 2 3.5 4]>>"
    assert {"Alt", "P", "K"} <= set(figure.entries.entries)
    assert {"T", "Lang"} <= set(heading.entries.entries)
    assert "A" not in cell.entries.entries
