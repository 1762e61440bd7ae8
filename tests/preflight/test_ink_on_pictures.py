"""Black words on pictures: told where their ink adds up to too much, by the pixels behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from brochure.color import WHITE, Color
from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.fields import FileName, Focus
from brochure.frame import Group
from brochure.frame import Image as Picture
from brochure.geometry import Matrix, Rect
from brochure.preflight.checks import ink_on_pictures
from tests.preflight.subjects import SOURCE, Where, codes, made_up, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Subject

DARK, LIGHT = (204, 178, 178, 0), (153, 102, 102, 0)
"""Inks of 220 and 140 percent, of 255 a solid: black on them makes 320 and 240."""
DEEP = (0, 0, 140)
"""A blue of 197 percent of inks, the most that any sRGB color has here: black on it makes 297."""
BOX = Rect(0, 0, 300, 200)


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    """Return the subject of a small brochure for a press."""
    return subject_of(tmp_path, "back: [contact]\n", PRESS)


@pytest.fixture
def uncoated(tmp_path: Path) -> Subject:
    """Return the same for paper that bears less."""
    return subject_of(tmp_path, "press: {total-ink: 280}\nback: [contact]\n", PRESS)


def picture(
    subject: Subject, image: Image.Image, name: str = "a.tif", focus: Focus | None = None
) -> Picture:
    """Save `image` and return it as an item that covers a part of the page."""
    image.save(subject.pictures.folder / name)
    file = FileName(name, Where(SOURCE, 1))
    return Picture(BOX, subject.pictures.open(file), focus or Focus())


def plain(color: tuple[int, ...]) -> Image.Image:
    """Return a picture of one mixture of inks."""
    return Image.new("CMYK", (600, 400), color)


def halves(left: tuple[int, ...], right: tuple[int, ...], width: int = 600) -> Image.Image:
    """Return a picture of two."""
    image = Image.new("CMYK", (width, 400), left)
    image.paste(right, (width // 2, 0, width, 400))
    return image


def test_black_words_on_a_dark_picture_are_told(subject: Subject) -> None:
    """With how much their ink adds up to, at their place."""
    page = made_up(subject, picture(subject, plain(DARK)), text("Black", 50, 50, line=3))
    ((code, line, message),) = told(ink_on_pictures, page)
    assert (code, line) == ("PRINT009", 3)
    assert message == "“Black” in black on a picture adds up to 320 percent of ink"


@pytest.mark.parametrize("color", [WHITE, Color(0, 0, 0, cmyk=(0.1, 0, 0, 0.95))])
def test_words_that_knock_out_add_nothing(subject: Subject, color: Color) -> None:
    """White ones, and those in more inks than black."""
    page = made_up(subject, picture(subject, plain(DARK)), text("A", 50, 50, color=color))
    assert told(ink_on_pictures, page) == []


def test_a_light_picture_bears_black_words(subject: Subject) -> None:
    """And one that is black already, which has no more of it."""
    for color in (LIGHT, (51, 26, 26, 255)):
        page = made_up(subject, picture(subject, plain(color)), text("A", 50, 50))
        assert told(ink_on_pictures, page) == []
    gray = picture(subject, Image.new("L", (60, 40), 9), "b.png")
    assert told(ink_on_pictures, made_up(subject, gray, text("A", 50, 50))) == []


def test_the_printers_limit_counts(tmp_path: Path) -> None:
    """Where the file gives one."""
    subject = subject_of(tmp_path, "press: {total-ink: 230}\nback: [contact]\n", PRESS)
    page = made_up(subject, picture(subject, plain(LIGHT)), text("A", 50, 50))
    assert codes(ink_on_pictures, page) == ["PRINT009"]


@pytest.mark.parametrize(("x", "expected"), [(20, ["PRINT009"]), (200, []), (400, [])])
def test_only_what_is_behind_the_words_counts(
    subject: Subject, x: float, expected: list[str]
) -> None:
    """The left half is dark, the right one light, and further right there is no picture."""
    both = picture(subject, halves(DARK, LIGHT))
    assert codes(ink_on_pictures, made_up(subject, both, text("A", x, 50))) == expected


def test_a_picture_on_its_head_is_met_where_it_lies(subject: Subject) -> None:
    """Its left half is at the right."""
    both = picture(subject, halves(DARK, LIGHT))
    turned = Group((both,), Matrix(-1, 0, 0, -1, 300, 200))
    assert told(ink_on_pictures, made_up(subject, turned, text("A", 20, 50))) == []
    assert codes(ink_on_pictures, made_up(subject, turned, text("A", 200, 50))) == ["PRINT009"]


def test_what_is_cropped_away_counts_for_nothing(subject: Subject) -> None:
    """Of a picture three times as wide only its light right is shown."""
    wide = picture(subject, halves(DARK, LIGHT, 3600), focus=Focus(1.0, 0.5))
    assert told(ink_on_pictures, made_up(subject, wide, text("A", 20, 50))) == []
    other = picture(subject, halves(DARK, LIGHT, 3600), focus=Focus(0.0, 0.5))
    assert codes(ink_on_pictures, made_up(subject, other, text("A", 280, 50))) == ["PRINT009"]


def test_a_few_pixels_are_left_aside(subject: Subject) -> None:
    """A twentieth of those behind the words."""
    for speck, expected in ((1, []), (20, ["PRINT009"])):
        image = plain(LIGHT)
        image.paste(DARK, (100, 0, 100 + speck, 400))
        page = made_up(subject, picture(subject, image, f"{speck}.tif"), text("Words", 45, 50))
        assert codes(ink_on_pictures, page) == expected


@pytest.mark.parametrize(("color", "expected"), [(DEEP, ["PRINT009"]), ((200, 220, 200), [])])
def test_photographs_and_drawings_are_judged_in_inks(
    uncoated: Subject, color: tuple[int, ...], expected: list[str]
) -> None:
    """A JPEG of a deep color or a pale one; a drawing, as it is rendered."""
    photo = picture(uncoated, Image.new("RGB", (600, 400), color), "a.jpg")
    assert codes(ink_on_pictures, made_up(uncoated, photo, text("A", 50, 50))) == expected
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2h-3z" fill='
    fill = "#" + "".join(f"{part:02x}" for part in color)
    (uncoated.pictures.folder / "a.svg").write_text(f'{svg}"{fill}"/></svg>')
    source = uncoated.pictures.open(FileName("a.svg", Where(SOURCE, 1)))
    drawing = Picture(BOX, source)
    assert codes(ink_on_pictures, made_up(uncoated, drawing, text("A", 50, 50))) == expected


def test_a_transparent_part_has_no_ink_of_its_own(uncoated: Subject) -> None:
    """Whatever color its hidden pixels have."""
    subject = uncoated
    for alpha, expected in ((255, ["PRINT009"]), (0, [])):
        image = Image.new("RGBA", (600, 400), (*DEEP, alpha))
        image.putpixel((0, 0), (255, 255, 255, 128))
        seen = picture(subject, image, f"{alpha}.png")
        assert codes(ink_on_pictures, made_up(subject, seen, text("A", 50, 50))) == expected


def test_a_paragraph_is_told_once(subject: Subject) -> None:
    """However many of its lines stand there."""
    lines = [text("Words", 50, y) for y in (50, 64, 78)]
    page = made_up(subject, picture(subject, plain(DARK)), *lines)
    assert codes(ink_on_pictures, page) == ["PRINT009"]


def test_real_copy_on_a_dark_cover_is_told(tmp_path: Path) -> None:
    """Where a theme sets black words over the cover's picture; not without a picture."""
    Image.new("CMYK", (1400, 2800), DARK).save(tmp_path / "a.tif")
    copy = (
        'theme: {colors: {primary: {rgb: "#000000", cmyk: [0, 0, 0, 100]}}}\n'
        "cover:\n  - picture: {file: a.tif, place: panel, alt: A}\n  - title: Black\n"
    )
    found = told(ink_on_pictures, subject_of(tmp_path, copy, PRESS))
    assert [(code, line) for code, line, _ in found] == [("PRINT009", 6)]
    bare = copy.replace("  - picture: {file: a.tif, place: panel, alt: A}\n", "")
    assert told(ink_on_pictures, subject_of(tmp_path, bare, PRESS)) == []


def test_only_a_press_prints_ink_over_ink() -> None:
    """No other edition is asked."""
    assert not any(ink_on_pictures.SCOPE.holds(one) for one in (OFFICE, SCREEN, LARGE_PRINT))
