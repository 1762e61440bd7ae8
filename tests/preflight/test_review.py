"""A review is named, has been, and is not overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure import BrochureError, build, check
from brochure.preflight.checks import review
from brochure.preflight.manuscript import this_day
from tests.preflight.subjects import HEAD, subject_of, told

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 31)
COPY = "back: [contact]\n"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("", [("REVIEW001", 1, "nobody is said to have reviewed the copy")]),
        ("{by: Dr. A, on: 2025-03-31, due: 2027-03-31}", []),
        ("{by: Dr. A, on: 2026-03-31, due: 2026-03-31}", []),
        (
            "{by: Dr. A, on: 2025-03-31, due: 2026-03-30}",
            [("REVIEW002", 3, "the next review was due on 2026-03-30, and today is 2026-03-31")],
        ),
        (
            "{by: Dr. A, on: 2026-04-01, due: 2027-03-31}",
            [("REVIEW003", 3, "the review is dated 2026-04-01, and today is 2026-03-31")],
        ),
    ],
)
def test_a_review_holds_from_one_day_to_another(
    tmp_path: Path, entry: str, expected: list[tuple[str, int, str]]
) -> None:
    """Both days included."""
    entry = f"reviewed: {entry}\n" if entry else ""
    subject = replace(subject_of(tmp_path, entry + COPY), today=TODAY)
    assert told(review, subject) == expected


def test_the_day_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To `check` as an argument, to all as SOURCE_DATE_EPOCH; a future review stops a build."""
    path = tmp_path / "content.yaml"
    path.write_text(f"{HEAD}reviewed: {{by: Dr. A, on: 2026-03-31, due: 2027-03-31}}\n{COPY}")

    def found(today: date | None) -> list[str]:
        return [one.problem.code for one in check(path, select=["REVIEW"], today=today)]

    assert found(TODAY) == []
    assert found(date(2027, 4, 1)) == ["REVIEW002"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 2023-11-14
    assert found(None) == ["REVIEW003"]
    with pytest.raises(BrochureError, match="REVIEW003"):
        build(path, tmp_path / "out", editions=["office"])


def test_a_time_that_is_none_leaves_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty or endless SOURCE_DATE_EPOCH."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    today = this_day()
    for odd in ("", "soon", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", odd)
        assert this_day() - today <= date.resolution
