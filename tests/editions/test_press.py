"""The press edition, read back: every rule of PDF/X-4 and of a print shop, on whole brochures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from brochure import build, read
from brochure.editions import DEFAULT, EDITIONS, PRESS
from brochure.geometry import INCH, MM
from brochure.profiles import load
from brochure.themes import load_theme
from tests.editions.conftest import ROOT
from tests.editions.painted import Mark, marks, spaces
from tests.editions.separations import PLATES, inked, most_ink, needs_ghostscript, plates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Box = tuple[float, float, float, float]
NAMES = pytest.mark.parametrize("name", ["real", "metric", "every block"])
ALL = "/Separation /All"
COLORED = {"/DeviceGray", "/DeviceCMYK", "/Separation"}
LIMITS = {"real": 300, "metric": 300, "every block": 224}
JPEG = 15  # percent: what coding may add in single pixels; measured are 13, on noise


@pytest.fixture
def pdf(pressed: dict[str, Path], name: str) -> Iterator[pikepdf.Pdf]:
    """Return the press edition of one of the brochures, open."""
    with pikepdf.open(pressed[name]) as opened:
        yield opened


def painted(pdf: pikepdf.Pdf) -> list[Mark]:
    """Return all that the pages paint."""
    found = [mark for page in pdf.pages for mark in marks(page)]
    assert len(found) > 60
    return found


def box(page: Any, name: str) -> Box:
    """Return one of a page's boxes: left, bottom, right, top."""
    left, bottom, right, top = (float(edge) for edge in page[f"/{name}Box"])
    return left, bottom, right, top


def dictionaries(pdf: pikepdf.Pdf) -> list[Any]:
    """Return every dictionary of the file, streams' and direct ones included."""
    found: list[Any] = []

    def look(value: Any) -> None:
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            found.append(value)
            for entry in dict(value.items()).values():
                if not getattr(entry, "is_indirect", False):
                    look(entry)
        elif isinstance(value, pikepdf.Array):
            for entry in value:
                if not getattr(entry, "is_indirect", False):
                    look(entry)

    for item in pdf.objects:
        look(item)
    assert len(found) > 30
    return found


def test_it_is_built_when_asked_for() -> None:
    """An author without a print shop need not know of it."""
    assert EDITIONS["press"] is PRESS
    assert "press" not in DEFAULT


@NAMES
def test_no_color_is_a_screens(pdf: pikepdf.Pdf) -> None:
    """In no operator, picture, drawing, ramp, mask or group: four inks, gray, registration."""
    found = spaces(pdf)
    assert found <= COLORED | {ALL}
    assert "/DeviceCMYK" in found


def test_the_small_brochure_has_all_that_can_hold_a_color(pressed: dict[str, Path]) -> None:
    """Pictures of both codings, gray and with opacity; ramps; soft masks; groups."""
    with pikepdf.open(pressed["every block"]) as pdf:
        found = painted(pdf)
        images = [mark.made_of for mark in found if mark.what == "image"]
        assert {str(image.ColorSpace) for image in images} == {"/DeviceGray", "/DeviceCMYK"}
        assert {str(image.Filter) for image in images} == {"/FlateDecode", "/DCTDecode"}
        assert sum("/SMask" in image for image in images) == 2
        assert "shading" in {mark.what for mark in found}
        keys = [set(entry.keys()) for entry in dictionaries(pdf)]
    assert sum("/Group" in key for key in keys) > 2
    assert any({"/SMask"} == key for key in keys)


def test_the_reader_of_color_spaces_finds_those_of_a_screen(tmp_path: Path) -> None:
    """In the office edition's pictures and operators: the test above can fail."""
    (path,) = build(ROOT / "content.yaml", tmp_path, editions=["office"])
    with pikepdf.open(path) as pdf:
        assert "/DeviceRGB" in spaces(pdf)
        assert "/DeviceRGB" in {mark.state.fill.space for mark in painted(pdf)}


@NAMES
def test_pages_are_cut_where_the_paper_ends(pdf: pikepdf.Pdf, name: str) -> None:
    """Trim in bleed in media, on every page itself; the trim is the sheet, to 0.01 pt."""
    width, height, bleed = {
        "real": (11 * INCH, 8.5 * INCH, INCH / 8),
        "metric": (297 * MM, 210 * MM, 3 * MM),
        "every block": (14 * INCH, 8.5 * INCH, INCH / 8),
    }[name]
    assert len(pdf.pages) == 2
    for page in pdf.pages:
        media, bled, trim = (box(page.obj, kind) for kind in ("Media", "Bleed", "Trim"))
        assert trim[2] - trim[0] == pytest.approx(width, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(height, abs=0.01)
        reach = [abs(a - b) for a, b in zip(bled, trim, strict=True)]
        assert reach == pytest.approx([bleed] * 4, abs=0.01)
        assert all(m < b for m, b in zip(media[:2], bled[:2], strict=True))
        assert all(m > b for m, b in zip(media[2:], bled[2:], strict=True))
        assert "/ArtBox" not in page
        assert "/CropBox" not in page.obj


@NAMES
def test_marks_lie_outside_the_bleed(pdf: pikepdf.Pdf) -> None:
    """Eight crop marks at the trim and a dashed tick at both ends of each fold, 6 mm long."""
    for page in pdf.pages:
        left, bottom, right, top = box(page.obj, "Bleed")
        trim, media = box(page.obj, "Trim"), box(page.obj, "Media")
        found = [mark for mark in marks(page) if ALL in mark.state.stroke.space]
        found = [mark for mark in found if mark.what == "stroke"]
        assert len(found) == 8 + 4
        for mark in found:
            assert mark.state.stroke.parts == (1,)
            assert mark.state.width == 0.25
            (x1, y1), (x2, y2) = mark.points
            assert abs(x2 - x1) + abs(y2 - y1) == pytest.approx(6 * MM, abs=0.01)
            beside = max(x1, x2) < left or min(x1, x2) > right
            above = max(y1, y2) < bottom or min(y1, y2) > top
            assert beside or above
            assert media[0] < min(x1, x2) <= max(x1, x2) < media[2]
            assert media[1] < min(y1, y2) <= max(y1, y2) < media[3]
        cuts = [mark.points[0] for mark in found if not mark.state.dash]
        assert len(cuts) == 8
        near = [min(abs(x - trim[0]), abs(x - trim[2])) for x, y in cuts if not bottom <= y <= top]
        near += [min(abs(y - trim[1]), abs(y - trim[3])) for x, y in cuts if not left <= x <= right]
        assert near == pytest.approx([0] * 8, abs=0.01)


def test_ticks_stand_at_the_folds(pressed: dict[str, Path]) -> None:
    """Where the panels end, mirrored on the other side of the sheet."""
    with pikepdf.open(pressed["real"]) as pdf:
        for page, folds in zip(pdf.pages, ((3.625, 7.3125), (3.6875, 7.375)), strict=True):
            start = box(page.obj, "Trim")[0]
            ticks = [mark for mark in marks(page) if mark.what == "stroke" and mark.state.dash]
            places = sorted({round((mark.points[0][0] - start) / INCH, 3) for mark in ticks})
            assert places == [round(fold, 3) for fold in folds]


def test_marks_can_be_left_out(pressed: dict[str, Path], tmp_path: Path) -> None:
    """By the edition or by the file: the page is the bleed, and nothing prints on every plate."""
    plain = replace(PRESS, marks=False)
    (by_edition, _) = build(ROOT / "content.yaml", tmp_path / "1", editions=[plain])
    (by_file, _) = build(
        ROOT / "content.yaml", tmp_path / "2", overrides=["press.marks=no"], editions=["press"]
    )
    for path in (by_edition, by_file):
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                assert box(page.obj, "Media") == box(page.obj, "Bleed")
                assert box(page.obj, "Trim")[0] == pytest.approx(9)
            assert "/Separation" not in spaces(pdf)
    with pikepdf.open(pressed["real"]) as pdf:
        assert "/Separation" in spaces(pdf)


@NAMES
def test_black_text_is_on_one_plate_and_overprints(pdf: pikepdf.Pdf) -> None:
    """All text is in inks that the theme chose; black and grays without any other ink."""
    texts = [mark.state for mark in painted(pdf) if mark.what == "text"]
    chosen = {color.cmyk for color in load_theme("calm").palette.values()}
    black = [state for state in texts if state.fill.parts[:3] == (0, 0, 0) and state.fill.parts[3]]
    assert len(black) > 5
    for state in texts:
        assert state.fill.space == "/DeviceCMYK"
        assert state.fill.parts in chosen
        assert state.overprint == (state in black)
        cyan, magenta, yellow, key = state.fill.parts
        assert key <= 0.5 or not cyan + magenta + yellow


@NAMES
def test_nothing_else_overprints(pdf: pikepdf.Pdf) -> None:
    """A field that overprinted would let the ground shine through."""
    others = [mark for mark in painted(pdf) if mark.what != "text"]
    assert [mark.what for mark in others if mark.state.overprint] == []


@NAMES
def test_lines_are_no_thinner_than_a_press_can_hold(pdf: pikepdf.Pdf) -> None:
    """A quarter point, in drawings at their printed size as well."""
    found = [m.state.width * m.state.scale for m in painted(pdf) if m.what == "stroke"]
    assert len(found) > 20
    assert min(found) >= 0.25 - 1e-6


def test_reversed_type_is_large_enough(pressed: dict[str, Path]) -> None:
    """Eight points or more where letters are lighter than a solid of one ink."""
    with pikepdf.open(pressed["real"]) as pdf:
        light = [
            mark.state.size
            for mark in marks(pdf.pages[0])
            if mark.what == "text" and sum(mark.state.fill.parts) < 0.8
        ]
    assert len(light) > 10
    assert min(light) >= 8


@NAMES
def test_pictures_are_fine_enough(pdf: pikepdf.Pdf) -> None:
    """At least 150 pixels an inch at their printed size; 300 at most but for drawings' 600."""
    found = [
        mark.made_of.Width * 72 / abs(mark.state.matrix[0])
        for mark in painted(pdf)
        if mark.what == "image"
    ]
    assert found
    assert min(found) >= 150
    assert max(found) < 610


@NAMES
def test_the_file_says_which_press_it_is_for(pdf: pikepdf.Pdf, name: str) -> None:
    """One output intent, with the profile's very bytes."""
    condition = load("fogra39" if name == "metric" else "gracol")
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == condition.identifier
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.read_bytes() == condition.icc
    assert intent.DestOutputProfile.N == 4


@NAMES
def test_the_file_says_what_the_standard_asks_for(
    pdf: pikepdf.Pdf, pressed: Any, name: str
) -> None:
    """Version 1.6; title, dates and ID; Info and XMP alike; not trapped; not encrypted."""
    assert pressed[name].read_bytes().startswith(b"%PDF-1.6\n")
    assert not pdf.is_encrypted
    info = pdf.docinfo
    assert info.Trapped == pikepdf.Name("/False")
    assert len(bytes(pdf.trailer.ID[0])) == 16
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        said = dict(xmp)
    said = {key.rpartition("}")[2]: value for key, value in said.items()}
    assert said["GTS_PDFXVersion"] == "PDF/X-4"
    assert said["Trapped"] == "False"
    assert said["title"] == str(info.Title) != ""
    stamp = re.sub(r"[-T:]", "", said["CreateDate"])
    assert str(info.CreationDate) == str(info.ModDate) == f"D:{stamp}"
    assert said["ModifyDate"] == said["MetadataDate"] == said["CreateDate"]
    assert said["DocumentID"].startswith("uuid:")
    assert said["InstanceID"].startswith("uuid:")
    assert (said["VersionID"], said["RenditionClass"]) == ("1", "default")


@NAMES
def test_nothing_is_in_it_that_disqualifies(pdf: pikepdf.Pdf) -> None:
    """No annotation, action, script, transfer function, halftone, PostScript, old filter."""
    banned = {"/Annots", "/AA", "/OpenAction", "/JavaScript", "/JS", "/A", "/AcroForm", "/Encrypt"}
    banned |= {"/TR", "/TR2", "/HTP", "/HT", "/BG", "/BG2", "/UCR", "/UCR2", "/OPI", "/Alternates"}
    banned |= {"/EmbeddedFiles", "/AF", "/PS", "/Ref", "/XFA", "/OCProperties"}
    keys: set[str] = set()
    filters: set[str] = set()
    for found in dictionaries(pdf):
        keys |= set(found.keys())
        filters |= set(re.findall(r"/\w+Decode", str(found.get("/Filter", ""))))
        assert found.get("/FunctionType", 2) in {2, 3}
        assert found.get("/Subtype") != "/PS"
    assert keys & banned == set()
    assert filters <= {"/FlateDecode", "/DCTDecode"}


def test_what_disqualifies_is_found_where_it_is(tmp_path: Path) -> None:
    """The office edition's links: the test above can fail."""
    (path,) = build(ROOT / "content.yaml", tmp_path, editions=["office"])
    with pikepdf.open(path) as pdf:
        keys = {key for found in dictionaries(pdf) for key in found.keys()}  # noqa: SIM118 - pikepdf's
    assert {"/Annots", "/A"} <= keys


@NAMES
def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    """Each descriptor holds a font file, each font has a descriptor."""
    fonts = [f for f in dictionaries(pdf) if f.get("/Type") == "/Font"]
    inner = [f for f in fonts if f.Subtype != "/Type0"]
    assert len(inner) == len(fonts) / 2 > 2
    for font in inner:
        assert {"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())


def test_copy_stands_where_the_office_edition_has_it(tmp_path: Path) -> None:
    """One layout serves both: every word by every word, from the trim's corner."""
    (office, press, _) = build(ROOT / "content.yaml", tmp_path, editions=["office", "press"])
    with pikepdf.open(press) as pdf:
        left, bottom, *_ = box(pdf.pages[0].obj, "Trim")
    ours, theirs = pypdfium2.PdfDocument(office), pypdfium2.PdfDocument(press)
    checked = 0
    for index in range(2):
        one, other = ours[index].get_textpage(), theirs[index].get_textpage()
        assert one.get_text_range() == other.get_text_range()
        for at in range(one.count_chars()):
            there = [
                edge - corner
                for edge, corner in zip(other.get_charbox(at), (left, bottom) * 2, strict=True)
            ]
            assert list(one.get_charbox(at)) == pytest.approx(there, abs=0.02)
            checked += 1
    ours.close()
    theirs.close()
    assert checked > 1500


def test_fields_run_into_the_bleed_and_around_the_folds(tmp_path: Path) -> None:
    """At the page's corners there is color; none ends within 1/64 in of a fold."""
    (path, _) = build(ROOT / "content.yaml", tmp_path, editions=[replace(PRESS, marks=False)])
    document = pypdfium2.PdfDocument(path)
    scale = 4
    picture = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    width, height = picture.size
    white = (255, 255, 255)
    for x in (1, width - 2):
        for y in (1, height - 2):
            assert picture.getpixel((x, y)) != white
    bleed = INCH / 8
    for fold in (3.625 * INCH, 7.3125 * INCH):
        row = [
            picture.getpixel((round((bleed + fold + step) * scale), height // 2))
            for step in (-INCH / 64, 0, INCH / 64)
        ]
        assert row[0] != white
        assert max(abs(a - b) for a, b in zip(row[0], row[2], strict=True)) < 12


def test_the_same_input_gives_the_same_bytes(pressed: dict[str, Path], tmp_path: Path) -> None:
    """Both files, in another folder and from another cache."""
    again = build(ROOT / "content.yaml", tmp_path, editions=["press"], overrides=["paper=letter"])
    assert again[0].read_bytes() == pressed["real"].read_bytes()
    assert again[1].read_bytes() == pressed["real"].with_suffix(".txt").read_bytes()


@needs_ghostscript
@NAMES
def test_no_place_has_too_much_ink(pressed: dict[str, Path], tmp_path: Path, name: str) -> None:
    """Every pixel inside the bleed box, as Ghostscript lays inks down, marks left aside."""
    with pikepdf.open(pressed[name]) as pdf:
        media, bleed = box(pdf.pages[0].obj, "Media"), box(pdf.pages[0].obj, "Bleed")
    scale = 100 / 72
    left, right = (bleed[0] + 1) * scale, (bleed[2] - 1) * scale
    top, bottom = (media[3] - bleed[3] + 1) * scale, (media[3] - bleed[1] - 1) * scale
    for page in (1, 2):
        image = inked(pressed[name], tmp_path, page, 100)
        assert most_ink(image) > 350  # the marks: what is looked for is found
        inner = image.crop((round(left), round(top), round(right), round(bottom)))
        assert 100 < most_ink(inner) <= LIMITS[name] + JPEG


@needs_ghostscript
def test_black_words_are_on_the_black_plate_alone(pressed: dict[str, Path], tmp_path: Path) -> None:
    """Nothing of a paragraph on white paper is on the colored plates, and it is on black's."""
    dpi = 150
    document = pypdfium2.PdfDocument(pressed["real"])
    page = document[1].get_textpage()
    at = page.get_text_range().index("A pen with very thin needles makes")
    boxes = [page.get_charbox(i) for i in range(at, at + 34)]
    height = document[1].get_height()
    document.close()
    area = (
        round(min(b[0] for b in boxes) * dpi / 72) - 3,
        round((height - max(b[3] for b in boxes)) * dpi / 72) - 3,
        round(max(b[2] for b in boxes) * dpi / 72) + 3,
        round((height - min(b[1] for b in boxes)) * dpi / 72) + 3,
    )
    found = {
        name: image.crop(area).getextrema()
        for name, image in plates(pressed["real"], tmp_path, 2, dpi).items()
    }
    assert found["Black"][1] > 200
    assert {found[name] for name in PLATES[:3]} == {(0, 0)}


@needs_ghostscript
def test_black_words_leave_no_hole_in_the_ground(small: Path, tmp_path: Path) -> None:
    """On the cover's field each colored plate is even where words overprint it."""
    small.write_text(small.read_text().replace("- title: Small", "- subtitle: Words of ink"))
    (path, _) = build(small, tmp_path / "out", editions=["press"])
    assert read(small).theme.panels["cover"].ground
    trim = 72 * (7.3125 + 0.5)
    with pikepdf.open(path) as pdf:
        texts = [m for m in marks(pdf.pages[0]) if m.what == "text" and m.state.overprint]
        start = box(pdf.pages[0].obj, "Trim")[0]
    assert texts
    dpi = 100
    left = round((start + trim) * dpi / 72)
    area = (left, 130, left + 250, 800)
    found = {
        name: image.crop(area).getextrema()
        for name, image in plates(path, tmp_path, 1, dpi).items()
    }
    assert found["Black"][1] > 200
    for name in PLATES[:3]:
        low, high = found[name]
        assert 0 < low == high
