"""Photographs: opened, refused, fitted and kept."""

from __future__ import annotations

import unicodedata
import zlib
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from brochure.fields import FileName, Focus
from brochure.geometry import Size
from brochure.images import Cache, Library
from brochure.images.crop import crop
from brochure.problems import BrochureError
from brochure.profiles import load
from tests.images.picture_samples import HALF, WHERE, code, image_of, photo, pixel

if TYPE_CHECKING:
    from pathlib import Path


def test_right_jpeg_keeps_its_bytes_and_is_cropped_by_its_box(tmp_path: Path) -> None:
    """Right jpeg keeps its bytes and is cropped by its box."""
    Image.new("RGB", (100, 80), "red").save(tmp_path / "a.jpg")
    fitted = photo(tmp_path, "a.jpg").fit(Size(80, 80), Focus(1, 0.5))
    assert fitted.raster.data == (tmp_path / "a.jpg").read_bytes()
    assert (fitted.box.x, fitted.box.y, fitted.box.width, fitted.box.height) == (-20, 0, 100, 80)


@pytest.mark.parametrize("forms", [("NFC", "NFD"), ("NFD", "NFC")])
def test_an_accent_is_the_same_in_one_character_or_two(
    tmp_path: Path, forms: tuple[str, str]
) -> None:
    """A file that was copied from another system is found by the name that its author sees."""
    there, asked = (unicodedata.normalize(form, "café.png") for form in forms)
    Image.new("RGB", (10, 10)).save(tmp_path / there)
    assert photo(tmp_path, asked).width == 10


def test_deep_crop_and_large_jpeg_are_coded_again(tmp_path: Path) -> None:
    """Deep crop and large jpeg are coded again."""
    Image.new("RGB", (400, 100), "red").save(tmp_path / "a.jpg")
    raster = photo(tmp_path, "a.jpg").fit(Size(24, 24), HALF, 150).raster
    assert (raster.width, raster.height, raster.encoding) == (50, 50, "jpeg")


def test_pictures_that_are_too_much_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the one on that is too much, also where an earlier library has read them."""
    for name in ("a.png", "b.png", "c.png"):
        Image.new("RGB", (60, 40), "red").save(tmp_path / name)
    size = (tmp_path / "a.png").stat().st_size
    monkeypatch.setattr("brochure.images.library.MAX_TOGETHER", 2 * size)
    for _ in range(2):
        pictures = Library(tmp_path)
        for name in ("a.png", "b.png", "a.png"):
            assert pictures.open(FileName(name, WHERE))
        with pytest.raises(BrochureError, match=r"PIC009.*c\.png brings the pictures to more"):
            pictures.open(FileName("c.png", WHERE))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("png", "L"), ("png", "RGB"), ("jpg", "RGB"), ("jpg", "CMYK"), ("tif", "CMYK")],
)
def test_noise_is_coded(tmp_path: Path, kind: str, mode: str) -> None:
    """Of which a JPEG takes more than a byte a pixel, in each kind of color."""
    pixels = Random(1).randbytes(270_000)  # noqa: S311 - noise
    noise = Image.frombytes("RGB", (300, 300), pixels).convert(mode)
    noise.save(tmp_path / f"a.{kind}", **({"quality": 98} if kind == "jpg" else {}))
    found = photo(tmp_path, f"a.{kind}")
    for target, condition in (("rgb", None), ("gray", None), ("cmyk", load("gracol"))):
        raster = found.fit(Size(250, 300), HALF, 72, target, condition).raster
        assert len(image_of(raster).tobytes()) >= 250 * 300


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int) -> None:
    """Every orientation comes out upright."""
    upright = Image.new("RGB", (64, 32), "white")
    upright.paste("red", (0, 0, 32, 16))
    method = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.get(orientation)
    stored = upright if method is None else upright.transpose(Image.Transpose(method))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95, subsampling=0)
    found = photo(tmp_path, "a.jpg")
    assert (found.width, found.height) == (64, 32)
    red, green, _ = pixel(found, 0.2, 0.2)
    assert red > 200
    assert green < 60
    assert min(pixel(found, 0.8, 0.8)) > 200


def test_sixteen_bit_gray_keeps_its_midpoint(tmp_path: Path) -> None:
    """Sixteen bit gray keeps its midpoint."""
    for name in ("a.png", "a.tif"):
        Image.frombytes("I;16", (4, 4), (32768).to_bytes(2, "little") * 16).save(tmp_path / name)
        assert abs(pixel(photo(tmp_path, name))[0] - 128) <= 1


def test_cmyk_polarity_follows_the_adobe_marker(tmp_path: Path) -> None:
    """Cmyk polarity follows the adobe marker."""
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    data = (tmp_path / "a.jpg").read_bytes()
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    (tmp_path / "b.jpg").write_bytes(data[:at] + data[at + 2 + length :])
    assert pixel(photo(tmp_path, "a.jpg"))[0] > 200 > pixel(photo(tmp_path, "a.jpg"))[1]
    assert pixel(photo(tmp_path, "b.jpg"))[0] < 60


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "RGB"])
def test_modes_of_png(tmp_path: Path, mode: str) -> None:
    """Modes of png."""
    image = Image.new("RGBA", (8, 8), (200, 200, 200, 100)).convert(mode)
    image.save(tmp_path / "a.png")
    raster = photo(tmp_path, "a.png").fit(Size(8, 8), HALF).raster
    assert raster.encoding == "flate"
    assert (raster.alpha is not None) == (mode in {"RGBA", "LA", "P"})
    if raster.alpha:
        assert zlib.decompress(raster.alpha) == bytes([100] * 64)


def test_profile_is_applied_and_srgb_passes(tmp_path: Path) -> None:
    """Profile is applied and srgb passes."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    table = 132
    swapped = bytearray(srgb)
    for i in range(int.from_bytes(srgb[128:132], "big")):
        at = table + 12 * i
        name = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(srgb[at : at + 4])
        swapped[at : at + 4] = name or srgb[at : at + 4]
    Image.new("RGB", (16, 16), (255, 0, 0)).save(tmp_path / "s.jpg", icc_profile=srgb)
    Image.new("RGB", (16, 16), (255, 0, 0)).save(tmp_path / "w.jpg", icc_profile=bytes(swapped))
    assert photo(tmp_path, "s.jpg").fit(Size(16, 16), HALF).raster.data.count(b"ICC_PROFILE") == 1
    red, green, _ = pixel(photo(tmp_path, "w.jpg"))
    assert green > 200 > red


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    """Files that cannot be used."""
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "d").mkdir()
    (folder / "e.png").touch()
    (folder / "t.jpg").write_text("hello")
    (tmp_path / "o.png").write_bytes(b"x")
    (folder / "l.png").symlink_to(tmp_path / "o.png")
    Image.effect_noise((64, 64), 50).save(folder / "n.png")
    Image.effect_noise((64, 64), 50).save(folder / "n.jpg")
    for name in ("n.png", "n.jpg"):
        (folder / f"cut-{name}").write_bytes((folder / name).read_bytes()[:900])
    bomb = bytearray((folder / "n.png").read_bytes())
    bomb[16:24] = (20000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    (folder / "bomb.png").write_bytes(bomb)
    wanted = {
        "none.png": "PIC001", "d": "PIC002", "a\0b": "PIC003", "e.png": "PIC004",
        "../o.png": "PIC005", "l.png": "PIC005", "t.jpg": "PIC006", "cut-n.png": "PIC007",
        "cut-n.jpg": "PIC007", "bomb.png": "PIC008",
    }  # fmt: skip
    assert {name: code(folder, name) for name in wanted} == wanted
    with pytest.raises(BrochureError, match=r"did you mean n\.png"):
        Library(folder).open(FileName("nn.png", WHERE))


@given(
    st.integers(1, 5000), st.integers(1, 5000), st.floats(1, 2000), st.floats(1, 2000),
    st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
def test_crop_contains_the_focus_and_stays_inside(  # noqa: PLR0913, PLR0917 - six free numbers
    w: int, h: int, width: float, height: float, x: float, y: float
) -> None:
    """Crop contains the focus and stays inside."""
    part = crop(w, h, Size(width, height), Focus(x, y))
    near = 1e-6 * max(w, h)
    assert part.x >= 0
    assert part.y >= 0
    assert part.x + part.width <= w + near
    assert part.y + part.height <= h + near
    assert part.x - near <= x * w <= part.x + part.width + near
    assert part.y - near <= y * h <= part.y + part.height + near


def test_cache_ignores_corrupt_entries_and_unwritable_folders(tmp_path: Path) -> None:
    """Cache ignores corrupt entries and unwritable folders."""
    cache = Cache(tmp_path / "k", limit=100)
    key = cache.key("a", 1)
    cache.put(key, b"data")
    assert cache.get(key) == b"data"
    (entry,) = [path for path in (tmp_path / "k").glob("*/*") if path.is_file()]
    entry.write_bytes(entry.read_bytes()[:-1] + b"!")
    assert cache.get(key) is None
    (tmp_path / "f").touch()
    blocked = Cache(tmp_path / "f")
    blocked.put(key, b"data")
    assert blocked.get(key) is None
    for i in range(5):
        cache.put(cache.key(i), bytes(40))
    cache.trim()
    assert sum(p.stat().st_size for p in (tmp_path / "k").glob("*/*")) <= 100


def test_cached_raster_equals_the_fresh_one(tmp_path: Path) -> None:
    """Cached raster equals the fresh one."""
    Image.new("RGBA", (40, 40), (9, 8, 7, 99)).save(tmp_path / "a.png")
    cache = Cache(tmp_path / "k")
    first, again = (photo(tmp_path, "a.png", cache).fit(Size(9, 5), HALF) for _ in range(2))
    assert first == again
