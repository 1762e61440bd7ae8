"""Whatever an author writes, the checks of words end, soon, and without an exception."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.blocks.text import Text
from brochure.preflight.checks import (
    alt_text,
    call_to_action,
    camera_position,
    claims,
    consent,
    contact,
    long_sentences,
    passive_voice,
    reading_grade,
    review,
    risks,
    summary,
    terms,
)
from brochure.preflight.every import CHECKS
from brochure.problems import Source, Where
from brochure.richtext import Inline, RichText, Span
from tests.preflight.subjects import subject_of

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Check, Subject

WORDS: tuple[Check, ...] = (
    *(alt_text, consent, camera_position, review, contact, claims, summary, call_to_action),
    *(risks, terms, reading_grade, long_sentences, passive_voice),
)
SIGNS = " .,;:?!'\"()@+-*…¿\u2019\u2013\u2028"
PIECES = [
    *("is ", "not ", "no ", "was also ", "treated ", "painless ", "FDA approved ", "melasma "),
    *(
        "collagen ",
        "collagen, the ",
        "the collagen or ",
        "(210) 555-01",
        "00 ",
        "a@b.org ",
        "1-800-FLOWERS ",
        "FAX-12-",
        "Dr. ",
        "is the cream ",
        "used to ",
        "melasma (a ",
        "colágeno nuevo y ",
        "permanente ",
        "es tratada por ",
        "ly " * 3,
    ),
]


def holding(subject: Subject, text: str, language: str) -> Subject:
    """Return `subject` with `text` as the whole copy of its back, in `language`."""
    where = Where(Source("a.yaml", text), 1)
    inline = Inline((Span(text, where),), where)
    block = Text(where=where, text=RichText((inline,), where))
    return replace(subject, brochure=replace(subject.brochure, back=(block,), language=language))


def judged(subject: Subject) -> float:
    """Return the seconds that all checks of words take; each finding has a place that there is."""
    started = time.perf_counter()
    problems = [problem for one in WORDS for problem in one.check(subject)]
    taken = time.perf_counter() - started
    for problem in problems:
        assert problem.where
        assert problem.where.line >= 1
        assert problem.message
        assert problem.hint
    return taken


def test_these_are_checks_that_are_run() -> None:
    """None is forgotten in the list of all."""
    assert all(one in CHECKS for one in WORDS)


@pytest.mark.parametrize("language", ["en", "es"])
def test_any_text_is_judged_within_a_second(tmp_path: Path, language: str) -> None:
    """Letters of any script, signs in a row, halves of what is looked for."""
    subject = subject_of(tmp_path, "back: [contact]\n")

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
    @given(
        text=st.text(max_size=400)
        | st.text(SIGNS + "aeé9", max_size=400)
        | st.lists(st.sampled_from([*PIECES, *SIGNS]), max_size=120).map("".join)
    )
    def run(text: str) -> None:
        assert judged(holding(subject, text, language)) < 1

    run()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "piece",
    [
        *PIECES,
        *SIGNS,
        "a",
        "aé",
        "1",
        "1 ",
        "no, ",
        "A. ",
        "a@",
        "is not ",
        "e",
        "ed",
        "FDA-",
        "\n",
    ],
)
def test_long_runs_are_judged_within_a_second(tmp_path: Path, language: str, piece: str) -> None:
    """20 000 characters of one thing: no pattern goes back and forth over them."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    text = piece * (20_000 // len(piece))
    assert judged(holding(subject, text, language)) < 1
    assert judged(holding(subject, f"{text}?", language)) < 1
