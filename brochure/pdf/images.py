"""Rasters as image XObjects, their encoded bytes as they are (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.objects import Stream, add

if TYPE_CHECKING:
    from brochure.images import Raster
    from brochure.pdf.engine import PDFDocument

_SPACES = {"gray": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}
_FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}
_ADOBE = b"\xff\xee\x00\x0eAdobe"  # the APP14 segment: such CMYK files hold ink negatives


def image(raster: Raster, document: PDFDocument) -> Stream:
    """Return `raster` as an image, its alpha (if any) added to `document` as its soft mask."""
    keys: dict[str, object] = {}
    if raster.alpha is not None:
        keys["SMask"] = add(document, _samples(raster, raster.alpha, "/DeviceGray", "/FlateDecode"))
    if raster.encoding == "jpeg" and raster.mode == "cmyk" and _ADOBE in raster.data:
        keys["Decode"] = "[1 0 1 0 1 0 1 0]"
    return _samples(raster, raster.data, _SPACES[raster.mode], _FILTERS[raster.encoding], **keys)


def _samples(raster: Raster, data: bytes, space: str, encoding: str, **keys: object) -> Stream:
    return Stream(
        data,
        Type="/XObject",
        Subtype="/Image",
        Width=raster.width,
        Height=raster.height,
        ColorSpace=space,
        BitsPerComponent=8,
        Filter=encoding,
        **keys,
    )
