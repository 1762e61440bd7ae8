"""Tint: a photograph's shades → a ramp between two colors, as printers of two inks do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PIL import Image

    from brochure.color import Color
    from brochure.profiles import PrintingCondition

_CUT = 0.5  # percent of pixels at either end that may lose their shade: a spark, a speck of dust
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}


class Tint(msgspec.Struct, frozen=True):
    """The colors that a photograph has in place of its own: its shadows' and its lights'."""

    shadows: Color
    lights: Color

    def over(self, gray: Image.Image, condition: PrintingCondition | None) -> Image.Image:
        """Return the "L" image `gray` in the two colors: "L" where both are gray, else "RGB".

        Its shades are first stretched to the whole range, so that both colors are reached. For a
        press, shades are mixed from the colors' own inks, "CMYK": nowhere is more ink than in the
        richer of the two. Two grays of black ink alone come out as "L", device gray.
        """
        from PIL import Image, ImageOps  # noqa: PLC0415 - 40 ms that a picture seen before saves

        gray = ImageOps.autocontrast(gray, cutoff=_CUT)
        ends = self._inks(condition) if condition else self._parts()
        ramps = [
            [round(255 * (a + (b - a) * level / 255)) for level in range(256)]
            for a, b in zip(*ends, strict=True)
        ]
        planes = [gray.point(ramp) for ramp in ramps]
        return Image.merge(_MODES[len(planes)], planes)

    def _parts(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return both colors' red, green and blue, or their one shade of gray."""
        shadows, lights = (
            (color.red, color.green, color.blue) for color in (self.shadows, self.lights)
        )
        if len({*shadows}) == len({*lights}) == 1:
            return shadows[:1], lights[:1]
        return shadows, lights

    def _inks(self, condition: PrintingCondition) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return both colors' inks, or where they have black alone the gray that it leaves."""
        from brochure.inks import inks  # noqa: PLC0415 - the press alone

        shadows, lights = inks(self.shadows, condition), inks(self.lights, condition)
        if not any(shadows[:3]) and not any(lights[:3]):
            return (1 - shadows[3],), (1 - lights[3],)
        return shadows, lights
