"""The reader of tagged files hears what is there, and misses what is not."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from brochure.color import BLACK
from brochure.frame import Element, Frame, Group, Role, Text
from brochure.geometry import Point, Size
from brochure.model import Properties, Sheet
from brochure.pdf import Output, paint
from brochure.typography import Voice, family, load, shape
from tests.authored import copy_of
from tests.heard import sections, words
from tests.tagged import marked, tree

if TYPE_CHECKING:
    from brochure.frame import Item

SANS = Voice(load(family("Source Sans 3").regular), 10.0)
PROPERTIES = Properties("A", "B", "C", "D", "en-US", "ab" * 32)
SCREEN = Output("accessible", 170)


def line(words: str, y: float, stands_for: str | None = None) -> Text:
    """Return a line of words."""
    return Text(Point(10, y), shape(words, SANS).cut(0, len(words)), BLACK, stands_for)


def painted(*items: Item) -> pikepdf.Pdf:
    """Return a tagged file whose one section holds `items`."""
    section = Group(items, element=Element(Role.SECTION))
    sheet = Sheet("cover", Frame(Size(200, 100), (section,)), (), ())
    return pikepdf.open(io.BytesIO(paint([sheet], PROPERTIES, SCREEN).data))


def paragraph(*items: Item, role: Role = Role.PARAGRAPH, alt: str | None = None) -> Group:
    """Return items as a paragraph of their own."""
    return Group(items, element=Element(role, alt=alt))


def heard(*items: Item) -> list[str]:
    """Return the words of `items`, painted and read back."""
    (found,) = sections(painted(*items))
    return found


def test_lines_are_one_paragraph_and_paragraphs_are_apart() -> None:
    """A space at a line's end keeps words apart, where there is none they run together."""
    assert heard(paragraph(line("one ", 10), line("two", 20))) == ["one", "two"]
    assert heard(paragraph(line("one", 10), line("two", 20))) == ["onetwo"]
    assert heard(paragraph(line("one", 10)), paragraph(line("two", 20))) == ["one", "two"]


def test_a_hyphen_at_a_lines_end_joins_its_word() -> None:
    """It stands for a soft hyphen; one that the author wrote stays."""
    parted = paragraph(line("nee", 10), line("-", 10, stands_for="\u00ad"), line("dle", 20))
    assert heard(parted) == ["needle"]
    assert heard(paragraph(line("needle-", 10), line("free", 20))) == ["needle-free"]


def test_a_ligature_is_heard_letter_by_letter() -> None:
    """Glyphs say what they stand for."""
    assert heard(paragraph(line("office find", 10))) == ["office", "find"]


def test_links_are_part_of_their_line_and_artifacts_are_not_heard() -> None:
    """Emphasis and links stand in the sentence."""
    link = paragraph(line("two", 20), role=Role.LINK)
    decoration = paragraph(line("three", 30), role=Role.ARTIFACT)
    pdf = painted(paragraph(line("one ", 10), link, line(".", 20)), decoration)
    assert sections(pdf) == [["one", "two."]]
    assert marked(pdf.pages[0]).artifacts == ["three"]


def test_a_description_stands_for_what_is_painted() -> None:
    """A picture's, or anything's."""
    figure = paragraph(line("pixels", 10), role=Role.FIGURE, alt="A field of wheat")
    assert heard(paragraph(line("one", 10)), figure) == ["one", "A", "field", "of", "wheat"]


def test_painting_that_is_not_marked_is_found() -> None:
    """Words and fills outside of all marks."""
    pdf = painted(paragraph(line("one", 10)))
    content = pdf.pages[0].Contents
    assert marked(pdf.pages[0]).unmarked == []
    content.write(content.read_bytes() + b"\n0 0 9 9 re f\n")
    assert marked(pdf.pages[0]).unmarked == ["f"]


def test_what_stands_outside_the_sections_is_no_brochure() -> None:
    """It would be heard before or after all panels."""
    sheet = Sheet("cover", Frame(Size(200, 100), (paragraph(line("one", 10)),)), (), ())
    with (
        pikepdf.open(io.BytesIO(paint([sheet], PROPERTIES, SCREEN).data)) as pdf,
        pytest.raises(ValueError, match="outside the sections"),
    ):
        sections(pdf)


WRITTEN = ["one", "two", "three", "four"]


def four() -> pikepdf.Pdf:
    """Return a file of two paragraphs of two lines."""
    return painted(
        paragraph(line("one ", 10), line("two", 20)),
        paragraph(line("three ", 30), line("four", 40)),
    )


def test_it_hears_all_four() -> None:
    """Before anything is spoilt."""
    assert sections(four()) == [WRITTEN]


@pytest.mark.parametrize(
    "spoilt", ["swapped", "exchanged", "lost", "untold", "doubled", "misspelt", "unspaced"]
)
def test_what_is_spoilt_is_heard(spoilt: str) -> None:
    """Whether in the structure, in the content, or in what the glyphs say."""
    pdf = four()
    section = tree(pdf).all("Sect")[0].entry
    content = pdf.pages[0].Contents
    (font,) = pdf.pages[0].resources.Font.values()
    operators, cmap = content.read_bytes(), font.ToUnicode.read_bytes()
    one, two, *_ = re.findall(rb"\[<.*?>\]TJ", operators)
    match spoilt:
        case "swapped":
            section.K = pikepdf.Array([section.K[1], section.K[0]])
        case "exchanged":
            content.write(operators.replace(one, b"?").replace(two, one).replace(b"?", two))
        case "lost":
            content.write(operators.replace(two, b""))
        case "untold":
            del section.K[1]
        case "doubled":
            section.K[0].K.append(0)
        case "misspelt":
            font.ToUnicode.write(re.sub(rb"(<\w+> )<006F>", rb"\1<0061>", cmap))
        case "unspaced":
            font.ToUnicode.write(re.sub(rb"(<\w+> )<0020>", rb"\1<200B>", cmap))
    (found,) = sections(pdf)
    assert found == SPOILT[spoilt]


SPOILT = {
    "swapped": ["three", "four", "one", "two"],
    "exchanged": ["twoone", "three", "four"],
    "lost": ["one", "three", "four"],
    "untold": ["one", "two"],
    "doubled": ["one", "twoone", "two", "three", "four"],
    "misspelt": ["ane", "twa", "three", "faur"],
    "unspaced": ["onetwo", "threefour"],
}


def test_the_authors_words_are_read_from_the_file_alone() -> None:
    """Marks of Markdown away, numbers and capitals in."""
    copy = copy_of(
        {
            "clinic": {"name": "The Clinic", "phone": "1"},
            "cover": [{"title": {"label": "A b", "text": "C"}}, {"picture": {"alt": "D"}}],
            "inside": [
                {"band": {"alt": "E", "captions": ["F", {"title": "G.", "text": "H"}]}},
                {"text": "**I** [J *k*](https://l.m).\n\n- N\n- O"},
                {"steps": [{"title": "P.", "text": "Q"}, "R"]},
                {"table": {"header": ["S"], "caption": "T", "rows": [["U"]]}},
                {"picture": {"file": "p.png", "decorative": True}},
            ],
            "back": ["contact", {"qr": {"to": "website", "caption": "V"}}],
        }
    )
    assert copy.cover == ["A", "B", "C", "D"]
    assert copy.flap == []
    assert copy.inside == words("E I J k. \u2022 N \u2022 O 1 P. Q 2 R T S U")
    assert copy.captions == [["1", "F"], ["2", "G.", "H"]]
    assert copy.back == words("The Clinic 1 QR code: opens the website of The Clinic V")
