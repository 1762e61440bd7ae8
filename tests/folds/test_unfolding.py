"""Folding: what is seen at each step of unfolding, and which way each line is creased."""

from __future__ import annotations

import pytest

from brochure.folds import (
    FOLDS,
    PAPERS,
    Fold,
    Paper,
    cross_folds,
    fold_lines,
    panel_rects,
    placing,
    set_up,
)
from brochure.folds.folding import folding, mirrored
from brochure.folds.unfolding import panels_of, uncovered, views
from brochure.geometry import Point

CASES = [(fold, paper) for fold in FOLDS for paper in PAPERS]
ALL = pytest.mark.parametrize(
    ("fold", "paper"), CASES, ids=[f"{fold.name} {paper.name}" for fold, paper in CASES]
)

# Panels and what is seen of them together: domain notes §1.
SEEN = {
    "letter-fold": ["cover", "back", "inside-1 flap", "inside-1 inside-2 inside-3"],
    "z-fold": [
        "cover",
        "inside-3",
        "inside-1 inside-2",
        "inside-1 inside-2 inside-3",
        "flap back cover",
    ],
    "half-fold": ["cover", "back", "inside-1 inside-2"],
    "gate-fold": ["cover flap", "back", "inside-1 inside-2 inside-3"],
    "double-gate": ["cover", "back", "flap-1 flap-2", "inside-1 inside-2 inside-3 inside-4"],
    "accordion": [
        "cover",
        "back",
        "inside-1 inside-2",
        "inside-1 inside-2 inside-3 inside-4",
        "back flap-1 flap-2 cover",
    ],
    "roll-fold": [
        "cover",
        "back",
        "inside-1 flap-1",
        "inside-1 inside-2 flap-2",
        "inside-1 inside-2 inside-3 inside-4",
    ],
    "french-fold": ["cover", "back", "flap-1 flap-2", "inside-1 inside-3 inside-2 inside-4"],
    "flat": ["cover flap back", "inside"],
}
# From left to right, as the inside shows them: V for a valley, M for a mountain.
CREASED = {
    "letter-fold": "VV",
    "z-fold": "VM",
    "half-fold": "V",
    "gate-fold": "VV",
    "double-gate": "VVV",
    "accordion": "VMV",
    "roll-fold": "VVV",
}


def _laid(name: str, paper: str = "letter", *, right_to_left: bool = False) -> tuple[Fold, Paper]:
    fold = next(fold for fold in FOLDS if fold.name == name)
    sheet = next(sheet for sheet in PAPERS if sheet.name == paper)
    return set_up(fold, sheet, mirrored=right_to_left)


def _seen(fold: Fold, paper: Paper) -> list[str]:
    return [" ".join(panels_of(view, fold, paper)) for view in views(fold, paper)]


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_panels_are_seen_together_as_the_fold_opens(fold: Fold) -> None:
    """Closed front, closed back, each opening, and the outside where no opening shows it."""
    assert _seen(*_laid(fold.name)) == SEEN[fold.name]


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_right_to_left_everything_is_mirrored(fold: Fold) -> None:
    """The same panels at each step, in the other order."""
    seen = _seen(*_laid(fold.name, right_to_left=True))
    mirrored = [" ".join(step.split()[::-1]) for step in SEEN[fold.name]]
    if fold.name == "flat":  # whose zones stand under one another in any language
        mirrored = SEEN["flat"]
    if fold.name == "french-fold":  # told column by column, downward
        mirrored[-1] = "inside-2 inside-4 inside-1 inside-3"
    assert seen == mirrored


@ALL
def test_every_panel_is_seen_at_some_step(fold: Fold, paper: Paper) -> None:
    """On any paper; and the steps of the catalogue crease every line."""
    laid, sheet = set_up(fold, paper)
    assert set(" ".join(_seen(laid, sheet)).split()) == set(laid.reading)
    assert folding(laid, sheet).left == ()


@ALL
def test_a_panel_that_is_seen_stands_upright(fold: Fold, paper: Paper) -> None:
    """One that stands on its head on the flat sheet does not when the sheet is folded."""
    laid, sheet = set_up(fold, paper)
    faces = [face for view in views(laid, sheet) for face in uncovered(view)]
    turned = 0
    for _, slots in laid.sides:
        for slot, rect in zip(slots, panel_rects(slots, sheet), strict=True):
            turned += slot.turned
            found = [face for face in faces if face.part.contains(rect)]
            assert any(face.turned == slot.turned for face in found)
    assert bool(turned) == (fold.name == "french-fold")


@ALL
def test_creases_are_where_the_folds_are(fold: Fold, paper: Paper) -> None:
    """As imposition has them, on the inside or mirrored from the outside."""
    laid, sheet = set_up(fold, paper)
    lines = folding(laid, sheet).lines
    slots = laid.inside or laid.outside
    down = {round(line.start.x, 3) for line in lines if line.start.x == line.end.x}
    across = {round(line.start.y, 3) for line in lines if line.start.y == line.end.y}
    xs = fold_lines(slots, sheet)
    wanted = xs if laid.inside else [sheet.size.width - x for x in xs]
    assert sorted(down) == pytest.approx(sorted(wanted), abs=0.001)
    assert sorted(across) == pytest.approx(cross_folds(slots, sheet), abs=0.001)
    assert bool(lines) == laid.folded


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_a_crease_joins_two_panels_that_lie_side_by_side(fold: Fold) -> None:
    """Both are on one side of the sheet and share an edge."""
    laid, sheet = _laid(fold.name)
    places = {
        slot.name: (side, rect)
        for side, slots in laid.sides
        for slot, rect in zip(slots, panel_rects(slots, sheet), strict=True)
    }
    creases = [crease for step in laid.folding for crease in step]
    assert bool(creases) == laid.folded
    for crease in creases:
        (side, one), (other_side, other) = places[crease.moves], places[crease.at]
        assert side == other_side
        assert {round(one.x), round(one.right)} & {round(other.x), round(other.right)}
        assert {round(one.y), round(one.bottom)} & {round(other.y), round(other.bottom)}


@ALL
def test_folding_keeps_the_paper_together(fold: Fold, paper: Paper) -> None:
    """No leaf is lost or stretched, and the folded stack is no larger than its widest panels."""
    laid, sheet = set_up(fold, paper)
    flat, *rest = folding(laid, sheet).states
    for sheaf in rest:
        assert sorted(map(id, sheaf)) != sorted(map(id, flat))
        assert {leaf.home for leaf in sheaf} == {leaf.home for leaf in flat}
        for leaf in sheaf:
            assert leaf.place.size == pytest.approx(leaf.home.size)
    if rest:
        left = min(leaf.place.x for leaf in rest[-1])
        right = max(leaf.place.right for leaf in rest[-1])
        widest = max(leaf.home.width for leaf in flat)
        assert right - left == pytest.approx(widest, abs=sheet.tuck + 0.01)


@pytest.mark.parametrize("name", CREASED)
def test_lines_are_creased_to_and_fro_or_all_one_way(name: str) -> None:
    """Valleys for what is folded in, a mountain where an accordion turns back."""
    lines = sorted(folding(*_laid(name)).lines, key=lambda line: line.start.x)
    assert "".join("V" if line.valley else "M" for line in lines) == CREASED[name]


def test_a_fold_over_folded_paper_creases_its_layers_in_turn() -> None:
    """French fold: what is a valley in one layer is a mountain in the one that lies on its back."""
    fold, paper = _laid("french-fold")
    down = [line for line in folding(fold, paper).lines if line.start.x == line.end.x]
    upper, lower = sorted(down, key=lambda line: line.start.y)
    assert (upper.step, lower.step) == (2, 2)
    assert upper.valley != lower.valley


def test_the_short_panel_is_folded_first() -> None:
    """From the right; then the cover, from the left."""
    lines = folding(*_laid("letter-fold")).lines
    assert [(line.step, line.after) for line in lines] == [(1, True), (2, False)]


def test_lines_that_no_step_creases_are_left() -> None:
    """A fold whose steps the catalogue lacks is shown open, from both sides."""
    fold, paper = _laid("half-fold")
    bare = Fold(
        name="bare",
        about="of unknown steps",
        outside=fold.outside,
        inside=fold.inside,
        reading=fold.reading,
    )
    assert folding(bare, paper).left == ((Point(396, 0), Point(396, 612)),)
    assert _seen(bare, paper) == ["back cover", "inside-1 inside-2"]


def test_turning_the_sheet_mirrors_places() -> None:
    """Twice is where it was; a turned panel's own top left is the sheet's lower right of it."""
    fold, paper = _laid("letter-fold")
    for slot, rect in zip(fold.outside, panel_rects(fold.outside, paper), strict=True):
        twice = mirrored(mirrored(rect, paper.size.width), paper.size.width)
        assert (twice.x, twice.width) == pytest.approx((rect.x, rect.width))
        assert placing(rect, turned=slot.turned).apply(Point(0, 0)) == (rect.x, rect.y)
