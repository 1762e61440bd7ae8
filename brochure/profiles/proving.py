"""Proof that a profile works, by Pillow's LittleCMS."""

from __future__ import annotations

from io import BytesIO

from PIL import ImageCms


def description(icc: bytes) -> str:
    """Return what the profile of a press says of itself, after proving that it works both ways.

    Raises:
        ValueError: if it is damaged.

    """
    try:
        press = ImageCms.getOpenProfile(BytesIO(icc))
        srgb = ImageCms.createProfile("sRGB")
        ImageCms.buildTransform(srgb, press, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC)
        ImageCms.buildTransform(press, srgb, "CMYK", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
        return (press.profile.profile_description or "").strip()
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError("is broken: LittleCMS cannot convert colors with it") from error
