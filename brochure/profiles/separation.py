"""From sRGB and other profiles into the inks of a printing condition, by Pillow's LittleCMS.

Colors become inks relative to the paper's white, with black point compensation: the common choice
for pictures, and Photoshop's.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

if TYPE_CHECKING:
    from brochure.profiles.condition import PrintingCondition

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FAST = ImageCms.Flags.BLACKPOINTCOMPENSATION
# Every color through the profile's own curves: eight times as long for a picture (760 ms for three
# million pixels, not 90), but built in 0.2 ms, not 10, so that it is also the quick one for few.
_EXACT = _FAST | ImageCms.Flags.NOOPTIMIZE
_STEP = 15  # of 255: over it, the 8-bit Lab of black's tints is smooth again


@lru_cache(maxsize=8)  # a brochure has one or two profiles beside sRGB
def into(
    condition: PrintingCondition, mode: str, source: bytes | None = None, *, exact: bool = False
) -> ImageCms.ImageCmsTransform:
    """Return the transform of "RGB", "LAB" or "CMYK" pixels, by their profile, into inks.

    Without a profile `source`, "RGB" is sRGB and "LAB" is the ICC's Lab. Building one takes 10 ms.

    Raises:
        ValueError: if a profile is damaged, or `source` is for other pixels.

    """
    try:
        own = ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB")
        return ImageCms.buildTransform(
            ImageCms.getOpenProfile(BytesIO(source)) if source else own,
            ImageCms.getOpenProfile(BytesIO(condition.icc)),
            mode,
            "CMYK",
            _INTENT,
            _EXACT if exact else _FAST,
        )
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError("is broken: LittleCMS cannot convert colors with it") from error


@cache
def black_curve(condition: PrintingCondition) -> tuple[float, ...]:
    """Return the tint of black, 0 to 1, that prints each gray of sRGB from 0 to 255.

    It has the gray's luminance, black point compensated: black is solid black, white is paper.
    The plain complement would print middle gray too light by 10 L* (FOGRA39: 65.5, not 55.5).
    """
    tints = range(0, 256, _STEP)
    ramp = Image.new("CMYK", (len(tints), 1))
    ramp.putdata([(0, 0, 0, tint) for tint in tints])
    lab = ImageCms.profileToProfile(
        ramp,
        ImageCms.getOpenProfile(BytesIO(condition.icc)),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")),
        renderingIntent=_INTENT,
        outputMode="LAB",
        flags=ImageCms.Flags.NOOPTIMIZE,
    )
    assert lab is not None  # noqa: S101 - None only where it is done in place
    lightness = [value / 255 * 100 for value in lab.getchannel("L").tobytes()]
    solid = _luminance(lightness[-1])
    return tuple(
        _between(_lightness(solid + (1 - solid) * _linear(gray / 255)), lightness, tints)
        for gray in range(256)
    )


def _between(wanted: float, lightness: list[float], tints: range) -> float:
    """Return the tint of that lightness, between the two measured next to it."""
    below = bisect_left(lightness, -wanted, key=lambda value: -value)
    if below == 0:
        return 0.0
    if below == len(lightness):
        return 1.0
    lighter, darker = lightness[below - 1], lightness[below]
    return (tints[below - 1] + _STEP * (lighter - wanted) / (lighter - darker)) / 255


def _linear(part: float) -> float:
    """Return the luminance of a gray of sRGB (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _luminance(lightness: float) -> float:
    """Return Y, 0 to 1, of L* (CIE 15)."""
    root = (lightness + 16) / 116
    return root**3 if lightness > 8 else lightness * 27 / 24389  # noqa: PLR2004 - CIE's kink


def _lightness(luminance: float) -> float:
    """Return L* of Y, 0 to 1 (CIE 15)."""
    kink = 216 / 24389
    return 116 * luminance ** (1 / 3) - 16 if luminance > kink else luminance * 24389 / 27
