"""Words wider than their column: told where a line ends amid one, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content import read
from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN, Edition
from brochure.frame import Element, Group, Role
from brochure.images import Library
from brochure.pipeline import prepared
from brochure.preflight.checks import broken_words
from tests.preflight.subjects import codes, made_up, subject_of, text, told

ROOT = Path(__file__).parents[2]
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis"


def lines(*said: str | tuple[str, ...]) -> Group:
    """Return one paragraph's lines; the parts of one are runs of their own."""
    items = []
    for at, line in enumerate(said):
        x = 40.0
        for part in (line,) if isinstance(line, str) else line:
            items.append(text(part, x, 40 + 14 * at, line=at + 1))
            x += items[-1].run.width
    return Group(tuple(items), element=Element(Role.PARAGRAPH))


def test_a_title_wider_than_its_panel_is_told() -> None:
    """The real brochure's, on a gate fold of the narrowest paper."""
    brochure = read(ROOT / "content.yaml", ["fold=gate-fold", "paper=dl"])
    (title, *_) = told(broken_words, prepared(brochure, SCREEN, Library(ROOT), "digest"))
    assert title == (
        "FIT015",
        33,
        "“Microneedling” is wider than its column, and broken without a hyphen: Micron / eedling",
    )


@pytest.mark.parametrize("edition", [OFFICE, SCREEN, PRESS, LARGE_PRINT])
def test_the_real_brochure_breaks_none(edition: Edition) -> None:
    """In its own fold."""
    subject = prepared(read(ROOT / "content.yaml"), edition, Library(ROOT), "digest")
    assert told(broken_words, subject) == []


def test_a_word_is_told_once_at_its_own_place(tmp_path: Path) -> None:
    """However many lines it is broken over."""
    subject = subject_of(tmp_path, f"inside:\n  - heading: A {LONG * 2} word\n", SCREEN)
    ((code, line, message),) = told(broken_words, subject)
    assert (code, line) == ("FIT015", 4)
    assert message.startswith(f"“{LONG * 2}” is wider")
    assert message.count(" / ") > 1


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        (("Micron", "eedling"), True),
        (("a Micron", "eedling b"), True),
        (("Piel: micropunció", "n"), True),
        (("Micron", "\u0301eedling"), True),
        (("a ", ("Micron",), "eedling"), True),
        (("fine ", "needles"), False),
        ((("fine", " "), "needles"), False),  # a space between two spans
        (("micro-", "needling"), False),
        (("micro\u2010", "needling"), False),
        (("micro\u200b", "needling"), False),
        (("and/", "or thereafter"), False),
        (("of 10", "mm"), False),
        (("www.microneed", "ling.example.com"), False),
        (("hello@microneed", "ling"), False),
        (("微針", "治療"), False),
        (("ไมโคร", "นีดดลิง"), False),
        (("ມີ", "ເຂັມ"), False),
        (("ម្ជុល", "តូច"), False),
        (("마이크로", "니들링"), False),
        (("Laser微", "針"), False),
    ],
)
def test_what_is_a_broken_word(
    tmp_path: Path, said: tuple[str | tuple[str, ...], ...], *, broken: bool
) -> None:
    """Two letters that a line's end parts, in a script that has words apart."""
    subject = made_up(subject_of(tmp_path, "back: [contact]\n"), lines(*said))
    assert codes(broken_words, subject) == ["FIT015"] * broken


def test_two_paragraphs_are_not_one_word(tmp_path: Path) -> None:
    """A heading ends in a letter, and what follows begins with one."""
    below = Group((text("eedling", 40, 90),), element=Element(Role.PARAGRAPH))
    subject = made_up(subject_of(tmp_path, "back: [contact]\n"), lines("Micron"), below)
    assert told(broken_words, subject) == []


def test_hyphenated_copy_is_sound(tmp_path: Path) -> None:
    """A hyphen that the break put in tells the reader to read on."""
    copy = f"inside:\n  - text: {'Characteristically uncharacteristic considerations. ' * 9}\n"
    subject = subject_of(tmp_path, f"fold: accordion\n{copy}", SCREEN)
    assert told(broken_words, subject) == []


def test_words_that_run_to_the_left_are_told_as_they_are_read(tmp_path: Path) -> None:
    """From their first letter on, beside words that run to the right."""
    word = "\u05d0\u05d1\u05d2\u05d3" * 12
    fonts = "theme: {name: calm, fonts: {text: Open Sans, display: Open Sans}}\n"
    copy = f"language: he\n{fonts}inside:\n  - heading: \u05d0 Clinic {word}\n"
    ((code, line, message),) = told(broken_words, subject_of(tmp_path, copy))
    assert (code, line) == ("FIT015", 6)
    assert message.startswith(f"“{word}” is wider")
    parts = message.rpartition(": ")[2].split(" / ")
    assert "".join(parts) == word
