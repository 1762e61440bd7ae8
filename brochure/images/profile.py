"""Whether an ICC profile is sRGB by another name, read without a color engine."""

from __future__ import annotations

import struct
from struct import unpack_from

_RED, _GREEN, _BLUE = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
_NEAR = 0.003  # of a colorant, against rounding among the sRGB profiles in use
_CURVE = ((0.1, 0.0100), (0.5, 0.2140), (0.8, 0.6038))  # IEC 61966-2-1 at three places
_NEAR_CURVE = 0.0045  # against rounding; a plain power of 2.2 is up to 9 levels off in shadows


def is_srgb(profile: bytes) -> bool:
    """Tell whether `profile` has sRGB's primaries and tone curve (ICC.1, matrix/TRC profiles)."""
    try:
        return _is_srgb(profile)
    except (struct.error, KeyError, ZeroDivisionError, OverflowError):
        return False


def _is_srgb(profile: bytes) -> bool:
    if profile[16:20] != b"RGB " or profile[36:40] != b"acsp":
        return False
    (count,) = unpack_from(">I", profile, 128)
    tags = {
        bytes(name): start
        for name, start in (
            unpack_from(">4sI", profile, 132 + 12 * i) for i in range(min(count, 100))
        )
    }
    if b"A2B0" in tags:
        return False
    for name, wanted in ((b"rXYZ", _RED), (b"gXYZ", _GREEN), (b"bXYZ", _BLUE)):
        found = unpack_from(">3i", profile, tags[name] + 8)
        if any(abs(f / 65536 - w) > _NEAR for f, w in zip(found, wanted, strict=True)):
            return False
    return all(
        abs(_curve(profile, tags[name], x) - y) < _NEAR_CURVE
        for name in (b"rTRC", b"gTRC", b"bTRC")
        for x, y in _CURVE
    )


def _curve(profile: bytes, start: int, x: float) -> float:
    """Return a tone curve's value at `x` (ICC.1, curveType and parametricCurveType)."""
    if profile[start : start + 4] == b"para":
        (kind,) = unpack_from(">H", profile, start + 8)
        if kind != 3:  # noqa: PLR2004 - the form of IEC 61966-2-1; sRGB is never written otherwise
            return -1.0
        g, a, b, c, d = (v / 65536 for v in unpack_from(">5i", profile, start + 12))
        if x < d:
            return float(c * x)
        return float((a * x + b) ** g) if a * x + b > 0 else -1.0
    (count,) = unpack_from(">I", profile, start + 8)
    if count == 0:
        return x
    if count == 1:
        (gamma,) = unpack_from(">H", profile, start + 12)
        return float(x ** (gamma / 256))
    at = x * (count - 1)
    index = min(int(at), count - 2)
    low, high = unpack_from(">2H", profile, start + 12 + 2 * index)
    return float((low + (high - low) * (at - index)) / 65535)
