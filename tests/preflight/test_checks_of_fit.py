"""Safe zones, columns, hyphens, feet: each told on a page that has it, none on one that has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PIL import Image

from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.geometry import Edges, Rect
from brochure.preflight.checks import feet, hyphens, measure, safe_zone
from tests.preflight.subjects import PAGE, codes, made_up, paragraph, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (
    "Fine needles make tiny marks in the skin, and as they heal it makes new fibers of its own. "
)


@pytest.mark.parametrize("edition", [OFFICE, PRESS, LARGE_PRINT])
def test_copy_in_its_columns_is_safe(tmp_path: Path, edition: object) -> None:
    """On all paper; a screen has no zones."""
    copy = f"cover: [title: A]\ninside:\n  - text: {WORDS * 3}\nback:\n  - contact: vcard\n"
    assert told(safe_zone, subject_of(tmp_path, copy, edition)) == []
    assert not safe_zone.SCOPE.holds(SCREEN)


# The page is 600 by 400 with a fold at 300; `A` is 5.71 pt wide at 10.5 pt.
@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (309.1, 200, []),
        (308.9, 200, ["FIT003"]),
        (285.0, 200, []),
        (286.0, 200, ["FIT003"]),
        (298.0, 200, ["FIT005"]),
        (18.1, 200, []),
        (17.9, 200, ["FIT004"]),
        (-1.0, 200, ["FIT005"]),
        (576.0, 200, []),
        (577.0, 200, ["FIT004"]),
        (598.0, 200, ["FIT005"]),
        (100.0, 26, []),
        (100.0, 24, ["FIT004"]),
        (100.0, 379, []),
        (100.0, 380, ["FIT004"]),
        (100.0, 399, ["FIT005"]),
    ],
)
def test_text_in_a_safe_zone_is_told(
    tmp_path: Path, x: float, y: float, expected: list[str]
) -> None:
    """An eighth from the fold, a quarter from the cut; across them is an error."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    page = made_up(subject, text("A ", x, y))
    assert codes(safe_zone, page) == expected


def test_the_cut_is_the_trim_where_there_is_one(tmp_path: Path) -> None:
    """The page of a press is larger than what is left of it."""
    subject = subject_of(tmp_path, "back: [contact]\n", PRESS)
    trim = PAGE.inset(Edges.all(20))
    assert codes(safe_zone, made_up(subject, text("A", 39, 200), trim=trim)) == []
    assert codes(safe_zone, made_up(subject, text("A", 37, 200), trim=trim)) == ["FIT004"]


def test_folds_across_the_sheet_count(tmp_path: Path) -> None:
    """Where rows are folded."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    page = made_up(subject, text("A", 100, 200))
    sheets = tuple(replace(sheet, cross_folds=(197.0,)) for sheet in page.sheets)
    assert codes(safe_zone, replace(page, sheets=sheets)) == ["FIT005"]


def test_a_code_larger_than_its_panel_is_told(tmp_path: Path) -> None:
    """By its squares, at its block."""
    copy = "back:\n  - qr: {to: website, size: 330pt}\n"
    ((code, line, message),) = told(safe_zone, subject_of(tmp_path, copy))
    assert (code, line) == ("FIT005", 4)
    assert message == "the code runs over a fold"


def test_a_paragraph_is_told_once(tmp_path: Path) -> None:
    """However many of its lines stand too near."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    lines = [text("A", 10, y) for y in (100, 120, 140)]
    assert codes(safe_zone, made_up(subject, *lines)) == ["FIT004"]


@pytest.mark.parametrize("edition", [OFFICE, LARGE_PRINT])
@pytest.mark.parametrize(
    ("size", "expected"), [(1, []), (2, ["FIT006"]), (0.5, ["FIT007"]), (1.2, [])]
)
def test_lines_too_short_and_too_long_are_told(
    tmp_path: Path, size: float, expected: list[str], edition: object
) -> None:
    """By their average on the panel, at the panel's first words."""
    subject = subject_of(tmp_path, f"flap:\n  - text: {WORDS * 4}\n", edition)
    lines = [WORDS[: round(46 / size)]] * 6
    page = made_up(
        subject,
        paragraph(*(text(words, 20, 40 + 14 * i, size=10.5) for i, words in enumerate(lines))),
    )
    found = told(measure, page)
    assert [code for code, _, _ in found] == expected
    if expected:
        assert f"panel back have {len(lines[0].strip())} characters" in found[0][2]


LONG = "Fine needles make tiny marks in the skin, and as they heal it makes new cells of its own. "


def test_what_the_hints_on_columns_say_can_be_done(tmp_path: Path) -> None:
    """Large print sets its own page and size: only a face can be chosen there."""
    thin = "theme: {name: calm, fonts: {text: EB Garamond}}\n"
    copy = "inside:\n" + f"  - text: {LONG * 5}\n" * 4
    (problem,) = measure.check(subject_of(tmp_path, thin + copy, LARGE_PRINT))
    assert problem.code == "FIT007"
    face = problem.hint.partition("`theme: ")[2].removesuffix("`")
    assert told(measure, subject_of(tmp_path, f"theme: {face}\n{copy}", LARGE_PRINT)) == []
    page = made_up(
        subject_of(tmp_path, copy),
        paragraph(*(text("ab " * 4, 20, 40 + 14 * i) for i in range(6))),
    )
    (problem,) = measure.check(page)
    assert "`fold:`" in problem.hint
    assert "`paper:`" in problem.hint
    face = problem.hint.partition("`theme: ")[2].partition("`")[0]
    assert subject_of(tmp_path, f"theme: {face}\n{copy}").brochure.theme
    wide = made_up(
        subject_of(tmp_path, copy),
        paragraph(*(text("ab " * 30, 20, 40 + 14 * i) for i in range(6))),
    )
    (problem,) = measure.check(wide)
    scale = problem.hint.partition("`theme: ")[2].partition("`")[0]
    assert subject_of(tmp_path, f"theme: {scale}\n{copy}").brochure.theme


def test_what_does_not_run_is_no_column(tmp_path: Path) -> None:
    """Two lines, headings' size, a heading; nor do three lines make an average."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    short = [paragraph(text("ab", 20, y), text("cd", 20, y + 14)) for y in (40, 80, 120, 160)]
    large = paragraph(*(text("ab", 20, 200 + 30 * i, size=20) for i in range(5)))
    few = paragraph(*(text("ab", 20, 40 + 14 * i) for i in range(4)))
    assert told(measure, made_up(subject, *short, large)) == []
    assert told(measure, made_up(subject, few)) == []


@pytest.mark.parametrize("fold", ["letter-fold", "z-fold"])
def test_running_text_fits_our_columns(tmp_path: Path, fold: str) -> None:
    """As the program sets it."""
    assert (
        told(measure, subject_of(tmp_path, f"fold: {fold}\ninside:\n  - text: {WORDS * 6}\n")) == []
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a-", "b-", "c-", "d"], ["FIT008"]),
        (["a-", "b-", "c", "d-"], []),
        (["a-", "b-", "c- ", "d-"], ["FIT008"]),
        (["a", "b", "c", "d"], []),
    ],
)
def test_ladders_of_hyphens_are_told(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    """From three in a row on."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    page = made_up(
        subject, paragraph(*(text(words, 20, 40 + 14 * i) for i, words in enumerate(lines)))
    )
    assert codes(hyphens, page) == expected


def test_hyphens_of_two_paragraphs_are_no_ladder(tmp_path: Path) -> None:
    """They stand in a row, but nobody reads them so."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    parts = [paragraph(text("a-", 20, y), text("b-", 20, y + 14)) for y in (40, 68)]
    assert codes(hyphens, made_up(subject, *parts)) == []


def test_uneven_feet_are_told(tmp_path: Path) -> None:
    """At the last words of the column that ends highest; level ones are not."""
    Image.new("RGB", (900, 1600), "white").save(tmp_path / "a.png")
    tall = "  - picture: {file: a.png, alt: A, height: 400pt}\n"
    uneven = f"inside:\n  - heading: One\n{tall}  - heading: Two\n  - text: Few words.\n"
    ((code, line, message),) = told(feet, subject_of(tmp_path, uneven))
    assert (code, line) == ("FIT009", 7)
    assert message.startswith("panel inside-")
    level = f"inside:\n  - heading: One\n{tall}  - heading: Two\n{tall}  - heading: Three\n{tall}"
    assert told(feet, subject_of(tmp_path, level)) == []


def test_uneven_feet_are_mended_as_their_hint_says(tmp_path: Path) -> None:
    """By white between two sections; where there is one alone, white is not spoken of."""
    Image.new("RGB", (900, 1600), "white").save(tmp_path / "a.png")
    tall = "  - picture: {file: a.png, alt: A, height: 400pt}\n"
    one = "  - heading: Two\n  - text: Few words.\n"
    copy = f"inside:\n  - heading: One\n{tall}{one}"
    (problem,) = feet.check(subject_of(tmp_path, copy))
    first, second = re.findall(r"inside-\d", problem.message)
    assert problem.hint == (
        f"add as much on panel {first}, cut about 28 lines on panel {second}, "
        "or try another `fold:`"
    )
    short = tall.replace("400", "240")
    copy = f"inside:\n  - heading: One\n{tall}  - heading: Two\n{short}"
    copy += f"  - heading: Three\n  - text: Few words.\n  - heading: Four\n{tall}"
    subject = subject_of(tmp_path, copy)
    (problem,) = feet.check(subject)
    assert problem.hint.startswith(
        "write `- spacer: fill` before the last heading on panel inside-"
    )
    mended = copy.replace("  - heading: Three", "  - spacer: fill\n  - heading: Three")
    assert told(feet, subject_of(tmp_path, mended)) == []


def test_one_column_has_level_feet(tmp_path: Path) -> None:
    """And panels without words have none."""
    assert told(feet, subject_of(tmp_path, "inside:\n  - text: Few words.\n")) == []
    assert not feet.SCOPE.holds(SCREEN)
    assert not feet.SCOPE.holds(LARGE_PRINT)


def test_a_box_may_stand_for_the_page(tmp_path: Path) -> None:
    """The samples of this file lie on the page that they say."""
    subject = made_up(subject_of(tmp_path, "back: [contact]\n"), text("A", 100, 200))
    ((run,),) = [page.runs for page in subject.pages]
    assert run.box.x == 100
    assert Rect(100, 190, 6, 16).contains(run.box, 2)
