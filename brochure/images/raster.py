"""A picture made of pixels, as it goes into the PDF: oriented, cropped, sized and encoded."""

from __future__ import annotations

from typing import Literal

import msgspec


class Raster(msgspec.Struct, frozen=True):
    """Encoded pixels and how to read them.

    `data` holds a JPEG file, or rows of 8-bit samples deflated by zlib; `alpha` one deflated
    8-bit plane of the same size, or None where the picture is opaque. `digest` names the pixels:
    equal digests, equal pictures.
    """

    data: bytes
    encoding: Literal["jpeg", "flate"]
    mode: Literal["gray", "rgb", "cmyk"]
    width: int
    height: int
    digest: str
    alpha: bytes | None = None
