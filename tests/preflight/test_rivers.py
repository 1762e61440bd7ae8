"""White that runs down through lines: told in justified text that has it, never in ragged text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure.content import read
from brochure.editions import OFFICE
from brochure.frame import Element, Role
from brochure.images import Library
from brochure.pipeline import prepared
from brochure.preflight.checks import rivers
from brochure.themes.theme import Copyfit
from tests.preflight.subjects import codes, laid_out, paragraph, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.frame import Group, Item
    from brochure.preflight import Subject

STACKING = (
    "Fine needles make tiny marks in the skin, and as they heal it makes new fibers of its own. "
)
EVEN = (
    "A consultation is the way to find out. Bring your questions and a list of your medicines. We "
    "will look at your skin with you and say what to expect. Call us to set a time that suits you."
)
SPACE = 0.2 * 10.5
"""How wide the space of Source Sans 3 is at 10.5 pt."""


def justified(folder: Path, words: str) -> Subject:
    """Return the subject of a brochure in a theme that sets running text to both edges, at 10.5."""
    subject = subject_of(folder, f"inside:\n  - text: {words}\n")
    theme = subject.brochure.theme
    body = replace(theme.styles["body"], justify=True)
    one_size = Copyfit(least=body.size, most=body.size)
    theme = replace(theme, styles=theme.styles | {"body": body}, copyfit=one_size)
    brochure = replace(read(folder / "content.yaml"), theme=theme)
    return prepared(brochure, OFFICE, Library(folder), "digest")


def line(y: float, *gaps: tuple[float, float], number: int = 1) -> tuple[Item, ...]:
    """Return a line's words from 20 to 220 pt, with white from each x for so many points."""
    items: list[Item] = []
    x = 20.0
    for start, width in (*gaps, (220.0, 0.0)):
        word = text("n", x, y, line=number)
        stretch = (start - x) / word.run.width
        advances = tuple(advance * stretch for advance in word.run.advances)
        items.append(replace(word, run=replace(word.run, advances=advances)))
        x = start + width
    return tuple(items)


def lines(*gaps: tuple[float, float]) -> Group:
    """Return a paragraph of lines with one gap each."""
    return paragraph(
        *(item for at, gap in enumerate(gaps) for item in line(40 + 14 * at, gap, number=at + 1))
    )


@pytest.mark.parametrize(("count", "seen"), [(3, 3), (4, 5), (6, 9)])
def test_a_river_of_real_copy_is_told(tmp_path: Path, count: int, seen: int) -> None:
    """In text that is set to both edges, with how many lines it runs through."""
    ((code, line, message),) = told(rivers, justified(tmp_path, STACKING * count))
    assert (code, line) == ("FIT014", 4)
    assert message.startswith(f"white runs down through {seen} lines, from “needles make tiny")


def test_justified_copy_without_a_river_is_let_be(tmp_path: Path) -> None:
    """Its spaces are stretched, and do not meet."""
    subject = justified(tmp_path, EVEN)
    (panel, *_) = [panel for panel in subject.layout.panels if panel.frame.items]
    assert panel.name == "inside-1"
    assert told(rivers, subject) == []


@pytest.mark.parametrize("theme", ["calm", "bold", "mono"])
@pytest.mark.parametrize("words", [STACKING * 6, EVEN, "no no no no " * 40])
def test_ragged_text_has_no_rivers(tmp_path: Path, theme: str, words: str) -> None:
    """Its spaces are the font's own, even where they stand over one another."""
    copy = f"theme: {theme}\ninside:\n  - text: {words}\n"
    assert told(rivers, subject_of(tmp_path, copy)) == []


# A space of the font is 2.1 pt; one that is half as wide again 3.15.
@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([(100, 4)] * 3, ["FIT014"]),
        ([(100, 4)] * 2, []),
        ([(100, 3.2)] * 3, ["FIT014"]),
        ([(100, 3.1)] * 3, []),
        ([(100, 4), (101.8, 4), (103.6, 4)], ["FIT014"]),
        ([(100, 4), (102, 4), (104, 4)], []),
        ([(100, 4), (98.2, 4), (96.4, 4)], ["FIT014"]),
        ([(100, 4), (60, 4), (100, 4)], []),
        ([(100, 4), (100, 4), (60, 4), (100, 4), (100, 4)], []),
    ],
)
def test_white_that_joins_up_is_a_river(
    tmp_path: Path, gaps: list[tuple[float, float]], expected: list[str]
) -> None:
    """Over three lines, each with a wide space that has a space's width in common with the last."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    assert codes(rivers, laid_out(subject, inside_1=(lines(*gaps),))) == expected


def test_the_longest_river_is_told_at_its_first_line(tmp_path: Path) -> None:
    """Once a paragraph and column."""
    gaps = [(100, 4)] * 3 + [(60, 4)] + [(150, 4)] * 5
    subject = laid_out(subject_of(tmp_path, "back: [contact]\n"), inside_1=(lines(*gaps),))
    ((_, number, message),) = told(rivers, subject)
    assert number == 5
    assert message.startswith("white runs down through 5 lines")


def test_two_paragraphs_have_no_river_together(tmp_path: Path) -> None:
    """Nor have two columns of one; each is judged by itself."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    two = paragraph(*line(40, (100, 4)), *line(54, (100, 4)))
    other = paragraph(*line(68, (100, 4)), *line(82, (100, 4)))
    assert told(rivers, laid_out(subject, inside_1=(two, other))) == []
    element = Element(Role.PARAGRAPH)
    parts = [replace(two, element=element), replace(other, element=element)]
    assert codes(rivers, laid_out(subject, inside_1=tuple(parts))) == ["FIT014"]
    assert told(rivers, laid_out(subject, inside_1=(parts[0],), inside_2=(parts[1],))) == []


def test_white_at_a_lines_ends_is_none(tmp_path: Path) -> None:
    """A hanging space, and a space that begins a run, are between no words."""
    subject = subject_of(tmp_path, "back: [contact]\n")
    hung = [text("no ", 20, 40 + 14 * at) for at in range(4)]
    assert told(rivers, laid_out(subject, inside_1=(paragraph(*hung),))) == []
    pairs = [
        item
        for at in range(3)
        for item in (text("no", 20, 40 + 14 * at), text("  on", 31, 40 + 14 * at))
    ]
    assert codes(rivers, laid_out(subject, inside_1=(paragraph(*pairs),))) == ["FIT014"]
