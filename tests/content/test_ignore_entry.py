"""Findings that an author accepts are written with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import BrochureError, read

if TYPE_CHECKING:
    from pathlib import Path


def ignoring(small: Path, ignore: str) -> list[tuple[str, str]]:
    """Return the codes and the reasons of the small file with `ignore` under `ignore:`."""
    small.write_text(f"ignore: {ignore}\n{small.read_text()}")
    return [(entry.code, entry.reason) for entry in read(small).ignored]


def test_codes_come_with_their_reasons(small: Path) -> None:
    """In the author's order; an empty mapping is none."""
    found = ignoring(small, "{PRINT003: our printer asked for it, FIT004: we trim wide}")
    assert found == [("PRINT003", "our printer asked for it"), ("FIT004", "we trim wide")]


def test_a_code_may_say_which_findings(small: Path) -> None:
    """By words that they quote, each with its reason and its place."""
    small.write_text(
        'ignore:\n  CONTACT001:\n    "(800) 222-1222": poison control\n    911: all know it\n'
        f"{small.read_text()}"
    )
    (entry,) = read(small).ignored
    assert (entry.code, entry.reason) == ("CONTACT001", "")
    assert [(one.words, one.reason, one.where.line) for one in entry.words] == [
        ("(800) 222-1222", "poison control", 3),
        ("911", "all know it", 4),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{911: ''}", "`911` under `PRINT003` is ignored without a reason"),
        ("{911: [a]}", "`911` under `PRINT003` is ignored without a reason"),
        ("{911: {a: b}}", "`911` under `PRINT003` is ignored without a reason"),
        ("{' ': why}", "`PRINT003` is ignored for words that are not there"),
        ("{}", "`PRINT003` is ignored without a reason"),
    ],
)
def test_words_need_a_reason_too(small: Path, words: str, message: str) -> None:
    """One problem, with both forms in its hint."""
    with pytest.raises(BrochureError) as caught:
        ignoring(small, f"{{PRINT003: {words}}}")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("IGNORE002", message)
    assert "PRINT002:" in problem.hint
    assert "CONTACT001:" in problem.hint


@pytest.mark.parametrize("nothing", ["", "{}", "~"])
def test_nothing_is_ignored_by_default(small: Path, nothing: str) -> None:
    """Nor where the key stands alone."""
    assert read(small).ignored == ()
    assert ignoring(small, nothing) == []


@pytest.mark.parametrize("reason", ["", '""', "'  '", "~", "[a]"])
def test_a_reason_must_be_given(small: Path, reason: str) -> None:
    """Told at the code."""
    with pytest.raises(BrochureError) as caught:
        ignoring(small, f"{{PRINT003: {reason}}}")
    (problem,) = caught.value.problems
    assert problem.code == "IGNORE002"
    assert problem.message == "`PRINT003` is ignored without a reason"
    assert problem.where
    assert (problem.where.line, problem.where.column) == (1, 10)


def test_a_list_of_codes_has_no_reasons(small: Path) -> None:
    """So it is not taken."""
    with pytest.raises(BrochureError) as caught:
        ignoring(small, "[PRINT003]")
    (problem,) = caught.value.problems
    assert problem.message == "`ignore` must hold codes with reasons, not a list"
