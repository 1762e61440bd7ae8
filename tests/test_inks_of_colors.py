"""Colors as inks: chosen ones kept, others separated, grays in black alone."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from brochure.color import BLACK, WHITE, Color
from brochure.inks import inks, separated
from brochure.profiles import NAMES, PrintingCondition, load
from brochure.themes.theme import load_theme

FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
CONDITIONS = pytest.mark.parametrize("condition", [load(name) for name in NAMES], ids=NAMES)
PARTS = st.integers(0, 255).map(lambda part: part / 255)

# Colors that coated paper can show: theirs comes back from the press's inks.
IN_GAMUT = (
    "#F6F0E7", "#E3B79F", "#B5674A", "#1F4A47", "#DDE8E4", "#566064", "#D5E2DE", "#C0392B",
    "#8E9AAF", "#CBC0D3", "#EFD3D7", "#6B705C", "#A5A58D", "#CB997E", "#7A4F3A", "#3D405B",
)  # fmt: skip


def through(condition: PrintingCondition, color: tuple[int, ...], *, back: bool) -> tuple[int, ...]:
    """Convert one pixel by ImageCms alone: into inks, or back."""
    press = ImageCms.getOpenProfile(io.BytesIO(condition.icc))
    srgb: Any = ImageCms.createProfile("sRGB")
    ends, modes = ((press, srgb), ("CMYK", "RGB")) if back else ((srgb, press), ("RGB", "CMYK"))
    transform = ImageCms.buildTransform(*ends, *modes, INTENT, FLAGS)
    pixel: Any = ImageCms.applyTransform(Image.new(modes[0], (1, 1), color), transform)
    return tuple(pixel.getpixel((0, 0)))


def lab(rgb: tuple[int, ...]) -> tuple[float, float, float]:
    """Return L*, a*, b* of an sRGB color (IEC 61966-2-1, CIE 15, white D65)."""
    r, g, b = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (p / 255 for p in rgb)
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (
        v ** (1 / 3) if v > 216 / 24389 else (v * 24389 / 27 + 16) / 116 for v in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Return the distance of two sRGB colors, ΔE*ab (CIE 1976)."""
    return sum((a - b) ** 2 for a, b in zip(lab(first), lab(second), strict=True)) ** 0.5


def part_bytes(color: Color) -> tuple[int, ...]:
    """Return a color's parts, 0 to 255."""
    return tuple(round(part * 255) for part in (color.red, color.green, color.blue))


@CONDITIONS
def test_white_is_paper_and_black_is_one_ink(condition: PrintingCondition) -> None:
    """By their own inks and without."""
    assert inks(WHITE, condition) == inks(Color(1, 1, 1), condition) == (0, 0, 0, 0)
    assert inks(BLACK, condition) == inks(Color(0, 0, 0), condition) == (0, 0, 0, 1)


@CONDITIONS
def test_saturated_colors_are_what_the_profile_says(condition: PrintingCondition) -> None:
    """Within one of 255 of a transform made by another call."""
    for color in ((255, 0, 0), (0, 51, 153), (31, 74, 71), (0, 160, 80), (255, 240, 0)):
        made = separated(*(part / 255 for part in color), condition)
        assert made == pytest.approx(
            [ink / 255 for ink in through(condition, color, back=False)], abs=1.01 / 255
        )
    cyan, magenta, yellow, black = separated(1, 0, 0, condition)
    assert cyan == 0
    assert magenta > 0.88
    assert yellow > 0.88
    assert black < 0.02


@CONDITIONS
def test_gray_in_black_alone_is_as_light_as_on_screen(condition: PrintingCondition) -> None:
    """Within 2.2 L* from middle gray up, which is the compensation; complements are 9 off."""
    tints = [inks(Color(g / 255, g / 255, g / 255), condition) for g in range(256)]
    assert all(tint[:3] == (0, 0, 0) for tint in tints)
    black = [tint[3] for tint in tints]
    assert black == sorted(set(black), reverse=True)  # each gray its own tint, the darkest too
    for gray in (128, 160, 192, 224, 250):
        assert abs(_lightness(condition, black[gray]) - lab((gray,) * 3)[0]) < 2.2
    assert _lightness(condition, 1 - 128 / 255) - lab((128,) * 3)[0] > 9


def _lightness(condition: PrintingCondition, black: float) -> float:
    """Return L* of a tint of black on that paper, media-relative, without compensation."""
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(io.BytesIO(condition.icc)),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        INTENT,
    )
    pixel: Any = ImageCms.applyTransform(
        Image.new("CMYK", (1, 1), (0, 0, 0, round(255 * black))), transform
    )
    return float(pixel.getpixel((0, 0))[0] / 2.55)


@CONDITIONS
def test_colors_that_the_paper_can_show_come_back(condition: PrintingCondition) -> None:
    """Through the inks and back by the profile: measured are means of 2.4 and 1.8, worst 4.8.

    The profiles' tables into inks have nine steps a side, which is what shows here.
    """
    distances = []
    for text in IN_GAMUT:
        color = Color.from_hex(text)
        made = tuple(round(255 * ink) for ink in inks(color, condition))
        distances.append(apart(part_bytes(color), through(condition, made, back=True)))
    assert sum(distances) / len(distances) < 2.5
    assert max(distances) < 5


@given(PARTS, PARTS, PARTS, st.integers(100, 400))
def test_no_color_has_more_ink_than_the_limit(r: float, g: float, b: float, limit: int) -> None:
    """At any limit, and black is never what gives way."""
    limited, free = (separated(r, g, b, load("fogra39", most)) for most in (limit, 400))
    assert sum(limited) <= limit / 100 + 1e-9
    assert limited[3] == free[3]
    if sum(free) <= limit / 100:
        assert limited == free


@CONDITIONS
def test_inks_that_a_theme_chose_are_kept(condition: PrintingCondition) -> None:
    """All of the theme's colors have some, and no condition changes them."""
    palette = load_theme("calm").palette
    assert len(palette) > 5
    for color in palette.values():
        assert color.cmyk is not None
        assert inks(color, condition) == color.cmyk
        assert inks(color.with_alpha(0.5), condition) == color.cmyk
