"""Which part of a picture a box shows, and where the whole picture would lie around the box."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brochure.geometry import Rect

if TYPE_CHECKING:
    from brochure.fields import Focus
    from brochure.geometry import Size


class Crop(NamedTuple):
    """A part of a picture, in pixels: its top-left corner, width and height, not rounded."""

    x: float
    y: float
    width: float
    height: float


def crop(width: float, height: float, size: Size, focus: Focus) -> Crop:
    """Return the largest part with the proportions of `size`, its center as near `focus` as can be.

    `width` and `height` are the picture's, in pixels. The part lies within the picture and
    contains the focus.
    """
    aspect = size.width / size.height
    part_width = min(width, height * aspect)
    part_height = min(height, width / aspect)
    return Crop(
        min(max(focus.x * width - part_width / 2, 0.0), width - part_width),
        min(max(focus.y * height - part_height / 2, 0.0), height - part_height),
        part_width,
        part_height,
    )


def around(width: float, height: float, part: Crop, size: Size) -> Rect:
    """Return where the whole picture lies, in points, when `part` of it fills `size` at (0, 0)."""
    scale_x, scale_y = size.width / part.width, size.height / part.height
    return Rect(-part.x * scale_x, -part.y * scale_y, width * scale_x, height * scale_y)
