"""The inks of a color: those chosen for it, else those that a printing condition gives it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brochure.color import Color
    from brochure.profiles import Inks, PrintingCondition


def inks(color: Color, condition: PrintingCondition) -> Inks:
    """Return the inks that print `color`, its opacity left aside.

    Inks that a theme chose are kept as they are, whatever the condition's limit.
    """
    return color.cmyk or separated(color.red, color.green, color.blue, condition)


@lru_cache(maxsize=4096)
def separated(red: float, green: float, blue: float, condition: PrintingCondition) -> Inks:
    """Return the inks of an sRGB color within the condition's limit; grays go to black alone.

    So text in any gray has one plate: in four, it would show colored fringes as soon as one of
    them lies a hair off.
    """
    from PIL import Image, ImageCms  # noqa: PLC0415 - load for 40 ms, only if a theme chose no inks

    from brochure.profiles.separation import black_curve, into  # noqa: PLC0415 - the same

    rgb = (round(red * 255), round(green * 255), round(blue * 255))
    if rgb[0] == rgb[1] == rgb[2]:
        return (0.0, 0.0, 0.0, black_curve(condition)[rgb[0]])
    pixel = Image.new("RGB", (1, 1), rgb)
    made = ImageCms.applyTransform(pixel, into(condition, "RGB", exact=True))
    assert made is not None  # noqa: S101 - None only where it is done in place
    cyan, magenta, yellow, black = (ink / 255 for ink in made.tobytes())
    colored = cyan + magenta + yellow
    kept = min(1.0, (condition.total_ink / 100 - black) / colored) if colored else 1.0
    return (cyan * kept, magenta * kept, yellow * kept, black)
