"""A picture made of vectors: an SVG as shapes, or as pixels where shapes would not be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from brochure.cache import recalled
from brochure.geometry import Size
from brochure.images.limits import EFFECTS
from brochure.images.photo import pack, refusal
from brochure.images.raster import Raster
from brochure.images.refused import Code, RefusedError
from brochure.images.svg.painting import shapes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brochure.cache import Cache
    from brochure.color import Color
    from brochure.fields import FileName
    from brochure.images.limits import Budget
    from brochure.images.svg.marks import Mark
    from brochure.images.svg.scene import Scene
    from brochure.profiles import PrintingCondition
    from brochure.shape import Shape

MAX_PIXELS = 30_000_000  # of a rendering: 11 x 17 in at 400 ppi
COARSEST = 150  # ppi of a rendering that takes much effort; blurs and shadows stay smooth at that

_Head: TypeAlias = "tuple[float, float, tuple[str, ...], float, int]"
"""What the cache keeps: width, height, why a raster is needed, the most pixels that one may have,
where the root starts."""


class Drawing(msgspec.Struct, frozen=True):
    """An SVG of `size` (its viewBox, user units); `digest` is of the file's bytes.

    `needs_raster` names what in it shapes cannot show truly; `raster` must be used then. With more
    than `most_pixels` its effects would take too long.
    """

    path: Path
    digest: str
    size: Size
    needs_raster: tuple[str, ...]
    most_pixels: float
    root_at: int
    named: FileName
    data: bytes
    cache: Cache | None
    budget: Budget

    def shapes(self, palette: Mapping[str, Color], current: Color) -> tuple[Shape, ...]:
        """Return the drawing's shapes, lowest first, in user units from the view's top left.

        `var(--name, …)` is looked up in `palette` by its name, `currentColor` is `current`.

        Raises:
            ValueError: if the drawing needs a raster.

        """
        if self.needs_raster:
            message = f"{self.path.name} has {', '.join(self.needs_raster)}: use its raster"
            raise ValueError(message)
        marks = recalled(self.cache, lambda: _scene(self.data)[1].marks, "marks", self.digest)
        return shapes(marks, palette, current)

    def outlines(self, palette: Mapping[str, Color], current: Color) -> tuple[Shape, ...]:
        """Return the shapes as far as they are known, of a drawing that needs a raster too.

        They are for measuring: what is drawn may be blurred, masked or colored otherwise.
        """
        if not self.needs_raster:
            return self.shapes(palette, current)
        return shapes(_rough(self.data), palette, current)

    def raster(
        self,
        size: Size,
        ppi: float = 600,
        *,
        palette: Mapping[str, Color],
        current: Color,
        condition: PrintingCondition | None = None,
    ) -> Raster:
        """Return the drawing rendered for `size` (points) at `ppi`, with transparency.

        Its colors are sRGB, or the inks that `condition` gives them: those chosen for the palette
        cannot be kept where colors mix. One whose effects would take long is rendered coarser, down
        to `COARSEST`.

        Raises:
            BrochureError: if it cannot be rendered (PIC010), not within reason (PIC012), or not
                together with the others (PIC014).
            ValueError: if `size` or `ppi` is not positive.

        """
        if min(*size, ppi) <= 0:
            message = f"a drawing cannot be rendered for {size} at {ppi} ppi"
            raise ValueError(message)
        scale = self._scale(size, ppi)
        pixels = (max(1, round(size.width * scale)), max(1, round(size.height * scale)))
        colors = sorted((name, repr(color)) for name, color in palette.items())
        look = condition and condition.key
        area = pixels[0] * pixels[1]
        try:
            weight = area + EFFECTS * area / self.most_pixels
            self.budget.spend((look, ppi), (self.digest, pixels, tuple(colors), current), weight)
        except RefusedError as error:
            raise refusal(self.named, error) from error
        packed = recalled(
            self.cache,
            lambda: pack(self._rendered(pixels, palette, current, condition)),
            *("drawn", self.digest, pixels, colors, current, look),
        )
        return Raster(*packed)

    def _scale(self, size: Size, ppi: float) -> float:
        """Return the pixels for each point that are wanted, or as many as are within reason."""
        area = size.width * size.height
        most = (self.most_pixels / area) ** 0.5
        if most * 72 < min(ppi, COARSEST):
            message = "has effects (filters, masks, transparency) that would take too long to draw"
            hint = "use fewer or smaller ones, or export the drawing as a PNG"
            raise refusal(self.named, RefusedError(Code.SVG_UNSAFE, message, hint))
        return float(min(ppi / 72, most, (MAX_PIXELS / area) ** 0.5))

    def _rendered(
        self,
        pixels: tuple[int, int],
        palette: Mapping[str, Color],
        current: Color,
        condition: PrintingCondition | None,
    ) -> Raster:
        from brochure.images.normalize import encode  # noqa: PLC0415 - Pillow loads for 40 ms
        from brochure.images.svg.rendering import render  # noqa: PLC0415 - and resvg

        try:
            image = render(self.data, self.root_at, self.size, pixels, palette, current)
        except RefusedError as error:
            raise refusal(self.named, error) from error
        colors = image.convert("RGB")
        if condition:
            from brochure.images.separation import separated  # noqa: PLC0415 - only for the press

            colors = separated(colors, None, condition)
        return encode(colors, image.getchannel("A"), lossy=False)


def open_drawing(  # noqa: PLR0913, PLR0917 - a file, and what all files share
    path: Path, digest: str, data: bytes, named: FileName, cache: Cache | None, budget: Budget
) -> Drawing:
    """Return the drawing in the SVG file `data`.

    Raises:
        RefusedError: if it is damaged, unsafe, or holds what is never drawn (PIC010 to PIC013).

    """

    def head() -> _Head:
        root_at, scene = _scene(data)
        if cache:  # at once, while the drawing is parsed
            cache.recalled(lambda: scene.marks, "marks", digest)
        return (*scene.size, scene.needs_raster, scene.effort.most_pixels(), root_at)

    kept = recalled(cache, head, "drawing with effort", digest)
    width, height, reasons, most_pixels, root_at = kept
    size = Size(width, height)
    return Drawing(path, digest, size, reasons, most_pixels, root_at, named, data, cache, budget)


def _rough(data: bytes) -> tuple[Mark, ...]:
    """Return what is drawn as far as marks can tell, of a drawing that could be read before."""
    from brochure.images.svg.reading import read_tree  # noqa: PLC0415 - only if not in the cache
    from brochure.images.svg.scene import read_marks  # noqa: PLC0415 - the same

    return read_marks(read_tree(data))


def _scene(data: bytes) -> tuple[int, Scene]:
    """Return where the root element starts, in bytes, and all that is drawn."""
    from brochure.images.svg.reading import read_tree  # noqa: PLC0415 - only if not in the cache
    from brochure.images.svg.scene import read_scene  # noqa: PLC0415 - the same
    from brochure.images.svg.values import LimitError, SvgError  # noqa: PLC0415 - the same

    tree = read_tree(data)
    try:
        scene = read_scene(tree)
    except LimitError as error:
        raise RefusedError(Code.SVG_UNSAFE, f"has {error}", "export the drawing again") from error
    except SvgError as error:
        raise RefusedError(Code.SVG_DAMAGED, f"has {error}", "export the drawing again") from error
    return tree.root_at, scene
