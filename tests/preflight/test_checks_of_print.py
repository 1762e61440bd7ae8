"""Ink, lines, type, edges and bleed: each told on a page that has it, none on one that has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb
from msgspec.structs import replace
from PIL import Image

from brochure.color import BLACK, WHITE, Color
from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.frame import Group
from brochure.geometry import INCH, Edges, Matrix, Point, Rect
from brochure.inks import inks
from brochure.preflight.checks import (
    bleed,
    fold_edges,
    hairlines,
    resolution,
    reversed_type,
    rich_black,
    total_ink,
)
from brochure.profiles import load as load_profile
from brochure.shape import LinearGradient, Shape, Stroke, line, rectangle
from brochure.typography import family, load
from tests.preflight.subjects import PAGE, codes, field, made_up, subject_of, text, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Subject

SPRUCE = Color.from_hex("#1F4A47")
LEFT, RIGHT = Rect(0, 0, 300, 400), Rect(300, 0, 300, 400)


def simple(folder: Path, edition: object = OFFICE) -> Subject:
    """Return the subject of a small brochure."""
    return subject_of(folder, "back: [contact]\n", edition)


# A column of a letter-fold brochure is 211.5 pt wide: 2.94 in.
@pytest.mark.parametrize(
    ("pixels", "edition", "expected"),
    [
        (600, OFFICE, []),
        (580, OFFICE, ["PRINT001"]),
        (400, OFFICE, ["PRINT001"]),
        (600, PRESS, []),
        (580, PRESS, ["PRINT001"]),
        (430, PRESS, ["PRESS007"]),
    ],
)
def test_coarse_pictures_are_told(
    tmp_path: Path, pixels: int, edition: object, expected: list[str]
) -> None:
    """Under 200 ppi; under 150 a press is stopped, a desk is not."""
    Image.new("RGB", (pixels, pixels)).save(tmp_path / "a.jpg")
    subject = subject_of(tmp_path, "back:\n  - picture: {file: a.jpg, alt: A}\n", edition)
    assert codes(resolution, subject) == expected
    assert not resolution.SCOPE.holds(SCREEN)


def test_pixels_that_the_hint_asks_for_are_enough(tmp_path: Path) -> None:
    """Exported so, nothing is told."""
    copy = "back:\n  - picture: {file: a.jpg, alt: A}\n"
    Image.new("RGB", (400, 300)).save(tmp_path / "a.jpg")
    (problem,) = resolution.check(subject_of(tmp_path, copy))
    width, height = (int(word) for word in problem.hint.split() if word.isdigit() and word != "200")
    Image.new("RGB", (width, height)).save(tmp_path / "a.jpg")
    assert told(resolution, subject_of(tmp_path, copy)) == []


def test_black_over_much_ink_is_told(tmp_path: Path) -> None:
    """What overprints adds up; colored words and white ones knock out."""
    full = Color(0, 0, 0, cmyk=(0.8, 0.7, 0.7, 0))
    subject = simple(tmp_path, PRESS)
    assert codes(total_ink, made_up(subject, field(full), text("A", 50, 50))) == ["PRINT002"]
    assert codes(total_ink, made_up(subject, field(full), text("A", 50, 50, color=WHITE))) == []
    assert codes(total_ink, made_up(subject, field(full), text("A", 50, 50, color=SPRUCE))) == []
    deep = Color(0, 0, 0, cmyk=(0.1, 0, 0, 0.95))
    assert codes(total_ink, made_up(subject, field(full), text("A", 50, 50, color=deep))) == []
    less = Color(0, 0, 0, cmyk=(0.7, 0.6, 0.6, 0))
    assert codes(total_ink, made_up(subject, field(less), text("A", 50, 50))) == []


def test_a_themes_ink_is_told(tmp_path: Path) -> None:
    """More than may be printed."""
    copy = "press: {total-ink: 200}\nback: [contact]\n"
    assert set(codes(total_ink, subject_of(tmp_path, copy, PRESS))) == {"PRESS006"}


@pytest.mark.parametrize(
    ("width", "color", "ground", "expected"),
    [
        (0.25, BLACK, WHITE, []),
        (0.24, BLACK, WHITE, ["PRINT003"]),
        (0.5, WHITE, SPRUCE, []),
        (0.49, WHITE, SPRUCE, ["PRINT004"]),
        (0.24, WHITE, SPRUCE, ["PRINT003"]),
        (0.3, SPRUCE, SPRUCE, []),
    ],
)
def test_thin_lines_are_told(
    tmp_path: Path, width: float, color: Color, ground: Color, expected: list[str]
) -> None:
    """A quarter point, half a point where light on dark."""
    rule = Shape(line(Point(50, 50), Point(90, 50)), stroke=Stroke(color, width))
    subject = simple(tmp_path)
    assert codes(hairlines, made_up(subject, field(ground), rule)) == expected


def test_a_line_is_measured_as_it_is_scaled(tmp_path: Path) -> None:
    """By the groups around it; one that cannot be seen is none."""
    rule = Shape(line(Point(50, 50), Point(90, 50)), stroke=Stroke(BLACK, 0.4))
    sheer = Shape(line(Point(50, 50), Point(90, 50)), stroke=Stroke(BLACK.with_alpha(0), 0.1))
    subject = simple(tmp_path)
    assert codes(hairlines, made_up(subject, Group((rule,), Matrix.scale(0.5)))) == ["PRINT003"]
    assert codes(hairlines, made_up(subject, sheer)) == []


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500">{field}
<path d="M100 100h300" stroke="{color}" stroke-width="{width}" fill="none"/></svg>
"""
DARK = '<rect width="900" height="400" fill="#123"/>'


@pytest.mark.parametrize(
    ("width", "color", "dark", "expected"),
    [
        (1.2, "#000", "", []),
        (1.1, "#000", "", ["PRINT003"]),
        (2.0, "#fff", DARK, ["PRINT004"]),
        (2.5, "#fff", DARK, []),
        (2.0, "#fff", "", []),
    ],
)
def test_lines_in_a_drawing_are_measured_on_the_page(
    tmp_path: Path, width: float, color: str, dark: str, expected: list[str]
) -> None:
    """1000 units are 211.5 pt here; what the drawing has under the line counts."""
    (tmp_path / "a.svg").write_text(DRAWING.format(field=dark, color=color, width=width))
    subject = subject_of(tmp_path, "back:\n  - picture: {file: a.svg, alt: A}\n")
    found = told(hairlines, subject)
    assert [code for code, _, _ in found] == expected
    if found:
        assert found[0][2].startswith("a.svg has a line that prints 0.")


# 1000 units are 211.5 pt: 1 is 0.21 pt, 1.19 are a quarter point, 2.37 half a point.
LINE = '<path d="M100 100h300" fill="none" {}/>'
BLUR = '<filter id="b"><feGaussianBlur stdDeviation="1"/></filter>'
NAVY = '<path fill="#123" d="M0 0h1000v400h-1000z"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # However it is said how thick a line is.
        (LINE.format('style="stroke:#000; stroke-width:1"'), ["PRINT003"]),
        (LINE.format('style="stroke:#000; stroke-width:1.2"'), []),
        (LINE.format('stroke="#000" stroke-width="9" style="stroke-width:1px"'), ["PRINT003"]),
        ("<style>.a{stroke:#000;stroke-width:1}</style>" + LINE.format('class="a"'), ["PRINT003"]),
        ("<style>.a{stroke:#000;stroke-width:2}</style>" + LINE.format('class="a"'), []),
        ("<style>.a{stroke:#000;stroke-width:1}</style>" + LINE.format('class="b"'), []),
        (
            "<style>#i{stroke-width:2} path{stroke:#000;stroke-width:1}</style>"
            + LINE.format('id="i" stroke-width="1"'),
            [],
        ),
        (
            "<style>.a{stroke:#000;stroke-width:1}</style>"
            + LINE.format('class="a" style="stroke-width:2"'),
            [],
        ),
        (
            "<style>.a{stroke:#000;stroke-width:1!important}</style>"
            + LINE.format('class="a" style="stroke-width:2"'),
            ["PRINT003"],
        ),
        (
            "<style>g .a{stroke:#000;stroke-width:1}</style><g>"
            + LINE.format('class="a"')
            + "</g>",
            ["PRINT003"],
        ),
        (
            "<style>svg > .a{stroke:#000;stroke-width:1}</style><g>"
            + LINE.format('class="a"')
            + "</g>",
            [],
        ),
        (
            "<style>@media print{.a{stroke:#000;stroke-width:1}} .a:hover{stroke:#000}</style>"
            + LINE.format('class="a"'),
            [],
        ),
        # Whatever else makes it pixels.
        (BLUR + '<g filter="url(#b)">' + LINE.format('stroke="#000"') + "</g>", ["PRINT003"]),
        (
            BLUR + '<g filter="url(#b)">' + LINE.format('stroke="#000" stroke-width="2"') + "</g>",
            [],
        ),
        (
            '<linearGradient id="l"><stop stop-color="#000"/></linearGradient>'
            + LINE.format('stroke="url(#l)"'),
            ["PRINT003"],
        ),
        (
            '<g transform="scale(1 .5)">' + LINE.format('stroke="#000" stroke-width="2"') + "</g>",
            ["PRINT003"],
        ),
        (
            BLUR + '<g filter="url(#b)"><svg viewBox="0 0 10 10" width="900" height="400">'
            '<path d="M1 1h8" stroke="#000" stroke-width=".1"/></svg></g>',
            [],
        ),
        # Bars: lines that are filled.
        ('<rect x="100" y="100" width="300" height="1"/>', ["PRINT003"]),
        ('<rect x="100" y="100" width="1" height="300"/>', ["PRINT003"]),
        ('<rect x="100" y="100" width="300" height="1" fill="none"/>', []),
        ('<rect x="100" y="100" width="300" height="1.2"/>', []),
        ('<rect x="100" y="100" width="300" height="1" transform="rotate(30)"/>', ["PRINT003"]),
        ('<rect x="100" y="100" width="300" height="1" rx=".5"/>', ["PRINT003"]),
        ('<path d="M100 100c100 200 200 200 300 0v1c-100 200 -200 200 -300 0z"/>', ["PRINT003"]),
        ('<path d="M10 10h900v400h-900z M100 450h300v1h-300z"/>', ["PRINT003"]),
        (NAVY + '<rect x="100" y="100" width="300" height="2" fill="#fff"/>', ["PRINT004"]),
        (NAVY + '<rect x="100" y="100" width="300" height="1" fill="#123"/>', []),
        (
            '<path fill-rule="evenodd" d="M99 99h302v302h-302z M100 100h300v300h-300z"/>',
            ["PRINT003"],
        ),
        ('<path d="M99 99h302v302h-302z M100 100v300h300v-300z"/>', ["PRINT003"]),
        ('<path d="M99 99h302v302h-302z M100 100h300v300h-300z"/>', []),
        # No lines: specks, points of needles and of stars, slim leaves.
        ('<rect x="100" y="100" width="8" height="1"/>', []),
        ('<rect x="100" y="100" width="15" height="1"/>', []),
        ('<path d="M100 100l300 1l-300 1z"/>', []),
        ('<path d="M100 100c100 2 200 2 300 0c-100 -2 -200 -2 -300 0z"/>', []),
        ('<path d="M500 9l9 190 190 9-190 9-9 190-9-190-190-9 190-9z"/>', []),
        ('<path d="M100 100h300v300z"/>', []),
    ],
)
def test_lines_are_found_however_they_are_drawn(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    """By attributes, styles and sheets, behind effects, or filled as bars and rings."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500">{body}</svg>'
    (tmp_path / "a.svg").write_text(drawing)
    subject = subject_of(tmp_path, "back:\n  - picture: {file: a.svg, alt: A}\n")
    assert codes(hairlines, subject) == expected


def test_letters_drawn_as_outlines_are_no_lines(tmp_path: Path) -> None:
    """At 2.5 pt, where each stem is thinner than a quarter point."""
    for name in ("Source Sans 3", "EB Garamond", "Roboto", "Lato"):
        file = load(family(name).regular).path
        font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))
        path: list[str] = []
        pen = hb.DrawFuncs()
        pen.set_move_to_func(lambda x, y, said: said.append(f"M{x} {-y}"))
        pen.set_line_to_func(lambda x, y, said: said.append(f"L{x} {-y}"))
        pen.set_quadratic_to_func(lambda a, b, x, y, said: said.append(f"Q{a} {-b} {x} {-y}"))
        pen.set_cubic_to_func(
            lambda a, b, c, d, x, y, said: said.append(f"C{a} {-b} {c} {-d} {x} {-y}")
        )
        pen.set_close_path_func(lambda said: said.append("Z"))
        letters = []
        for at, letter in enumerate("abgilmtyIEHW1%ñ|-"):
            path.clear()
            glyph = font.get_nominal_glyph(ord(letter))
            assert glyph
            font.draw_glyph(glyph, pen, path)
            letters.append(f'<path transform="translate({1000 * at + 500})" d="{"".join(path)}"/>')
        size = 84 * font.face.upem  # units across 211.5 pt: 2.5 pt an em
        view = f'viewBox="0 {-2 * font.face.upem} {size} {3 * font.face.upem}"'
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{"".join(letters)}</svg>'
        (tmp_path / "a.svg").write_text(drawing)
        subject = subject_of(tmp_path, "back:\n  - picture: {file: a.svg, alt: A}\n")
        assert codes(hairlines, subject) == []


@pytest.mark.parametrize(
    ("size", "expected"), [((90, 0.24), ["PRINT003"]), ((0.24, 90), ["PRINT003"]), ((90, 0.5), [])]
)
def test_a_bar_of_a_blocks_own_is_a_line(
    tmp_path: Path, size: tuple[float, float], expected: list[str]
) -> None:
    """As it stands on the page."""
    thin = Shape(rectangle(Rect(50, 50, *size)), fill=BLACK)
    assert codes(hairlines, made_up(simple(tmp_path), thin)) == expected


def test_a_drawing_is_measured_as_it_is_scaled(tmp_path: Path) -> None:
    """By the groups around it, too."""
    (tmp_path / "a.svg").write_text(DRAWING.format(field="", color="#000", width=2))
    subject = subject_of(tmp_path, "back:\n  - picture: {file: a.svg, alt: A}\n")
    smaller = tuple(
        replace(
            sheet,
            frame=replace(sheet.frame, items=(Group(sheet.frame.items, Matrix.scale(0.5)),)),
        )
        for sheet in subject.sheets
    )
    assert codes(hairlines, subject) == []
    assert codes(hairlines, replace(subject, sheets=smaller)) == ["PRINT003"]


@pytest.mark.parametrize(
    ("size", "color", "ground", "expected"),
    [
        (8, WHITE, SPRUCE, []),
        (7.9, WHITE, SPRUCE, ["PRINT005"]),
        (7.9, BLACK, WHITE, []),
        (7.9, SPRUCE, Color.from_hex("#F6F0E7"), []),
    ],
)
def test_small_reversed_type_is_told(
    tmp_path: Path, size: float, color: Color, ground: Color, expected: list[str]
) -> None:
    """Under 8 pt, light on dark only."""
    words = text("Small", 50, 50, size=size, color=color)
    assert codes(reversed_type, made_up(simple(tmp_path), field(ground), words)) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ((0, 0, 0, 0.95), []),
        ((0.6, 0.4, 0.4, 1), ["PRINT006"]),
        ((0, 0, 0.1, 0.85), ["PRINT006"]),
        ((0.82, 0.4, 0.58, 0.44), []),
    ],
)
def test_rich_black_in_text_is_told(
    tmp_path: Path, made: tuple[float, float, float, float], expected: list[str]
) -> None:
    """Where it is first used; a deep color is none."""
    color = Color(0.12, 0.29, 0.28, cmyk=made)
    words = [text("A", 50, y, color=color, line=y) for y in (1, 2, 3)]
    found = told(rich_black, made_up(simple(tmp_path, PRESS), *words))
    assert [(code, line) for code, line, _ in found] == [(code, 1) for code in expected]


def test_small_reversed_type_is_as_large_as_it_must_be_by_its_hint(tmp_path: Path) -> None:
    """The scale that it names is one that a theme takes."""
    words = text("Small", 50, 50, size=7, color=WHITE)
    (problem,) = reversed_type.check(made_up(simple(tmp_path), field(SPRUCE), words))
    theme = problem.hint.partition("`")[2].partition("`")[0]
    scaled = subject_of(tmp_path, f"{theme}\nback: [contact]\n")
    assert 7 * float(theme.rpartition(" ")[2].rstrip("}")) >= 8
    assert scaled.brochure.theme


NEAR_BLACKS = [
    "#101830",
    "#1F2937",
    "#111827",
    "#1B2A41",
    "#14213D",
    "#202124",
    "#2D3748",
    "#0A0A14",
]
DEEP = ["#1F4A47", "#241A6B", "#170F4C", "#2B3A67", "#003366", "#000080", "#98492F", "#264653"]
GRAYS = ["#000000", "#1C1C1C", "#333333"]


@pytest.mark.parametrize("profile", ["gracol", "fogra39"])
def test_near_blacks_in_small_type_are_told(tmp_path: Path, profile: str) -> None:
    """On both presses; no deep colors, no grays, and no large type."""
    subject = subject_of(tmp_path, f"press: {{profile: {profile}}}\nback: [contact]\n", PRESS)

    def found(color: str, size: float) -> list[str]:
        words = text("Small", 50, 50, size=size, color=Color.from_hex(color))
        return codes(rich_black, made_up(subject, words))

    printed = [inks(Color.from_hex(color), load_profile(profile)) for color in NEAR_BLACKS]
    large = [["PRINT006"] if rich_black.is_rich(one) else [] for one in printed]
    assert [] in large
    assert [found(color, 12) for color in NEAR_BLACKS] == [["PRINT006"]] * len(NEAR_BLACKS)
    assert [found(color, 12.5) for color in NEAR_BLACKS] == large
    assert [found(color, 8) for color in DEEP + GRAYS] == [[]] * len(DEEP + GRAYS)


def test_what_a_theme_is_told_to_write_is_taken(tmp_path: Path) -> None:
    """The hint names the color as the theme does; with it nothing is told."""
    copy = "inside:\n  - heading: H\n  - text: Words in the color of the ink.\n"
    theme = 'theme: {colors: {ink: "#101830"}}\n'
    (problem,) = rich_black.check(subject_of(tmp_path, theme + copy, PRESS))
    assert problem.where
    assert problem.where.line == 6
    colors = problem.hint.rpartition("`theme:`: `")[2].removesuffix("`")
    subject = subject_of(tmp_path, f"theme: {{{colors}}}\n{copy}", PRESS)
    assert codes(rich_black, subject) == []


def test_a_bluish_black_without_inks_is_rich(tmp_path: Path) -> None:
    """A gray is not."""
    subject = simple(tmp_path, PRESS)
    dark, gray = Color.from_hex("#0A0C14"), Color.from_hex("#0C0C0C")
    assert codes(rich_black, made_up(subject, text("A", 50, 50, color=dark))) == ["PRINT006"]
    assert codes(rich_black, made_up(subject, text("A", 50, 50, color=gray))) == []


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (300, ["PRINT007"]),
        (298, ["PRINT007"]),
        (300 - INCH / 32, []),
        (291, []),
        (300 + INCH / 32, []),
    ],
)
def test_edges_on_folds_are_told(tmp_path: Path, edge: float, expected: list[str]) -> None:
    """Within a thirty-second of an inch, which is where a press's fields end."""
    subject = simple(tmp_path)
    page = made_up(subject, field(SPRUCE, Rect(0, 0, edge, 400)))
    assert codes(fold_edges, page) == expected


def test_one_color_on_both_sides_has_no_edge(tmp_path: Path) -> None:
    """Nor has white on white; another color has."""
    subject = simple(tmp_path)
    assert codes(fold_edges, made_up(subject, field(SPRUCE, LEFT), field(SPRUCE, RIGHT))) == []
    assert codes(fold_edges, made_up(subject, field(WHITE, LEFT))) == []
    found = codes(fold_edges, made_up(subject, field(SPRUCE, LEFT), field(BLACK, RIGHT)))
    assert found == ["PRINT007"] * 2


def test_edges_on_folds_across_the_sheet_are_told(tmp_path: Path) -> None:
    """Where rows are folded."""
    page = made_up(simple(tmp_path), field(SPRUCE, Rect(20, 0, 200, 150)))
    sheets = tuple(replace(sheet, cross_folds=(150.0,)) for sheet in page.sheets)
    assert codes(fold_edges, page) == []
    assert codes(fold_edges, replace(page, sheets=sheets)) == ["PRINT007"]


@pytest.mark.parametrize(
    ("inset", "expected"), [(0.0, {"PRINT007"}), (INCH / 8, set()), (-INCH / 32, set())]
)
def test_fields_of_an_edition_keep_off_the_folds(
    tmp_path: Path, inset: float, expected: set[str]
) -> None:
    """The program's own do; one that did not would be told."""
    edition = replace(OFFICE, fold_inset=inset)
    subject = subject_of(tmp_path, "flap: [heading: A]\nback: [contact]\n", edition)
    assert set(codes(fold_edges, subject)) == expected


TRIM = PAGE.inset(Edges.all(30))
BLEED = PAGE.inset(Edges.all(21))


@pytest.mark.parametrize(
    ("rect", "sides"),
    [
        (BLEED, None),
        (TRIM, "left, right, top, bottom"),
        (Rect(21, 21, 200, 340), None),
        (Rect(21, 30, 200, 340), "top, bottom"),
        (Rect(25, 21, 200, 358), "left"),
        (Rect(31, 100, 200, 100), "left"),
        (Rect(48, 60, 200, 100), None),
    ],
)
def test_what_stops_short_of_the_bleed_is_told(
    tmp_path: Path, rect: Rect, sides: str | None
) -> None:
    """With its sides; what keeps away from the cut need not reach it."""
    subject = simple(tmp_path, PRESS)
    page = made_up(subject, field(SPRUCE, rect), trim=TRIM, bleed=BLEED)
    found = told(bleed, page)
    assert [message.partition("cut: ")[2] for _, _, message in found] == ([sides] if sides else [])
    white = made_up(subject, field(WHITE, rect), trim=TRIM, bleed=BLEED)
    assert told(bleed, white) == []


def test_a_clip_cuts_the_bleed_off(tmp_path: Path) -> None:
    """What is seen counts."""
    cut = Group((field(SPRUCE, BLEED),), clip=rectangle(TRIM))
    page = made_up(simple(tmp_path, PRESS), cut, trim=TRIM, bleed=BLEED)
    assert codes(bleed, page) == ["PRINT008"]


def test_a_small_brochure_is_sound_in_print(tmp_path: Path) -> None:
    """All these checks on every paper, with a picture that fills its panel and a band."""
    Image.new("RGB", (4000, 4000), "white").save(tmp_path / "a.jpg")
    copy = (
        "cover:\n  - picture: {file: a.jpg, place: panel, alt: A}\n  - title: A\n"
        "flap:\n  - heading: B\n  - small-print: C\n"
        "inside:\n  - band: {file: a.jpg, alt: A, height: 140pt}\n  - table: [[a, b]]\n"
        "back:\n  - contact: vcard\n"
    )
    checks = (bleed, fold_edges, hairlines, resolution, reversed_type, rich_black, total_ink)
    judged = 0
    for edition in (OFFICE, LARGE_PRINT, PRESS):
        subject = subject_of(tmp_path, copy, edition)
        for check in checks:
            if check.SCOPE.holds(edition):
                judged += 1
                assert told(check, subject) == []
    assert judged == 3 + 4 + 7


def test_a_gradient_counts_by_its_darkest_color(tmp_path: Path) -> None:
    """A light line on it is reversed."""
    ramp = LinearGradient(Point(0, 0), Point(600, 0), ((0, WHITE), (1, SPRUCE)))
    rule = Shape(line(Point(50, 50), Point(90, 50)), stroke=Stroke(Color(0.8, 0.8, 0.8), 0.4))
    page = made_up(simple(tmp_path), Shape(rectangle(PAGE), fill=ramp), rule)
    assert codes(hairlines, page) == ["PRINT004"]
