"""The large-print edition of the repository's own brochure, read back with other libraries."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import outloud
import page as validation
import pikepdf
import pypdfium2
import pytest
import yaml
import zxingcpp
from PIL import ImageChops

from brochure import build, read
from brochure.geometry import MM
from tests.pdf.spoken import spoken
from tests.test_the_real_brochure import copy_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image

    from tests.pdf.spoken import Said

ROOT = Path(__file__).parents[2]


def made(folder: Path, content: Path = ROOT / "content.yaml", *overrides: str) -> Path:
    """Return the path of the large-print edition of `content`."""
    (path,) = build(content, folder, overrides=overrides, editions=["large-print"])
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the real brochure's, built once."""
    return made(tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def said(built: Path) -> list[Said]:
    """Return what the structure of the real brochure's says."""
    return spoken(built)


def pictures(path: Path) -> list[Image]:
    """Return every page as a picture, a pixel a point."""
    document = pypdfium2.PdfDocument(path)
    found: list[Image] = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    document.close()
    return found


def missing(paragraphs: Iterable[str], pieces: Iterable[Said]) -> list[str]:
    """Return the words of `paragraphs` that `pieces` do not say often enough."""
    rest = Counter(words(" ".join(piece.text for piece in pieces)))
    wanted = Counter(word for paragraph in paragraphs for word in words(paragraph))
    return sorted((wanted - rest).elements())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_accessible_and_archivable(built: Path, profile: str) -> None:
    """PDF/UA-1 and PDF/A-2a at once, as another program reads the rules."""
    report = validation.validate_pdf(str(built), profile=profile)
    assert report.checks.failed == 0
    assert report.is_compliant


def test_it_can_be_heard(built: Path) -> None:
    """No error and no warning that a listener would meet."""
    result = outloud.check(str(built))
    assert result.error is None
    assert (result.errors, result.warnings) == (0, 0)


def test_upright_pages_for_any_printer(built: Path) -> None:
    """Letter, not scaled, turned on the long edge; numbered from 1; in the brochure's language."""
    with pikepdf.open(built) as pdf:
        assert [[float(x) for x in p.MediaBox] for p in pdf.pages] == [[0, 0, 612, 792]] * 6
        preferences = pdf.Root.ViewerPreferences
        assert preferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
        assert preferences.PrintScaling == pikepdf.Name("/None")
        assert [page.label for page in pdf.pages] == ["1", "2", "3", "4", "5", "6"]
        assert pdf.Root.Lang == "en-US"


def test_a_metric_brochure_comes_on_a4(tmp_path: Path) -> None:
    """As does the folded sheet; Legal, an inch paper, comes on Letter."""
    with pikepdf.open(made(tmp_path, ROOT / "content.yaml", "paper=a4")) as pdf:
        boxes = [[float(x) for x in p.MediaBox[2:]] for p in pdf.pages]
    assert len(boxes) > 4
    assert all(box == pytest.approx([210 * MM, 297 * MM], abs=0.01) for box in boxes)
    with pikepdf.open(made(tmp_path, ROOT / "content.yaml", "paper=legal")) as pdf:
        assert [float(x) for x in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_running_text_is_16_points_and_none_is_below_14(said: list[Said]) -> None:
    """As the PDF has it: most text is of the body's size."""
    sizes = Counter(round(piece.size, 2) for piece in said for _ in piece.text)
    assert sizes.most_common(1)[0][0] == 16
    assert sizes[16] > 1500
    assert min(sizes) == 14


def test_the_structure_says_the_copy_in_order(said: list[Said]) -> None:
    """Each paragraph after the one before it, and nothing between but numbers and the clinic."""
    brochure = read(ROOT / "content.yaml")
    rest = f" {' '.join(words(' '.join(piece.text for piece in said)))} "
    between: list[str] = []
    # The author wrote everything in the order in which it is read, labels before headings.
    texts = sorted(copy_of(brochure), key=lambda text: (text.where.line, text.where.column))
    paragraphs = [text.plain for text in texts]
    assert len(paragraphs) > 40
    for paragraph in paragraphs:
        before, found, rest = rest.partition(f" {' '.join(words(paragraph))} ")
        assert found, paragraph
        between += before.split()
        rest = f" {rest}"
    clinic = brochure.clinic
    assert clinic.phone
    assert clinic.website
    own = [clinic.clinician, clinic.name, clinic.area, clinic.phone.text, clinic.website.text]
    numbers = ["1", "2", "3"]  # of the band's captions, then of the steps
    assert [*between, *rest.split()] == [*numbers, *numbers, *words(" ".join(own))]


def test_a_role_is_a_section_though_it_runs_over_pages(built: Path) -> None:
    """Cover, flap, inside and back: four, the third on three pages."""
    with pikepdf.open(built) as pdf:
        document = pdf.Root.StructTreeRoot.K
        document = document[0] if isinstance(document, pikepdf.Array) else document
        assert [str(kid.S) for kid in document.K] == ["/Sect"] * 4


def test_the_outline_follows_the_reading(built: Path) -> None:
    """The title, and under it every section, on pages that never go back."""
    with pikepdf.open(built) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        names = [entry.title for entry in title.children]
        pages = [entry.destination[0].objgen for entry in title.children]
        order = [page.objgen for page in pdf.pages]
    assert title.title == "Microneedling"
    assert names[0] == "What can it do for your skin?"
    assert names[-1] == "Is it right for you?"
    assert len(names) == 8
    assert [order.index(page) for page in pages] == sorted(order.index(page) for page in pages)


def test_a_quarter_inch_stays_white_all_round(built: Path) -> None:
    """On every page; the fields of the cover and the flap fill what is inside it."""
    pages = pictures(built)
    boxes = [ImageChops.invert(page).getbbox() for page in pages]
    assert len(boxes) == 6
    for left, top, right, bottom in (box for box in boxes if box):
        assert min(left, top, 612 - right, 792 - bottom) >= 18
    assert boxes[0] == boxes[1] == (18, 18, 594, 774)


def test_pages_but_the_cover_are_numbered_unheard(built: Path, said: list[Said]) -> None:
    """A figure at the foot, which is an artifact: the last thing on the page, never read."""
    document = pypdfium2.PdfDocument(built)
    feet = []
    for page in document:
        area = page.get_textpage().get_text_bounded(0, 0, 612, 60)
        feet.append(area.strip())
    document.close()
    assert feet == ["", "2", "3", "4", "5", "6"]
    assert [piece.text for piece in said if piece.text.strip() in {"4", "5", "6"}] == []


def test_the_code_scans(built: Path) -> None:
    """From the last page as it is rendered, a pixel a point."""
    (code,) = zxingcpp.read_barcodes(pictures(built)[-1])
    assert "TEL;TYPE=WORK:+12108794809" in code.text


def test_links_live_and_none_shares(built: Path) -> None:
    """It is read on screens, too."""
    with pikepdf.open(built) as pdf:
        uris = {str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", [])}
    assert uris == {"tel:+12108794809", "https://www.kimberlyfindermd.com"}


def test_lines_hold_45_to_65_characters(tmp_path: Path) -> None:
    """Full lines of running text on average, on both papers."""
    text = " ".join(paragraph.plain for paragraph in copy_of(read(ROOT / "content.yaml")))
    (tmp_path / "content.yaml").write_text(
        yaml.safe_dump({"title": "A", "clinic": {"name": "C"}, "inside": [{"text": text}]})
    )
    for paper in ("letter", "a4"):
        pieces = spoken(made(tmp_path, tmp_path / "content.yaml", f"paper={paper}"))
        lines = [len(piece.text.strip()) for piece in pieces][:-1]
        assert len(lines) > 20
        assert 45 <= sum(lines) / len(lines) <= 65


def test_a_tiny_brochure_is_a_page_a_role(small: Path, tmp_path: Path) -> None:
    """Nothing for the flap, which has no copy."""
    path = made(tmp_path, small)
    assert len(pictures(path)) == 3
    assert outloud.check(str(path)).errors == 0
    assert re.sub(r"\s+", " ", " ".join(piece.text for piece in spoken(path))).startswith(
        "Small What it is A few words. The Clinic"
    )


def test_four_times_the_copy_takes_more_pages_and_loses_no_word(tmp_path: Path) -> None:
    """More than would ever fit the folded sheet; headings never end a page."""
    content = yaml.safe_load((ROOT / "content.yaml").read_text())
    for role in ("flap", "inside", "back"):
        once = content[role]
        content[role] = once + [block for block in once if "band" not in block] * 3
    (tmp_path / "content.yaml").write_text(yaml.safe_dump(content, allow_unicode=True))
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    path = made(tmp_path, tmp_path / "content.yaml")
    pieces = spoken(path)
    copy = [paragraph.plain for paragraph in copy_of(read(tmp_path / "content.yaml"))]
    assert len(copy) > 150
    assert missing(copy, pieces) == []
    assert validation.validate_pdf(str(path), profile="ua1").checks.failed == 0
    count = len(pictures(path))
    assert 14 <= count <= 24
    last = {piece.page: piece for piece in pieces}
    assert len(last) == count
    assert all("H2" not in piece.path for piece in last.values() if piece.page)
