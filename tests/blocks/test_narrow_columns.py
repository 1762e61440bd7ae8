"""Narrow columns: icons, numbers and margins take less, so that lines are long enough."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure import read
from brochure.editions import OFFICE
from brochure.frame import Image, Text
from brochure.geometry import Point
from brochure.images import Library
from brochure.layout import lay_out
from brochure.layout.columns import margins, places_by_role
from brochure.shape import Shape
from tests.test_composition import leaves

if TYPE_CHECKING:
    from brochure.frame import Item
    from brochure.geometry import Matrix

ROOT = Path(__file__).parents[2]
DETAILS = {"Dr. Kimberly Finder", "(210) 879-4809", "www.kimberlyfindermd.com"}
COPY = """\
title: Small
clinic: {name: The Clinic, phone: (210) 879-4809 ext. 1234567}
flap:
  - benefits:
      - icon: i.svg
        title: A name
        text: Words that go on for long enough to need two or three lines, however wide they are.
back:
  - contact
"""


def laid(folder: Path, *overrides: str) -> list[tuple[Item, Matrix]]:
    """Return all that stands on the panels."""
    (folder / "i.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h22v22z"/></svg>'
    )
    (folder / "content.yaml").write_text(COPY)
    brochure = read(folder / "content.yaml", overrides)
    layout = lay_out(brochure, OFFICE, Library(folder))
    return [leaf for panel in layout.panels for leaf in leaves(panel.frame.items)]


@pytest.mark.parametrize(("paper", "beside"), [("letter", False), ("tabloid", True)])
def test_a_sentence_runs_under_its_icon_in_a_narrow_column(
    tmp_path: Path, paper: str, *, beside: bool
) -> None:
    """Beside it, it would have twenty characters a line; its name stands there."""
    items = laid(tmp_path, "fold=accordion", f"paper={paper}")
    (icon,) = (matrix.box(item.rect) for item, matrix in items if isinstance(item, Image))
    texts = [(item, matrix.apply(item.origin)) for item, matrix in items if isinstance(item, Text)]
    (name,) = (at for text, at in texts if text.run.text == "A name")
    words = [at for text, at in texts if text.run.text.startswith(("Words", "enough", "long"))]
    assert name.x > icon.right
    assert icon.y < name.y < icon.bottom
    assert words
    assert {at.x > icon.right for at in words} == {beside}
    assert {at.y > icon.bottom for at in words} != {beside}


def test_a_telephone_number_is_never_parted(tmp_path: Path) -> None:
    """It is set smaller instead."""
    sizes = {}
    for paper in ("letter", "tabloid"):
        items = laid(tmp_path, "fold=accordion", f"paper={paper}")
        (number,) = (item for item, _ in items if isinstance(item, Text) and "879" in item.run.text)
        assert number.run.text == "(210) 879-4809 ext. 1234567"
        sizes[paper] = number.run.size
    assert sizes["letter"] < sizes["tabloid"] == 20


@pytest.mark.parametrize(("fold", "beside"), [("french-fold", True), ("letter-fold", False)])
def test_a_code_stands_beside_the_details_where_room_is_short(fold: str, *, beside: bool) -> None:
    """And none of them is parted or under the theme's least size."""
    brochure = read(ROOT / "content.yaml", [f"fold={fold}", "theme=bold"])
    layout = lay_out(brochure, OFFICE, Library(ROOT))
    (back,) = (panel for panel in layout.panels if panel.name == "back")
    items = list(leaves(back.frame.items))
    code = [
        matrix.apply(Point(x, y))
        for item, matrix in items
        if isinstance(item, Shape) and len(item.path) > 500
        for *_, x, y in (segment for segment in item.path if len(segment) > 1)
    ]
    assert code
    left, head = min(point.x for point in code), min(point.y for point in code)
    found = {}
    for item, matrix in items:  # of the site's two mentions the later one is kept
        if isinstance(item, Text) and item.run.text in DETAILS:
            at = matrix.apply(item.origin)
            found[item.run.text] = at.x + item.run.width < left and at.y > head
            assert item.run.size >= 10
    assert found == dict.fromkeys(DETAILS, beside)


def test_a_picture_begins_under_the_words_on_a_low_cover() -> None:
    """Where its theme leaves it less than the whole panel; white words would stand on it."""
    for fold, under in (("flat", True), ("letter-fold", False)):
        brochure = read(ROOT / "content.yaml", [f"fold={fold}", "theme=bold"])
        (cover, *_) = lay_out(brochure, OFFICE, Library(ROOT)).panels
        (picture,) = (item.rect for item, _ in leaves(cover.ground) if isinstance(item, Image))
        lines = [m.apply(i.origin).y for i, m in leaves(cover.frame.items) if isinstance(i, Text)]
        share = brochure.theme.panels["cover"].picture.start
        assert max(lines) + 4 < picture.y < picture.bottom - 36
        assert (picture.y > share * cover.frame.size.height + 1) == under


def test_margins_are_smaller_on_small_panels_and_never_unsafe(tmp_path: Path) -> None:
    """In proportion; a quarter of an inch at least, more on a panel with a field."""
    found = {}
    for fold, paper in [("letter-fold", "letter"), ("accordion", "letter"), ("flat", "postcard")]:
        laid(tmp_path)
        brochure = read(tmp_path / "content.yaml", [f"fold={fold}", f"paper={paper}"])
        for role, places in places_by_role(brochure.fold, brochure.paper).items():
            found[fold, role] = margins(brochure, role, places)
    usual, narrow, low = (found[fold, "back"] for fold in ("letter-fold", "accordion", "flat"))
    assert usual == brochure.theme.panels["back"].edges
    assert narrow.top == usual.top
    assert 18 < narrow.left == pytest.approx(27 * 198 / 261)
    assert low.bottom == pytest.approx(46 * 306 / 595)
    assert found["flat", "flap"].bottom == 30


@pytest.mark.parametrize(
    ("language", "paper", "hyphens"),
    [("de-DE", "240 x 200 mm", True), ("de-DE", "letter", False), ("xx", "240 x 200 mm", False)],
)
def test_running_text_is_hyphenated_in_narrow_columns_alone(
    tmp_path: Path, language: str, paper: str, *, hyphens: bool
) -> None:
    """Under 28 characters a line, by the language's own patterns; headings never are."""
    head = "Hautverjüngung durch eine Kollageninduktion"
    words = "Hautverjüngung durch Kollageninduktionstherapie " * 4
    path = tmp_path / "content.yaml"
    path.write_text(
        f"title: A\nclinic: {{name: B}}\nlanguage: {language}\nfold: accordion\npaper: {paper}\n"
        f"inside:\n  - heading: {head}\n  - callout: {words}\n",
        encoding="utf-8",
    )
    layout = lay_out(read(path), OFFICE, Library(tmp_path))
    items = [item for panel in layout.panels for item, _ in leaves(panel.frame.items)]
    lines = [item.run.text for item in items if isinstance(item, Text)]
    at = lines.index("Hautverjüngung ")
    assert "-" not in lines[: at + 2]
    assert ("-" in lines) == hyphens


@pytest.mark.parametrize(("paper", "padding"), [("letter", 10.5), ("legal", 14.0)])
def test_a_box_has_less_beside_its_words_in_a_narrow_column(
    tmp_path: Path, paper: str, padding: float
) -> None:
    """As much as above them."""
    path = tmp_path / "content.yaml"
    path.write_text(
        "title: A\nclinic: {name: B}\nfold: accordion\ninside:\n  - callout: Words in a box.\n"
    )
    layout = lay_out(read(path, [f"paper={paper}"]), OFFICE, Library(tmp_path))
    (panel, *_) = (panel for panel in layout.panels if panel.frame.items)
    items = list(leaves(panel.frame.items))
    (box,) = (item.path[0] for item, _ in items if isinstance(item, Shape))
    (words,) = (item.origin.x for item, _ in items if isinstance(item, Text))
    shifts = {kind: m.e for item, m in items for kind in [type(item)]}
    assert words + shifts[Text] - box[-2] - shifts[Shape] == pytest.approx(padding)
