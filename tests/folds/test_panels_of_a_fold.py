"""Panels: their widths sum to the sheet, each appears once, and the flap tucks in."""

from __future__ import annotations

import pytest

from brochure.folds import FOLDS, PAPERS, Fold, Paper, fold_lines, panel_rects
from brochure.geometry import INCH, MM

CASES = [(fold, paper) for fold in FOLDS for paper in PAPERS]


@pytest.mark.parametrize(("fold", "paper"), CASES)
def test_widths_sum_to_the_sheet(fold: Fold, paper: Paper) -> None:
    """On both sides, whatever the fold and the paper."""
    for side in (fold.outside, fold.inside):
        rects = panel_rects(side, paper)
        assert sum(rect.width for rect in rects) == pytest.approx(paper.size.width)
        assert rects[-1].right == pytest.approx(paper.size.width)


@pytest.mark.parametrize(("fold", "paper"), CASES)
def test_the_back_mirrors_the_front(fold: Fold, paper: Paper) -> None:
    """Folds of the two sides meet when the sheet is turned."""
    width = paper.size.width
    mirrored = sorted(width - x for x in fold_lines(fold.inside, paper))
    assert list(fold_lines(fold.outside, paper)) == pytest.approx(mirrored)


@pytest.mark.parametrize("fold", FOLDS)
def test_every_panel_is_read_once(fold: Fold) -> None:
    """The reading order names each panel of both sides once."""
    names = [slot.name for slot in (*fold.outside, *fold.inside)]
    assert sorted(names) == sorted(fold.reading)
    assert len(set(names)) == len(names)


def test_letter_panels_are_those_of_the_printers_templates() -> None:
    """3 11/16 in twice and a flap of 3 5/8 in (domain notes §1)."""
    letter = next(paper for paper in PAPERS if paper.name == "letter")
    flap, back, cover = (rect.width / INCH for rect in panel_rects(FOLDS[0].outside, letter))
    assert (flap, back, cover) == pytest.approx((3.625, 3.6875, 3.6875))


def test_a4_panels_are_those_of_the_printers_templates() -> None:
    """100, 100 and 97 mm."""
    a4 = next(paper for paper in PAPERS if paper.name == "a4")
    widths = [rect.width / MM for rect in panel_rects(FOLDS[0].inside, a4)]
    assert widths == pytest.approx([100, 100, 97])
