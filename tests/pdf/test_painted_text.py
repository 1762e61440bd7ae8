"""Text comes back from the file as it went in, in fonts that are embedded and measured right."""

from __future__ import annotations

import io
import re
import string
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace
from pdf_samples import (
    PROPERTIES,
    content_of,
    file_of,
    run_of,
    serif_and_charter,
    sheet_of,
    text_of,
    words_of,
)

from brochure.pdf import paint
from brochure.typography import Run, Voice, break_paragraph, family, load

if TYPE_CHECKING:
    from brochure.typography.fonts import Font

SERIF, CHARTER = serif_and_charter()
SANS = load(family("Open Sans").regular)
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
COPY = "The office AV fjord, fine waffles."


@pytest.mark.parametrize("font", [SERIF, CHARTER], ids=["glyf", "CFF"])
def test_text_is_read_back_with_ligatures_and_spaces(font: Font) -> None:
    """PDFium reads the characters, though f-i is one glyph."""
    assert words_of(paint([sheet_of(text_of(run_of(COPY, font)))], PROPERTIES).data) == COPY


def test_two_fonts_on_a_line_share_one_text_object() -> None:
    """BT and ET stand once; the font changes between them."""
    first = run_of("Roman ", SERIF)
    items = text_of(first), text_of(run_of("Charter", CHARTER), x=20 + first.width)
    content = content_of(*items)
    assert content.count(b"BT\n") == content.count(b"\nET") == 1
    assert content.count(b" Tf") == 2
    assert words_of(paint([sheet_of(*items)], PROPERTIES).data) == "Roman Charter"


def fonts_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the fonts of the first page."""
    return [font for _, font in pdf.pages[0].Resources.Font.items()]


def test_fonts_are_embedded_subsets_and_helvetica_is_not_named() -> None:
    """Six letters and a plus before each name, the file inside, its kind right."""
    pdf = file_of(text_of(run_of("Ag", SERIF)), text_of(run_of("Ag", CHARTER)))
    kinds = {}
    for font in fonts_of(pdf):
        assert re.fullmatch(r"/[A-Z]{6}\+[\w-]+", str(font.BaseFont))
        descendant = font.DescendantFonts[0]
        assert descendant.BaseFont == descendant.FontDescriptor.FontName == font.BaseFont
        kinds[str(descendant.Subtype)] = descendant
    glyf, cff = kinds["/CIDFontType2"], kinds["/CIDFontType0"]
    assert glyf.FontDescriptor.FontFile2.Length1 == len(glyf.FontDescriptor.FontFile2.read_bytes())
    assert glyf.CIDToGIDMap == "/Identity"
    assert cff.FontDescriptor.FontFile3.Subtype == "/OpenType"
    data = paint([sheet_of(text_of(run_of("Ag", SERIF)))], PROPERTIES).data
    assert b"Helvetica" not in data


@pytest.mark.parametrize("font", [SERIF, CHARTER], ids=["glyf", "CFF"])
def test_widths_are_the_fonts_own_not_the_kerned_ones(font: Font) -> None:
    """W agrees with hmtx for every glyph of the part, AV and To kerned or not."""
    run = run_of("AV To fi", font)
    pdf = file_of(text_of(run))
    (found,) = fonts_of(pdf)
    widths: dict[int, float] = {}
    row = list(found.DescendantFonts[0].W)
    for first, array in zip(row[::2], row[1::2], strict=True):
        widths |= {int(first) + i: float(width) for i, width in enumerate(array)}
    assert set(widths) > set(run.glyphs)
    for glyph, width in widths.items():
        assert width == pytest.approx(font.advance(glyph) * font.scale, abs=0.001)


def test_other_words_of_the_same_letters_need_no_other_part() -> None:
    """Small letters, capitals and figures are there in full or not at all."""

    def part(words: str) -> tuple[str, set[str]]:
        pdf = file_of(text_of(run_of(words, SERIF)))
        (font,) = fonts_of(pdf)
        codespace, *mapped = re.findall(rb"<(....)> <", font.ToUnicode.read_bytes())
        assert codespace == b"0000"
        shown = {glyph: chr(code) for code in range(32, 127) if (glyph := SERIF.glyph(chr(code)))}
        return str(font.BaseFont), {shown[int(glyph, 16)] for glyph in mapped}

    small, letters = part("abc")
    assert letters == set(string.ascii_lowercase)
    assert part("xyz") == (small, letters)
    mixed, every = part("A day")
    assert mixed != small
    assert every == {*string.ascii_letters, " "}
    assert part("7")[1] == set(string.digits)


def test_descriptor_says_what_the_font_file_says() -> None:
    """The box, heights and slant that EB Garamond's tables hold, in thousandths."""
    pdf = file_of(text_of(run_of("x", SERIF)))
    (font,) = fonts_of(pdf)
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert descriptor.ItalicAngle == 0
    assert int(descriptor.CapHeight) == round(SERIF.cap_height)
    left, bottom, right, top = (int(edge) for edge in descriptor.FontBBox)
    assert left < 0 < right
    assert bottom < 0 < int(descriptor.CapHeight) < top
    assert int(descriptor.Flags) & 4


def test_to_unicode_maps_every_glyph_and_no_null() -> None:
    """A ligature maps to its letters."""
    run = run_of("fine\0", SERIF)
    pdf = file_of(text_of(run))
    (font,) = fonts_of(pdf)
    entries = dict(re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>", font.ToUnicode.read_bytes()))
    entries.pop(b"0000", None)
    codes = {f"{glyph:04X}".encode() for glyph in run.glyphs if glyph}
    assert codes <= set(entries)
    assert b"00660069" in entries.values()
    assert all(
        b"0000" not in (text[i : i + 4] for i in range(0, len(text), 4))
        for text in entries.values()
    )


def test_a_glyph_that_reads_otherwise_elsewhere_is_spelled_out() -> None:
    """The first text wins the map, the second stands in an ActualText."""
    run = run_of("-", SERIF)
    other = replace(run, texts=("\u2010",))
    content = content_of(text_of(run), text_of(other, y=60))
    assert content.count(b"/Span <</ActualText <FEFF2010>>> BDC") == 1
    assert content.count(b"EMC") == 1


def test_a_hyphen_of_a_line_break_stands_for_a_soft_hyphen() -> None:
    """Text.stands_for becomes ActualText, without another one inside."""
    hyphen = replace(text_of(run_of("-", SERIF)), stands_for="\u00ad")
    content = content_of(hyphen)
    assert b"/Span <</ActualText <FEFF00AD>>> BDC\n[<" in content
    assert content.count(b"BDC") == content.count(b"EMC") == 1


def test_offsets_of_marks_move_the_glyph_and_come_back() -> None:
    """A raised glyph gets a rise, a shifted one an adjustment undone after it."""
    run = run_of("abc", SERIF)
    run = replace(run, offsets=((0, 0), (1.5, 2.25), (0, 0)))
    content = content_of(text_of(run)).decode()
    assert "2.25 Ts\n[-150<" in content
    assert "0 Ts\n[150<" in content


def test_a_mark_without_text_of_its_own_is_read_with_its_letter() -> None:
    """Two glyphs of one cluster carry one ActualText."""
    run = run_of("x\u0323y", SERIF)
    assert "" not in run.texts[:1]
    run = replace(run, texts=("x\u0323", "", "y"))
    content = content_of(text_of(run))
    assert content.count(b"/Span <</ActualText <FEFF00780323>>> BDC") == 1


def test_rounding_of_adjustments_never_adds_up() -> None:
    """A tracked line of 60 glyphs ends within a thousandth of an em of where it should."""
    run = run_of("n" * 60, SERIF)
    run = replace(run, advances=tuple(advance + 0.0123 for advance in run.advances))
    content = content_of(text_of(run)).decode()
    gaps = sum(int(gap) for gap in re.findall(r">(-?\d+)<", content))
    assert gaps / 1000 * run.size == pytest.approx(-59 * 0.0123, abs=run.size / 1000)


def test_an_empty_run_paints_nothing() -> None:
    """No font is needed for no glyphs."""
    empty = replace(run_of("a", SERIF), glyphs=(), advances=(), texts=(), offsets=None)
    pdf = file_of(text_of(empty))
    assert "/Font" not in pdf.pages[0].Resources


def test_letters_that_run_to_the_left_are_shown_as_they_are_read() -> None:
    """Each at its place, the first one first; PDFium reads their word so, too."""
    (piece,) = break_paragraph((Run(HEBREW, Voice(SANS, 12.0), 0),), 100)[0].pieces
    data = paint([sheet_of(text_of(piece.run, x=20))], PROPERTIES).data
    assert words_of(data) == HEBREW
    content = content_of(text_of(piece.run, x=20)).decode()
    steps = [float(x) for x in re.findall(r"(\S+) 0 Td", content)]
    codes = [int(code, 16) for code in re.findall(r"<(\w{4})>", content)]
    assert codes == [SANS.glyph(letter) for letter in HEBREW]
    places = [sum(steps[: i + 1]) for i in range(len(steps))]
    widths = [SANS.advance(code) * SANS.scale * 0.012 for code in codes]
    assert [x + width for x, width in zip(places, widths, strict=False)] == pytest.approx(
        [piece.run.width - sum(widths[:i]) for i in range(len(places))], abs=0.002
    )


def test_a_bracket_in_hebrew_reads_as_the_author_wrote_it() -> None:
    """Its glyph is that of the other one, which stands for itself elsewhere on the page."""
    voice = Voice(SANS, 12.0)
    lines = (
        *break_paragraph((Run("(a)", voice, 0),), 150),
        *break_paragraph((Run(f"{HEBREW} ({HEBREW}) {HEBREW}", voice, 0),), 150),
    )
    items = [text_of(piece.run, x=piece.x) for line in lines for piece in line.pieces]
    with pikepdf.open(io.BytesIO(paint([sheet_of(*items)], PROPERTIES).data)) as pdf:
        replaced = [
            str(instruction.operands[1]["/ActualText"])
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) == "BDC"
        ]
    assert replaced == ["(", ")"]
