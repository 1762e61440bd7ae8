"""The inks of a picture where something prints over it, as the press edition has them."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from brochure.color import BLACK
from brochure.frame import Image as Picture
from brochure.images import Drawing, Raster
from brochure.images.crop import around, crop

if TYPE_CHECKING:
    from brochure.geometry import Rect
    from brochure.preflight.placed import Inked
    from brochure.profiles import PrintingCondition

_COARSE = 72.0  # ppi of drawings: their areas are large or of no account


def inks_under(
    found: Inked, box: Rect, ppi: float, condition: PrintingCondition
) -> Image.Image | None:
    """Return what of the picture `found` prints within `box`, as "CMYK" pixels.

    None where none of it does, and where it prints in black alone. A drawing's inks are those of
    its rendering, which are about the ones that a theme chose.

    Raises:
        BrochureError: if the picture's pixels turn out to be damaged.

    """
    assert isinstance(found.item, Picture)  # noqa: S101 - `Page.under` returns no other
    raster, area = _printed(found.item, ppi, condition)
    if raster.mode != "cmyk":
        return None
    inner = found.matrix.inverse().box(box)
    across, down = raster.width / area.width, raster.height / area.height
    part = (
        max(round((inner.x - area.x) * across), 0),
        max(round((inner.y - area.y) * down), 0),
        min(round((inner.right - area.x) * across), raster.width),
        min(round((inner.bottom - area.y) * down), raster.height),
    )
    if part[0] >= part[2] or part[1] >= part[3]:
        return None
    return _samples(raster).crop(part)


def _printed(picture: Picture, ppi: float, condition: PrintingCondition) -> tuple[Raster, Rect]:
    """Return the pixels of `picture`, and where they lie before it is moved to its page."""
    source, rect = picture.source, picture.rect
    if isinstance(source, Raster):
        return source, rect
    if isinstance(source, Drawing):
        part = crop(*source.size, rect.size, picture.focus)
        area = around(*source.size, part, rect.size).moved(rect.x, rect.y)
        current = picture.palette.get("currentColor", BLACK)
        raster = source.raster(
            area.size, _COARSE, palette=picture.palette, current=current, condition=condition
        )
        return raster, area
    fitted = source.fit(rect.size, picture.focus, ppi, "cmyk", condition)
    return fitted.raster, fitted.box.moved(rect.x, rect.y)


def _samples(raster: Raster) -> Image.Image:
    """Return the pixels of a raster in inks; where it is transparent there is none of its own."""
    if raster.encoding == "jpeg":
        # Pillow takes every JPEG in four inks for Adobe's, which are negatives.
        return ImageChops.invert(Image.open(BytesIO(raster.data)))
    size = raster.width, raster.height
    pixels = Image.frombytes("CMYK", size, zlib.decompress(raster.data))
    if raster.alpha is None:
        return pixels
    alpha = Image.frombytes("L", size, zlib.decompress(raster.alpha))
    return Image.composite(pixels, Image.new("CMYK", size), alpha)
