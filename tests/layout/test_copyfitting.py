"""Copyfitting: the size at which copy fits, within the theme's bounds; nothing is tried in vain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure import read
from brochure.editions import OFFICE
from brochure.images import Library
from brochure.layout import lay_out, panels
from brochure.layout.fitting import Attempt, fitted
from brochure.problems import BrochureError
from brochure.themes import set_at
from brochure.themes.theme import Copyfit
from brochure.typography import StandingType

if TYPE_CHECKING:
    from brochure.model import Brochure

ROOT = Path(__file__).parents[2]
WORDS = "Skin heals, and as it heals it grows firm. "


def tried(brochure: Brochure) -> tuple[Attempt, list[float]]:
    """Return what copyfitting chose, and the body sizes that it tried, in order."""
    sizes: list[float] = []
    pictures, standing = Library(brochure.folder), StandingType(None, "a")

    def attempt(set_so: Brochure) -> Attempt:
        sizes.append(set_so.theme.styles["body"].size)
        return panels(set_so, OFFICE, pictures, standing)

    return fitted(brochure, attempt), sizes


def with_words(folder: Path, count: int) -> Brochure:
    """Return a brochure with `count` sentences inside, in sections of eight."""
    copy = "".join(
        f"  - heading: Part {at}\n  - text: {WORDS * min(8, count - at)}\n"
        for at in range(0, count, 8)
    )
    path = folder / "content.yaml"
    path.write_text(f"title: A\nclinic: {{name: B}}\ninside:\n{copy}")
    return read(path)


def test_copy_that_fits_is_set_once_as_the_theme_has_it() -> None:
    """The real brochure on the papers that it was made for."""
    for paper in ("letter", "a4"):
        found, sizes = tried(read(ROOT / "content.yaml", [f"paper={paper}"]))
        assert sizes == [10.5]
        assert found.fits


@pytest.mark.parametrize("count", [92, 96])
def test_copy_that_runs_over_is_set_as_little_smaller_as_helps(tmp_path: Path, count: int) -> None:
    """What ran over fits; but for the floor, which tells that something does, none is smaller."""
    brochure = with_words(tmp_path, count)
    natural = panels(brochure, OFFICE, Library(tmp_path), StandingType(None, "a"))
    assert not natural.fits
    found, sizes = tried(brochure)
    assert found.fits
    assert 10 < found.brochure.theme.styles["body"].size <= 10.5
    assert sizes[1] == 10
    assert min(sizes[2:]) > 10


def test_an_author_who_asks_for_larger_type_gets_what_fits() -> None:
    """Not the next of a few sizes far apart: more than the theme's own, as far as there is room.

    Margins grow with the scale, and take some of it.
    """
    sizes = []
    for scale in (1.0, 1.05, 1.1, 1.2):
        found, _ = tried(read(ROOT / "content.yaml", [f"theme.scale={scale}"]))
        assert found.fits
        sizes.append(found.brochure.theme.styles["body"].size)
    assert sizes[0] == 10.5
    assert all(10.5 < size < 11 for size in sizes[1:])


def test_a_floor_is_a_floor(tmp_path: Path) -> None:
    """What runs over at the smallest size is told as it is there: the least that must be cut."""
    brochure = with_words(tmp_path, 400)
    found, sizes = tried(brochure)
    assert min(sizes) == pytest.approx(10)
    assert [problem.code for problem in found.problems] == ["FIT001"]
    smallest = replace(brochure, theme=set_at(brochure.theme, 10 / 10.5, 0.8))
    told = panels(smallest, OFFICE, Library(tmp_path), StandingType(None, "a")).problems
    assert found.problems == told
    with pytest.raises(BrochureError, match="runs over by"):
        lay_out(brochure, OFFICE, Library(tmp_path))


@pytest.mark.parametrize("count", [120, 600])
def test_copy_that_has_no_room_at_the_floor_is_set_twice(tmp_path: Path, count: int) -> None:
    """As the theme has it and at its floor, where it is told as ever: nothing between can help."""
    brochure = with_words(tmp_path, count)
    found, sizes = tried(brochure)
    assert sizes == [10.5, pytest.approx(10)]
    smallest = replace(brochure, theme=set_at(brochure.theme, 10 / 10.5, 0.8))
    told = panels(smallest, OFFICE, Library(tmp_path), StandingType(None, "a")).problems
    assert found.problems == told


def test_very_long_copy_is_set_at_fewer_sizes(tmp_path: Path) -> None:
    """Each takes as much longer as the copy is; what is found fits."""
    head = "title: A\npaper: 900mm x 900mm\nclinic: {name: B}\ninside:\n- list:\n"
    items = "  - some words\n" * 300
    tries = []
    for lines in (0, 1_200, 20_000):
        (tmp_path / "content.yaml").write_text(head + items + "\n" * lines)
        found, sizes = tried(read(tmp_path / "content.yaml"))
        assert found.fits
        tries.append(len(sizes))
    assert tries == [8, 6, 3]


def test_a_theme_may_forbid_any_other_size(tmp_path: Path) -> None:
    """Only the white between blocks is left to give way."""
    brochure = with_words(tmp_path, 400)
    fixed = replace(brochure.theme, copyfit=Copyfit(least=10.5, most=10.5))
    _, sizes = tried(replace(brochure, theme=fixed))
    assert set(sizes) == {10.5}


def test_a_problem_that_no_size_mends_is_told_at_once(tmp_path: Path) -> None:
    """A picture that is not there."""
    path = tmp_path / "content.yaml"
    path.write_text("title: A\nclinic: {name: B}\ninside:\n  - picture: {file: a.png, alt: A}\n")
    found, sizes = tried(read(path))
    assert [problem.code for problem in found.problems] == ["PIC001"]
    assert sizes == [10.5]


@settings(max_examples=15, deadline=None)
@given(count=st.integers(1, 120))
def test_what_is_chosen_never_costs_more_than_the_theme_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    """It fits wherever that does, and its feet are no further apart."""
    folder = tmp_path_factory.mktemp("copy")
    brochure = with_words(folder, count)
    natural = panels(brochure, OFFICE, Library(folder), StandingType(None, "a"))
    found, _ = tried(brochure)
    if natural.fits:
        assert found.fits
        assert found.cost <= natural.cost


def test_margins_stay_and_small_print_does_not_shrink() -> None:
    """Only type and its white give way."""
    theme = read(ROOT / "content.yaml").theme
    smaller = set_at(theme, 0.95, 0.8)
    assert smaller.panels == theme.panels
    assert smaller.styles["small-print"].size == theme.styles["small-print"].size == 8
    assert smaller.styles["body"].size == pytest.approx(0.95 * 10.5)
    assert smaller.styles["body"].after == pytest.approx(0.95 * 0.8 * theme.styles["body"].after)
    assert set_at(theme, 0.95, 0.8) is smaller
