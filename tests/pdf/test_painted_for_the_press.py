"""Files for a print shop: where they are cut, what prints on every plate, what they say."""

from __future__ import annotations

import io

import pikepdf
import pytest
from msgspec.structs import replace
from pdf_samples import PROPERTIES, sheet_of

from brochure.color import BLACK, REGISTRATION
from brochure.geometry import Point, Rect
from brochure.pdf import Output, paint
from brochure.profiles import load
from brochure.shape import Shape, Stroke, line, rectangle

PRESS = Output("x-4", 300, load("gracol"))
MARK = Shape(line(Point(5, 0), Point(5, 8)), stroke=Stroke(REGISTRATION, 0.25))
FIELD = Shape(rectangle(Rect(20, 20, 10, 10)), fill=REGISTRATION)


def pressed(*items: Shape, output: Output = PRESS) -> pikepdf.Pdf:
    """Paint `items` on a sheet that is cut, and open the file."""
    sheet = replace(sheet_of(*items), trim=Rect(20, 30, 150, 60), bleed=Rect(12, 22, 166, 76.5))
    return pikepdf.open(io.BytesIO(paint([sheet], PROPERTIES, output).data))


def test_boxes_are_the_sheets_turned_upward() -> None:
    """PDF counts from the foot; the sheet is 200 by 100 points."""
    pdf = pressed()
    page = pdf.pages[0]
    boxes = {name: [float(edge) for edge in page[name]] for name in ("/MediaBox", "/BleedBox")}
    assert boxes == {"/MediaBox": [0, 0, 200, 100], "/BleedBox": [12, 1.5, 178, 78]}
    assert [float(edge) for edge in page.TrimBox] == [20, 10, 170, 70]


def test_sheets_that_nobody_cuts_have_no_such_boxes() -> None:
    """An office printer's page is its paper."""
    pdf = pikepdf.open(io.BytesIO(paint([sheet_of()], PROPERTIES).data))
    page = pdf.pages[0]
    assert "/TrimBox" not in page
    assert "/BleedBox" not in page


def test_registration_color_prints_on_every_plate() -> None:
    """A separation called All, full, for lines and for fields; black ink has none of it."""
    pdf = pressed(MARK, FIELD, Shape(rectangle(Rect(0, 0, 1, 1)), fill=BLACK))
    page = pdf.pages[0]
    space = page.Resources.ColorSpace.All
    assert (str(space[0]), str(space[1]), str(space[2])) == ("/Separation", "/All", "/DeviceCMYK")
    assert [float(ink) for ink in space[3].C1] == [1, 1, 1, 1]
    operators = page.Contents.read_bytes()
    assert b"/All CS 1 SCN" in operators
    assert b"/All cs 1 scn" in operators
    assert b"0 0 0 1 k" in operators


def test_registration_color_is_black_where_there_are_no_plates() -> None:
    """An office printer knows no separations."""
    pdf = pressed(FIELD, output=Output("plain", 300))
    page = pdf.pages[0]
    assert "/ColorSpace" not in page.Resources
    assert b"scn" not in page.Contents.read_bytes()


def test_info_and_metadata_say_what_the_standard_asks_for() -> None:
    """Which it is, that nothing is trapped, which version and rendition."""
    pdf = pressed()
    assert pdf.docinfo.Trapped == pikepdf.Name("/False")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        said = {
            key: xmp[key] for key in ("pdf:Trapped", "xmpMM:VersionID", "pdfxid:GTS_PDFXVersion")
        }
        assert xmp["xmpMM:RenditionClass"] == "default"
    assert said == {
        "pdf:Trapped": "False",
        "xmpMM:VersionID": "1",
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    }


@pytest.mark.parametrize("other", [load("fogra39"), load("gracol", 280)])
def test_another_press_is_another_file(other: object) -> None:
    """The ID tells apart files whose pages are alike and whose intents are not."""
    first, second = pressed(), pressed(output=replace(PRESS, condition=other))
    assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])
