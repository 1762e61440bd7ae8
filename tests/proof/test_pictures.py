"""Proofs on a screen: sizes, panels cut at the folds, the folded sheet step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops

from brochure.content import read
from brochure.editions import LARGE_PRINT, PRESS, SCREEN
from brochure.folds import panel_rects
from brochure.problems import BrochureError, FileError
from brochure.proof.pictures import proof

if TYPE_CHECKING:
    from brochure.model import Brochure

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Brochure:
    """Return the repository's own brochure, which has colors on every panel's edge."""
    return read(ROOT / "content.yaml")


def _same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def _open(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def test_every_page_has_its_picture(real: Brochure, tmp_path: Path) -> None:
    """11 by 8.5 in at 144 pixels an inch, which the file says of itself."""
    paths = proof(real, tmp_path)
    assert [path.name for path in paths] == [
        "microneedling-office-page-1.png",
        "microneedling-office-page-2.png",
    ]
    for path in paths:
        with Image.open(path) as picture:
            assert picture.size == (1584, 1224)
            assert picture.info["dpi"] == pytest.approx((144, 144), abs=0.01)


def test_one_page_is_the_same_as_among_all(real: Brochure, tmp_path: Path) -> None:
    """And nothing else is written."""
    _, second = proof(real, tmp_path / "all", ppi=72)
    (alone,) = proof(real, tmp_path / "one", page=2, ppi=72)
    assert alone.name == "microneedling-office-page-2.png"
    assert alone.read_bytes() == second.read_bytes()
    assert list((tmp_path / "one").iterdir()) == [alone]


def test_panels_are_cut_from_the_page_at_the_folds(real: Brochure, tmp_path: Path) -> None:
    """Side by side they are the page again, pixel by pixel."""
    pages = proof(real, tmp_path, ppi=100)
    compared = 0
    for path, slots in zip(pages, (real.fold.outside, real.fold.inside), strict=True):
        page, at = _open(path), 0
        for slot in slots:
            (cut,) = proof(real, tmp_path, panel=slot.name, ppi=100)
            assert cut.name == f"microneedling-office-panel-{slot.name}.png"
            panel = _open(cut)
            assert _same(panel, page.crop((at, 0, at + panel.width, page.height)))
            at += panel.width
            compared += 1
        assert at == page.width
    assert compared == 6


def test_a_panel_for_the_press_is_trimmed(real: Brochure, tmp_path: Path) -> None:
    """As large as the folded panel: no bleed, no marks; its color reaches the cut."""
    (page, _) = proof(real, tmp_path, PRESS)
    (cut,) = proof(real, tmp_path, PRESS, panel="flap")
    panel = _open(cut)
    assert panel.size == pytest.approx((3.625 * 144, 8.5 * 144), abs=1)
    assert _open(page).width > 1584 + 2 * 18
    corner = panel.getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert max(corner) < 110  # spruce, where the office edition is white


def test_a_panel_that_stands_on_its_head_is_turned(small: Path, tmp_path: Path) -> None:
    """French fold: on the page the upper panels are upside down, alone they are upright."""
    brochure = read(small, ["fold=french-fold"])
    page = _open(proof(brochure, tmp_path)[0])
    (cut,) = proof(brochure, tmp_path, panel="inside-1")
    upper_right = page.crop((page.width // 2, 0, page.width, page.height // 2))
    assert _same(_open(cut).rotate(180), upper_right)
    assert not _same(_open(cut), upper_right)


@pytest.mark.parametrize(
    ("fold", "steps"),
    [("z-fold", 5), ("half-fold", 3), ("gate-fold", 3), ("french-fold", 3), ("flat", 2)],
)
def test_any_fold_is_shown_as_it_opens(fold: str, steps: int, small: Path, tmp_path: Path) -> None:
    """A picture a step, all as high as the folded sheet but for the desk around it."""
    brochure = read(small, [f"fold={fold}"])
    pictures = [_open(path) for path in proof(brochure, tmp_path, opened=True, ppi=72)]
    assert len(pictures) == steps
    # A French fold is half as high as its sheet, and never shown wide open.
    height = brochure.paper.size.height / (2 if fold == "french-fold" else 1)
    assert {picture.height for picture in pictures} == {round(height) + 72}
    assert max(picture.width for picture in pictures) == brochure.paper.size.width + 72


def test_a_screens_panels_are_its_pages(real: Brochure, tmp_path: Path) -> None:
    """The cover is the first of six."""
    first, *rest = proof(real, tmp_path, SCREEN, ppi=50)
    (cover,) = proof(real, tmp_path, SCREEN, panel="cover", ppi=50)
    assert len(rest) == 5
    assert _same(_open(cover), _open(first))


def test_the_folded_sheet_is_shown_as_it_opens(real: Brochure, tmp_path: Path) -> None:
    """Front, back, first opening, wide open: one, one, two and three panels on half an inch."""
    paths = proof(real, tmp_path, opened=True, ppi=96)
    assert [path.name for path in paths] == [
        f"microneedling-office-folded-{n}.png" for n in (1, 2, 3, 4)
    ]
    sizes = [_open(path).size for path in paths]
    # The closed sheet is as wide as its widest panels, the first opening twice that.
    inches = [(3.6875, 8.5), (3.6875, 8.5), (7.375, 8.5), (11, 8.5)]
    assert sizes == [
        pytest.approx((width * 96 + 96, height * 96 + 96), abs=1) for width, height in inches
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, ["cover"]),
        (2, ["back"]),
        (3, ["inside-1", "flap"]),
        (4, ["inside-1", "inside-2", "inside-3"]),
    ],
)
def test_an_opening_shows_its_panels(
    real: Brochure, tmp_path: Path, number: int, shown: list[str]
) -> None:
    """The middle of each panel, where no shadow falls, is the panel's own picture."""
    steps = proof(real, tmp_path, opened=True, ppi=72)
    step, left = _open(steps[number - 1]), 36.0
    widths = {
        slot.name: rect.width
        for side in (real.fold.outside, real.fold.inside)
        for slot, rect in zip(side, panel_rects(side, real.paper), strict=True)
    }
    for name in shown:
        panel = _open(proof(real, tmp_path, panel=name, ppi=72)[0])
        # The flap hangs on the inside's second fold, beside which it is short of the first.
        start = left + (265.5 - widths[name] if name == "flap" else 0)
        found = step.crop(
            (round(start) + 20, 36, round(start) + round(widths[name]) - 20, 36 + 612)
        )
        wanted = panel.crop((20, 0, round(widths[name]) - 20, 612))
        assert _off(found, wanted) < 3, name
        left += widths[name]


def _off(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart on average, of 255, at the best of three places.

    A panel that begins between two pixels may be cut one pixel off.
    """
    assert one.size == other.size
    apart = []
    for dx in (-1, 0, 1):
        moved = ImageChops.difference(ImageChops.offset(one, dx, 0), other)
        inner = moved.crop((1, 0, moved.width - 1, moved.height)).convert("L")
        pixels = inner.histogram()
        apart.append(sum(value * count for value, count in enumerate(pixels)) / sum(pixels))
    return min(apart)


def test_pictures_that_differ_are_told_apart(real: Brochure, tmp_path: Path) -> None:
    """The comparer of the steps fails when it should."""
    one, other = (
        _open(proof(real, tmp_path, panel=name, ppi=72)[0]) for name in ("inside-1", "inside-2")
    )
    size = (0, 0, min(one.width, other.width), 612)
    assert _off(one.crop(size), other.crop(size)) > 6


def test_the_desk_is_around_the_paper_and_folds_are_darker(real: Brochure, tmp_path: Path) -> None:
    """Soft: the white right at a fold is shaded, half an inch from it it is not."""
    *_, wide_open = proof(real, tmp_path, opened=True, ppi=72)
    picture = _open(wide_open)
    desk, paper = picture.getpixel((3, 3)), picture.getpixel((36 + 240, 36 + 600))
    fold = picture.getpixel((36 + 265, 36 + 600))
    assert isinstance(desk, tuple)
    assert isinstance(fold, tuple)
    assert paper == (255, 255, 255)
    assert 200 < min(desk) < 240
    assert 180 < max(fold) < 245


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        ({"page": 3}, "PROOF001", "its pages are 1 to 2"),
        ({"page": 0}, "PROOF001", "its pages are 1 to 2"),
        ({"panel": "covr"}, "PROOF002", "did you mean `cover`?"),
        ({"edition": LARGE_PRINT, "panel": "cover"}, "PROOF002", "it can be `1`"),
        ({"ppi": 19.9}, "PROOF003", "20 to 600"),
        ({"ppi": 601}, "PROOF003", "20 to 600"),
        ({"ppi": float("nan")}, "PROOF003", "20 to 600"),
        ({"edition": SCREEN, "opened": True}, "PROOF005", "`office` and `press`"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(
    real: Brochure, tmp_path: Path, options: dict[str, Any], code: str, hint: str
) -> None:
    """With what there is."""
    out = tmp_path / "out"
    with pytest.raises(FileError) as caught:
        proof(real, out, **options)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert hint in problem.hint
    assert not out.exists()


@pytest.mark.parametrize("ppi", [41, 50, 100, 144, 151])
def test_no_row_or_column_is_lost_where_sizes_are_no_whole_pixels(
    small: Path, tmp_path: Path, ppi: int
) -> None:
    """A4: panels make up the page, and the folded sheet is white to its corner."""
    brochure = read(small, ["paper=a4"])
    inside = _open(proof(brochure, tmp_path, page=2, ppi=ppi)[0])
    panels = [
        _open(proof(brochure, tmp_path, panel=slot.name, ppi=ppi)[0])
        for slot in brochure.fold.inside
    ]
    assert sum(panel.width for panel in panels) == inside.width
    assert {panel.height for panel in panels} == {inside.height}
    wide_open = _open(proof(brochure, tmp_path, opened=True, ppi=ppi)[-1])
    margin = round(ppi / 2)
    paper = wide_open.crop((margin, margin, wide_open.width - margin, wide_open.height - margin))
    assert paper.size == pytest.approx(inside.size, abs=1)
    for at in ((0, 0), (paper.width - 1, paper.height - 1)):
        assert paper.getpixel(at) == (255, 255, 255)


def test_pictures_too_large_to_hold_are_refused(
    real: Brochure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the way out."""
    monkeypatch.setattr("brochure.proof.rendering._LARGEST", 1e6)
    with pytest.raises(BrochureError, match=r"PROOF004.*2 million pixels\n  hint: .*--ppi"):
        proof(real, tmp_path / "out")
    assert not (tmp_path / "out").exists()
