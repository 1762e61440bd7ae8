"""Every format, and every way to store a picture in it, comes out as it looks."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms

from brochure.geometry import Size
from tests.images.picture_samples import HALF, image_of, photo, pixel, whole

if TYPE_CHECKING:
    from pathlib import Path

RED, BLUE = (200, 40, 30), (20, 60, 180)


def halves() -> Image.Image:
    """Return a picture with a red left half and a blue right one."""
    image = Image.new("RGB", (32, 16), RED)
    image.paste(BLUE, (16, 0, 32, 16))
    return image


def near(found: tuple[int, ...], wanted: tuple[int, ...], most: int = 4) -> bool:
    """Tell whether two colors are the same but for lossy coding."""
    return max(abs(f - w) for f, w in zip(found, wanted, strict=True)) <= most


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}), ("a.bmp", {}), ("a.gif", {}), ("a.webp", {"lossless": True}),
        ("a.webp", {"quality": 95}), ("a.tif", {}), ("a.tif", {"compression": "tiff_lzw"}),
        ("a.tif", {"compression": "tiff_adobe_deflate"}), ("a.tif", {"compression": "jpeg"}),
        ("a.jpg", {"quality": 95, "subsampling": 0}),
    ],
)  # fmt: skip
def test_every_format_shows_its_colors(tmp_path: Path, name: str, options: dict[str, str]) -> None:
    """Told by content: the name says nothing."""
    halves().save(tmp_path / name, **options)
    (tmp_path / name).rename(tmp_path / "picture.x")
    found = photo(tmp_path, "picture.x")
    assert (found.width, found.height) == (32, 16)
    assert near(pixel(found, 0.2), RED)
    assert near(pixel(found, 0.8), BLUE)


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.tif"])
def test_of_several_pictures_the_first_counts(tmp_path: Path, name: str) -> None:
    """An animation, and a file of pages."""
    further = [Image.new("RGB", (32, 16), c) for c in ("white", "black")]
    halves().save(tmp_path / name, save_all=True, append_images=further)
    found = photo(tmp_path, name)
    assert (found.width, found.height) == (32, 16)
    assert near(pixel(found, 0.2), RED, 6)
    assert near(pixel(found, 0.8), BLUE, 6)


def test_phones_second_picture_is_cut_off_where_the_first_passes(tmp_path: Path) -> None:
    """MPO: a JPEG, then a JPEG with the depth or another view."""
    white = Image.new("RGB", (32, 16), "white")
    halves().save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[white], quality=95)
    data = (tmp_path / "a.jpg").read_bytes()
    assert Image.open(io.BytesIO(data)).format == "MPO"
    passed = whole(photo(tmp_path, "a.jpg"))
    assert passed.data.count(b"\xff\xd8\xff") == 1
    assert passed.data.endswith(b"\xff\xd9")
    assert near(image_of(passed).getpixel((4, 8)), RED, 6)
    coded = photo(tmp_path, "a.jpg").fit(Size(16, 16), HALF, 72, "gray").raster
    assert (coded.mode, coded.width) == ("gray", 16)
    assert coded.data.count(b"\xff\xd8\xff") == 1


def test_sixteen_bit_gray_spans_its_range_and_inverted_tiff_is_turned(tmp_path: Path) -> None:
    """Pillow's own conversion clips 16 bits to white."""
    levels = struct.pack("<4H", 0, 21845, 43690, 65535)
    Image.frombytes("I;16", (4, 1), levels).save(tmp_path / "a.png")
    row = image_of(whole(photo(tmp_path, "a.png"))).tobytes()
    assert row == bytes((0, 85, 170, 255))
    Image.frombytes("I;16", (4, 1), levels).save(tmp_path / "a.tif")
    data = (tmp_path / "a.tif").read_bytes()
    black_is_zero, white_is_zero = (struct.pack("<HHII", 262, 3, 1, v) for v in (1, 0))
    assert data.count(black_is_zero) == 1
    (tmp_path / "a.tif").write_bytes(data.replace(black_is_zero, white_is_zero))
    assert image_of(whole(photo(tmp_path, "a.tif"))).tobytes() == row[::-1]


@pytest.mark.parametrize(("mode", "full"), [("F", 1.0), ("F", 255.0), ("I", 255), ("I", 65535)])
def test_deep_gray_tiff_is_scaled_by_its_brightest(tmp_path: Path, mode: str, full: float) -> None:
    """32 bits, whole or not, have no agreed white."""
    image = Image.new(mode, (2, 1), full)
    image.putpixel((0, 0), full / 3 if mode == "F" else int(full) // 3)
    image.save(tmp_path / "a.tif")
    assert image_of(whole(photo(tmp_path, "a.tif"))).tobytes() == bytes((85, 255))


def test_palette_with_transparency_keeps_both(tmp_path: Path) -> None:
    """A palette's entries each have their own opacity (PNG's tRNS)."""
    image = Image.new("P", (2, 1))
    image.putpalette([*RED, *BLUE])
    image.putpixel((1, 0), 1)
    image.save(tmp_path / "a.png", transparency=bytes((255, 90)))
    raster = whole(photo(tmp_path, "a.png"))
    assert raster.alpha is not None
    assert zlib.decompress(raster.alpha) == bytes((255, 90))
    assert image_of(raster).tobytes() == bytes((*RED, *BLUE))


def test_transparent_color_and_opaque_alpha(tmp_path: Path) -> None:
    """A color that counts as transparent becomes alpha; alpha that hides nothing is dropped."""
    halves().save(tmp_path / "a.png", transparency=RED)
    raster = whole(photo(tmp_path, "a.png"))
    assert raster.alpha is not None
    assert set(zlib.decompress(raster.alpha)) == {0, 255}
    halves().convert("RGBA").save(tmp_path / "b.png")
    assert whole(photo(tmp_path, "b.png")).alpha is None


def test_hidden_colors_do_not_bleed_over_the_edge_of_transparency(tmp_path: Path) -> None:
    """Resampled unmultiplied, the green behind nothing would rim the red."""
    image = Image.new("RGBA", (64, 64), (0, 255, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 31, 64))
    image.save(tmp_path / "a.png")
    raster = photo(tmp_path, "a.png").fit(Size(16, 16), HALF, 72).raster
    assert raster.alpha is not None
    alpha = zlib.decompress(raster.alpha)
    seen = [c for c, a in zip(_colors(image_of(raster)), alpha, strict=True) if a > 2]
    assert len(set(alpha)) > 2
    assert all(near(color, (255, 0, 0), 2) for color in seen)


def _colors(image: Image.Image) -> list[tuple[int, ...]]:
    data = image.tobytes()
    return [tuple(data[i : i + 3]) for i in range(0, len(data), 3)]


def test_lab_is_managed_and_not_taken_for_rgb(tmp_path: Path) -> None:
    """L* 54, a* 81, b* 70 is nearly sRGB's red (Pillow keeps a* and b* with 128 added)."""
    Image.new("LAB", (8, 8), (137, 81 + 128, 70 + 128)).save(tmp_path / "a.tif")
    red, green, blue = pixel(photo(tmp_path, "a.tif"))
    assert red > 240
    assert max(green, blue) < 40


def test_cmyk_jpeg_without_profile_is_converted_plainly(tmp_path: Path) -> None:
    """No ink is white, and cyan has no red."""
    for ink, wanted in (((0, 0, 0, 0), (255, 255, 255)), ((255, 0, 0, 0), (0, 255, 255))):
        Image.new("CMYK", (16, 16), ink).save(tmp_path / "a.jpg", quality=95)
        raster = whole(photo(tmp_path, "a.jpg"))
        assert raster.mode == "rgb"
        assert near(image_of(raster).getpixel((8, 8)), wanted)


def cmyk_profile() -> bytes:
    """Return the smallest CMYK profile (ICC.1, 10.10): a table from inks' corners to Lab.

    Its only color is black ink's lightness: all else is paper, 50 % gray.
    """
    corners = 16
    clut = b"".join(
        bytes((0, 128, 128)) if i & 1 else bytes((128, 128, 128)) for i in range(corners)
    )
    identity = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0))
    lut += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    lut += identity * 4 + clut + identity * 3
    header = struct.pack(
        ">I4sI4s4s4s12s4s28s3i48s",
        144 + len(lut), b"test", 0x02100000, b"prtr", b"CMYK", b"Lab ",
        struct.pack(">6H", 2024, 1, 1, 0, 0, 0), b"acsp", b"", 63190, 65536, 54061, b"",
    )  # fmt: skip
    return header + struct.pack(">I4sII", 1, b"A2B0", 144, len(lut)) + lut


def test_cmyk_jpeg_is_managed_by_its_profile(tmp_path: Path) -> None:
    """The profile says that cyan is a middle gray, so a middle gray it is."""
    assert ImageCms.ImageCmsProfile(io.BytesIO(cmyk_profile())).profile.xcolor_space == "CMYK"
    image = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    image.save(tmp_path / "a.jpg", quality=95, icc_profile=cmyk_profile())
    assert near(pixel(photo(tmp_path, "a.jpg")), (119, 119, 119), 6)  # L* 50 in sRGB


@pytest.mark.parametrize("profile", [b"damaged", cmyk_profile()])
def test_profile_that_is_damaged_or_of_another_kind_is_ignored(
    tmp_path: Path, profile: bytes
) -> None:
    """As browsers do."""
    for mode, wanted in (("RGB", RED), ("L", (77,))):
        Image.new(mode, (16, 16), wanted).save(tmp_path / "a.png", icc_profile=profile)
        assert pixel(photo(tmp_path, "a.png")) == wanted


def test_jpeg_that_passes_does_not_load_pillow(tmp_path: Path) -> None:
    """Pillow takes 40 ms to import; most builds have nothing for it to do."""
    halves().save(tmp_path / "a.jpg")
    program = """
import sys
from pathlib import Path
from brochure.fields import FileName, Focus
from brochure.geometry import Size
from brochure.images import Library
from brochure.problems import Source, Where
where = Where(Source("content.yaml", "file: x"), 1)
photo = Library(Path(sys.argv[1])).open(FileName("a.jpg", where))
for mode, loads in (("rgb", False), ("gray", True)):
    raster = photo.fit(Size(32, 16), Focus(0.5, 0.5), 72, mode).raster
    assert raster.encoding == "jpeg"
    assert ("PIL" in sys.modules) is loads, mode
assert "PIL.ImageCms" not in sys.modules
assert "resvg_py" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True)  # noqa: S603 - our own
