"""What an author may ask of the print shop, and what is told of a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import BrochureError, read
from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.model import Brochure


def asking(small: Path, press: str, paper: str = "letter") -> Brochure:
    """Read the small file with `press` in its second line, under `press:`."""
    _, _, rest = small.read_text().partition("\n")
    small.write_text(f"title: Small\npress: {press}\npaper: {paper}\n{rest}")
    return read(small)


@pytest.mark.parametrize(
    ("paper", "bleed", "press"),
    [("letter", INCH / 8, "gracol"), ("legal", INCH / 8, "gracol"), ("a4", 3 * MM, "fogra39")],
)
def test_what_is_left_out_follows_the_paper(
    small: Path, paper: str, bleed: float, press: str
) -> None:
    """Inches and GRACoL, or millimeters and FOGRA39; marks on, no limit but the profile's."""
    brochure = asking(small, "", paper)
    assert brochure.bleed == bleed
    assert brochure.paper.press == press
    assert brochure.press.marks
    assert brochure.press.profile is None
    assert brochure.press.total_ink is None


def test_all_that_can_be_asked(small: Path) -> None:
    """A name in any case, any unit, a percent sign or none."""
    press = asking(small, "{profile: FOGRA39, bleed: 4 mm, marks: no, total-ink: 280 %}").press
    assert press.profile
    assert (press.profile.name, press.profile.file) == ("fogra39", None)
    assert press.bleed == pytest.approx(4 * MM)
    assert not press.marks
    assert press.total_ink
    assert press.total_ink.percent == 280
    assert press.total_ink.where.line == 2


def test_no_bleed_can_be_asked_for(small: Path) -> None:
    """Printers of plain white sheets do; it is not the same as saying nothing."""
    assert asking(small, "{bleed: 0}").bleed == 0


def test_a_profile_of_the_printers_is_named_as_a_file(small: Path) -> None:
    """It is opened when something is made for it, as pictures are."""
    profile = asking(small, "{profile: press/Their Coated.ICC}").press.profile
    assert profile
    assert profile.file
    assert profile.file.name == "press/Their Coated.ICC"
    assert profile.file.where.column == 18


@pytest.mark.parametrize(
    ("press", "code", "message", "caret", "hint"),
    [
        ("{profile: grakol}", "PRESS001", "no press `grakol`", "grakol", "`gracol`?"),
        ("{profile: 7}", "PRESS001", "no press `7`", "7", "such as press.icc"),
        ("{profile: [a]}", "PRESS001", "must be a name", "[", "`fogra39`"),
        ("{profile: ../x.icc}", "PIC005", "leads out", "../x.icc", "copy the file"),
        ("{bleed: -3mm}", "PRESS002", "`-3mm` would be below 0", "-3mm", "or 3mm"),
        ("{bleed: 30mm}", "PRESS002", "more than an inch", "30mm", "0.125in"),
        ("{bleed: wide}", "PRESS002", "not a length", "wide", "or 3mm"),
        ("{total-ink: 90}", "PRESS003", "from 100 to 400", "90", "such as 300"),
        ("{total-ink: much}", "PRESS003", "`much`", "much", "such as 300"),
        ("{marks: perhaps}", "FIELD004", "neither `true` nor `false`", "perhaps", "`false`"),
        ("{total_ink: 300}", "FIELD001", "no key `total_ink`", "total_ink", "`total-ink`?"),
    ],
)
def test_a_slip_is_told_at_its_place(  # noqa: PLR0913, PLR0917 - a message has parts
    small: Path, press: str, code: str, message: str, caret: str, hint: str
) -> None:
    """With its line, what is under the caret, and how to mend it."""
    with pytest.raises(BrochureError) as caught:
        asking(small, press)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert message in problem.message
    assert hint in problem.hint
    assert problem.where
    assert problem.where.line == 2
    column = problem.where.column - 1
    line = problem.where.source.line(2)
    assert line[column : column + problem.where.length].startswith(caret)
