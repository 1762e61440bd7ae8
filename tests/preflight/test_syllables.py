"""Syllables are counted by rule, and nearly always as a pronouncing dictionary has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.preflight.syllables import english, spanish

LIST = Path(__file__).with_name("english_syllables.txt")
MISSED = {"surgeon", "evening", "headaches", "tired", "asthma", "vegetable", "vegetables"}
"""Those of the list that the rules get wrong: all but `tired` by one too many."""


def listed() -> dict[str, set[int]]:
    """Return the syllables of each word of the list, several where it is said in several ways."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    entries = (line.split() for line in lines if not line.startswith("#"))
    return {word: {*map(int, counts.split("/"))} for word, counts in entries}


def test_words_of_leaflets_have_their_syllables() -> None:
    """Seven of 319 come out wrong, 2 percent, each by one."""
    words = listed()
    assert len(words) > 300
    missed = {word for word, counts in words.items() if english(word) not in counts}
    assert missed == MISSED
    assert all(min(abs(english(word) - count) for count in words[word]) == 1 for word in missed)


@pytest.mark.parametrize(
    ("word", "count"),
    [("FDA", 3), ("MRI", 3), ("life-long", 2), ("patient\u2019s", 2), ("Skin", 1), ("DANGER", 2)],
)
def test_acronyms_are_spelled_and_compounds_taken_apart(word: str, count: int) -> None:
    """Capitals of up to five letters are an acronym; more are shouted."""
    assert english(word) == count


SPANISH = {
    1: ("piel muy rey y yo sol "),
    2: ("guerra día días río país ciudad reyes oír prohibir baúl crema fiebre leer "),
    3: (
        "aguja agujas queloide pingüino cicatriz poeta ahora médico cuidado consulta limpieza "
        "protección radiación héroe "
    ),
    4: ("tratamiento cicatrices aéreo colágeno averiguáis medicina quemadura "),
    6: ("enrojecimiento "),
    7: ("isotretinoína "),
}


@pytest.mark.parametrize(("count", "words"), SPANISH.items())
def test_spanish_vowels_join_and_part_by_rule(count: int, words: str) -> None:
    """Weak vowels join, accented ones do not; a silent u is none; h does not part."""
    assert {word: spanish(word) for word in words.split()} == dict.fromkeys(words.split(), count)
