"""The dummy, read back: words, ruler, fold lines, and the white border."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from brochure.content import read
from brochure.folds import panel_rects
from brochure.geometry import INCH, MM
from brochure.proof.creases import MOUNTAIN, VALLEY
from brochure.proof.dummy import publish_dummy
from tests.editions.painted import Mark, marks

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.model import Brochure

PAPERS = ("letter", "legal", "a4")


@pytest.fixture(params=PAPERS)
def dummy(request: pytest.FixtureRequest, small: Path, tmp_path: Path) -> tuple[Brochure, Path]:
    """Return a brochure on each paper, and its dummy."""
    brochure = read(small, [f"paper={request.param}"])
    return brochure, publish_dummy(brochure, tmp_path / "out")


def _words(path: Path) -> list[str]:
    """Return the text of each page, without line ends."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def _lines(page: Any, dash: tuple[float, ...]) -> list[Mark]:
    """Return the upright lines of `page` that are dashed so and run over half of it."""
    return [
        mark
        for mark in marks(page)
        if mark.what == "stroke"
        and mark.state.dash == dash
        and len({round(x, 2) for x, _ in mark.points}) == 1
        and abs(mark.points[0][1] - mark.points[-1][1]) > float(page.MediaBox[3]) / 2
    ]


def test_it_is_named_after_the_title_and_has_the_sheets_size(dummy: tuple[Brochure, Path]) -> None:
    """Two pages, printed at their size on both sides."""
    brochure, path = dummy
    assert path.name == "small-dummy.pdf"
    with pikepdf.open(path) as pdf:
        boxes = [[float(x) for x in page.MediaBox] for page in pdf.pages]
        assert boxes == [pytest.approx([0, 0, *brochure.paper.size], abs=0.001)] * 2
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")


def test_panels_bear_name_number_and_width(dummy: tuple[Brochure, Path]) -> None:
    """In the unit of the paper, each within its panel."""
    brochure, path = dummy
    outside, inside = _words(path)
    unit = "100 mm" if brochure.paper.name == "a4" else "in"
    for words, slots in ((outside, brochure.fold.outside), (inside, brochure.fold.inside)):
        assert words.count("top") == 3
        assert unit in words
        for slot in slots:
            number = brochure.fold.reading.index(slot.name) + 1
            assert f"{number} {slot.name}" in words
    width = {"letter": "3.6875 in", "legal": "4.6875 in", "a4": "100 mm"}[brochure.paper.name]
    short = {"letter": "3.625 in", "legal": "4.625 in", "a4": "97 mm"}[brochure.paper.name]
    assert outside.count(f"outside, {width} wide") == 2
    assert inside.count(f"inside, {short} wide") == 1


def test_it_tells_how_to_print_and_in_which_order_to_fold(dummy: tuple[Brochure, Path]) -> None:
    """The short panel first, then the cover over it."""
    told = _words(dummy[1])[1]
    steps = [
        "Print both sides, flip on the short edge, actual size (no scaling)",
        "Measure the ruler.",
        "Lay it down with its inside up.",
        "Fold 1: bring inside-3, the short panel, over inside-2.",
        "Fold 2: bring inside-1 over inside-2.",
        "In front now: cover.",
    ]
    at = [told.find(step) for step in steps]
    assert -1 not in at
    assert at == sorted(at)


def test_the_ruler_is_as_long_as_it_says(dummy: tuple[Brochure, Path]) -> None:
    """Six inches or 150 mm to a thousandth of a point, on the first page alone."""
    brochure, path = dummy
    length, words = (150 * MM, "150 mm") if brochure.paper.name == "a4" else (6 * INCH, "6 in")
    with pikepdf.open(path) as pdf:
        painted = [
            mark for mark in marks(pdf.pages[0]) if mark.what == "stroke" and len(mark.points) > 20
        ]
    assert len(painted) == 1
    xs = [x for x, _ in painted[0].points]
    assert max(xs) - min(xs) == pytest.approx(length, abs=0.002)
    assert painted[0].state.dash == ()
    first, second = _words(path)
    assert f"Measure this: it must be exactly {words}." in first
    assert "Measure this" not in second


def test_folds_are_mountains_outside_and_valleys_inside(dummy: tuple[Brochure, Path]) -> None:
    """Each at its place, dash-dotted where it goes away, dashed where it comes nearer."""
    brochure, path = dummy
    sides = ((brochure.fold.outside, MOUNTAIN, VALLEY), (brochure.fold.inside, VALLEY, MOUNTAIN))
    words = _words(path)
    with pikepdf.open(path) as pdf:
        for page, (slots, drawn, other) in zip(pdf.pages, sides, strict=True):
            found = sorted(mark.points[0][0] for mark in _lines(page, drawn.dash))
            edges = [rect.x for rect in panel_rects(slots, brochure.paper)[1:]]
            assert found == pytest.approx(edges, abs=0.002)
            assert _lines(page, other.dash) == []
    for said, way in zip(words, ("mountain", "valley"), strict=True):
        assert f"fold 1, {way}" in said
        assert f"fold 2, {way}" in said


def test_nothing_is_within_a_quarter_inch_of_the_edge(dummy: tuple[Brochure, Path]) -> None:
    """An office printer would leave it out."""
    with pypdfium2.PdfDocument(dummy[1]) as document:
        pictures = [page.render(scale=2).to_pil().convert("L") for page in document]
    assert len(pictures) == 2
    for picture in pictures:
        dark = picture.point(lambda value: 255 if value < 250 else 0).getbbox()
        assert dark is not None
        left, top, right, bottom = dark
        assert min(left, top, picture.width - right, picture.height - bottom) >= 36


def test_the_tops_lie_on_each_other(dummy: tuple[Brochure, Path]) -> None:
    """Held to the light: a triangle outside has its fellow inside at the mirrored place."""
    brochure, path = dummy
    with pikepdf.open(path) as pdf:
        tips = [
            sorted(
                (round(mark.points[0][0], 1), round(mark.points[0][1], 1))
                for mark in marks(page)
                if mark.what == "fill"
                and len(mark.points) == 3
                and mark.points[1][1] == mark.points[2][1]
            )
            for page in pdf.pages
        ]
    width = brochure.paper.size.width
    assert len(tips[0]) == 3
    assert [x for x, _ in tips[1]] == pytest.approx([width - x for x, _ in tips[0]][::-1], abs=0.2)
    assert {y for _, y in tips[0]} == {y for _, y in tips[1]}


def test_the_same_brochure_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """In one process and folder after another."""
    first, second = (publish_dummy(read(small), tmp_path / name) for name in "ab")
    assert first.read_bytes() == second.read_bytes()
