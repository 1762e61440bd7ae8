"""Columns: as many as make lines readable, more only where the copy needs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure import read
from brochure.blocks.setting import character
from brochure.geometry import INCH
from brochure.layout.columns import (
    Parting,
    columns,
    margins,
    partings,
    places_by_role,
    yardstick,
)
from brochure.preflight.checks import measure
from tests.preflight.subjects import codes, subject_of

ROOT = Path(__file__).parents[2]
WORDS = "Some words that go on and on, as running text does, until a panel is full of them. "


def parted(folder: Path, size: str, fold: str = "half-fold") -> list[tuple[int, int, int]]:
    """Return how the inner panels may be parted: columns, characters, white beside them (pt)."""
    path = folder / "content.yaml"
    path.write_text(
        f"title: A\nclinic: {{name: B}}\nfold: {fold}\npaper: {size}\ncover: [title: A]\n"
    )
    brochure = read(path)
    places = places_by_role(brochure.fold, brochure.paper)["inside"]
    edges = margins(brochure, "inside", places)
    found = []
    for parting in partings(places, edges, yardstick(brochure.theme), parted=True):
        across, width = columns(places, edges, yardstick(brochure.theme), parting)
        mine = [column.x for column in across if column.panel == 0]
        beside = places[0].rect.width - len(mine) * width
        found.append((len(mine), round(width / character(brochure.theme)), round(beside)))
        assert len(mine) == parting.columns
        right = places[0].rect.width - mine[-1] - width
        assert mine[0] - edges.left >= 0
        widest = max(place.rect.width for place in places) - min(p.rect.width for p in places)
        assert mine[0] == pytest.approx(right, abs=widest + 0.01)  # but for what is tucked in
    return found


def test_a_panel_of_readable_width_has_one_column(tmp_path: Path) -> None:
    """As on Letter in thirds."""
    assert parted(tmp_path, "letter", "letter-fold") == [(1, 50, 58)]  # 54 of margins, and a tuck


def test_a_wider_panel_may_have_two_where_one_does_not_hold_the_copy(tmp_path: Path) -> None:
    """With less white between than at a fold: 21 pt beside the margins' 54."""
    assert parted(tmp_path, "letter") == [(1, 56, 162), (2, 38, 75)]


def test_a_very_wide_panel_never_has_one(tmp_path: Path) -> None:
    """More than two fifths of it would be white."""
    assert [count for count, _, _ in parted(tmp_path, "tabloid")] == [2, 3]


def test_lines_are_longer_before_type_is_smaller(tmp_path: Path) -> None:
    """Where two columns would be too narrow: up to what the check of lines passes."""
    assert [(n, most) for n, most, _ in parted(tmp_path, "legal", "letter-fold")] == [
        (1, 56),
        (1, 61),
    ]


@pytest.mark.parametrize("theme", ["calm", "bold", "mono"])
@pytest.mark.parametrize("width", range(7, 18))
def test_lines_of_any_panel_are_readable(tmp_path: Path, theme: str, width: int) -> None:
    """From panels of three inches to those of eight and a half, in every theme's face."""
    copy = f"paper: {width} x 11 in\nfold: half-fold\ntheme: {theme}\ninside:\n  - text: {WORDS}\n"
    subject = subject_of(tmp_path, copy.replace(WORDS, WORDS * 20))
    assert subject.brochure.paper.size.width == width * INCH
    assert codes(measure, subject) == []


def test_a_measure_for_a_letter_is_that_of_its_face() -> None:
    """Roboto is wider than Source Sans: of the same width it has fewer characters a line."""
    calm, bold = (read(ROOT / "content.yaml", [f"theme={name}"]).theme for name in ("calm", "bold"))
    assert character(calm) == pytest.approx(10.5 * 0.398, abs=0.01)
    assert character(bold) / 10 > character(calm) / 10.5
    brochure = read(ROOT / "content.yaml")
    places = places_by_role(brochure.fold, brochure.paper)["inside"]
    edges = margins(brochure, "inside", places)
    assert columns(places, edges, yardstick(calm), Parting(1, 40))[1] == pytest.approx(
        40 * character(calm)
    )
