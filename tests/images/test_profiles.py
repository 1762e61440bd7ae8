"""Profiles that are sRGB by another name, and those that are not."""

from __future__ import annotations

import struct

import pytest

from brochure.images.profile import is_srgb

SRGB = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
ADOBE = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))
FORMULA = struct.pack(
    ">4s4xHxx5i", b"para", 3, *(round(v * 65536) for v in (2.4, 1 / 1.055, 0.055 / 1.055,
    1 / 12.92, 0.04045)),
)  # fmt: skip


def gamma(exponent: float) -> bytes:
    """Return a curve that is one power (curveType of one entry)."""
    return struct.pack(">4s4xIHxx", b"curv", 1, round(exponent * 256))


def table(count: int) -> bytes:
    """Return sRGB's curve in so many steps."""
    steps = [i / (count - 1) for i in range(count)]
    values = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in steps]
    return struct.pack(f">4s4xI{count}H", b"curv", count, *(round(v * 65535) for v in values))


def profile(
    curve: bytes, primaries: tuple[tuple[float, ...], ...] = SRGB, space: bytes = b"RGB "
) -> bytes:
    """Return a matrix profile (ICC.1, 8.3.3)."""
    header = struct.pack(">16x4s16x4s88x", space, b"acsp")
    bodies = [struct.pack(">4s4x3i", b"XYZ ", *(round(v * 65536) for v in p)) for p in primaries]
    names = (b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC")
    at, tags, data = 132 + 12 * len(names), b"", b""
    for name, body in zip(names, [*bodies, curve, curve, curve], strict=True):
        tags += struct.pack(">4sII", name, at + len(data), len(body))
        data += body
    return header + struct.pack(">I", len(names)) + tags + data


@pytest.mark.parametrize("curve", [FORMULA, table(1024), table(4096)])
def test_srgb_by_any_curve_is_srgb(curve: bytes) -> None:
    """By formula or in steps."""
    assert is_srgb(profile(curve))


@pytest.mark.parametrize(
    "other",
    [
        profile(FORMULA, ADOBE),
        profile(gamma(1.8)),
        profile(gamma(2.2)),  # near, but up to nine levels off in shadows
        profile(struct.pack(">4s4xI", b"curv", 0)),  # linear light
        profile(FORMULA, space=b"GRAY"),
        profile(FORMULA.replace(b"para\0\0\0\0\0\3", b"para\0\0\0\0\0\0")),
        profile(FORMULA).replace(b"bTRC", b"A2B0"),  # a table, which counts before the matrix
        profile(FORMULA).replace(b"rXYZ", b"none"),
        b"",
    ],
)
def test_any_other_profile_is_not(other: bytes) -> None:
    """It goes through the color engine."""
    assert not is_srgb(other)
