"""Photographs in a theme's two colors, for the screen and for the press."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from brochure.cache import Cache
from brochure.color import Color
from brochure.geometry import Size
from brochure.images import Photo, Tint
from brochure.profiles import load
from tests.images.picture_samples import HALF, image_of, photo

COVER = Path(__file__).parents[2] / "assets" / "cover.jpg"
INDIGO = Color(0x24 / 255, 0x1A / 255, 0x6B / 255, cmyk=(1, 0.98, 0, 0.28))
MELON = Color(1, 0xA9 / 255, 0x8C / 255, cmyk=(0, 0.42, 0.42, 0))
GRAY = Color(0.4, 0.4, 0.4, cmyk=(0, 0, 0, 0.7))
PAPER = Color(1, 1, 1, cmyk=(0, 0, 0, 0))


def ramp(folder: Path, *, alpha: bool = False) -> Photo:
    """Open a picture that goes from black at the left to white at the right."""
    image = Image.new("L", (256, 4))
    image.putdata([x for _ in range(4) for x in range(256)])
    shown = image.convert("RGBA" if alpha else "RGB")
    shown.save(folder / "ramp.png")
    return photo(folder, "ramp.png")


def toned(found: Photo, tint: Tint, mode: str = "rgb") -> Image.Image:
    """Return the picture in `tint`, pixel for pixel; inks as inks."""
    condition = load("gracol") if mode == "cmyk" else None
    size = Size(found.width, found.height)
    raster = replace(found, tint=tint).fit(size, HALF, 72, mode, condition).raster
    image = image_of(raster)
    return ImageChops.invert(image) if image.mode == "CMYK" else image  # Pillow reads negatives


def test_shadows_and_lights_have_the_two_colors(tmp_path: Path) -> None:
    """And the middle lies between them, part by part."""
    image = toned(ramp(tmp_path), Tint(INDIGO, MELON))
    assert image.mode == "RGB"
    assert image.getpixel((0, 0)) == (0x24, 0x1A, 0x6B)
    assert image.getpixel((255, 0)) == (0xFF, 0xA9, 0x8C)
    middle = image.getpixel((128, 0))
    assert middle == pytest.approx((0x92, 0x62, 0x7C), abs=2)


def test_a_dull_picture_reaches_both_colors(tmp_path: Path) -> None:
    """Shades from 100 to 150 are stretched to the whole range."""
    image = Image.new("L", (51, 4))
    image.putdata([100 + x for _ in range(4) for x in range(51)])
    image.save(tmp_path / "dull.png")
    ends = toned(photo(tmp_path, "dull.png"), Tint(GRAY, PAPER)).getextrema()
    assert ends == (102, 255)


def test_two_grays_give_one_plane(tmp_path: Path) -> None:
    """Gray on the screen, and black ink alone on press."""
    found = ramp(tmp_path)
    screen, press = (toned(found, Tint(GRAY, PAPER), mode) for mode in ("rgb", "cmyk"))
    assert (screen.mode, press.mode) == ("L", "L")
    assert screen.getextrema() == (102, 255)
    assert press.getextrema() == (77, 255)  # three tenths of the light are left


def test_the_press_mixes_the_inks_that_the_theme_chose() -> None:
    """Of the real cover: no cyan where it is lightest, and never more ink than in the shadows."""
    image = toned(photo(COVER.parent, COVER.name), Tint(INDIGO, MELON), "cmyk")
    assert image.mode == "CMYK"
    darkest = [high / 255 for _, high in image.getextrema()]
    assert darkest == pytest.approx([1, 0.98, 0.42, 0.28], abs=0.05)
    total = max(sum(pixel) for pixel in image.resize((60, 130)).get_flattened_data()) / 2.55
    assert 200 < total < 230  # 226 in the shadows, 84 in the lights


def test_transparency_stays(tmp_path: Path) -> None:
    """A tint is of the colors alone."""
    raster = replace(ramp(tmp_path, alpha=True), tint=Tint(INDIGO, MELON))
    image = Image.open(tmp_path / "ramp.png")
    image.putalpha(128)
    image.save(tmp_path / "half.png")
    found = replace(photo(tmp_path, "half.png"), tint=raster.tint)
    assert found.fit(Size(256, 4), HALF, 72).raster.alpha is not None


def test_a_jpeg_does_not_pass_untinted_and_each_tint_is_kept_apart(tmp_path: Path) -> None:
    """The cache tells colors apart, and gives back what it was given."""
    cache = Cache(tmp_path)
    found = photo(COVER.parent, COVER.name, cache)
    size = Size(279, 621)
    tints = (None, Tint(INDIGO, MELON), Tint(GRAY, PAPER), Tint(INDIGO, MELON))
    plain, first, other, again = (
        replace(found, tint=tint).fit(size, HALF).raster for tint in tints
    )
    assert len({plain.digest, first.digest, other.digest}) == 3
    assert again == first
