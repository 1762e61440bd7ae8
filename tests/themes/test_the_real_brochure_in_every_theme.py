"""The repository's own brochure on Letter in each theme, read back with other libraries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from brochure import build, read
from brochure.editions import OFFICE
from brochure.folds import FOLDS, Fold
from brochure.frame import Text
from brochure.images import Library
from brochure.layout import lay_out
from brochure.themes import THEMES
from brochure.typography import family, load
from tests.test_composition import foot, leaves
from tests.test_the_real_brochure import copy_of, page, words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=THEMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the brochure in one theme; the copy fits, or there would be none."""
    out = tmp_path_factory.mktemp("out") / request.param
    (path,) = build(
        ROOT / "content.yaml", out, overrides=[f"theme={request.param}"], editions=["office"]
    )
    return path


def test_no_word_is_lost(built: Path) -> None:
    """Each paragraph's words stand in the pages' text, in order and apart."""
    document = pypdfium2.PdfDocument(built)
    text = " ".join(words(" ".join(p.get_textpage().get_text_range() for p in document)))
    document.close()
    paragraphs = list(copy_of(read(ROOT / "content.yaml")))
    assert len(paragraphs) > 40
    for paragraph in paragraphs:
        assert " ".join(words(paragraph.plain)) in text


def test_the_themes_fonts_are_embedded_and_no_others(built: Path) -> None:
    """Faces of its two families, each with its file."""
    fonts = read(ROOT / "content.yaml", [f"theme={built.parent.name}"]).theme.fonts
    mine = {
        load(path).name
        for name in fonts.values()
        for family_ in [family(name)]
        for path in (family_.regular, family_.bold, family_.italic, family_.bold_italic)
    }
    with pikepdf.open(built) as pdf:
        descriptors = list(_descriptors(pdf))
        assert len(descriptors) >= 3
        for descriptor in descriptors:
            assert re.sub(r"^/[A-Z]{6}\+", "", str(descriptor.FontName)) in mine
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def _descriptors(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            yield item


def test_the_code_scans(built: Path) -> None:
    """From the rendered page."""
    (code,) = zxingcpp.read_barcodes(page(built, 0, 150))
    assert "TEL;TYPE=WORK:+12108794809" in code.text


def test_mono_has_no_color_and_spares_toner(tmp_path: Path) -> None:
    """Every pixel is gray; it takes less than half the toner of either (measured: 38 %)."""
    coverage = {}
    for theme in THEMES:
        (path,) = build(
            ROOT / "content.yaml",
            tmp_path / theme,
            overrides=[f"theme={theme}"],
            editions=["office"],
        )
        pages = [page(path, index, 36) for index in (0, 1)]
        if theme == "mono":
            for picture in pages:
                red, green, blue = picture.split()
                assert red.tobytes() == green.tobytes() == blue.tobytes()
        grays = [picture.convert("L").histogram() for picture in pages]
        dark = sum((255 - level) * count for gray in grays for level, count in enumerate(gray))
        coverage[theme] = dark / (255 * sum(map(sum, grays)))
    assert coverage["mono"] < 0.5 * min(coverage["calm"], coverage["bold"]), coverage


@pytest.mark.parametrize("paper", ["letter", "legal", "a4"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_inner_columns_end_level(theme: str, paper: str) -> None:
    """The last line, the table's last rule and the box's edge, within half a point."""
    brochure = read(ROOT / "content.yaml", [f"theme={theme}", f"paper={paper}"])
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    inner = [panel for panel in layout.panels if panel.name.startswith("inside")]
    feet = [foot(panel.frame.items) for panel in inner]
    assert len(feet) == 3
    assert max(feet) - min(feet) < 0.5, feet


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_copy_fits_every_fold_of_office_paper(theme: str, paper: str, fold: Fold) -> None:
    """Without a word cut, and with readable lines; the lowest word is on its panel."""
    changes = [f"theme={theme}", f"paper={paper}", f"fold={fold.name}"]
    brochure = read(ROOT / "content.yaml", changes)
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    assert layout.left_over == ()
    feet = {panel.name: foot(panel.frame.items) for panel in layout.panels}
    assert all(feet[panel.name] < panel.frame.size.height - 18 for panel in layout.panels)
    empty = {name for name, lowest in feet.items() if not lowest}
    assert empty == set()


@pytest.mark.parametrize("theme", THEMES)
def test_labels_hang_on_one_line(theme: str) -> None:
    """The cover's, the flap's and the back's, on Letter."""
    brochure = read(ROOT / "content.yaml", [f"theme={theme}"])
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    heads = {
        min(matrix.apply(i.origin).y for i, matrix in leaves(p.frame.items) if isinstance(i, Text))
        for p in layout.panels
        if not p.name.startswith("inside")
    }
    assert max(heads) - min(heads) < 0.4
