"""Metadata: where, when and by whom a picture was taken is never published with it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD

from brochure import build
from brochure.geometry import Size
from brochure.images.jpeg import read_header
from tests.images.picture_samples import HALF, code, image_of, photo, whole

if TYPE_CHECKING:
    from pathlib import Path

NAME = b"Jane Roe"
SECOND = b"\xff\xd8\xff\xe0a second picture or a film"


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG (ITU T.81, B.1.1.4)."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def picture(mode: str = "RGB") -> Image.Image:
    """Return a picture in which any change of the coded data would show."""
    ramp, rings = Image.linear_gradient("L"), Image.radial_gradient("L")
    return Image.merge("RGB", (ramp, rings, ramp.rotate(90))).resize((64, 48)).convert(mode)


def saved(image: Image.Image, **options: object) -> bytes:
    """Return `image` as a JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


def located(image: Image.Image, **options: object) -> bytes:
    """Return `image` as a JPEG with the place where it was taken, and all else that cameras add."""
    exif = Image.Exif()
    exif[0x013B] = NAME.decode()  # artist
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (29.0, 25.0, 30.0)
    data = saved(image, exif=exif, **options)
    added = (
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + NAME)
        + segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + NAME)
        + segment(0xE0, b"JFXX\0\x10" + NAME)  # a thumbnail, of what was cropped away too
        + segment(0xE2, b"FPXR\0" + NAME)  # FlashPix, which shares its marker with ICC profiles
        + segment(0xEB, b"JP\0\0jumb" + NAME)  # C2PA's record of provenance
        + segment(0xFE, NAME)
    )
    return data[:2] + added + data[2:] + SECOND + NAME


def passed(folder: Path, data: bytes) -> bytes:
    """Return the bytes of a JPEG as they go into the PDF."""
    (folder / "a.jpg").write_bytes(data)
    raster = whole(photo(folder, "a.jpg"))
    assert raster.encoding == "jpeg"
    return raster.data


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"dpi": (300, 300)}]
)
def test_jpeg_without_metadata_passes_byte_for_byte(
    tmp_path: Path, options: dict[str, object]
) -> None:
    """Nothing is to be left out: the very file passes."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(picture(), icc_profile=srgb, **options)
    assert passed(tmp_path, data) == data


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("progressive", [False, True])
def test_metadata_is_left_out_and_the_coded_picture_is_not_touched(
    tmp_path: Path, mode: str, *, progressive: bool
) -> None:
    """What is left is, to the byte, the file that would have been saved without metadata."""
    data = located(picture(mode), progressive=progressive)
    original = Image.open(io.BytesIO(data))
    assert original.getexif().get_ifd(IFD.GPSInfo)  # it is there to lose
    assert data.count(NAME) == 8
    found = passed(tmp_path, data)
    assert found == saved(picture(mode), progressive=progressive)
    image = Image.open(io.BytesIO(found))
    assert not image.getexif()
    assert image.tobytes() == original.tobytes()


def test_metadata_between_the_scans_of_a_progressive_jpeg_is_left_out(tmp_path: Path) -> None:
    """Segments may stand before any scan, not only before the first."""
    plain = saved(picture(), progressive=True)
    second = plain.index(b"\xff\xda", plain.index(b"\xff\xda") + 1)
    at = plain.rindex(b"\xff\xc4", 0, second)  # the tables that go before that scan
    data = plain[:at] + segment(0xE1, b"Exif\0\0" + NAME) + plain[at:]
    assert passed(tmp_path, data) == plain


def test_picture_that_is_coded_again_keeps_no_metadata(tmp_path: Path) -> None:
    """Comments too would else be copied (by Pillow)."""
    (tmp_path / "a.jpg").write_bytes(located(picture()))
    raster = photo(tmp_path, "a.jpg").fit(Size(10, 30), HALF, 72).raster
    assert (raster.width, raster.height, raster.encoding) == (10, 30, "jpeg")
    assert NAME not in raster.data
    assert read_header(raster.data).metadata == ()
    assert image_of(raster).info.keys() == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_damaged_segment_is_refused(tmp_path: Path) -> None:
    """A segment's length counts its own two bytes."""
    data = saved(picture())
    (tmp_path / "a.jpg").write_bytes(data[:2] + b"\xff\xe1\0\1" + data[2:])
    assert code(tmp_path, "a.jpg") == "PIC007"


def test_no_place_is_found_in_a_brochure(small: Path) -> None:
    """The whole way from the camera's file to the PDF, read back by another library."""
    (small.parent / "a.jpg").write_bytes(located(picture()))
    small.write_text(small.read_text().replace("  - contact", "  - picture: a.jpg\n  - contact"))
    (path,) = build(small, small.parent / "out", editions=["office"])
    with pikepdf.open(path) as pdf:
        streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        photos = [o.read_raw_bytes() for o in streams if o.get("/Filter") == "/DCTDecode"]
    assert photos == [saved(picture())]
    assert NAME not in path.read_bytes()
