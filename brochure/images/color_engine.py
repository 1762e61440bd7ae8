"""ICC color management, by Pillow's LittleCMS."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an "L", "RGB", "CMYK" or "LAB" image with `profile` as sRGB; gray stays gray.

    The intent is relative colorimetric with black point compensation, the common choice for
    photographs (and Photoshop's). A profile that is damaged or is for another kind of picture
    is ignored, as browsers do.
    """
    gray = image.mode == "L"
    try:
        source = (
            ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
            if image.mode == "LAB"
            else ImageCms.getOpenProfile(BytesIO(profile or b""))
        )
        managed = ImageCms.profileToProfile(
            image,
            source,
            ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        managed = None
    if managed is None:
        return image if gray else image.convert("RGB")
    return managed.getchannel("G") if gray else managed
