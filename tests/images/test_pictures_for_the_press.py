"""Pictures as inks: separated, limited, coded so that every reader sees the same."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms

from brochure.cache import Cache
from brochure.color import Color
from brochure.fields import FileName, Focus
from brochure.frame import Image as Placed
from brochure.geometry import Rect, Size
from brochure.images import Drawing, Library, Photo
from brochure.images.separation import limited, separated
from brochure.inks import inks
from brochure.problems import Source, Where
from brochure.profiles import load
from tests.pdf.pdf_samples import file_of

if TYPE_CHECKING:
    from brochure.images import Raster

GRACOL, FOGRA39 = load("gracol"), load("fogra39")
WHERE = Where(Source("content.yaml", "file: x"), 1)
HALF = Focus(0.5, 0.5)
COVER = Path(__file__).parents[2] / "assets" / "cover.jpg"


def fitted(path: Path, cache: Cache | None = None, condition: Any = GRACOL) -> Raster:
    """Open a picture and fit it pixel for pixel."""
    photo = Library(path.parent, cache).open(FileName(path.name, WHERE))
    assert isinstance(photo, Photo)
    return photo.fit(Size(photo.width, photo.height), HALF, 72, "cmyk", condition).raster


def samples(raster: Raster) -> Image.Image:
    """Return a raster's pixels, as inks."""
    if raster.encoding == "jpeg":
        image = Image.open(io.BytesIO(raster.data))
        return ImageChops.invert(image) if raster.mode == "cmyk" else image  # Pillow: as Adobe's
    mode = {"gray": "L", "rgb": "RGB", "cmyk": "CMYK"}[raster.mode]
    return Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.data))


def at(image: Image.Image, x: int = 0, y: int = 0) -> tuple[int, ...]:
    """Return one pixel."""
    value: Any = image.getpixel((x, y))
    return value if isinstance(value, tuple) else (value,)


def most_ink(image: Image.Image) -> int:
    """Return the largest sum of four inks, of 1020."""
    data = image.tobytes()
    return max(map(sum, zip(*(data[i::4] for i in range(4)), strict=True)))


def test_photograph_becomes_the_profiles_inks(tmp_path: Path) -> None:
    """A JPEG stays one, in the inks that ImageCms gives."""
    Image.new("RGB", (32, 32), (200, 90, 60)).save(tmp_path / "a.jpg", quality=95)
    raster = fitted(tmp_path / "a.jpg")
    assert (raster.mode, raster.encoding, raster.alpha) == ("cmyk", "jpeg", None)
    expected = [round(255 * ink) for ink in inks(Color(200 / 255, 90 / 255, 60 / 255), GRACOL)]
    assert at(samples(raster), 16, 16) == pytest.approx(expected, abs=4)


def test_gray_goes_to_black_alone(tmp_path: Path) -> None:
    """By mode, and where three equal channels only look like color; the same tint as a color's."""
    Image.linear_gradient("L").save(tmp_path / "l.png")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.linear_gradient("L").convert("RGB").save(tmp_path / "rgb.png", icc_profile=srgb)
    gray, colored = (fitted(tmp_path / name) for name in ("l.png", "rgb.png"))
    assert gray.mode == "gray"
    assert gray.data == colored.data
    image = samples(gray)
    assert (at(image, 0, 0), at(image, 0, 255)) == ((0,), (255,))
    tint = inks(Color(100 / 255, 100 / 255, 100 / 255), GRACOL)[3]
    assert at(image, 0, 100)[0] == round(255 * (1 - tint))


def test_transparent_picture_keeps_its_alpha_without_loss(tmp_path: Path) -> None:
    """Inks deflated, alpha beside them."""
    Image.new("RGBA", (8, 8), (200, 90, 60, 100)).save(tmp_path / "a.png")
    raster = fitted(tmp_path / "a.png")
    assert (raster.mode, raster.encoding) == ("cmyk", "flate")
    assert zlib.decompress(raster.alpha or b"") == bytes([100] * 64)


def test_picture_in_the_conditions_own_inks_keeps_them(tmp_path: Path) -> None:
    """With its profile, and with none; another profile's inks are converted by it."""
    mixed = (200, 30, 90, 60)
    for name, profile in (("own", GRACOL.icc), ("none", None), ("other", FOGRA39.icc)):
        options = {"icc_profile": profile} if profile else {}
        Image.new("CMYK", (8, 8), mixed).save(tmp_path / f"{name}.tif", **options)
    own, none, other = (
        at(samples(fitted(tmp_path / f"{name}.tif"))) for name in ("own", "none", "other")
    )
    assert own == none == mixed
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(io.BytesIO(FOGRA39.icc)),
        ImageCms.getOpenProfile(io.BytesIO(GRACOL.icc)),
        "CMYK",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    converted = ImageCms.applyTransform(Image.new("CMYK", (1, 1), mixed), transform)
    assert converted is not None
    assert other == at(converted)
    assert max(abs(a - b) for a, b in zip(other, mixed, strict=True)) > 5


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "LAB"])
def test_damaged_profile_is_ignored(mode: str) -> None:
    """As if there were none."""
    image = Image.new(mode, (4, 4), (40, 90, 140, 20)[: len(mode)])
    assert separated(image, b"broken", GRACOL) == separated(image, None, GRACOL)


def test_pictures_own_profile_is_heeded() -> None:
    """A profile whose red and green are swapped makes red ink of green."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for i in range(int.from_bytes(srgb[128:132], "big")):
        name = srgb[132 + 12 * i : 136 + 12 * i]
        srgb[132 + 12 * i : 136 + 12 * i] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(
            bytes(name), bytes(name)
        )
    green = Image.new("RGB", (1, 1), (0, 255, 0))
    cyan, magenta, *_ = at(separated(green, bytes(srgb), GRACOL))
    assert magenta > 200
    assert cyan < 50


@given(st.binary(min_size=4, max_size=400), st.integers(100, 400))
@example(bytes((191, 192, 191, 192)), 300)  # one too many, and every half is rounded down
@example(bytes((0, 0, 0, 255)), 100)
def test_no_pixel_has_more_ink_than_the_limit(data: bytes, total: int) -> None:
    """What is under it stays; what is over keeps its black and its hue."""
    width = len(data) // 4
    image = Image.frombytes("CMYK", (width, 1), data[: 4 * width])
    most = total * 255 // 100
    made = limited(image, total)
    for x in range(width):
        before, after = at(image, x), at(made, x)
        assert sum(after) <= most
        if sum(before) <= most:
            assert after == before
            continue
        assert after[3] == before[3]
        assert sum(after) > most - 3
        kept = (most - before[3]) / sum(before[:3])
        assert after[:3] == pytest.approx([ink * kept for ink in before[:3]], abs=1)


def test_lower_limit_reaches_the_file(tmp_path: Path) -> None:
    """Black in four inks, 400 %, at uncoated paper's 280 %."""
    Image.new("CMYK", (8, 8), (255, 255, 255, 255)).save(tmp_path / "a.tif")
    raster = fitted(tmp_path / "a.tif", condition=load("gracol", 280))
    assert at(samples(raster)) == (153, 153, 153, 255)


@pytest.mark.parametrize("condition", [GRACOL, FOGRA39], ids=["gracol", "fogra39"])
def test_profiles_keep_below_the_limit_themselves(condition: Any) -> None:
    """Over all of sRGB in steps of 15; so no photograph of theirs is reduced."""
    steps = range(0, 256, 15)
    cube = Image.new("RGB", (len(steps) ** 3, 1))
    cube.putdata([(r, g, b) for r in steps for g in steps for b in steps])
    assert 240 < most_ink(separated(cube, None, condition)) / 2.55 < 270


def test_inks_of_a_jpeg_are_not_negatives(tmp_path: Path) -> None:
    """No Adobe marker, no Decode, and PDFium paints the inks that were meant."""
    image = Image.new("CMYK", (64, 64), (0, 0, 0, 0))
    image.paste((0, 255, 255, 0), (0, 0, 32, 32))
    image.paste((255, 0, 0, 0), (32, 0, 64, 32))
    image.paste((0, 0, 0, 255), (0, 32, 32, 64))
    image.save(tmp_path / "a.jpg", quality=95)
    raster = fitted(tmp_path / "a.jpg")
    assert raster.encoding == "jpeg"
    assert b"Adobe" not in raster.data
    pdf = file_of(Placed(Rect(0, 0, 64, 64), raster))
    (stored,) = pdf.pages[0].Resources.XObject.values()
    assert stored.ColorSpace == pikepdf.Name.DeviceCMYK
    assert "/Decode" not in stored
    held = io.BytesIO()
    pdf.save(held)
    page = pypdfium2.PdfDocument(held.getvalue())[0].render(scale=1).to_pil().convert("RGB")
    (red, *_), (cyan, *_), (black, *_) = at(page, 16, 16), at(page, 48, 16), at(page, 16, 48)
    assert (red > 220, cyan < 30, black < 50) == (True, True, True)
    assert at(page, 48, 48) == (255, 255, 255)


def test_raster_is_kept_by_profile_and_limit(tmp_path: Path) -> None:
    """The same condition finds it again; another press or limit does not."""
    Image.effect_noise((32, 32), 90).convert("RGB").point(
        [*range(256), *range(256), *(v // 2 for v in range(256))]
    ).save(tmp_path / "a.png")
    cache = Cache(tmp_path / "kept")
    conditions = (GRACOL, GRACOL, FOGRA39, load("gracol", 150))
    first, again, other, limit = (fitted(tmp_path / "a.png", cache, c) for c in conditions)
    assert first == again
    assert len({first.digest, other.digest, limit.digest}) == 3
    assert len([path for path in (tmp_path / "kept").rglob("*") if path.is_file()]) == 4  # a size


def test_mode_and_condition_go_together(tmp_path: Path) -> None:
    """Neither inks without a press nor a press without inks."""
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    photo = Library(tmp_path).open(FileName("a.png", WHERE))
    assert isinstance(photo, Photo)
    for mode, condition in (("cmyk", None), ("rgb", GRACOL), ("gray", GRACOL)):
        with pytest.raises(ValueError, match="printing condition"):
            photo.fit(Size(8, 8), HALF, 72, mode, condition)  # type: ignore[arg-type]


def test_drawing_that_needs_a_raster_comes_in_inks(tmp_path: Path) -> None:
    """And its transparency stays."""
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g opacity=".5">'
        '<path fill="#c85a3c" d="M0 0h10v5H0z"/></g></svg>'
    )
    drawing = Library(tmp_path).open(FileName("a.svg", WHERE))
    assert isinstance(drawing, Drawing)
    ink = Color(0, 0, 0)
    raster = drawing.raster(Size(10, 10), 72, palette={}, current=ink, condition=GRACOL)
    assert raster.mode == "cmyk"
    assert zlib.decompress(raster.alpha or b"")[0] in {127, 128}
    expected = [255 * part for part in inks(Color.from_hex("#c85a3c"), GRACOL)]
    assert at(samples(raster), 5, 2) == pytest.approx(expected, abs=5)


def test_the_covers_picture_keeps_its_colors_and_weight() -> None:
    """Under the limit, and under the megabyte that a whole brochure should stay below."""
    raster = fitted(COVER)
    assert raster.encoding == "jpeg"
    assert len(raster.data) < 800_000
    assert most_ink(samples(raster)) < 3 * 255
