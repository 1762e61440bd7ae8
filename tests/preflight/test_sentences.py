"""Paragraphs are parted into the sentences that a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.preflight.sentence_ends import sentence_ends

TABLE = Path(__file__).with_name("parted_sentences.txt")
LINES = [
    line
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_there_are_enough_paragraphs() -> None:
    """With and without an end in the middle."""
    assert len(LINES) > 60
    assert 20 < sum("|" in line for line in LINES) < len(LINES) - 20


@pytest.mark.parametrize("line", LINES)
def test_sentences_end_where_a_reader_sees_it(line: str) -> None:
    """Not at "Dr.", "9 a.m." or "0.25", but at "the U.S. It is safe"."""
    text = line.replace("|", "")
    inner = [end for end in sentence_ends(text) if end < len(text)]
    wanted = [len(part) for part in line.split("|")[:-1]]
    assert inner == [sum(wanted[: at + 1]) for at in range(len(wanted))]
