"""The dummy, read back: words, ruler, fold lines, and the white border."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from brochure.content import read
from brochure.folds import FOLDS, Fold, panel_rects
from brochure.geometry import INCH, MM
from brochure.proof.creases import MOUNTAIN, UNTOLD, VALLEY
from brochure.proof.dummy import publish_dummy
from brochure.proof.steps import steps
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


def _borders(path: Path) -> list[float]:
    """Return how many points are white at each page's edges, where they are the fewest."""
    with pypdfium2.PdfDocument(path) as document:
        pictures = [page.render(scale=2).to_pil().convert("L") for page in document]
    found = []
    for picture in pictures:
        dark = picture.point(lambda value: 255 if value < 250 else 0).getbbox()
        assert dark is not None
        left, top, right, bottom = dark
        found.append(min(left, top, picture.width - right, picture.height - bottom) / 2)
    return found


def _triangles(page: Any, *, level: bool) -> list[tuple[float, float]]:
    """Return the first corners of triangles: of those with a level side, or of arrows' heads."""
    return [
        mark.points[0]
        for mark in marks(page)
        if mark.what == "fill"
        and len(mark.points) == 3
        and (mark.points[1][1] == mark.points[2][1]) == level
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
    said = [
        "Print both sides, flip on the short edge, actual size (no scaling)",
        "Measure the ruler.",
        "Lay it down with its inside up.",
        "Fold 1: bring inside-3, the short panel, over inside-2.",
        "Fold 2: bring inside-1 over inside-2.",
        "In front now: cover.",
    ]
    at = [told.find(step) for step in said]
    assert [told.count(step) for step in said] == [1] * len(said)
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
    found = _borders(dummy[1])
    assert len(found) == 2
    assert min(found) >= 18


def test_the_tops_lie_on_each_other(dummy: tuple[Brochure, Path]) -> None:
    """Held to the light: a triangle outside has its fellow inside at the mirrored place."""
    brochure, path = dummy
    with pikepdf.open(path) as pdf:
        tips = [
            sorted((round(x, 1), round(y, 1)) for x, y in _triangles(page, level=True))
            for page in pdf.pages
        ]
    width = brochure.paper.size.width
    assert len(tips[0]) == 3
    assert [x for x, _ in tips[1]] == pytest.approx([width - x for x, _ in tips[0]][::-1], abs=0.2)
    assert {y for _, y in tips[0]} == {y for _, y in tips[1]}


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
@pytest.mark.parametrize("paper", ["letter", "tabloid", "a4", "a3"])
def test_any_fold_has_a_dummy(fold: Fold, paper: str, small: Path, tmp_path: Path) -> None:
    """Every panel, every crease and step, a ruler of full length, the border white."""
    brochure = read(small, [f"paper={paper}", f"fold={fold.name}"])
    path = publish_dummy(brochure, tmp_path)
    words = " ".join(_words(path))
    for number, name in enumerate(brochure.fold.reading, 1):
        assert f"{number} {name}" in words
    for step in range(1, len(brochure.fold.folding) + 1):
        assert f"fold {step}, " in words
        assert f"Fold {step}: bring" in words
    assert f"exactly {'150 mm' if brochure.paper.unit == 'mm' else '6 in'}." in words
    assert len(_borders(path)) == len(brochure.fold.sides)
    assert min(_borders(path)) >= 18


@pytest.mark.parametrize(
    ("paper", "fold"),
    [("dl", "roll-fold"), ("postcard-a6", "french-fold"), ("rack-card", "double-gate")],
)
def test_on_tiny_sheets_what_to_do_goes_on_from_panel_to_panel(
    paper: str, fold: str, small: Path, tmp_path: Path
) -> None:
    """None of it is lost, and the border stays white."""
    brochure = read(small, [f"paper={paper}", f"fold={fold}"])
    path = publish_dummy(brochure, tmp_path)
    words = " ".join(_words(path))
    last = len(steps(brochure.fold, brochure.paper))
    for number in range(1, last + 1):
        assert len(re.findall(rf"(?<!\S){number}\.(?!\S)", words)) == 1
    assert "valley: the paper comes" in words
    assert "mountain: it goes away from you" in words
    assert min(_borders(path)) >= 18


def test_cards_have_a_ruler_as_long_as_they_can(small: Path, tmp_path: Path) -> None:
    """A folded A6 card is 148 mm long: 100 mm fit between its white borders."""
    brochure = read(small, ["paper=148mm x 105mm", "fold=half-fold"])
    (first, _) = _words(publish_dummy(brochure, tmp_path))
    assert "it must be exactly 100 mm." in first


def test_arrows_show_what_comes_toward_the_folder(small: Path, tmp_path: Path) -> None:
    """Two inside a letter fold; none where all goes behind, in layers that are turned over too."""
    counts = {}
    for fold in ("letter-fold", "z-fold", "french-fold"):
        path = publish_dummy(read(small, [f"fold={fold}"]), tmp_path)
        with pikepdf.open(path) as pdf:
            counts[fold] = [len(_triangles(page, level=False)) for page in pdf.pages]
    assert counts == {"letter-fold": [0, 2], "z-fold": [1, 1], "french-fold": [0]}


def test_the_short_panel_is_named_where_there_is_one(small: Path, tmp_path: Path) -> None:
    """Two doors of a gate are both short: nothing to tell them by."""
    told = {
        fold: _words(publish_dummy(read(small, [f"fold={fold}"]), tmp_path))[-1]
        for fold in ("gate-fold", "french-fold", "z-fold")
    }
    assert "bring inside-1 over inside-2 and inside-3 over inside-2." in told["gate-fold"]
    assert "In front now: cover and flap." in told["gate-fold"]
    assert "Print one side," in told["french-fold"]
    assert "Lay it down with its outside up." in told["french-fold"]
    assert "Fold 1: bring inside-1 behind cover." in told["french-fold"]
    assert "Fold 1: bring inside-3 behind inside-2." in told["z-fold"]


def test_a_fold_of_unknown_steps_has_dotted_lines(small: Path, tmp_path: Path) -> None:
    """The catalogue need not say how a sheet is folded."""
    brochure = read(small)
    bare = replace(brochure, fold=replace(brochure.fold, folding=()))
    path = publish_dummy(bare, tmp_path)
    with pikepdf.open(path) as pdf:
        for page, slots in zip(pdf.pages, (bare.fold.outside, bare.fold.inside), strict=True):
            found = sorted(mark.points[0][0] for mark in _lines(page, UNTOLD.dash))
            edges = [rect.x for rect in panel_rects(slots, bare.paper)[1:]]
            assert found == pytest.approx(edges, abs=0.002)
    assert "valley" not in " ".join(_words(path))


def test_the_same_brochure_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """In one process and folder after another."""
    first, second = (publish_dummy(read(small), tmp_path / name) for name in "ab")
    assert first.read_bytes() == second.read_bytes()
