"""Shaping: kerning and ligatures are on, and cutting a line changes no glyph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.typography import Voice, by_font, family, load, shape

SERIF = load(family("EB Garamond").regular)
VOICE = Voice(SERIF, 10.0)


def test_pairs_are_kerned() -> None:
    """AV is narrower than A and V apart."""
    pair = shape("AV", VOICE).edges[-1]
    assert pair < shape("A", VOICE).edges[-1] + shape("V", VOICE).edges[-1]


def test_a_ligature_stands_for_all_its_characters() -> None:
    """The f-i ligature is one glyph that reads as two characters."""
    run = shape("fine", VOICE).cut(0, 4)
    assert run.text == "fine"
    assert len(run.glyphs) == 3
    assert run.texts[0] == "fi"


def test_tracking_widens_by_its_share_of_an_em() -> None:
    """Sixty thousandths of 10 pt after each of four glyphs."""
    plain = shape("ABCD", VOICE).edges[-1]
    tracked = shape("ABCD", Voice(SERIF, 10.0, tracking=60)).edges[-1]
    assert tracked - plain == pytest.approx(4 * 0.6)


@given(text=st.text(alphabet="AVfil To.y", min_size=1, max_size=30), data=st.data())
def test_a_cut_line_looks_as_if_shaped_alone(text: str, data: st.DataObject) -> None:
    """Cutting at safe places gives what shaping the part alone gives."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut, alone = (
        shape(text, VOICE).cut(start, end),
        shape(text[start:end], VOICE).cut(0, end - start),
    )
    assert cut.text == text[start:end]
    assert cut.glyphs == alone.glyphs
    assert cut.advances == pytest.approx(alone.advances)


def test_a_character_that_the_font_lacks_goes_to_a_fallback() -> None:
    """Cyrillic inside a face without it; a character nobody has comes back without a font."""
    lato = load(family("Poppins").regular)
    noto = load(family("Noto Sans").regular)
    assert by_font("aЖ", lato, lambda: [noto]) == [("a", lato), ("Ж", noto)]
    assert by_font("a\U0001f9ff", lato, lambda: [noto])[-1] == ("\U0001f9ff", None)
