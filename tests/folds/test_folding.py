"""Folding: what is seen at each step of unfolding, and which way each line is creased."""

from __future__ import annotations

import pytest

from brochure.folds import FOLDS, PAPERS, Crease, Fold, Slot, fold_lines
from brochure.folds.folding import folding
from brochure.folds.unfolding import View, panels_of, views

LETTER = next(paper for paper in PAPERS if paper.name == "letter")


def _fold(outside: str, inside: str, *steps: str) -> Fold:
    """Return a fold of equal panels by their names; a step is "a>b" (over) or "a<b" (behind)."""
    made = []
    for step in steps:
        pairs = [(pair, pair.replace("<", ">").split(">")) for pair in step.split()]
        made.append(tuple(Crease(a, b, valley=">" in pair) for pair, (a, b) in pairs))
    return Fold(
        "folded",
        tuple(Slot(name, "back") for name in outside.split()),
        tuple(Slot(name, "inside") for name in inside.split()),
        tuple((outside + " " + inside).split()),
        "short",
        tuple(made),
    )


# Panels and what is seen of them together: domain notes §1.
CASES = {
    "half": (
        _fold("back cover", "b1 b2", "b1>b2"),
        ["cover", "back", "b1 b2"],
    ),
    "z": (
        _fold("a1 a2 cover", "b1 b2 b3", "b3<b2", "b1>b2"),
        ["cover", "b3", "b1 b2", "b1 b2 b3", "a1 a2 cover"],
    ),
    "double gate": (
        _fold("a1 back cover a4", "b1 b2 b3 b4", "b1>b2 b4>b3", "b2>b3"),
        ["cover", "back", "a4 a1", "b1 b2 b3 b4"],
    ),
    "accordion": (
        _fold("back a2 a3 cover", "b1 b2 b3 b4", "b4>b3 b3<b2", "b1>b2"),
        ["cover", "back", "b1 b2", "b1 b2 b3 b4", "back a2 a3 cover"],
    ),
    "roll": (
        _fold("a1 a2 back cover", "b1 b2 b3 b4", "b4>b3", "b3>b2", "b1>b2"),
        ["cover", "back", "b1 a2", "b1 b2 a1", "b1 b2 b3 b4"],
    ),
}


def _names(view: View, fold: Fold) -> str:
    return " ".join(panels_of(view, fold, LETTER))


@pytest.mark.parametrize("case", CASES)
def test_panels_are_seen_together_as_the_fold_opens(case: str) -> None:
    """Closed front, closed back, each opening, and the outside where no opening shows it."""
    fold, seen = CASES[case]
    assert [_names(view, fold) for view in views(fold, LETTER)] == seen


def test_a_letter_fold_shows_its_flap_beside_the_first_inner_panel() -> None:
    """Cover, back, inside-1 beside the flap, all inside (domain notes §1)."""
    seen = [_names(view, FOLDS[0]) for view in views(FOLDS[0], LETTER)]
    assert seen == ["cover", "back", "inside-1 flap", "inside-1 inside-2 inside-3"]


def test_gates_are_seen_as_the_two_halves_of_the_front() -> None:
    """Page 1's rightmost panel at the left, its leftmost at the right (domain notes §1)."""
    fold = _fold("gate wide cover", "b1 b2 b3", "b1>b2 b3>b2")
    front, *_ = views(fold, LETTER)
    # Gates as wide as the middle overlap: the second lies over the first, both hide the middle.
    assert [face.side for face in front] == ["inside", "outside", "outside"]
    assert {round(face.part.x) for face in front[1:]} == {0, 528}


def test_a_panel_turned_over_two_folds_stands_on_its_head_on_the_flat_sheet() -> None:
    """A sheet folded to and fro shows no face turned; only folds across the page turn one."""
    for fold, _ in CASES.values():
        assert not any(face.turned for view in views(fold, LETTER) for face in view)


def test_letter_folds_are_both_valleys_inside() -> None:
    """The flap first, from the right; then the cover, from the left."""
    lines = folding(FOLDS[0], LETTER).lines
    assert [(line.step, line.valley, line.after) for line in lines] == [
        (1, True, True),
        (2, True, False),
    ]
    xs = sorted(line.start.x for line in lines)
    assert xs == pytest.approx(fold_lines(FOLDS[0].inside, LETTER))


def test_an_accordion_is_creased_to_and_fro() -> None:
    """Valley, mountain, valley from left to right, as the inside shows them."""
    lines = folding(CASES["accordion"][0], LETTER).lines
    ways = [line.valley for line in sorted(lines, key=lambda line: line.start.x)]
    assert ways == [True, False, True]


@pytest.mark.parametrize("fold", [*FOLDS, *(fold for fold, _ in CASES.values())])
def test_every_panel_is_seen_at_some_step(fold: Fold) -> None:
    """And the steps of the catalogue crease every line."""
    shown = " ".join(_names(view, fold) for view in views(fold, LETTER)).split()
    assert set(shown) == set(fold.reading)
    assert folding(fold, LETTER).left == ()


def test_lines_that_no_step_creases_are_left() -> None:
    """A fold whose steps the catalogue lacks is shown open, from both sides."""
    fold = _fold("back cover", "b1 b2")
    assert [start.x for start, _ in folding(fold, LETTER).left] == [396]
    assert [_names(view, fold) for view in views(fold, LETTER)] == ["b1 b2", "back cover"]
