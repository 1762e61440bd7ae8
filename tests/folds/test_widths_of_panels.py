"""Panels' widths are those of printers' templates: the table of domain notes §1, number by number.

Read at printers' and at USPS: the letter fold of Letter, tabloid and A4; the double gate and the
roll fold of tabloid. The others follow from the same differences.
"""

from __future__ import annotations

import pytest

from brochure.folds import FOLDS, PAPERS, panel_rects, set_up
from brochure.geometry import INCH, MM

UNITS = {"in": INCH, "mm": MM}
THIRD_LETTER, THIRD_LEGAL, THIRD_TABLOID = 11 / 3, 14 / 3, 17 / 3

WIDTHS = {
    ("letter", "letter-fold"): (3.6875, 3.6875, 3.625),
    ("letter", "z-fold"): (THIRD_LETTER,) * 3,
    ("letter", "half-fold"): (5.5, 5.5),
    ("letter", "gate-fold"): (2.71875, 5.5625, 2.71875),
    ("letter", "double-gate"): (2.71875, 2.78125, 2.78125, 2.71875),
    ("letter", "roll-fold"): (2.8125, 2.8125, 2.71875, 2.65625),
    ("letter", "accordion"): (2.75,) * 4,
    ("legal", "letter-fold"): (4.6875, 4.6875, 4.625),
    ("legal", "z-fold"): (THIRD_LEGAL,) * 3,
    ("legal", "half-fold"): (7, 7),
    ("legal", "gate-fold"): (3.46875, 7.0625, 3.46875),
    ("legal", "double-gate"): (3.46875, 3.53125, 3.53125, 3.46875),
    ("legal", "roll-fold"): (3.5625, 3.5625, 3.46875, 3.40625),
    ("legal", "accordion"): (3.5,) * 4,
    ("tabloid", "letter-fold"): (5.6875, 5.6875, 5.625),
    ("tabloid", "z-fold"): (THIRD_TABLOID,) * 3,
    ("tabloid", "half-fold"): (8.5, 8.5),
    ("tabloid", "gate-fold"): (4.21875, 8.5625, 4.21875),
    ("tabloid", "double-gate"): (4.21875, 4.28125, 4.28125, 4.21875),
    ("tabloid", "roll-fold"): (4.3125, 4.3125, 4.21875, 4.15625),
    ("tabloid", "accordion"): (4.25,) * 4,
    ("a4", "letter-fold"): (100, 100, 97),
    ("a4", "z-fold"): (99,) * 3,
    ("a4", "half-fold"): (148.5, 148.5),
    ("a4", "gate-fold"): (73.25, 150.5, 73.25),
    ("a4", "double-gate"): (73.25, 75.25, 75.25, 73.25),
    ("a4", "accordion"): (74.25,) * 4,
}


def widths(paper: str, fold: str, tuck: float | None = None) -> list[float]:
    """Return the inside's panels, left to right, in the paper's unit."""
    laid, sheet = set_up(
        next(known for known in FOLDS if known.name == fold),
        next(known for known in PAPERS if known.name == paper),
        tuck=tuck,
    )
    return [rect.width / UNITS[sheet.unit] for rect in panel_rects(laid.inside, sheet)]


@pytest.mark.parametrize(("paper", "fold"), WIDTHS)
def test_widths_are_those_of_the_table(paper: str, fold: str) -> None:
    """To a millionth of the unit."""
    assert widths(paper, fold) == pytest.approx(WIDTHS[paper, fold], abs=1e-6)


def test_a4_rolls_within_an_eighth_of_a_millimeter_of_the_table() -> None:
    """Whose steps, rounded to half a millimeter, are not in the inch row's proportion."""
    assert widths("a4", "roll-fold") == pytest.approx((75.5, 75.5, 73.5, 72.5), abs=0.1251)
    assert widths("a4", "roll-fold")[0] == pytest.approx(75.5)


def test_thick_stock_is_tucked_in_further() -> None:
    """By as much as the author says."""
    assert widths("letter", "letter-fold", INCH / 8) == pytest.approx(
        (11.125 / 3,) * 2 + (10.75 / 3,)
    )
    assert widths("a4", "gate-fold", 5 * MM) == pytest.approx((71.75, 153.5, 71.75))
