"""Pictures as frame items: a photograph cropped to its box, or a drawing scaled into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.fields import Focus
from brochure.frame import Image
from brochure.geometry import Rect
from brochure.images import Drawing
from brochure.problems import BrochureError

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.color import Color
    from brochure.fields import FileName
    from brochure.images import Photo


def opened(setting: Setting, file: FileName) -> Photo | Drawing | None:
    """Return the picture, or None after its problem was noted."""
    try:
        return setting.pictures.open(file)
    except BrochureError as error:
        setting.problems.extend(p for p in error.problems if p not in setting.problems)
        return None


def natural_height(picture: Photo | Drawing, width: float) -> float:
    """Return the height in points at which a picture `width` points wide keeps its proportions."""
    if isinstance(picture, Drawing):
        return width * picture.size.height / picture.size.width
    return width * picture.height / picture.width


def covering(
    setting: Setting,
    picture: Photo | Drawing,
    box: Rect,
    focus: Focus,
    ink: Color | None = None,
) -> Image:
    """Return the picture filling `box`, cropped where its proportions differ, `focus` kept.

    `ink` is what a drawing's `currentColor` means; the panel's ink where it is left out.
    """
    current = ink or setting.color("ink")
    palette: dict[str, Color] = {}
    if isinstance(picture, Drawing):
        palette = {**setting.theme.palette, "currentColor": current}
    return Image(box, picture, focus, palette)


def containing(setting: Setting, picture: Photo | Drawing, box: Rect) -> tuple[Image, float]:
    """Return the whole picture as large as `box` allows, at its top left, and its width."""
    natural = natural_height(picture, 1.0)
    width = min(box.width, box.height / natural)
    area = Rect(box.x, box.y, width, width * natural)
    return covering(setting, picture, area, Focus()), width
