"""Fills, gradients, clips, matrices and pictures show the right color at known points."""

from __future__ import annotations

import io
import zlib

import pytest
from pdf_samples import content_of, file_of, pixels_of
from PIL import Image as Pillow

from brochure.color import BLACK, Color
from brochure.frame import Group, Image
from brochure.geometry import Matrix, Point, Rect
from brochure.images import Raster
from brochure.pdf import operators
from brochure.shape import LinearGradient, Shape, Stroke, ellipse, line, rectangle

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
INK, SEA = Color(1, 0, 0), Color(0, 0, 1)
BOX = Rect(20, 10, 100, 50)


def test_a_fill_stands_where_the_frame_has_it() -> None:
    """Y runs downward: 10 to 60 points below the top edge."""
    at = pixels_of(Shape(rectangle(BOX), INK))
    assert at(21, 11) == at(119, 59) == RED
    assert at(21, 8) == at(21, 62) == at(122, 30) == WHITE


def test_a_group_moves_scales_and_clips() -> None:
    """The clip is in the group's own space."""
    items = (Shape(rectangle(Rect(0, 0, 50, 50)), INK),)
    at = pixels_of(
        Group(items, Matrix(2, 0, 0, 2, 10, 10), clip=rectangle(Rect(0, 0, 20, 10))),
        Shape(rectangle(Rect(150, 80, 10, 10)), INK),
    )
    assert at(12, 12) == at(48, 28) == RED
    assert at(52, 20) == at(30, 32) == at(8, 8) == WHITE
    assert at(155, 85) == RED


def test_what_is_painted_before_a_group_leaves_no_trace_in_it() -> None:
    """Black, opaque and solid, after a red, faint, thick and dashed line and a fill."""
    before = Stroke(INK.with_alpha(0.3), 8, dash=(4.0, 400.0))
    inner = (
        Shape(rectangle(Rect(0, 0, 20, 20)), BLACK),
        Shape(line(Point(0, 40), Point(100, 40)), stroke=Stroke(BLACK, 1)),
    )
    at = pixels_of(
        Shape(line(Point(0, 5), Point(100, 5)), stroke=before),
        Shape(rectangle(Rect(150, 80, 10, 10)), INK.with_alpha(0.3)),
        Group(inner, Matrix.shift(20.5, 20.5)),
    )
    assert at(30, 30) == (0, 0, 0)
    assert at(110, 60) == (0, 0, 0)
    assert at(110, 57) == WHITE


def test_a_gradient_runs_from_stop_to_stop_with_a_hard_edge() -> None:
    """Three stops, two of them at one place."""
    stops = ((0.0, INK), (0.5, INK), (0.5, SEA), (1.0, Color(1, 1, 1)))
    at = pixels_of(Shape(rectangle(BOX), LinearGradient(Point(20, 0), Point(120, 0), stops)))
    assert at(25, 30) == at(65, 30) == RED
    assert at(72, 30)[2] == 255
    assert at(95, 30)[0] == pytest.approx(128, abs=6)
    assert at(15, 30) == WHITE


def test_opacity_of_stops_shows_the_ground() -> None:
    """Red fades to nothing over white; what follows is opaque again."""
    stops = ((0.0, INK), (1.0, INK.with_alpha(0)))
    fade = Shape(rectangle(BOX), LinearGradient(Point(20, 0), Point(120, 0), stops))
    at = pixels_of(fade, Shape(rectangle(Rect(150, 10, 20, 20)), INK))
    assert at(22, 30)[1] < 12
    assert at(70, 30)[1] == pytest.approx(128, abs=6)
    assert at(118, 30)[1] > 243
    assert at(160, 20) == RED


def test_a_gradient_without_length_is_its_last_color() -> None:
    """As in SVG."""
    stops = ((0.0, INK), (1.0, SEA))
    at = pixels_of(Shape(rectangle(BOX), LinearGradient(Point(5, 5), Point(5, 5), stops)))
    assert at(60, 30) == BLUE


def test_half_opaque_fill_and_stroke() -> None:
    """The stroke lies over the fill, which shows through it."""
    shape = Shape(rectangle(BOX), SEA, Stroke(INK.with_alpha(0.5), 10))
    at = pixels_of(shape)
    assert at(22, 30) == pytest.approx((128, 0, 127), abs=3)
    assert at(17, 30) == pytest.approx((255, 127, 127), abs=3)
    assert at(60, 30) == BLUE


def test_opaque_fill_and_stroke_need_the_path_once() -> None:
    """Miter joins fill the outer corner, bevel joins do not; a clip alone cuts a group."""
    mitered = Shape(rectangle(BOX), SEA, Stroke(INK, 10))
    assert content_of(mitered).count(b" re") == 1
    at = pixels_of(Group((mitered,), clip=rectangle(Rect(0, 0, 100, 100))))
    assert at(16, 6) == RED
    assert at(60, 30) == BLUE
    assert at(105, 30) == WHITE
    beveled = Shape(rectangle(BOX), SEA, Stroke(INK, 10, join="bevel"))
    assert pixels_of(beveled)(16, 6) == WHITE


def test_even_odd_leaves_the_hole() -> None:
    """Two nested boxes of one direction."""
    path = (*rectangle(BOX), *rectangle(Rect(50, 25, 20, 20)))
    assert pixels_of(Shape(path, INK, even_odd=True))(60, 35) == WHITE
    assert pixels_of(Shape(path, INK))(60, 35) == RED


def test_strokes_are_dashed_and_clipped() -> None:
    """A dash of 10, a gap of 10, cut off at 45 by the clip."""
    stroke = Stroke(INK, 4, dash=(10, 10))
    rule = Shape(
        line(Point(0, 50), Point(200, 50)), stroke=stroke, clip=rectangle(Rect(0, 0, 45, 100))
    )
    at = pixels_of(rule)
    assert at(5, 50) == at(25, 50) == RED
    assert at(15, 50) == at(65, 50) == WHITE


def test_a_picture_stands_upright() -> None:
    """The first row of samples is the upper one; alpha lets the ground through."""
    samples = bytes([255, 0, 0, 0, 0, 255])
    raster = Raster(
        zlib.compress(samples), "flate", "rgb", 1, 2, "two", zlib.compress(bytes([255, 128]))
    )
    at = pixels_of(Image(BOX, raster))
    assert at(70, 15) == RED
    assert at(70, 55) == pytest.approx((127, 127, 255), abs=3)
    pdf = file_of(Image(BOX, raster))
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert image.SMask.read_bytes() == bytes([255, 128])
    assert image.read_bytes() == samples


def test_a_jpeg_is_kept_byte_for_byte_and_once() -> None:
    """Shown twice, stored once."""
    held = io.BytesIO()
    Pillow.new("L", (8, 8), 77).save(held, "JPEG")
    raster = Raster(held.getvalue(), "jpeg", "gray", 8, 8, "gray")
    pdf = file_of(Image(BOX, raster), Image(Rect(0, 70, 20, 20), raster))
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert image.read_raw_bytes() == raster.data
    assert (image.Filter, image.ColorSpace) == ("/DCTDecode", "/DeviceGray")
    assert pixels_of(Image(BOX, raster))(60, 30) == pytest.approx((77, 77, 77), abs=2)


@pytest.mark.parametrize("adobe", [True, False])
def test_ink_negatives_are_turned_back(adobe: bool) -> None:  # noqa: FBT001 - a parameter
    """CMYK files with Adobe's marker hold negatives, others do not."""
    segment = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00" if adobe else b""
    raster = Raster(b"\xff\xd8" + segment + b"\xff\xd9", "jpeg", "cmyk", 1, 1, "ink")
    pdf = file_of(Image(BOX, raster))
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert ("/Decode" in image) == adobe
    assert image.ColorSpace == "/DeviceCMYK"


def test_one_gradient_is_stored_once() -> None:
    """Shading and mask are shared by shapes that look alike."""
    stops = ((0.2, INK), (0.8, INK.with_alpha(0)))
    fade = Shape(rectangle(BOX), LinearGradient(Point(20, 0), Point(120, 0), stops))
    pdf = file_of(fade, fade)
    assert len(list(pdf.pages[0].Resources.Shading)) == 1
    assert len(list(pdf.pages[0].Resources.ExtGState)) == 1
    assert pdf.pages[0].Group.S == "/Transparency"


def test_nothing_is_painted_for_what_cannot_be_seen() -> None:
    """No width, no opacity, no stops: no operator."""
    empty = LinearGradient(Point(0, 0), Point(1, 1), ())
    unseen = (
        Shape(rectangle(BOX), INK.with_alpha(0), Stroke(INK, 0)),
        Shape(rectangle(BOX), empty, Stroke(INK.with_alpha(0), 2)),
    )
    assert content_of(*unseen) == content_of()


def test_graphics_state_is_set_only_when_it_changes() -> None:
    """Two fills of one color need one color operator."""
    shapes = [Shape(rectangle(Rect(x, 0, 5, 5)), INK) for x in (0, 10)]
    content = content_of(*shapes)
    assert content.count(b" rg") == 1
    assert b" gs" not in content


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0001, "0"), (100, "100"), (1.5, "1.5"), (0.00004, "0"), (1e7, "10000000")],
)
def test_numbers_are_short_and_without_exponent(value: float, text: str) -> None:
    """At most three decimals."""
    assert operators.number(value) == text


def test_paths_are_written_like_single_numbers() -> None:
    """The fast way and the plain way agree."""
    path = ellipse(Point(100, -0.0002), 100.5, 20.25)
    expected = " ".join(
        " ".join(
            (
                *map(operators.number, segment[1:]),
                {"M": "m", "L": "l", "C": "c", "Z": "h"}[segment[0]],
            )
        )
        for segment in path
    )
    assert operators.outline(path).split() == expected.split()
