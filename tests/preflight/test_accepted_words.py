"""A finding is accepted by words that it quotes; words that none has are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import BrochureError, check
from brochure.editions import EDITIONS
from brochure.preflight.quoted import has_words
from brochure.problems import Problem, Source, Where
from tests.preflight.subjects import HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brochure.problems import Finding

POISON, PHARMACY = "(800) 222-1222", "(512) 472-1235"
COPY = f"""\
reviewed: {{by: Dr. A. Example, on: 2020-01-31, due: 2099-01-31}}
cover: [{{title: A}}, {{subtitle: It helps}}]
back:
  - text: Call us. Poison control has {POISON}, the pharmacy has {PHARMACY}.
  - contact
"""


def found(
    folder: Path, ignore: str, copy: str = COPY, *, editions: Sequence[str] = ("office", "screen")
) -> list[Finding]:
    """Return what is found in a brochure that ignores `ignore`."""
    path = folder / "content.yaml"
    path.write_text(f"ignore: {ignore}\n{HEAD}{copy}")
    return check(path, editions=editions, ignore=["COPY", "QR", "ACCESS"])


def codes(findings: list[Finding]) -> list[str]:
    """Return their codes."""
    return [finding.problem.code for finding in findings]


def test_one_number_is_accepted_and_another_is_not(tmp_path: Path) -> None:
    """The whole code hides both."""
    assert codes(found(tmp_path, "{}")) == ["CONTACT001"] * 2
    (other,) = found(tmp_path, f'{{CONTACT001: {{"{POISON}": poison control}}}}')
    assert PHARMACY in other.problem.message
    assert found(tmp_path, "{CONTACT001: both are meant}") == []
    both = f'{{CONTACT001: {{"{POISON}": poison control, "{PHARMACY}": the pharmacy}}}}'
    assert found(tmp_path, both) == []


def test_the_clinics_own_number_accepts_no_other(tmp_path: Path) -> None:
    """It stands in each message, but is not what is quoted."""
    told = found(tmp_path, '{CONTACT001: {"(210) 879-4809": ours}}')
    assert sorted(codes(told)) == ["CONTACT001", "CONTACT001", "IGNORE004"]


def test_what_a_hint_says_to_write_is_taken(tmp_path: Path) -> None:
    """Copied into the file with a reason, the finding is gone."""
    for finding in found(tmp_path, "{}"):
        _, _, form = finding.problem.hint.partition("`ignore: ")
        form = form.partition("`")[0].replace(": why", ": it is meant")
        assert finding.problem.message not in {
            other.problem.message for other in found(tmp_path, form)
        }


@pytest.mark.parametrize(
    ("code", "words", "text"),
    [
        ("PLAIN005", "keloids", "Tell us of keloids."),
        ("PLAIN005", "Keloids", "Tell us of keloids."),
        ("CLAIM002", "painless", "It is painless."),
        ("CLAIM002", "doesn't hurt", "It doesn't hurt."),
        ("PLAIN004", "is applied", "A cream is applied first."),
        ("PLAIN003", "One two three four", f"One two three four {'and so on ' * 9}."),
        ("PLAIN003", f"One two three four {'and so on ' * 9}.".strip(),
         f"One two three four {'and so on ' * 5}\n      {'and so on ' * 4}."),
    ],
)  # fmt: skip
def test_any_rule_takes_words(tmp_path: Path, code: str, words: str, text: str) -> None:
    """A term, a claim, a passive, a sentence over two lines, as it is quoted or as it is typed."""
    copy = COPY.replace(f"Poison control has {POISON}, the pharmacy has {PHARMACY}.", "")
    copy += f"inside:\n  - text: >-\n      {text}\n"
    assert code in codes(found(tmp_path, "{}", copy))
    told = codes(found(tmp_path, f'{{{code}: {{"{words}": we know}}}}', copy))
    assert code not in told
    assert "IGNORE004" not in told


def test_words_that_no_finding_has_are_told(tmp_path: Path) -> None:
    """A warning at their place: the number has been changed since."""
    finding, *others = found(
        tmp_path, '{CONTACT001: {"(800) 222-1223": old, "(800) 222-1222": new}}'
    )
    assert codes(others) == ["CONTACT001"]
    problem = finding.problem
    assert (problem.code, problem.severity) == ("IGNORE004", "warning")
    assert "“(800) 222-1223”" in problem.message
    assert problem.where
    assert (problem.where.line, problem.where.column) == (1, 23)


def test_words_are_not_told_where_nobody_looked(tmp_path: Path) -> None:
    """Not by a rule that is left out, nor before all editions that could have the finding."""
    path = tmp_path / "content.yaml"
    path.write_text(f"ignore: {{CONTACT001: {{x: y}}, FIT009: {{z: y}}}}\n{HEAD}{COPY}")
    everything = [*EDITIONS]

    def stale(**how: Sequence[str]) -> list[str]:
        told = (one.problem for one in check(path, **how))  # type: ignore[arg-type]
        return [one.message.split("`")[1] for one in told if one.code == "IGNORE004"]

    assert stale() == ["CONTACT001"]
    assert stale(editions=everything) == ["CONTACT001", "FIT009"]
    assert stale(editions=everything, overrides=["fold=z-fold"]) == ["CONTACT001"]
    assert stale(editions=["office"]) == []
    assert stale(editions=["office", "press"]) == ["FIT009"]
    assert stale(ignore=["CONTACT"]) == []
    assert stale(select=["PLAIN"]) == []


def test_consent_cannot_be_ignored_for_some_pictures(tmp_path: Path) -> None:
    """In this form neither; an unknown code is one all the same."""
    told = codes(found(tmp_path, "{PRIVACY001: {a.jpg: we said so}}"))
    assert told == ["IGNORE003", "CONTACT001", "CONTACT001"]
    assert codes(found(tmp_path, "{CONTACT999: {a: b}}"))[0] == "IGNORE001"


@pytest.mark.parametrize(
    ("message", "words", "has"),
    [
        ("“a pain\u00a0killer” is told", "pain killer", True),
        ("“it isn\u2019t” is told", "isn't", True),
        ("“it isn't” is told", "“isn\u2019t”", True),
        ("“painkiller” is told", "pain", False),
        ("a painkiller is told, not “this”", "painkiller", False),
        ("`title` is told", "title", True),
        ("panel inside-2 ends 4 lines above", "inside-2", True),
        ("panel inside-2 ends 4 lines above", "inside-1", False),
        ("panel inside-2 ends 4 lines above", "lines", False),
        ("“any”", "''", False),
    ],
)
def test_words_are_those_that_are_quoted(message: str, words: str, *, has: bool) -> None:
    """Whole ones, however they are typed."""
    assert has_words(Problem("A001", message), words) is has


@pytest.mark.parametrize(
    ("words", "length", "has"),
    [
        ("a.svg", 5, True),
        ("b.svg", 5, False),
        ("a.svg, alt", 5, True),
        ("a.svg, alt: B}", 5, True),
        ("a.svg, alt: B} - text: more", 5, True),
        ("a.svg, alt: B} - text: much", 5, False),
        ("alt", 5, False),
        ("alt", 10, True),
    ],
)
def test_words_may_stand_at_the_place(words: str, length: int, *, has: bool) -> None:
    """Within it, or from there on over the lines that follow."""
    source = Source("made-up.yaml", "  - picture: {file: a.svg, alt: B}\n  - text: more\n")
    assert has_words(Problem("A001", "told", Where(source, 1, 21, length)), words) is has


def test_an_error_that_is_accepted_by_its_words_stops_no_build(tmp_path: Path) -> None:
    """While another picture still does."""
    from PIL import Image  # noqa: PLC0415 - here alone

    from brochure import build  # noqa: PLC0415 - here alone

    for name in ("a.jpg", "b.jpg"):
        Image.new("RGB", (300, 300), "white").save(tmp_path / name)
    path = tmp_path / "content.yaml"
    copy = "ignore: {PRESS007: {a.jpg: the printer has seen it}}\n" + HEAD + "back:\n"
    pictures = [f"  - picture: {{file: {name}, alt: Paper}}\n" for name in ("a.jpg", "b.jpg")]
    path.write_text(copy + pictures[0])
    assert build(path, tmp_path / "out", editions=["press"])
    path.write_text(copy + "".join(pictures))
    with pytest.raises(BrochureError) as caught:
        build(path, tmp_path / "out", editions=["press"])
    assert [problem.message[:5] for problem in caught.value.problems] == ["b.jpg"]
