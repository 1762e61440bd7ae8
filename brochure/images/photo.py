"""A picture made of pixels: what is known of it without decoding, and its fitting to a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec.structs import astuple

from brochure.cache import recalled
from brochure.geometry import Rect, Size
from brochure.images.crop import around, crop
from brochure.images.limits import JPEG_SHARE
from brochure.images.profile import is_srgb
from brochure.images.raster import Raster
from brochure.images.refused import RefusedError
from brochure.problems import BrochureError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.cache import Cache
    from brochure.fields import FileName, Focus
    from brochure.images.crop import Crop
    from brochure.images.jpeg import JpegHeader
    from brochure.images.limits import Budget
    from brochure.images.raster import Mode, Target
    from brochure.images.tint import Tint
    from brochure.profiles import PrintingCondition

_SHOWN = 0.75  # of a JPEG's area: above it, clipping costs fewer bytes and less time than recoding
_DENSER = 1.25  # times the wanted ppi: what a JPEG may have before shrinking it saves much


class Fitted(msgspec.Struct, frozen=True):
    """A raster and the box it must fill, in points, relative to the printed size at (0, 0).

    The box reaches beyond the size where cropping is left to a clip.
    """

    raster: Raster
    box: Rect


class Photo(msgspec.Struct, frozen=True):
    """A picture of `width` by `height` pixels as seen upright; `digest` is of the file's bytes.

    With a `tint` it is shown in that instead of its own colors.
    """

    path: Path
    digest: str
    width: int
    height: int
    jpeg: JpegHeader | None
    named: FileName
    data: bytes
    cache: Cache | None
    budget: Budget
    tint: Tint | None = None

    def fit(
        self,
        size: Size,
        focus: Focus,
        ppi: float = 300,
        mode: Mode = "rgb",
        condition: PrintingCondition | None = None,
    ) -> Fitted:
        """Return the picture cropped to the proportions of `size` (points), for `ppi` in print.

        The part shown lies as near `focus` as can be. It is resampled down to `ppi`, never up,
        and turned into upright sRGB ("rgb", where a gray picture stays gray), gray, or the inks of
        `condition` ("cmyk", where a gray picture goes to black alone, as gray). A JPEG that is
        already in sRGB or gray is not coded again: it keeps its bytes but for metadata, cropped by
        its box; for the press the total ink of every picture is looked at, so each is decoded.

        Raises:
            BrochureError: if the pixels turn out to be damaged (PIC007), or with those of others
                are more than can be shown within reason (PIC014).
            ValueError: if `size` or `ppi` is not positive, or only one of mode "cmyk" and a
                condition is given.

        """
        if min(*size, ppi) <= 0:
            message = f"a picture cannot be fitted to {size} at {ppi} ppi"
            raise ValueError(message)
        target = _target(mode, condition)
        part = crop(self.width, self.height, size, focus)
        if self.jpeg and self._passes(self.jpeg, part, size, ppi, target):
            raster = _passed(self.jpeg, self.data, self.digest)
            return Fitted(raster, around(self.width, self.height, part, size))
        scale = min(1.0, ppi * size.width / 72 / part.width)
        pixels = (max(1, round(part.width * scale)), max(1, round(part.height * scale)))
        weight = self.width * self.height * (JPEG_SHARE if self.jpeg else 1.0)
        look = target if isinstance(target, str) else target.key
        try:
            self.budget.spend((look, ppi), (self.digest, part, pixels, self.tint), weight)
        except RefusedError as error:
            raise refusal(self.named, error) from error
        return Fitted(self._normalized(part, pixels, target), Rect(0, 0, *size))

    def _passes(self, jpeg: JpegHeader, part: Crop, size: Size, ppi: float, target: Target) -> bool:
        """Tell whether the file's own bytes serve."""
        shown = part.width * part.height / (self.width * self.height)
        return (
            self.tint is None
            and jpeg.is_plain
            and shown > _SHOWN
            and part.width * 72 / size.width <= ppi * _DENSER
            and (target == "rgb" or (target == "gray" and len(jpeg.components) == 1))
            and (jpeg.profile is None or (len(jpeg.components) > 1 and is_srgb(jpeg.profile)))
        )

    def _normalized(self, part: Crop, pixels: tuple[int, int], target: Target) -> Raster:
        """Return the part decoded, resampled to `pixels` and coded again, kept in the cache."""
        look = target if isinstance(target, str) else target.key

        def made() -> Any:  # noqa: ANN401 - see `pack`
            return pack(self._decoded(part, pixels, target))

        named = ("raster", self.digest, tuple(part), pixels, look)
        tinted = (*named, repr(self.tint)) if self.tint else named
        return Raster(*recalled(self.cache, made, *tinted))

    def _decoded(self, part: Crop, pixels: tuple[int, int], target: Target) -> Raster:
        from brochure.images.normalize import normalize  # noqa: PLC0415 - Pillow loads for 40 ms

        try:
            return normalize(self.data, part, pixels, target, self.jpeg, self.tint)
        except RefusedError as error:
            raise refusal(self.named, error) from error


def refusal(file: FileName, error: RefusedError) -> BrochureError:
    """Return what was refused as a problem at the place where the author named the file."""
    message = f"{file.name} {error.message}"
    return BrochureError(Problem(error.code.value, message, file.where, error.hint))


def _target(mode: Mode, condition: PrintingCondition | None) -> Target:
    if mode != "cmyk" and condition is None:
        return mode
    if mode == "cmyk" and condition is not None:
        return condition
    message = 'mode "cmyk" needs a printing condition, and no other mode takes one'
    raise ValueError(message)


def _passed(jpeg: JpegHeader, data: bytes, digest: str) -> Raster:
    """Return the file's own coded picture; where and by whom it was taken is left out."""
    mode: Literal["gray", "rgb"] = "gray" if len(jpeg.components) == 1 else "rgb"
    return Raster(jpeg.picture(data), "jpeg", mode, jpeg.width, jpeg.height, digest)


def pack(raster: Raster) -> Any:  # noqa: ANN401 - the fields, which a Raster takes back
    """Return the raster as the cache keeps it."""
    return astuple(raster)
