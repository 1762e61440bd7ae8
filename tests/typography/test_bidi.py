"""Levels and order by the rules of UAX #9; the expectations are its own examples and rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.typography.bidi import (
    has_leftward,
    levels,
    telephones,
    visual_order,
    white_from,
)

# A letter of each class, by which the rules are written down below: Hebrew and Arabic letters,
# European and Arabic digits, separators, a mark, controls.
SIGNS = {
    "R": "\u05d0",
    "A": "\u0627",
    "9": "\u0661",
    "M": "\u0301",
    "<": "\u202b",
    ">": "\u202c",
    "{": "\u2067",
    "}": "\u2069",
    "l": "\u2066",
    "f": "\u2068",
    "O": "\u202e",
    "b": "\u00ad",
}


def written(signs: str) -> str:
    """Return the text that `signs` stand for; what is no sign stands for itself."""
    return "".join(SIGNS.get(sign, sign) for sign in signs)


@pytest.mark.parametrize(
    ("rule", "signs", "base", "expected"),
    [
        ("I1, letters", "ax RR", 0, "00011"),
        ("I2, letters", "RR ax", 1, "11122"),
        ("X2 an embedding", "a<a>a", 0, "00220"),
        ("X4, tamed: an override embeds", "aOa12 aR>a", 0, "0022222110"),
        ("X5b an isolate", "a{a}a", 0, "00200"),
        ("X5c by its first letter", "af R}a", 0, "001100"),
        ("X6a no matching isolate", "R}a", 1, "112"),
        ("X7 an embedding that nothing opened", "R>R", 1, "111"),
        ("W1 a mark is as its letter", "RMa", 0, "110"),
        ("W1 a mark after an isolate", "R{}Ma", 0, "10000"),
        ("W2 digits after Arabic", "A12", 0, "122"),
        ("W2 digits after Hebrew", "R12", 0, "122"),
        ("W4 a comma in a number", "R1,2", 1, "1222"),
        ("W4 a hyphen in a number", "R1-2", 1, "1222"),
        ("W4 a hyphen in an Arabic one", "A1-2", 1, "1212"),
        ("W4 two commas are none", "R1,,2", 1, "12112"),
        ("W5 percent", "R 50%", 1, "11222"),
        ("W5 a dollar before", "R $50", 1, "11222"),
        ("W6 a sign alone", "R % R", 1, "11111"),
        ("W7 digits after Latin", "R a 1", 1, "11222"),
        ("N0 brackets as what they hold", "R (a) R", 0, "1000001"),
        ("N0 brackets in their context", "R (a R) a", 1, "111211112"),
        ("N0 a bracket without another", "a (R", 0, "0001"),
        ("N0 two kinds", "a (R]) a", 0, "00010000"),
        ("N0 a mark on a bracket", "R[a]M", 1, "11211"),
        ("N1 between two of one kind", "a R, R a", 0, "00111100"),
        ("N1 numbers are as Hebrew", "R 1 R", 0, "11211"),
        ("N2 as the paragraph", "a, R", 1, "2111"),
        ("an en dash in a range", "R 1\u20132", 1, "11212"),
        ("L1 a tab", "R \tR", 0, "1001"),
        ("5.2 what is left out", "RbR", 0, "111"),
    ],
)
def test_levels_follow_the_rule(rule: str, signs: str, base: int, expected: str) -> None:
    """One sentence a rule; digits are the levels."""
    found = levels(written(signs), base)
    assert "".join(map(str, found)) == expected, rule


def shown(text: str, base: int, isolated: tuple[tuple[int, int], ...] = ()) -> str:
    """Return `text` on one line, as it stands from left to right."""
    found = levels(text, base, isolated)
    white = white_from(text, 0, len(text))
    found[white:] = [base] * (len(text) - white)
    return "".join(text[at] for at in visual_order(found))


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        # UAX #9, 3.4, with Hebrew for its capitals (L2).
        ("car means \u05d0\u05d1\u05d2.", 0, "car means \u05d2\u05d1\u05d0."),
        ("<car \u05d0\u05d1\u05d2 \u05d3\u05d4.", 1, ".\u05d4\u05d3 \u05d2\u05d1\u05d0 car<"),
        ("\u05d0 2026", 1, "2026 \u05d0"),
        ("\u05d0 50%, \u05d1", 1, "\u05d1 ,50% \u05d0"),
        ("\u05d0 9:00\u201317:00 \u05d1", 1, "\u05d1 17:00\u20139:00 \u05d0"),
        ("\u05d0 1/5/2026", 1, "1/5/2026 \u05d0"),
        ("\u05d0 ab cd \u05d1", 1, "\u05d1 ab cd \u05d0"),
        ("\u05d0 ab ", 1, " ab \u05d0"),
        ("ab \u05d0 ", 0, "ab \u05d0 "),
    ],
)
def test_a_line_stands_in_its_order(text: str, base: int, expected: str) -> None:
    """Numbers and foreign words as they are written, the sentence around them as it runs."""
    assert shown(text, base) == expected


def test_levels_within_levels_are_turned_one_after_the_other() -> None:
    """UAX #9, 3.4: from the highest level to the lowest odd one."""
    assert visual_order([0, 0, 1, 2, 2, 1, 0]) == [0, 1, 5, 3, 4, 2, 6]
    assert visual_order([1, 1, 2, 2]) == [2, 3, 1, 0]
    assert visual_order([2, 2]) == [0, 1]
    assert visual_order([]) == []


@given(
    text=st.text(alphabet=written("aR A1 9-,%()[]M<>{}lfOb\t"), max_size=40),
    base=st.sampled_from([0, 1]),
)
def test_any_text_has_levels_and_an_order(text: str, base: int) -> None:
    """Each character one; none runs against its own direction."""
    found = levels(text, base)
    assert len(found) == len(text)
    assert sorted(visual_order(found)) == list(range(len(text)))
    for character, level in zip(text, found, strict=True):
        assert character != SIGNS["R"] or level % 2
        assert character != "a" or not level % 2


def test_a_stretch_apart_keeps_its_own_order() -> None:
    """As if U+2066 and U+2069 stood around it: its slash ends it, on its right."""
    text = "\u05d0 example.com/ \u05d1"
    assert shown(text, 1) == "\u05d1 /example.com \u05d0"
    assert shown(text, 1, ((2, 14),)) == "\u05d1 example.com/ \u05d0"
    marked = text[:2] + "\u2066" + text[2:14] + "\u2069" + text[14:]
    found = levels(marked, 1)
    assert levels(text, 1, [(2, 14)]) == found[:2] + found[3:15] + found[16:]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("call (210) 879-4809 now", ["(210) 879-4809"]),
        ("+1 (210) 879-4809, +972-3-123-4567", ["+1 (210) 879-4809", "+972-3-123-4567"]),
        ("052 123 4567.", ["052 123 4567"]),
        ("(210)879-4809", ["(210)879-4809"]),
        ("2025 2026, 9:00, 1/5/2026, 50%, 3 (4)", []),
        ("1234567890123456789 20", []),
        ("x2108794809", []),
    ],
)
def test_telephone_numbers_are_known_by_their_groups(text: str, numbers: list[str]) -> None:
    """Two years side by side are none, nor are dates, times and shares."""
    assert [text[start:end] for start, end in telephones(text)] == numbers


def test_only_what_may_run_to_the_left_is_looked_into() -> None:
    """Curly quotes, dashes and a Latin text's accents do not."""
    assert not has_leftward("“Naïve” \u2013 café\u2019s 50 % • Ω Ж 漢")
    for sign in "\u05d0\u0627\u200f\u2067\u202e\ufb2a\U0001e900":
        assert has_leftward(f"abc {sign}")
