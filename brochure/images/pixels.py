"""Decode: picture file → Pillow image, upright, in one of L, RGB, CMYK or LAB, with alpha apart.

Formats are told by content; what a file claims of its size is believed before it is decoded.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from brochure.images.limits import check_pixels, too_many
from brochure.images.refused import Code, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.images.jpeg import JpegHeader

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
)
_PNG = b"\x89PNG\r\n\x1a\n"
_WHITE_IS_ZERO, _PHOTOMETRIC = 0, 262  # TIFF 6.0
_DEEP = 65535

_T = TypeVar("_T")


def measure(data: bytes) -> tuple[int, int]:
    """Return the upright width and height in pixels, after decoding all of the picture once.

    A PNG's checksums are looked at here, too: what is wrong by a few bits decodes to other pixels.

    Raises:
        RefusedError: if the format is unknown, the pixels are too many, or some are missing or
            wrong.

    """

    def upright_size(image: Image.Image) -> tuple[int, int]:
        image.load()
        if image.format == "PNG":
            _check_sums(data)
        turned = image.getexif().get(0x0112, 1) in {5, 6, 7, 8}
        return (image.height, image.width) if turned else image.size

    return _with_image(data, upright_size)


def decode(
    data: bytes, jpeg: JpegHeader | None, smallest: tuple[int, int]
) -> tuple[Image.Image, Image.Image | None]:
    """Return the picture's colors and, if it has one, its alpha plane ("L").

    A JPEG may come out smaller than stored, though not below `smallest` pixels (upright).
    The colors' ICC profile stays in `info["icc_profile"]`.

    Raises:
        RefusedError: as `measure` does.

    """

    def read(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
        if jpeg:
            wanted = smallest[::-1] if jpeg.orientation > 4 else smallest  # noqa: PLR2004 - turned
            image.draft(None, wanted)
        image.load()
        profile = image.info.get("icc_profile")
        negative = getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _WHITE_IS_ZERO
        ImageOps.exif_transpose(image, in_place=True)  # else it copies what stands upright, too
        if jpeg and image.mode == "CMYK" and jpeg.adobe is None:
            image = ImageChops.invert(image)  # Pillow takes every CMYK JPEG for Adobe's negative
        colors, alpha = _separate(image, negative=negative)
        colors.info = {"icc_profile": profile} if profile else {}
        return colors, alpha

    return _with_image(data, read)


def _check_sums(png: bytes) -> None:
    """Look at the checksums of a PNG's critical chunks (ISO/IEC 15948, 5.3), pixels among them.

    Others may be wrong: programs that write metadata into a file have left them so.

    Raises:
        ValueError: if one is wrong.

    """
    position, view = len(_PNG), memoryview(png)  # of which a part is no copy
    while position + 12 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, position)
        end = position + 8 + length
        is_critical = kind[:1].isupper()
        if is_critical and view[end : end + 4] != zlib.crc32(view[position + 4 : end]).to_bytes(4):
            message = f"the checksum of a chunk {kind!r} is wrong"
            raise ValueError(message)
        if kind == b"IEND":
            return
        position = end + 4


def _with_image(data: bytes, use: Callable[[Image.Image], _T]) -> _T:
    """Return what `use` makes of the opened picture, Pillow's many errors turned into ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged metadata, and sizes, which are checked below
        try:
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                check_pixels(image.width, image.height, jpeg=image.format == "JPEG")
                return use(image)
        except UnidentifiedImageError as error:
            if data.startswith(_PNG):
                raise _damaged() from error
            raise RefusedError(
                Code.UNKNOWN,
                "is not a picture of a known format",
                "use JPEG, PNG, WebP, TIFF, GIF, BMP or SVG; a new file name does not convert it",
            ) from error
        except Image.DecompressionBombError as error:
            raise too_many("far too many pixels") from error
        except _DAMAGE as error:
            raise _damaged() from error


def _damaged() -> RefusedError:
    return RefusedError(Code.DAMAGED, "is cut off or damaged", "copy or export the picture again")


def _separate(image: Image.Image, *, negative: bool) -> tuple[Image.Image, Image.Image | None]:
    """Return the colors in a mode that resamples rightly, and the alpha if not fully opaque.

    `negative` is a TIFF whose zero is white, which Pillow turns only at 8 bits.
    """
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        gray = _shallow(image)
        return ImageChops.invert(gray) if negative else gray, None
    if image.mode == "PA" or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode in {"RGBA", "LA", "RGBa", "La"}:
        straight = image if image.mode.isupper() else image.convert(image.mode.upper())
        alpha = straight.getchannel("A")
        colors = straight.convert(straight.mode[:-1])
        return colors, None if alpha.getextrema() == (255, 255) else alpha
    if image.mode == "1":
        return image.convert("L"), None
    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        return image, None
    return image.convert("RGB"), None


def _shallow(image: Image.Image) -> Image.Image:
    """Return deep gray as 8-bit gray: 16 bits by their range, other depths by their brightest."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point([round(v / 257) for v in range(_DEEP + 1)], "L")
    brightest = image.getextrema()[1]
    assert isinstance(brightest, int | float)  # noqa: S101 - of one band: Pillow's type is wider
    full = next((top for top in (1.0, 255.0, _DEEP) if brightest <= top), brightest)
    if image.mode == "I" and full < _DEEP:
        full = 255.0
    return image.convert("F").point(lambda v: v * (255 / full) + 0.5).convert("L")
