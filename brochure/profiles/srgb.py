"""The sRGB profile, made from its definition: 500 bytes that need no file and no color engine."""

from __future__ import annotations

import struct
from functools import cache

# IEC 61966-2-1, adapted to the D50 of profiles by Bradford's method (ICC.1:2010, annex E).
_RED, _GREEN, _BLUE = (
    (0.43607, 0.22249, 0.01392),
    (0.38515, 0.71687, 0.09708),
    (0.14307, 0.06061, 0.71410),
)
_D50 = (0.9642, 1.0, 0.8249)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""g, a, b, c and d of parametric curve type 3: (ax + b)^g from d on, cx below."""


@cache
def srgb() -> bytes:
    """Return the ICC profile of sRGB (ICC.1:2010, version 4: a matrix and one curve)."""
    curve = b"para" + struct.pack(">4x2H5i", 3, 0, *map(_fixed, _CURVE))
    tags = [
        (b"desc", _words("sRGB IEC61966-2.1")),
        (b"cprt", _words("No copyright, use freely")),
        (b"wtpt", _xyz(_D50)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    start = 128 + 4 + 12 * len(tags)
    table, body, places = [], b"", dict[bytes, int]()
    for name, data in tags:
        if data not in places:  # one curve serves all three
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table.append(struct.pack(">4s2I", name, places[data], len(data)))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44x",
        start + len(body),
        b"\0\0\0\0",
        0x04200000,  # version 4.2, the one that PDF 1.7 names
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),  # a date that does not change
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        b"\0\0\0\0",
        0,
        0,
        *map(_fixed, _D50),
        b"\0\0\0\0",
    )
    return header + struct.pack(">I", len(tags)) + b"".join(table) + body


def _fixed(value: float) -> int:
    """Return a number as s15Fixed16."""
    return round(value * 65536)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + struct.pack(">4x3i", *map(_fixed, value))


def _words(text: str) -> bytes:
    """Return a multiLocalizedUnicodeType of one English text."""
    said = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">4x2I2s2s2I", 1, 12, b"en", b"US", len(said), 28) + said
