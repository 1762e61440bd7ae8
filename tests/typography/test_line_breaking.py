"""Line breaking loses nothing, never runs over the measure, and prefers what looks even."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.richtext import LINE_BREAK
from brochure.typography import Line, Run, Voice, break_paragraph, family, load
from brochure.typography.opportunities import address_opportunities

SANS = Voice(load(family("Source Sans 3").regular), 10.0)
BOLD = Voice(load(family("Source Sans 3").bold), 10.0)
COPY = (
    "Very thin needles make tiny marks in the skin. Your body heals them, and as it does it makes "
    "new cells, collagen and elastin, the fibers that keep skin firm and springy."
)


def words_of(lines: tuple[Line, ...]) -> str:
    """Return the characters that were set, without hyphens that breaks put in."""
    return "".join(piece.run.text for line in lines for piece in line.pieces if not piece.hyphen)


WORDS = st.text(alphabet="abcdefgh ijklmnop-/\u2014.", min_size=1, max_size=120)


@given(first=WORDS, second=WORDS, measure=st.floats(30, 300))
def test_no_character_is_lost_and_no_line_is_too_wide(
    first: str, second: str, measure: float
) -> None:
    """Whatever the words, voices and measure."""
    lines = break_paragraph((Run(first, SANS, 0), Run(second, BOLD, 1)), measure)
    assert words_of(lines) == first + second
    assert all(line.width <= measure + 0.02 for line in lines)


ADDRESS = "example.org/skin_care/a-b?page=2&x=~y%20z,1#end"


def test_lines_end_in_an_address_where_no_sign_is_read_amiss() -> None:
    """After a slash, before other signs, on either side of `=` and `&`."""
    places = address_opportunities(ADDRESS)
    parts = [ADDRESS[a:b] for a, b in pairwise([0, *places, len(ADDRESS)])]
    assert " ".join(parts) == ("example .org/ skin _care/ a -b ?page = 2 & x = ~y %20z ,1 #end")
    assert address_opportunities("https://a.b") == [8, 9]
    assert address_opportunities("a@b.c") == [2, 3]
    assert address_opportunities("/") == []


@given(measure=st.floats(20, 300))
def test_an_address_gains_no_hyphen_and_no_other_break(measure: float) -> None:
    """Though the words around it are hyphenated; it may be of several runs."""
    words = "Microneedling information "
    runs = (
        Run(words, SANS, 0),
        Run(ADDRESS[:9], SANS, 1, address=True),
        Run(ADDRESS[9:], BOLD, 2, address=True),
    )
    lines = break_paragraph(runs, measure, hyphenate="en-US")
    assert words_of(lines) == words + ADDRESS
    allowed = {len(words) + at for at in address_opportunities(ADDRESS)}
    at = 0
    for line in lines[:-1]:
        at += sum(len(piece.run.text) for piece in line.pieces if not piece.hyphen)
        if at > len(words):
            assert not any(piece.hyphen for piece in line.pieces)
            assert at in allowed or measure < WIDEST


WIDEST = max(
    break_paragraph((Run(ADDRESS[a:b], BOLD, 0),), 1e4)[0].width
    for a, b in pairwise([0, *address_opportunities(ADDRESS), len(ADDRESS)])
)
"""Below this, a part of the address has to be broken anywhere."""


def test_hyphenated_text_keeps_its_characters() -> None:
    """Hyphens that breaks put in are marked, and come on top of the text."""
    hyphens = 0
    for measure in range(60, 140, 10):
        lines = break_paragraph(
            (Run(COPY, SANS, 0),), measure, setting="justified", hyphenate="en-US"
        )
        assert words_of(lines) == COPY
        hyphens += sum(piece.hyphen for line in lines for piece in line.pieces)
    assert hyphens > 0


def test_spaces_at_line_ends_are_kept_beyond_the_ink() -> None:
    """Search and speech need the space; the eye must not see it in the line's width."""
    first, *_ = break_paragraph((Run(COPY, SANS, 0),), 120)
    assert first.pieces[-1].run.text.endswith(" ")
    assert first.width < sum(piece.run.width for piece in first.pieces)


def test_the_authors_line_break_is_kept() -> None:
    """A hard break ends a line that has room left."""
    lines = break_paragraph((Run(f"one{LINE_BREAK}two", SANS, 0),), 300)
    assert [words_of((line,)) for line in lines] == ["one ", "two"]


def test_total_fit_is_more_even_than_filling_each_line() -> None:
    """The sum of squared gaps is no larger than that of a greedy break."""
    measure = 150.0
    space = break_paragraph((Run(" ", SANS, 0),), 300)[0].pieces[0].run.width
    lines = break_paragraph((Run(COPY, SANS, 0),), measure)
    widths = [break_paragraph((Run(w, SANS, 0),), 300)[0].width for w in COPY.split()]
    greedy, current = [], 0.0
    for width in widths:
        if current and current + space + width > measure:
            greedy.append(current)
            current = 0.0
        current += (space if current else 0.0) + width
    ours = sum((measure - line.width) ** 2 for line in lines[:-1])
    assert len(lines) == len(greedy) + 1
    assert ours <= sum((measure - width) ** 2 for width in greedy) + 0.01


def test_justified_lines_fill_the_measure_but_the_last() -> None:
    """Every line but the last is as wide as the measure."""
    *full, last = break_paragraph((Run(COPY, SANS, 0),), 160, setting="justified")
    assert full
    assert all(line.width == pytest.approx(160) for line in full)
    assert last.width < 160


def test_balanced_headings_do_not_end_in_a_single_short_word() -> None:
    """Two lines of a heading come out about equally long."""
    lines = break_paragraph(
        (Run("What can it do for your skin?", SANS, 0),), 100, setting="balanced"
    )
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_a_title_stays_with_its_name() -> None:
    """No line ends in "Dr."."""
    text = "Come and talk to Dr. Finder about it"
    measures = range(60, 180, 2)
    assert len(measures) == 60
    for measure in measures:
        lines = break_paragraph((Run(text, SANS, 0),), measure)
        assert not any(words_of((line,)).rstrip().endswith("Dr.") for line in lines[:-1])
