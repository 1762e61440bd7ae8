"""A picture made of pixels, as it goes into the PDF: oriented, cropped, sized and encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition

Mode: TypeAlias = Literal["rgb", "gray", "cmyk"]
Target: TypeAlias = "Literal['rgb', 'gray'] | PrintingCondition"
"""What a picture's colors become."""


class Raster(msgspec.Struct, frozen=True):
    """Encoded pixels and how to read them.

    `data` holds a JPEG file, or rows of 8-bit samples deflated by zlib; `alpha` one deflated
    8-bit plane of the same size, or None where the picture is opaque. `digest` names the pixels:
    equal digests, equal pictures.
    """

    data: bytes
    encoding: Literal["jpeg", "flate"]
    mode: Mode
    width: int
    height: int
    digest: str
    alpha: bytes | None = None
