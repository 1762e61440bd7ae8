"""Folds as people and programs see them: two sides, names, widths in the paper's unit."""

from __future__ import annotations

import pytest

from brochure.folds import FOLDS, PAPERS, Fold, Paper
from brochure.folds.guide import described, drawing

LETTER_FOLD = """\
letter-fold: in thirds, the right third folded in first and the cover over it
  letter, 11 x 8.5 in; flip on the short edge; tuck 0.0625 in
  outside                                inside
  +-----------+-----------+-----------+  +-----------+-----------+-----------+
  |    flap   |    back   |   cover   |  |  inside-1 |  inside-2 |  inside-3 |
  |   3.625   |   3.6875  |   3.6875  |  |   3.6875  |   3.6875  |   3.625   |
  +-----------+-----------+-----------+  +-----------+-----------+-----------+
"""
FRENCH_FOLD = """\
french-fold: folded in half down, then in half across; the inside is the whole
  other side
  a4, 210 x 297 mm; flip on the long edge; v: upside down
  outside                                inside
  +-----------------+-----------------+  +-----------------+-----------------+
  |     flap-2 v    |     flap-1 v    |  |     inside-1    |     inside-2    |
  |       105       |       105       |  |       105       |       105       |
  +-----------------+-----------------+  +-----------------+-----------------+
  |       back      |      cover      |  |     inside-3    |     inside-4    |
  |       105       |       105       |  |       105       |       105       |
  +-----------------+-----------------+  +-----------------+-----------------+
"""


def named(fold: str, paper: str) -> tuple[Fold, Paper]:
    """Return a fold and a paper of the catalogue."""
    return (
        next(known for known in FOLDS if known.name == fold),
        next(known for known in PAPERS if known.name == paper),
    )


def test_a_fold_is_drawn_with_its_widths() -> None:
    """Both sides beside each other; one that stands on its head is marked."""
    assert drawing(*named("letter-fold", "letter")) == LETTER_FOLD
    assert drawing(*named("french-fold", "a4")) == FRENCH_FOLD


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_every_drawing_is_plain_and_fits_a_terminal(fold: Fold, paper: Paper) -> None:
    """ASCII in 80 columns, boxes closed, every panel named."""
    text = drawing(fold, paper)
    assert text.isascii()
    lines = text.splitlines()
    assert max(map(len, lines)) < 80
    boxes = [line for line in lines if line.startswith(("  +", "  |"))]
    # As wide as one side, or as both: one may have more rows than the other.
    assert {len(line) for line in boxes} <= {39, 78}
    for slot in (*fold.outside, *fold.inside):
        assert slot.name in text


def test_a_program_gets_numbers() -> None:
    """In the paper's unit: places, widths, folds, and how the sheet is turned."""
    found = described(*named("letter-fold", "a4"))
    assert (found["unit"], found["width"], found["height"]) == ("mm", 297.0, 210.0)
    assert (found["tuck"], found["duplex"]) == (3.0, "short")
    outside, inside = found["sides"]
    assert [panel["width"] for panel in inside["panels"]] == [100.0, 100.0, 97.0]
    assert [panel["panel"] for panel in outside["panels"]] == ["flap", "back", "cover"]
    assert outside["folds"] == [97.0, 197.0]
    assert outside["cross-folds"] == []
