"""A JPEG file's header, read without decoding: size, color, orientation, profile, metadata, end.

Coded data has no checksum, and decoders make something of whatever stands there: pixels that were
lost come out in neon green. Bytes of anything else in their place are seen by the markers that they
happen to hold, one in 256 bytes, most of which cannot stand there. Zeros hold none: a file that was
overwritten with them is taken for sound.
"""

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
_DHT, _DAC, _DQT, _DNL, _DRI = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_DRAWN_BY = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}
"""The application segments that say how to draw the picture, by how they begin."""
_BETWEEN_SCANS = {_SOS, _EOI, _DHT, _DAC, _DQT, _DNL, _DRI, _COM, *range(_APP0, _APP15 + 1)}
"""What can end a scan's coded data (B.2.1, B.2.4, B.2.5); DNL does so in the first scan."""
_ORIENTATION = 0x0112
_SHORT = 3  # TIFF 6.0's number for the type


_SCANS = 50  # programs write up to twenty; each goes over all pixels, and may take no bytes


class JpegHeader(msgspec.Struct, frozen=True):
    """What a JPEG says of itself; width and height in pixels as stored, `end` after its EOI.

    `adobe` is the color transform of its Adobe marker (0 none, 1 YCbCr, 2 YCCK), None without one.
    `metadata` is where the segments lie (start, end) that say nothing of how to draw it.
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
    metadata: tuple[tuple[int, int], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether every PDF reader draws it rightly as it is, its profile left aside."""
        colors = len(self.components) == 1 or (
            len(self.components) == 3  # noqa: PLR2004 - Y, Cb, Cr
            and self.adobe != 0
            and self.components != b"RGB"  # libjpeg takes these for uncoded RGB, some readers not
        )
        return colors and self.bits == 8 and self.frame in _PLAIN_FRAMES and self.orientation == 1  # noqa: PLR2004

    def picture(self, data: bytes) -> bytes:
        """Return the picture of the file `data` without what else cameras and programs put there.

        Exif, XMP, IPTC, comments and provenance records hold places, names, serial numbers and
        thumbnails of what was cropped away; films and second pictures follow after the end. None
        of it belongs in print. The coded picture is not touched, nor how to draw it.
        """
        starts = (0, *(end for _, end in self.metadata))
        ends = (*(start for start, _ in self.metadata), self.end)
        return b"".join(data[start:end] for start, end in zip(starts, ends, strict=True))


def read_header(data: bytes) -> JpegHeader:
    """Return the header of the JPEG file `data`.

    Raises:
        RefusedError: if the file is cut off before its end marker, has no frame, or if coded data
            holds what cannot stand there.

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
        self.metadata: list[tuple[int, int]] = []

    def read(self) -> JpegHeader:
        position = 2
        last = _SOI
        scans = 0
        while True:
            found = _MARKER.search(self.data, position)
            if not found:
                raise _damaged()
            marker = self.data[found.end() - 1]
            if scans and marker not in _BETWEEN_SCANS:
                raise _damaged()
            # A segment between scans is followed by the next, after bytes FF that fill (B.1.1.2).
            if scans and last != _SOS and self.data[position : found.start()].strip(b"\xff"):
                raise _damaged()
            position = found.end()
            if marker == _EOI:
                return self._header(position)
            if marker in {0x01, _SOI}:
                continue
            (length,) = unpack_from(">H", self.data, position)
            if length < 2:  # noqa: PLR2004 - it counts itself
                raise _damaged()
            body = self.data[position + 2 : position + length]
            self._segment(marker, body)
            scans += marker == _SOS
            if scans > _SCANS:
                raise RefusedError(
                    Code.DAMAGED, f"is a JPEG of more than {_SCANS} scans", "export it again"
                )
            last = marker
            if _is_metadata(marker, body):
                self.metadata.append((found.start(), position + length))
            position += length

    def _segment(self, marker: int, body: bytes) -> None:
        if marker == _SOS and not self._is_scan(body):
            raise _damaged()
        if marker in _FRAMES and self.frame is None:
            bits, height, width, count = unpack_from(">BHHB", body)
            self.frame = (width, height, bits, marker, body[6 : 6 + 3 * count : 3])
        elif marker == _APP1 and body.startswith(b"Exif\0\0"):
            self.orientation = _orientation(body[6:])
        elif marker == _APP2 and body.startswith(b"ICC_PROFILE\0"):
            self.profile[body[12]] = body[14:]
        elif marker == _APP14 and body.startswith(b"Adobe"):
            self.adobe = body[11]

    def _is_scan(self, body: bytes) -> bool:
        """Tell whether a scan's header counts its components rightly and has them of the frame."""
        count = body[0]
        components = self.frame[4] if self.frame else b""
        return 0 < count == len(body) / 2 - 2 and {*body[1:-3:2]} <= {*components}

    def _header(self, end: int) -> JpegHeader:
        if self.frame is None or not all(self.frame[:2]):
            raise _damaged()
        width, height, bits, frame, components = self.frame
        profile = b"".join(part for _, part in sorted(self.profile.items())) or None
        return JpegHeader(
            width, height, bits, components, frame, end, self.orientation, self.adobe, profile,
            tuple(self.metadata),
        )  # fmt: skip


def _is_metadata(marker: int, body: bytes) -> bool:
    """Tell whether a segment is an application's or a comment, and says nothing of drawing."""
    if not (_APP0 <= marker <= _APP15 or marker == _COM):
        return False
    return marker not in _DRAWN_BY or not body.startswith(_DRAWN_BY[marker])


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
