"""The caret stands under what a problem is about, in the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.problems import Problem, Source, Where

CELLS = {
    "a": 1,
    "\u00e9": 1,
    "\u0301": 0,
    "\u4e2d": 2,
    "\uff21": 2,
    "\U0001f600": 2,
    "\u200b": 0,
    "\t": 1,
}
"""What terminals give a letter, an accent of its own, a wide letter, an emoji, an unseen space."""


def shown(text: str, column: int, length: int) -> tuple[str, str]:
    """Return the line and the caret's line below it, both without what stands at their left."""
    problem = Problem("A001", "b", Where(Source("a", text), 1, column, length))
    _, line, below = str(problem).split("\n")
    assert line[:8] == "    1 | "
    assert below[:8] == "      | "
    return line[8:], below[8:]


@pytest.mark.parametrize(
    ("before", "word", "carets"),
    [
        ("t: ", "word", "   ^^^^"),
        ("t: \u4e2d\u6587 ", "word", "        ^^^^"),
        ("t: ", "\u4e2d\u6587", "   ^^^^"),
        ("t: e\u0301 ", "word", "     ^^^^"),
        ("t: \U0001f600 ", "e\u0301t\u00e9", "      ^^^"),
        ("t: \u2764\ufe0f ", "word", "      ^^^^"),
        ("t: \U0001f469\u200d\u2695\ufe0f ", "word", "      ^^^^"),
        ("t: \U0001f44d\U0001f3fd ", "word", "      ^^^^"),
        ("t: \U0001f1fa\U0001f1f8 ", "word", "      ^^^^"),
        ("t: \u1112\u1161\u11ab ", "word", "      ^^^^"),
        ("t: a\u00adb\u200b\t", "word", "       ^^^^"),
        ("t: \uff21 ", "word", "      ^^^^"),
    ],
)
def test_the_caret_stands_under_the_words(before: str, word: str, carets: str) -> None:
    """Behind wide letters, accents, emoji of several characters, signs that nobody sees."""
    line, below = shown(f"{before}{word} more", len(before) + 1, len(word))
    assert line == f"{before}{word} more".replace("\t", " ")
    assert below == carets


@given(
    text=st.text(list(CELLS), min_size=1, max_size=300),
    at=st.integers(0, 299),
    length=st.integers(1, 30),
)
def test_a_long_line_is_cut_around_its_caret(text: str, at: int, length: int) -> None:
    """To a hundred cells, whatever its letters take; the caret is under the same letter."""
    at %= len(text)
    line, below = shown(text, at + 1, length)
    plain = text.replace("\t", " ")
    cells = {**CELLS, " ": 1}
    assert sum(cells[character] for character in line) <= 100
    indent = len(below) - len(below.lstrip())
    marked = plain[at : at + length]
    starts = [n for n in range(len(plain)) if plain.startswith(line, n)]
    assert any(
        n <= at and indent == sum(cells[character] for character in plain[n:at]) for n in starts
    )
    assert 1 <= len(below) - indent <= max(1, sum(cells[character] for character in marked))
    if sum(cells[character] for character in plain) <= 100:
        assert line == plain
