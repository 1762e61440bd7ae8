"""Pictures as frame items: a photograph cropped to its box, or a drawing scaled into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.fields import Focus
from brochure.frame import Group, Image
from brochure.geometry import Matrix, Rect, Size
from brochure.images import Drawing
from brochure.problems import BrochureError
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.color import Color
    from brochure.fields import FileName
    from brochure.frame import Item
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
) -> Item:
    """Return the picture filling `box`, cropped where its proportions differ, `focus` kept.

    `ink` is what a drawing's `currentColor` means; the panel's ink where it is left out.
    """
    current = ink or setting.color("ink")
    clip = rectangle(box)
    if not isinstance(picture, Drawing):
        fitted = picture.fit(box.size, focus, ppi=setting.edition.ppi)
        image = Image(fitted.box.moved(box.x, box.y), fitted.raster)
        return Group((image,), clip=clip)
    scale = max(box.width / picture.size.width, box.height / picture.size.height)
    size = Size(picture.size.width * scale, picture.size.height * scale)
    x = box.x - _overhang(size.width, box.width, focus.x)
    y = box.y - _overhang(size.height, box.height, focus.y)
    palette = setting.theme.palette
    if picture.needs_raster:
        raster = picture.raster(size, palette=palette, current=current)
        return Group((Image(Rect(x, y, *size), raster),), clip=clip)
    placed = Group(picture.shapes(palette, current), Matrix(scale, 0, 0, scale, x, y))
    # Always: what a drawing holds beyond its view box is not to be seen (SVG 1.1, 14.3.3).
    return Group((placed,), clip=clip)


def containing(setting: Setting, picture: Photo | Drawing, box: Rect) -> tuple[Item, float]:
    """Return the whole picture as large as `box` allows, at its top left, and its width."""
    natural = natural_height(picture, 1.0)
    width = min(box.width, box.height / natural)
    area = Rect(box.x, box.y, width, width * natural)
    return covering(setting, picture, area, Focus()), width


def _overhang(size: float, room: float, focus: float) -> float:
    """Return how much of `size` to cut at its start so that `focus` comes nearest to the middle."""
    return min(max(size * focus - room / 2, 0.0), size - room)
