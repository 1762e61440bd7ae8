"""Contrast, headings, links, conformance: each told where it is wanting, none where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PIL import Image

from brochure.color import BLACK, WHITE, Color, contrast
from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.frame import Group
from brochure.geometry import Point, Rect
from brochure.preflight.checks import conformance, heading_order, link_text
from brochure.preflight.checks import contrast as contrast_check
from brochure.preflight.placed import placed
from brochure.shape import LinearGradient, Shape, ellipse, rectangle
from brochure.typography import Voice, family, load, shape
from tests.preflight.subjects import PAGE, codes, field, made_up, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Subject

JUST, TOO_LIGHT = Color.from_hex("#767676"), Color.from_hex("#777777")  # 4.54 and 4.48 on white
LARGE_JUST, LARGE_LIGHT = Color.from_hex("#949494"), Color.from_hex("#959595")  # 3.03, 2.99


def simple(folder: Path, edition: object = OFFICE) -> Subject:
    """Return the subject of a small brochure."""
    return subject_of(folder, "back: [contact]\n", edition)


@pytest.mark.parametrize(
    ("words", "size", "color", "expected"),
    [
        ("A", 10.5, JUST, []),
        ("A", 10.5, TOO_LIGHT, ["ACCESS001"]),
        ("A", 17.9, TOO_LIGHT, ["ACCESS001"]),
        ("A", 18, LARGE_JUST, []),
        ("A", 18, LARGE_LIGHT, ["ACCESS001"]),
        ("\u2022", 10.5, LARGE_JUST, []),
        ("\u2022", 10.5, LARGE_LIGHT, ["ACCESS001"]),
        ("A", 10.5, BLACK.with_alpha(0.4), ["ACCESS001"]),
    ],
)
def test_faint_text_is_told(
    tmp_path: Path, words: str, size: float, color: Color, expected: list[str]
) -> None:
    """On white, by its size; a sign is a graphic; 4.48 is not 4.5."""
    page = made_up(simple(tmp_path), text(words, 50, 50, size=size, color=color))
    assert codes(contrast_check, page) == expected


def test_bold_type_is_large_from_14_points(tmp_path: Path) -> None:
    """Not at 13.9."""
    for size, expected in ((14.0, []), (13.9, ["ACCESS001"])):
        run = shape("A", Voice(load(family("Source Sans 3").bold), size)).cut(0, 1)
        bold = replace(text("A", 50, 50, color=LARGE_JUST), run=run)
        assert codes(contrast_check, made_up(simple(tmp_path), bold)) == expected


def test_a_contrast_is_cut_not_rounded(tmp_path: Path) -> None:
    """4.499 would be shown as 4.50, and told for lacking it."""
    page = made_up(simple(tmp_path), text("A", 50, 50, color=TOO_LIGHT))
    ((_, _, message),) = told(contrast_check, page)
    assert "a contrast of 4.47 to 1 (#777777 on #ffffff)" in message
    assert 4.478 < contrast(TOO_LIGHT, WHITE) < 4.479


def test_the_topmost_ground_counts(tmp_path: Path) -> None:
    """What is painted later, what is elsewhere and what shines through is told apart."""
    subject = simple(tmp_path)
    words = text("A", 50, 50)
    black, white = field(BLACK), field(WHITE, Rect(40, 40, 40, 40))
    assert codes(contrast_check, made_up(subject, black, words)) == ["ACCESS001"]
    assert codes(contrast_check, made_up(subject, black, white, words)) == []
    assert codes(contrast_check, made_up(subject, words, black)) == []
    beside = field(BLACK, Rect(60, 40, 40, 40))
    assert codes(contrast_check, made_up(subject, beside, words)) == []
    light, veil = text("A", 50, 50, color=WHITE), field(WHITE.with_alpha(0.7))
    assert codes(contrast_check, made_up(subject, black, light)) == []
    assert codes(contrast_check, made_up(subject, black, veil, light)) == ["ACCESS001"]
    sheer = field(WHITE.with_alpha(0.2))
    assert codes(contrast_check, made_up(subject, black, sheer, words)) == ["ACCESS001"]
    assert codes(contrast_check, made_up(subject, white, field(BLACK.with_alpha(0.2)), words)) == []
    disc = Shape(ellipse(Point(53, 46), 9, 9), fill=BLACK)
    assert codes(contrast_check, made_up(subject, disc, words)) == ["ACCESS001"]
    clipped = Group((black,), clip=rectangle(Rect(100, 100, 50, 50)))
    assert codes(contrast_check, made_up(subject, clipped, words)) == []


def test_the_worst_color_of_a_gradient_counts(tmp_path: Path) -> None:
    """Any of them may be behind the words."""
    ramp = LinearGradient(Point(0, 0), Point(600, 0), ((0, WHITE), (1, BLACK)))
    page = made_up(simple(tmp_path), Shape(rectangle(PAGE), fill=ramp), text("A", 50, 50))
    assert codes(contrast_check, page) == ["ACCESS001"]


@pytest.mark.parametrize("edition", [OFFICE, SCREEN, PRESS, LARGE_PRINT])
@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ((235, 235, 235), set()),
        ((120, 120, 120), {"ACCESS001"}),
        ((255, 240, 0), set()),
        ((0, 0, 255), {"ACCESS001"}),
        ((200, 0, 0), {"ACCESS001"}),
    ],
)
def test_words_on_a_picture_are_measured_in_its_pixels(
    tmp_path: Path, color: tuple[int, int, int], expected: set[str], edition: object
) -> None:
    """In every edition: spruce is read on what is light, red, green and blue each weighed."""
    Image.new("RGB", (1200, 2700), color).save(tmp_path / "a.jpg")
    copy = "cover:\n  - picture: {file: a.jpg, place: panel, alt: A}\n  - text: Words on it\n"
    found = told(contrast_check, subject_of(tmp_path, copy, edition))
    assert {code for code, _, _ in found} == expected
    assert all(line == 5 and "on the picture behind it" in what for _, line, what in found)


def test_only_the_pixels_behind_the_words_count(tmp_path: Path) -> None:
    """The same picture, dark below them; a speck of a few pixels decides nothing."""
    picture = Image.new("RGB", (1200, 2700), (240, 240, 240))
    picture.paste((20, 20, 20), (0, 1350, 1200, 2700))
    copy = "cover:\n  - picture: {file: a.png, place: panel, alt: A}\n  - text: Words on it\n"
    picture.save(tmp_path / "a.png")
    subject = subject_of(tmp_path, copy)
    assert told(contrast_check, subject) == []
    (run,) = (run for page in subject.pages for run in page.runs if "Words" in run.text.run.text)
    (image,) = (
        item
        for page in subject.pages
        for item in placed(page.sheet.frame)
        if item.item.__class__.__name__ == "Image"
    )
    # The picture covers its box across, and is cropped above and below alike.
    rect = image.item.rect.moved(image.matrix.e, image.matrix.f)
    pixels = 1200 / rect.width
    x = round((run.box.middle.x - rect.x) * pixels)
    y = round((run.box.middle.y - rect.y) * pixels + (2700 - rect.height * pixels) / 2)
    for size, expected in ((7, []), (25, ["ACCESS001"])):
        spotted = picture.copy()
        spotted.paste((20, 20, 20), (x - size, y - size, x + size, y + size))
        spotted.save(tmp_path / "a.png")
        assert codes(contrast_check, subject_of(tmp_path, copy)) == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("cover: [title: A]\nback: [heading: B, {heading: {text: C, level: 3}}]\n", []),
        ("back: [heading: B]\n", [("ACCESS002", 3)]),
        ("cover:\n- title: A\n- heading: {text: C, level: 3}\n", [("ACCESS002", 5)]),
        ("cover:\n- title: A\n- heading: B\n- callout: {title: C, text: d}\n", []),
        ("cover:\n- title: A\n- callout: {title: C, text: d}\n", [("ACCESS002", 5)]),
        (
            "cover: [title: A]\nback:\n- heading: {text: C, level: 3}\n- heading: D\n",
            [("ACCESS002", 5)],
        ),
        (
            "cover:\n- title: A\n- heading: B\n- title: C\n- heading: {text: D, level: 3}\n",
            [("ACCESS002", 7)],
        ),
        ("back: [contact]\n", []),
    ],
)
def test_headings_out_of_order_are_told(
    tmp_path: Path, copy: str, expected: list[tuple[str, int]]
) -> None:
    """No title, a part without its section; going up any number of levels is sound."""
    found = told(heading_order, subject_of(tmp_path, copy, SCREEN))
    assert [(code, line) for code, line, _ in found] == expected


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("heading: {text: C, level: 3}", "give it `level: 2`"),
        ("callout: {title: C, text: d}", "make it the box's `label:`"),
    ],
)
def test_a_part_is_mended_by_keys_that_its_block_has(tmp_path: Path, block: str, hint: str) -> None:
    """A box has no level."""
    (problem,) = heading_order.check(
        subject_of(tmp_path, f"cover:\n- title: A\n- {block}\n", SCREEN)
    )
    assert problem.hint == f"put a `heading:` of level 2 before it, or {hint}"


def test_a_heading_before_any_title_is_told_as_that(tmp_path: Path) -> None:
    """The title is what is lacking, not a section."""
    ((_, _, message),) = told(heading_order, subject_of(tmp_path, "back: [heading: B]\n", SCREEN))
    assert message == "no title comes before the heading “B”"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[our page on scars](https://e.org)", []),
        ("[www.e.org](https://e.org)", []),
        ("[here](https://e.org)", ["ACCESS003"]),
        ("see [*Click* here!](https://e.org) now", ["ACCESS003"]),
        ("[Más información](https://e.org)", ["ACCESS003"]),
        ("[→](https://e.org)", ["ACCESS003"]),
        ("here", []),
        ("[here](https://e.org) and [this](https://f.org)", ["ACCESS003", "ACCESS003"]),
    ],
)
def test_links_that_say_nothing_are_told(tmp_path: Path, words: str, expected: list[str]) -> None:
    """In English and Spanish, emphasis and stops aside."""
    subject = subject_of(tmp_path, f"back:\n  - text: {words!r}\n", SCREEN)
    assert codes(link_text, subject) == expected


@pytest.mark.parametrize("edition", [SCREEN, LARGE_PRINT])
def test_our_files_conform(tmp_path: Path, edition: object) -> None:
    """Both validators ran, and found nothing."""
    assert conformance.missing() == []
    assert told(conformance, simple(tmp_path, edition)) == []


def test_a_file_that_does_not_conform_is_told(tmp_path: Path) -> None:
    """By clause: an office edition's file is not tagged."""
    subject = simple(tmp_path, SCREEN)
    plain = replace(subject, paint=lambda _: simple(tmp_path, OFFICE).painted)
    found = told(conformance, plain)
    assert {code for code, _, _ in found} == {"ACCESS004", "ACCESS005", "ACCESS006"}
    assert all(what.startswith(("page-validation: ", "outloud: ")) for _, _, what in found)


def test_without_validators_nothing_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the command says which are missing."""
    monkeypatch.setattr(conformance, "find_spec", lambda _: None)
    assert conformance.missing() == ["page-validation", "outloud"]
    subject = simple(tmp_path, SCREEN)
    assert told(conformance, replace(subject, paint=lambda _: b"not even a PDF")) == []


def test_a_validator_that_gives_up_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its limits are its own; the other validator still judges."""
    page = pytest.importorskip("page")

    def refuse(_: bytes, *, profile: str) -> None:
        message = f"too deep for {profile}"
        raise RuntimeError(message)

    monkeypatch.setattr(page, "validate_pdf_bytes", refuse)
    copy = "cover: [title: A]\nback: [contact]\n"
    found = [
        (code, text) for code, _, text in told(conformance, subject_of(tmp_path, copy, SCREEN))
    ]
    assert found == [
        ("ACCESS004", "page-validation gave up: too deep for ua1"),
        ("ACCESS005", "page-validation gave up: too deep for 2a"),
    ]
