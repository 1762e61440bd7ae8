"""What is known of a font from an earlier build is what the font says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.cache import Cache
from brochure.typography import family
from brochure.typography.fonts import Font

if TYPE_CHECKING:
    from pathlib import Path

FACES = [family("Source Sans 3").bold, family("XCharter").regular]
LETTERS = "Agfi é\u2019€\u0416\U0001f600"


def told(font: Font) -> list[object]:
    """Return all that can be asked of a font without setting in it."""
    glyphs = [font.glyph(letter) for letter in LETTERS]
    heights = [font.ascender, font.descender, font.cap_height, font.x_height]
    advances = [font.advance(glyph) for glyph in glyphs]
    return [font.name, font.key, font.units_per_em, font.is_cff, *heights, *glyphs, *advances]


@pytest.mark.parametrize("path", FACES, ids=["glyf", "CFF"])
def test_a_font_is_remembered_as_it_is(tmp_path: Path, path: Path) -> None:
    """The second one answers without opening its file; both say what one without a cache says."""
    cache = Cache(tmp_path)
    first = Font(path, cache)
    expected = told(Font(path))
    assert told(first) == expected
    first.keep()
    second = Font(path, cache)
    assert told(second) == expected
    assert "face" not in vars(second)
    assert second.glyph("Z") == first.glyph("Z") != 0  # not asked for before


def test_another_file_of_the_same_name_is_not_taken_for_it(tmp_path: Path) -> None:
    """A font that was installed anew has a time, and most often a length, of its own."""
    cache, path = Cache(tmp_path / "cache"), tmp_path / "a.ttf"
    names = []
    for face in (family("Source Sans 3").regular, family("Source Sans 3").bold):
        path.write_bytes(face.read_bytes())
        font = Font(path, cache)
        names.append(font.name)
        font.keep()
    assert names == ["SourceSans3-Regular", "SourceSans3-Bold"]


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0" + b"\0" * 40])
def test_what_is_no_font_is_refused_at_once(tmp_path: Path, data: bytes) -> None:
    """With a cache or without."""
    path = tmp_path / "a.ttf"
    path.write_bytes(data)
    for cache in (None, Cache(tmp_path / "cache")):
        with pytest.raises(ValueError, match="not an OpenType font"):
            Font(path, cache)
