"""Words in another language than they are marked with are told; a block can say its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

from brochure import BrochureError, build
from brochure.editions import SCREEN
from brochure.preflight.checks import claims, language_of_runs, words
from tests.preflight.subjects import codes, subject_of, told

if TYPE_CHECKING:
    from pathlib import Path

SPANISH = "Buenos días a todos los que están en la sala de espera con su familia."
ENGLISH = "We will look at your skin with you and say what to expect of it."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, []),
        (SPANISH, ["ACCESS007"]),
        (f"{{language: es, text: {SPANISH}}}", []),
        (f"{{language: es-MX, text: {SPANISH}}}", []),
        (f"{{language: es, text: {ENGLISH}}}", ["ACCESS007"]),
        (f"{{language: fr, text: {ENGLISH}}}", ["ACCESS007"]),
        ("De la Cruz, Los Angeles and El Paso", []),
        ("Hola", []),
        ("Questions: what is it, and is it for you? Sí, es para usted.", []),
    ],
)
def test_words_in_another_language_are_told(tmp_path: Path, text: str, expected: list[str]) -> None:
    """English and Spanish, where there are words enough to tell them apart."""
    written = text if text.startswith("{") else f'"{text}"'
    subject = subject_of(tmp_path, f"inside:\n  - text: {written}\n")
    assert codes(language_of_runs, subject) == expected


def test_the_finding_names_both_languages(tmp_path: Path) -> None:
    """And where the words are."""
    subject = subject_of(tmp_path, f"inside:\n  - text: {SPANISH}\n")
    assert told(language_of_runs, subject) == [
        ("ACCESS007", 4, "these words read as Spanish, and are marked as English")
    ]


def test_a_block_says_its_language_in_the_file(small: Path, tmp_path: Path) -> None:
    """To a screen reader, around its elements; its words are found as those of any block."""
    copy = f"  - text: {{language: ES-mx, text: {SPANISH}}}\n"
    small.write_text(small.read_text().replace("back:\n", f"{copy}back:\n"))
    (path,) = build(small, tmp_path / "out", editions=["screen"])
    with pikepdf.open(path) as pdf:
        marked = [
            (str(entry.S), str(entry.K[0].S), str(entry.Lang))
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and "/Lang" in entry and "/S" in entry
        ]
    assert marked == [("/Div", "/P", "es-MX")]
    assert codes(words, subject_of(tmp_path, f"inside:\n{copy}", SCREEN)) == []


def test_what_is_no_language_is_told(small: Path, tmp_path: Path) -> None:
    """At its place."""
    small.write_text(small.read_text() + "flap:\n  - text: {language: nope!, text: A}\n")
    with pytest.raises(BrochureError, match="not the tag of a language"):
        build(small, tmp_path / "out")


def test_words_are_judged_by_the_rules_of_their_own_language(tmp_path: Path) -> None:
    """What is in another language than the brochure is not judged as if it were in that."""
    copy = "inside:\n  - text: {text}\n"
    claim = "It is painless and guaranteed."
    assert codes(claims, subject_of(tmp_path, copy.format(text=claim)))
    other = f"{{language: es, text: {claim}}}"
    assert codes(claims, subject_of(tmp_path, copy.format(text=other))) == []
