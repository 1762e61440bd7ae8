"""Days of a review are written as ISO 8601 has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from brochure import BrochureError, read

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.review import Review


def reviewed(small: Path, entry: str) -> Review | None:
    """Return the review of the small file with `entry` under `reviewed:`."""
    lines = [line for line in small.read_text().splitlines() if not line.startswith("reviewed")]
    small.write_text("\n".join([f"reviewed: {entry}", *lines]))
    return read(small).reviewed


def test_a_review_has_a_name_and_two_days(small: Path) -> None:
    """In quotes or not; nothing is none."""
    found = reviewed(small, "{by: Dr. A. Example, on: 2024-02-29, due: '2026-02-28'}")
    assert found
    assert found.by == "Dr. A. Example"
    assert (found.on.date, found.due.date) == (date(2024, 2, 29), date(2026, 2, 28))
    assert found.due.where.line == 1
    assert reviewed(small, "") is None


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("03/31/2026", "`on` cannot be `03/31/2026`: it is no day such as 2026-03-31"),
        ("2026-03-31x", "`on` cannot be `2026-03-31x`: it is no day such as 2026-03-31"),
        ("2026-3-31", "`on` cannot be `2026-3-31`: it is no day such as 2026-03-31"),
        ("2026-02-29", "`on`: there is no day `2026-02-29` in the calendar"),
        ("2026", "`on` cannot be `2026`: it is no day such as 2026-03-31"),
        ("[2026]", "`on` cannot be nothing: it is no day such as 2026-03-31"),
    ],
)
def test_other_days_are_told(small: Path, written: str, message: str) -> None:
    """At their place, with the form that is wanted."""
    with pytest.raises(BrochureError) as caught:
        reviewed(small, f"{{by: Dr. A, on: {written}, due: 2027-01-01}}")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("FIELD004", message)
    assert problem.where
    assert problem.where.column == 27
    assert problem.hint == "write year, month and day: 2026-03-31"


def test_all_three_are_needed(small: Path) -> None:
    """A review that never lapses is none."""
    with pytest.raises(BrochureError, match="lacks the key `due`"):
        reviewed(small, "{by: Dr. A, on: 2026-01-01}")
