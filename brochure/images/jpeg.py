"""A JPEG file's header, read without decoding: size, color, orientation, profile, end."""

from __future__ import annotations

import re
import struct
from struct import unpack_from

import msgspec

from brochure.images.refused import Code, RefusedError

_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # in coded data: not a stuffed FF, not a restart
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15 (ITU T.81, table B.1)
_PLAIN_FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive: all that PDF's DCTDecode has
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APP1, _APP2, _APP14 = 0xE1, 0xE2, 0xEE
_ORIENTATION = 0x0112
_SHORT = 3  # TIFF 6.0's number for the type


class JpegHeader(msgspec.Struct, frozen=True):
    """What a JPEG says of itself; width and height in pixels as stored, `end` after its EOI.

    `adobe` is the color transform of its Adobe marker (0 none, 1 YCbCr, 2 YCCK), None without one.
    """

    width: int
    height: int
    bits: int
    components: bytes
    frame: int
    end: int
    orientation: int = 1
    adobe: int | None = None
    profile: bytes | None = None

    @property
    def is_plain(self) -> bool:
        """Whether every PDF reader draws it rightly as it is, its profile left aside."""
        colors = len(self.components) == 1 or (
            len(self.components) == 3  # noqa: PLR2004 - Y, Cb, Cr
            and self.adobe != 0
            and self.components != b"RGB"  # libjpeg takes these for uncoded RGB, some readers not
        )
        return colors and self.bits == 8 and self.frame in _PLAIN_FRAMES and self.orientation == 1  # noqa: PLR2004


def read_header(data: bytes) -> JpegHeader:
    """Return the header of the JPEG file `data`.

    Raises:
        RefusedError: if the file is cut off before its end marker or has no frame.

    """
    try:
        return _Reader(data).read()
    except (struct.error, IndexError) as error:
        raise _damaged() from error


class _Reader:
    """One walk over the file's segments (ITU T.81, annex B)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.frame: tuple[int, int, int, int, bytes] | None = None
        self.orientation = 1
        self.adobe: int | None = None
        self.profile: dict[int, bytes] = {}

    def read(self) -> JpegHeader:
        position = 2
        while True:
            found = _MARKER.search(self.data, position)
            if not found:
                raise _damaged()
            marker = self.data[found.end() - 1]
            position = found.end()
            if marker == _EOI:
                return self._header(position)
            if marker in {0x01, _SOI}:
                continue
            (length,) = unpack_from(">H", self.data, position)
            self._segment(marker, self.data[position + 2 : position + length])
            position += length

    def _segment(self, marker: int, body: bytes) -> None:
        if marker in _FRAMES and self.frame is None:
            bits, height, width, count = unpack_from(">BHHB", body)
            self.frame = (width, height, bits, marker, body[6 : 6 + 3 * count : 3])
        elif marker == _APP1 and body.startswith(b"Exif\0\0"):
            self.orientation = _orientation(body[6:])
        elif marker == _APP2 and body.startswith(b"ICC_PROFILE\0"):
            self.profile[body[12]] = body[14:]
        elif marker == _APP14 and body.startswith(b"Adobe"):
            self.adobe = body[11]

    def _header(self, end: int) -> JpegHeader:
        if self.frame is None or not all(self.frame[:2]):
            raise _damaged()
        width, height, bits, frame, components = self.frame
        profile = b"".join(part for _, part in sorted(self.profile.items())) or None
        return JpegHeader(
            width, height, bits, components, frame, end, self.orientation, self.adobe, profile
        )


def _orientation(tiff: bytes) -> int:
    """Return the orientation that EXIF's first directory names, 1 where it names none that is."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (start,) = unpack_from(f"{order}I", tiff, 4)
        (count,) = unpack_from(f"{order}H", tiff, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, _, value = unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION and kind == _SHORT:
                return int(value) if 1 <= value <= 8 else 1  # noqa: PLR2004 - EXIF knows eight
    except struct.error:  # a damaged directory says nothing; viewers ignore it too
        pass
    return 1


def _damaged() -> RefusedError:
    return RefusedError(
        Code.DAMAGED, "is a JPEG that is cut off or damaged", "copy or export the picture again"
    )
