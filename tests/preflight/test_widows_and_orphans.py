"""Lines and headings that a panel's end cuts off from their own, and last lines of one short word.

Each is told where the layout has it, whatever the flow promises, and nothing where it has not.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.frame import Element, Group, Role
from brochure.preflight.checks import orphans, widows
from tests.preflight.subjects import Rect, codes, field, laid_out, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.blocks.strip import Strip
    from brochure.editions import Edition
    from brochure.frame import Item
    from brochure.preflight import Subject

SENTENCE = (
    "Fine needles make tiny marks in the skin, and as they heal it makes new fibers of its own. "
)
"""Of two lines in a column of the letter fold."""


def simple(folder: Path, edition: Edition = OFFICE) -> Subject:
    """Return the subject of a small brochure, whose layout is to be replaced."""
    return subject_of(folder, "back: [contact]\n", edition)


def paragraphs(*words: int) -> str:
    """Return copy for the inside: paragraphs of so many sentences each."""
    texts = "".join(f"      {SENTENCE * count}\n\n" for count in words)
    return f"inside:\n  - text: |\n{texts}"


def lines(element: Element, *said: str, top: float = 40, x: float = 20) -> Group:
    """Return lines of one paragraph, 14 pt apart."""
    items = (text(words, x, top + 14 * at, line=at + 1) for at, words in enumerate(said))
    return Group(tuple(items), element=element)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep nothing together: let columns end anywhere."""
    casting = importlib.import_module("brochure.layout.casting")
    kept = casting.composed

    def composed(*given: Any) -> list[Strip]:
        return [replace(strip, keep=False, opens_section=False) for strip in kept(*given)]

    monkeypatch.setattr(casting, "composed", composed)


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("edition", [OFFICE, SCREEN, PRESS])
def test_a_widow_of_real_copy_is_told(tmp_path: Path, edition: Edition) -> None:
    """Where a column may end before a paragraph's last line, at that line."""
    ((code, line, message),) = told(widows, subject_of(tmp_path, paragraphs(*[3] * 11, 2), edition))
    assert code == "FIT010"
    assert line > 5
    assert message.endswith("ends its paragraph alone, at the head of panel inside-2")


@pytest.mark.usefixtures("forgetful")
def test_an_orphan_of_real_copy_is_told(tmp_path: Path) -> None:
    """Where a column may end after a paragraph's first line."""
    ((code, line, message),) = told(orphans, subject_of(tmp_path, paragraphs(*[3] * 10, 2)))
    assert code == "FIT012"
    assert line > 4
    assert message.endswith("begins its paragraph alone, at the foot of panel inside-2")


@pytest.mark.parametrize("count", range(8, 14))
@pytest.mark.parametrize("edition", [OFFICE, SCREEN, LARGE_PRINT])
def test_the_flow_leaves_no_line_alone(tmp_path: Path, count: int, edition: Edition) -> None:
    """However long the copy is: lines are kept together, and headings with theirs."""
    copy = paragraphs(*[3] * count, 2) + "  - heading: And then\n" + f"  - text: {SENTENCE}\n"
    subject = subject_of(tmp_path, copy, edition)
    assert told(widows, subject) == []
    assert told(orphans, subject) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Three lines", "and more,", "and again"), ("the last line.",), ["FIT010"]),
        (("Three lines", "and more,"), ("and again", "the last line."), []),
        (("One line",), ("and more,", "and again"), ["FIT012"]),
        (("One line",), ("the last line.",), ["FIT010", "FIT012"]),
    ],
)
def test_a_paragraph_in_two_panels_has_two_lines_in_each(
    tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...], expected: list[str]
) -> None:
    """In two columns of a panel as well; none is told where they are two paragraphs."""
    subject, element = simple(tmp_path), Element(Role.PARAGRAPH)
    above, below = lines(element, *first, top=300), lines(element, *second)
    beside = lines(element, *second, x=140)
    other = lines(Element(Role.PARAGRAPH), *second)

    def found(**panels: tuple[Item, ...]) -> list[str]:
        judged = laid_out(subject, **panels)
        return codes(widows, judged) + codes(orphans, judged)

    assert found(inside_1=(above,), inside_2=(below,)) == expected
    assert found(inside_1=(above, beside)) == expected
    assert found(inside_1=(above,), inside_2=(other,)) == []


def test_a_line_alone_is_told_at_its_place(tmp_path: Path) -> None:
    """With its words and the panel."""
    element = Element(Role.PARAGRAPH)
    above = lines(element, "Three lines", "and more,", "and again")
    panels = laid_out(simple(tmp_path), inside_1=(above,), inside_2=(lines(element, "its end."),))
    ((_, line, message),) = told(widows, panels)
    assert line == 1
    assert message == "“its end.” ends its paragraph alone, at the head of panel inside-2"


HEADING = Element(Role.HEADING_2, title="A heading")
PARAGRAPH = Element(Role.PARAGRAPH)


def headed(*, y: float = 370, element: Element = HEADING) -> Group:
    """Return a heading of two lines low on its panel."""
    return lines(element, "A", "heading", top=y)


def test_a_heading_at_the_foot_of_a_panel_is_told(tmp_path: Path) -> None:
    """Where its copy begins on the next panel, or in the next column; at its last line."""
    subject, copy = simple(tmp_path), lines(PARAGRAPH, "Its copy", "goes on.")
    ((code, line, message),) = told(
        orphans, laid_out(subject, inside_1=(headed(),), inside_2=(copy,))
    )
    assert (code, line) == ("FIT013", 2)
    assert message == "the heading “A heading” stands alone at the foot of panel inside-1"
    beside = lines(PARAGRAPH, "Its copy", x=140)
    assert codes(orphans, laid_out(subject, inside_1=(headed(), beside))) == ["FIT013"]
    tall = field("#123456", Rect(140, 20, 80, 370))
    assert codes(orphans, laid_out(subject, inside_1=(headed(), tall))) == ["FIT013"]
    assert codes(
        orphans, laid_out(subject, inside_1=(headed(),), inside_2=(), inside_3=(copy,))
    ) == ["FIT013"]


def test_a_heading_with_its_copy_is_let_be(tmp_path: Path) -> None:
    """Or with a picture; or with nothing, where its role has nothing more."""
    subject, copy = simple(tmp_path), lines(PARAGRAPH, "Its copy", "goes on.", top=200)
    picture = field("#123456", Rect(20, 165, 80, 60))
    other = (lines(PARAGRAPH, "Another role"),)
    for under in (copy, picture):
        panels = laid_out(subject, inside_1=(headed(y=140), under), inside_2=other)
        assert told(orphans, panels) == []
    assert told(orphans, laid_out(subject, cover=(headed(),), flap=other)) == []
    assert told(orphans, laid_out(subject, inside_1=other, inside_2=(headed(),))) == []


def test_decoration_is_not_what_a_heading_heads(tmp_path: Path) -> None:
    """A rule below it keeps it no company."""
    rule = Group((field("#123456", Rect(20, 390, 80, 1)),), element=Element(Role.ARTIFACT))
    copy = lines(PARAGRAPH, "Its copy", "goes on.")
    panels = laid_out(simple(tmp_path), inside_1=(headed(), rule), inside_2=(copy,))
    assert codes(orphans, panels) == ["FIT013"]


def test_pages_are_of_one_copy_where_their_section_is(tmp_path: Path) -> None:
    """On upright pages, which are named by numbers; page numbers are no copy."""
    subject = simple(tmp_path, LARGE_PRINT)
    section, other = Element(Role.SECTION), Element(Role.SECTION)
    folio = Group((text("1", 200, 395),), element=Element(Role.ARTIFACT))
    copy = lines(PARAGRAPH, "Its copy", "goes on.")
    first = (Group((headed(),), element=section), folio)

    def found(element: Element) -> list[str]:
        pages = {"1": first, "2": (Group((copy,), element=element),)}
        return codes(orphans, laid_out(subject, **pages))

    assert found(section) == ["FIT013"]
    assert found(other) == []


@pytest.mark.usefixtures("forgetful")
def test_a_heading_at_the_foot_of_real_copy_is_told(tmp_path: Path) -> None:
    """Where a column may end after it."""
    under = paragraphs(*[3] * 9).removeprefix("inside:\n")
    copy = paragraphs(3, 3, 3, 3, 1) + "  - heading: And then\n" + under
    ((code, line, message),) = told(orphans, subject_of(tmp_path, copy))
    assert (code, line) == ("FIT013", 15)
    assert message == "the heading “And then” stands alone at the foot of panel inside-1"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("us.", ["FIT011"]),
        ("“May”?", ["FIT011"]),
        ("call", []),
        ("to us.", []),
        ("22", ["FIT011"]),
        ("2026", []),
    ],
)
@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.BODY, Role.CAPTION])
def test_a_last_line_of_one_short_word_is_told(
    tmp_path: Path, last: str, expected: list[str], role: Role
) -> None:
    """Of fewer than four letters or figures."""
    panels = laid_out(simple(tmp_path), inside_1=(lines(Element(role), "Many words before", last),))
    assert codes(widows, panels) == expected


@pytest.mark.parametrize("role", [Role.HEADING_2, Role.CELL])
def test_headings_and_cells_have_no_runts(tmp_path: Path, role: Role) -> None:
    """Nor has a paragraph of one line."""
    subject = simple(tmp_path)
    assert (
        told(widows, laid_out(subject, inside_1=(lines(Element(role), "Is it for", "me?"),))) == []
    )
    assert told(widows, laid_out(subject, inside_1=(lines(PARAGRAPH, "No."),))) == []


def test_the_stub_of_a_parted_word_is_told(tmp_path: Path) -> None:
    """By the hyphen that the program put in; one that the author wrote leaves a whole word."""
    hyphen = replace(text("-", 90, 40), stands_for="\u00ad")
    parted = Group((text("of micro", 20, 40), hyphen, text("needling", 20, 54)), element=PARAGRAPH)
    written = lines(PARAGRAPH, "of micro-", "needling")
    subject = simple(tmp_path)
    assert codes(widows, laid_out(subject, inside_1=(parted,))) == ["FIT011"]
    assert told(widows, laid_out(subject, inside_1=(written,))) == []


def test_a_runt_of_real_copy_is_told(tmp_path: Path) -> None:
    """Where a word leaves no other way; the line breaker finds one where there is."""
    long = "Pneumonoultramicroscopicsilicovolcanoconi"
    ((code, line, message),) = told(widows, subject_of(tmp_path, f"back:\n  - text: {long} us.\n"))
    assert (code, line) == ("FIT011", 4)
    assert message == "“us.” stands alone on the last line of its paragraph"
    short = "We look at it with you first. For all other uses ask us."
    assert told(widows, subject_of(tmp_path, f"back:\n  - text: {short}\n")) == []
