"""Panels: their widths sum to the sheet, each appears once, backs mirror fronts, tucks tuck in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.folds import (
    FOLDS,
    PAPERS,
    Fold,
    Paper,
    cross_folds,
    fold_lines,
    panel_rects,
    set_up,
)
from brochure.folds.papers import LEAST_SIDE, LEAST_TUCK, MOST_SIDE, MOST_TUCK
from brochure.geometry import Size

TWO_SIDED = [fold for fold in FOLDS if fold.inside]

sides = st.floats(LEAST_SIDE, MOST_SIDE)
papers = st.sampled_from(PAPERS) | st.builds(
    Paper,
    st.just("custom"),
    st.builds(Size, sides, sides),
    st.sampled_from(["in", "mm"]),
    custom=st.booleans(),
)
tucks = st.none() | st.floats(LEAST_TUCK, MOST_TUCK)


@st.composite
def folded(draw: st.DrawFn, folds: list[Fold]) -> tuple[Fold, Paper]:
    """Return any fold of any paper with any tuck, in either direction."""
    return set_up(
        draw(st.sampled_from(folds)),
        draw(papers),
        tuck=draw(tucks),
        mirrored=draw(st.booleans()),
    )


def ends(fold: Fold, paper: Paper) -> list[tuple[float, ...]]:
    """Return the panels' edges of each row of each side, left to right."""
    found = []
    for _, slots in fold.sides:
        rects = panel_rects(slots, paper)
        for row in sorted({rect.y for rect in rects}):
            mine = [rect for rect in rects if rect.y == row]
            assert all(a.right == pytest.approx(b.x) for a, b in pairwise(mine))
            found.append((*(rect.x for rect in mine), mine[-1].right))
    return found


@given(case=folded(list(FOLDS)))
def test_widths_sum_to_the_sheet(case: tuple[Fold, Paper]) -> None:
    """Row by row, from edge to edge, no panel over another."""
    fold, paper = case
    rows = ends(fold, paper)
    assert rows
    for row in rows:
        assert row[0] == 0
        assert row[-1] == pytest.approx(paper.size.width)
    for _, slots in fold.sides:
        rects = panel_rects(slots, paper)
        area = sum(rect.width * rect.height for rect in rects)
        assert area == pytest.approx(paper.size.width * paper.size.height)


@given(case=folded([fold for fold in TWO_SIDED if fold.name != "flat"]))
def test_the_back_mirrors_the_front(case: tuple[Fold, Paper]) -> None:
    """The panel behind a panel has its width, and folds meet when the sheet is turned."""
    fold, paper = case
    fronts = [rect.width for rect in panel_rects(fold.outside, paper)]
    backs = [rect.width for rect in panel_rects(fold.inside, paper)]
    assert fronts == pytest.approx(backs[::-1])
    mirrored = sorted(paper.size.width - x for x in fold_lines(fold.inside, paper))
    assert list(fold_lines(fold.outside, paper)) == pytest.approx(mirrored)


@given(case=folded(list(FOLDS)))
def test_a_panel_that_tucks_in_is_never_wider_than_its_neighbor(case: tuple[Fold, Paper]) -> None:
    """Per panel's share: by what it tucks in more, times the tuck."""
    fold, paper = case
    for _, slots in fold.sides:
        placed = list(zip(slots, panel_rects(slots, paper), strict=True))
        for (slot, rect), (other, beside) in pairwise(placed):
            if slot.row == other.row:
                less = (slot.short / slot.share - other.short / other.share) * paper.tuck
                widths = beside.width / other.share, rect.width / slot.share
                assert widths[0] - widths[1] == pytest.approx(less, abs=1e-6)


@given(case=folded(list(FOLDS)))
def test_a_sheet_is_turned_so_that_left_and_right_change_places(case: tuple[Fold, Paper]) -> None:
    """A landscape sheet on its short edge, a portrait sheet on its long one."""
    fold, paper = case
    turned = "short" if paper.size.width > paper.size.height else "long"
    assert fold.duplex == (turned if fold.inside else None)


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_every_panel_is_read_once(fold: Fold) -> None:
    """The reading order names each panel of both sides once, the cover first."""
    names = [slot.name for slot in (*fold.outside, *fold.inside)]
    assert sorted(names) == sorted(fold.reading)
    assert len(set(names)) == len(names)
    assert fold.reading[0] == "cover"


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_every_role_has_a_panel_or_a_host(fold: Fold) -> None:
    """So that no copy is without a place."""
    panels = {slot.role for slot in (*fold.outside, *fold.inside)}
    placed = [role for host in panels for role in fold.copy_of(host)]
    assert sorted(placed) == ["back", "cover", "flap", "inside"]


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_the_cover_lies_at_the_outer_edge(fold: Fold) -> None:
    """Rightmost on page 1; leftmost in a language that runs from right to left."""
    assert [slot for slot in fold.outside if slot.role == "cover"][-1].name == "cover"
    assert fold.outside[-1].role == "cover" or fold.name in {"double-gate", "flat"}
    mirrored, paper = set_up(fold, PAPERS[0], mirrored=True)
    rects = dict(
        zip(mirrored.outside, panel_rects(mirrored.outside, paper), strict=True),
    )
    plain, _ = set_up(fold, PAPERS[0])
    for slot, rect in zip(plain.outside, panel_rects(plain.outside, paper), strict=True):
        there = next(r for s, r in rects.items() if s.name == slot.name)
        assert there.x == pytest.approx(paper.size.width - rect.right)
        assert there.y == rect.y


def test_only_a_french_fold_is_folded_across() -> None:
    """In the middle; a flat sheet's zones are no panels of a fold."""
    found = {}
    for fold in FOLDS:
        laid, paper = set_up(fold, PAPERS[0])
        found[fold.name] = [y / paper.size.height for y in cross_folds(laid.outside, paper)]
    assert found.pop("french-fold") == [0.5]
    assert len(found) == len(FOLDS) - 1
    assert set(map(tuple, found.values())) == {()}


def test_a_flat_sheet_has_no_zone_without_copy() -> None:
    """A card with a cover and a back has one of each; one with a cover alone has one side."""
    flat = next(fold for fold in FOLDS if fold.name == "flat")
    card, paper = set_up(flat, PAPERS[0], roles=["cover", "back"])
    assert card.reading == ("cover", "back")
    assert [panel_rects(side, paper)[0].size for _, side in card.sides] == [paper.size] * 2
    poster, _ = set_up(flat, PAPERS[0], roles=["cover"])
    assert [name for name, _ in poster.sides] == ["outside"]
    assert poster.duplex is None


def test_a_fold_with_folds_keeps_panels_without_copy() -> None:
    """The paper is there, whether or not something stands on it."""
    for fold in FOLDS:
        if fold.without is None:
            assert set_up(fold, PAPERS[0], roles=["cover"])[0].reading == fold.reading


def test_a_french_fold_without_a_flap_is_printed_on_one_side() -> None:
    """What opens first is the inside then; with a flap the inside is the whole other side."""
    french = next(fold for fold in FOLDS if fold.name == "french-fold")
    one, _ = set_up(french, PAPERS[0], roles=["cover", "inside", "back"])
    assert one.reading == ("cover", "inside-1", "inside-2", "back")
    assert ([name for name, _ in one.sides], one.duplex) == (["outside"], None)
    both, paper = set_up(french, PAPERS[0], roles=["cover", "flap", "inside", "back"])
    assert both.duplex == "long"
    assert {slot.role for slot in both.inside} == {"inside"}
    assert cross_folds(both.inside, paper) == cross_folds(both.outside, paper) == (396,)


@pytest.mark.parametrize(
    "fold", [fold for fold in FOLDS if fold.without], ids=lambda fold: fold.name
)
def test_what_a_fold_is_without_a_role_has_places_for_all_others(fold: Fold) -> None:
    """And its name, so that the author need not know another."""
    assert fold.without
    role, other = fold.without
    assert other.name == fold.name
    assert other.without is None
    hosts = {slot.role for slot in (*other.outside, *other.inside)}
    assert role not in hosts
    assert sorted(one for host in hosts for one in other.copy_of(host)) == [
        "back", "cover", "flap", "inside",
    ]  # fmt: skip
    names = [slot.name for slot in (*other.outside, *other.inside)]
    assert sorted(names) == sorted(other.reading)
