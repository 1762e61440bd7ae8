"""What the author wrote is read back from the painted file; what is lost or moved is told."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure import check
from brochure.editions import EDITIONS, LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.folds import FOLDS
from brochure.frame import Group
from brochure.geometry import Rect
from brochure.preflight.checks import codes as codes_check
from brochure.preflight.checks import words as words_check
from tests.preflight.subjects import codes, field, subject_of, told

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.preflight import Subject

ROOT = Path(__file__).parents[2]
COPY = """\
cover:
  - title: {label: The Clinic, text: A name}
flap:
  - benefits: [{title: One thing, text: It may help.}, {title: Another}]
inside:
  - heading: What it is
  - text: |
      It is **very** good, and [more is told](https://www.example.org/a/b) of it over there.

      - First of all
      - Second of all
  - steps: [{title: Numb., text: We wait.}, Treat]
  - table: {header: [Day, What], rows: [[One, Pink], [Two, Well]]}
back:
  - contact: {qr: website, caption: Scan it}
  - small-print: Ask your own clinician.
"""


def painted_as(subject: Subject, other: Subject) -> Subject:
    """Return `subject` whose file is that of `other`."""
    return replace(subject, paint=lambda _: other.painted)


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_all_words_are_found(tmp_path: Path, edition: object) -> None:
    """In every edition, addresses on paper in between."""
    subject = subject_of(tmp_path, COPY, edition)
    assert sum(1 for _ in subject.copy) > 15
    assert told(words_check, subject) == []


@pytest.mark.parametrize("fold", [fold.name for fold in FOLDS])
def test_all_words_are_found_on_any_fold(tmp_path: Path, fold: str) -> None:
    """Panels upside down, copy that joins another role's, columns in a wide panel."""
    copy = COPY.replace(": {qr: website, caption: Scan it}", "")
    assert told(words_check, subject_of(tmp_path, f"fold: {fold}\n{copy}")) == []


def test_parted_words_are_put_together(tmp_path: Path) -> None:
    """By a hyphen of the author's, by one of a break, by a column too narrow for the word."""
    long = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle"
    copy = (
        "inside:\n  - text: A well-known anti-inflammatory state-of-the-art self-administered "
        f"skin-resurfacing well-tolerated over-the-counter {long} office ﬁnal straße\n"
    )
    plain = subject_of(tmp_path, copy)
    assert told(words_check, plain) == []
    theme = plain.brochure.theme
    styles = {role: replace(style, hyphenate=True) for role, style in theme.styles.items()}
    hyphenated = replace(plain.brochure, theme=replace(theme, styles=styles))
    from brochure.pipeline import prepared  # noqa: PLC0415 - beside its use

    subject = prepared(hyphenated, OFFICE, plain.pictures, "digest")
    assert subject.painted != plain.painted
    assert told(words_check, subject) == []


@pytest.mark.parametrize(
    ("word", "line"),
    [("good", 10), ("Another", 6), ("there", 10), ("Second", 13), ("Pink", 15), ("own", 18)],
)
@pytest.mark.parametrize("edition", [OFFICE, SCREEN, LARGE_PRINT])
def test_a_lost_word_is_told(tmp_path: Path, word: str, line: int, edition: object) -> None:
    """At the start, in the midst, after a link, at the end; with its line."""
    whole = subject_of(tmp_path, COPY, edition)
    lacking = subject_of(tmp_path, COPY.replace(word, "" if word != "Another" else "Else"), edition)
    ((code, at, message),) = told(words_check, painted_as(whole, lacking))
    assert (code, at) == ("COPY001", line)
    assert message.startswith(f"the word `{word}` of “")


def test_a_lost_word_is_not_found_further_on(tmp_path: Path) -> None:
    """Where another text has the same one."""
    copy = "inside:\n  - text: Ask us about it\n  - text: We know what it is\n"
    whole = subject_of(tmp_path, copy)
    lacking = subject_of(tmp_path, copy.replace("about it", "about"))
    ((code, line, message),) = told(words_check, painted_as(whole, lacking))
    assert (code, line) == ("COPY001", 4)
    assert message.startswith("the word `it` of “Ask us about it”")


def test_words_run_together_are_lost(tmp_path: Path) -> None:
    """Nobody finds them by searching."""
    whole = subject_of(tmp_path, COPY)
    joined = subject_of(tmp_path, COPY.replace("We wait", "Wewait"))
    assert codes(words_check, painted_as(whole, joined)) == ["COPY001"]


def test_texts_in_another_order_are_told(tmp_path: Path) -> None:
    """By the one that comes too early."""
    copy = "inside:\n  - text: First of all\n  - text: Then there is this\n"
    swapped = "inside:\n  - text: Then there is this\n  - text: First of all\n"
    whole, other = subject_of(tmp_path, copy), subject_of(tmp_path, swapped)
    ((code, _, message),) = told(words_check, painted_as(whole, other))
    assert code == "COPY002"
    assert "“Then there is this” stands before" in message


def test_what_a_block_leaves_out_is_told(tmp_path: Path) -> None:
    """A caption without the code that it stands beside."""
    ((code, line, _),) = told(
        words_check, subject_of(tmp_path, "back:\n  - contact: {caption: Scan me}\n")
    )
    assert (code, line) == ("COPY001", 4)


def test_a_number_that_differs_is_told(tmp_path: Path) -> None:
    """The clinic's details are read where a block shows them, and nowhere else."""
    whole = subject_of(tmp_path, COPY)
    other = replace(whole.brochure.clinic, clinician="Dr. Nobody")
    wanting = replace(whole, brochure=replace(whole.brochure, clinic=other))
    assert codes(words_check, wanting) == ["COPY001"]
    silent = subject_of(tmp_path, "inside:\n  - text: No contact here\n")
    assert told(words_check, silent) == []


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_codes_are_read(tmp_path: Path, edition: object) -> None:
    """The clinic's, and one to another place; nothing where there are none."""
    copy = "cover:\n  - qr: {to: 'https://example.org/x'}\nback:\n  - contact: vcard\n"
    subject = subject_of(tmp_path, copy, edition)
    assert sum(len(page.codes) for page in subject.pages) == 2
    assert told(codes_check, subject) == []
    assert told(codes_check, subject_of(tmp_path, "back: [contact]\n", edition)) == []


def test_a_code_that_is_covered_is_told(tmp_path: Path) -> None:
    """At both resolutions, at its block."""
    subject = subject_of(tmp_path, "back:\n  - qr: website\n")
    page = next(page for page in subject.pages if page.codes)
    (code,) = page.codes
    over = field("#777777", Rect(code.box.x, code.box.y, code.box.width, code.box.height * 0.6))
    sheets = tuple(
        replace(sheet, frame=replace(sheet.frame, items=(Group(sheet.frame.items), over)))
        if sheet is page.sheet
        else sheet
        for sheet in subject.sheets
    )
    found = told(codes_check, replace(subject, sheets=sheets))
    assert [code for code, _, _ in found] == ["QR003"] * 2
    assert [line for _, line, _ in found] == [4, 4]
    assert "at 150 dpi: nothing is read" in found[0][2]
    assert "at 300 dpi: nothing is read" in found[1][2]


def test_a_code_that_says_something_else_is_told(tmp_path: Path) -> None:
    """And what it says."""
    whole = subject_of(tmp_path, "back:\n  - qr: 'https://example.org/right'\n")
    wrong = subject_of(tmp_path, "back:\n  - qr: 'https://example.org/wrong'\n")
    found = told(codes_check, painted_as(whole, wrong))
    assert len(found) == 2
    assert "it says 'https://example.org/wrong'" in found[0][2]


def test_the_real_brochure_is_judged_by_all_checks_and_found_sound() -> None:
    """Every edition, validators and all; what its file ignores has its reason there."""
    assert check(ROOT / "content.yaml", editions=list(EDITIONS)) == []


def test_press_text_lies_where_the_panels_are(tmp_path: Path) -> None:
    """Marks and bleed move the sheet on the page, and words are looked for by panel."""
    subject = subject_of(tmp_path, COPY, PRESS)
    assert subject.read_back.runs(0)
    assert told(words_check, subject) == []


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060"])
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_characters_that_nobody_sees_part_no_word(
    tmp_path: Path, unseen: str, edition: Edition
) -> None:
    """As they come with text from a word processor or from the web."""
    word = f"micro{unseen}needling"
    copy = f"cover:\n  - title: A\n  - subtitle: The {word}\ninside:\n  - text: Of {word} it is\n"
    assert codes(words_check, subject_of(tmp_path, copy, edition)) == []


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
@pytest.mark.parametrize("size", [60, 140, 180])
def test_codes_one_under_the_other_scan(tmp_path: Path, edition: Edition, size: int) -> None:
    """The white that one needs covers nothing of the other, nor of words between them."""
    copy = (
        f"back:\n  - contact: website\n  - qr: {{to: website, size: {size}}}\n"
        f"  - text: Words under it.\n  - qr: {{to: 'https://example.org/', size: {size}}}\n"
    )
    subject = subject_of(tmp_path, copy, edition)
    assert told(codes_check, subject) == []
    assert told(words_check, subject) == []
    for page in subject.pages:
        there = [*(code.squares for code in page.codes), *(run.box for run in page.runs)]
        for white in (code.box for code in page.codes):
            for other in there:
                within = white.y < other.middle.y < white.bottom
                assert within or other.bottom <= white.y + 0.01 or other.y >= white.bottom - 0.01


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
@pytest.mark.parametrize(
    "words",
    [
        "We use C₆H₁₂O₆ and C₁₇H₂₁NO₄",
        "Try der\u00adma\u00adto\u00adlog\u00adi\u00adcal care",
        "Now **C**a**l**c**i**um helps",
        "read our [FAQ](https://faq.example.com)s",
        "it is pre[fix](https://www.example.org/x)ed so",
        "see [first](https://a.example.org)[second one](https://b.example.org)",
        "ask [Dr. Lee](https://www.example.org/lee)\u2019s nurse",
    ],
)
def test_words_of_many_runs_are_found(tmp_path: Path, words: str, edition: Edition) -> None:
    """Of fonts in turn, of emphasis within a word, around an address that paper spells out."""
    copy = f'theme: bold\nback:\n  - text: "{words}"\n  - contact\n'
    assert told(words_check, subject_of(tmp_path, copy, edition)) == []


def test_a_word_of_many_runs_that_is_lost_is_named(tmp_path: Path) -> None:
    """As it is written, unseen characters and all; a very long one is cut short."""
    for word, shown in (("co\u00adop\u00ader\u00ada\u00adtion", None), ("a" * 300, "a" * 40 + "…")):
        whole = subject_of(tmp_path, f'back:\n  - text: "Our {word} counts"\n')
        other = subject_of(tmp_path, 'back:\n  - text: "Our"\n')
        ((_, _, message),) = told(words_check, painted_as(whole, other))
        assert f"`{shown or word}`" in message


def test_one_word_said_ten_thousand_times_is_read_in_a_second(tmp_path: Path) -> None:
    """A word at the end is lost, and every place could be where the text begins."""
    text = f"{'no ' * 12_000}lost"
    whole = subject_of(tmp_path, f"paper: 1200mm x 1200mm\nback:\n  - text: {text}\n")
    other = subject_of(tmp_path, f"paper: 1200mm x 1200mm\nback:\n  - text: {text[:-5]}\n")
    start = time.process_time()
    assert codes(words_check, painted_as(whole, other)) == ["COPY001"]
    assert time.process_time() - start < 5  # 0.3 where this was measured
