"""Pictures of a folded sheet, as a reader opens it: panels lying on a desk, in soft light.

Nothing is seen in perspective: each panel keeps its pixels, so that type can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from brochure.folds.unfolding import views
from brochure.geometry import INCH, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.folds.unfolding import Face, View
    from brochure.model import Brochure
    from brochure.proof.rendering import Page

Box: TypeAlias = tuple[int, int, int, int]

_DESK = (226, 222, 215)
_PAPER = (255, 255, 255)
_SHADE = (38, 32, 28)
_MARGIN = 0.5 * INCH  # of desk around the paper
_BLUR, _DROP, _DEPTH = 0.05 * INCH, 0.025 * INCH, 0.5  # a shadow's softness, offset and darkness
_CREASE, _DARKEST = 0.14 * INCH, 0.17  # how far paper darkens toward a fold, and how much at it
_NEAR = 0.01  # pt


def folded(brochure: Brochure, pages: Mapping[str, Page]) -> list[Image.Image]:
    """Return what a reader sees at each step of unfolding, from the pages of both sides by name."""
    found = views(brochure.fold, brochure.paper)
    ppi = next(iter(pages.values())).ppi
    return [_laid(view, pages, brochure.paper.size, ppi / INCH) for view in found]


def _laid(view: View, pages: Mapping[str, Page], sheet: Size, scale: float) -> Image.Image:
    """Return one view: layer after layer, each with its shadow on what lies beneath."""
    left, top = min(face.place.x for face in view), min(face.place.y for face in view)
    boxes = {face: _pixels(face.place.moved(-left, -top), scale) for face in view}
    margin = round(_MARGIN * scale)
    width, height = (max(box[at] for box in boxes.values()) for at in (2, 3))
    desk = Image.new("RGB", (width + 2 * margin, height + 2 * margin), _DESK)
    for layer in _layers(view):
        lying = [_moved(boxes[face], margin) for face in layer]
        desk.paste(_SHADE, mask=_shadow(desk.size, lying, scale))
        for face, box in zip(layer, lying, strict=True):
            desk.paste(_lit(face, pages.get(face.side), sheet, box, scale), box[:2])
    return desk


def _layers(view: View) -> list[list[Face]]:
    """Return the faces layer by layer, the lowest first: one lies on whatever it covers."""
    heights: list[int] = []
    for at, face in enumerate(view):
        under = [heights[i] for i, other in enumerate(view[:at]) if _overlap(face, other)]
        heights.append(max(under, default=-1) + 1)
    count = max(heights) + 1
    return [[f for f, h in zip(view, heights, strict=True) if h == at] for at in range(count)]


def _overlap(one: Face, other: Face) -> bool:
    a, b = one.place, other.place
    across = min(a.right, b.right) - max(a.x, b.x)
    return across > _NEAR and min(a.bottom, b.bottom) - max(a.y, b.y) > _NEAR


def _lit(face: Face, page: Page | None, sheet: Size, box: Box, scale: float) -> Image.Image:
    """Return the picture of a face, as large as `box`, darker toward its folds."""
    size = (box[2] - box[0], box[3] - box[1])
    if page is None:
        picture = Image.new("RGB", size, _PAPER)
    else:
        origin = page.sheet.trim or Rect(0, 0, *sheet)
        picture = page.cut(face.part.moved(origin.x, origin.y), size)
    picture.paste(_SHADE, mask=_creases(face.part, sheet, size, scale))
    return picture.transpose(Image.Transpose.ROTATE_180) if face.turned else picture


def _creases(part: Rect, sheet: Size, size: tuple[int, int], scale: float) -> Image.Image:
    """Return how dark a face is, from 0 at its middle to the most at edges that are folds."""
    width, height = size
    reach = _CREASE * scale
    across = [0.0] * width
    down = [0.0] * height
    for at in range(width):
        near = min(
            at if part.x > _NEAR else reach,
            width - 1 - at if part.right < sheet.width - _NEAR else reach,
            reach,
        )
        across[at] = (1 - near / reach) ** 2
    for at in range(height):
        near = min(
            at if part.y > _NEAR else reach,
            height - 1 - at if part.bottom < sheet.height - _NEAR else reach,
            reach,
        )
        down[at] = (1 - near / reach) ** 2
    masks = []
    for line, lies in ((across, (width, 1)), (down, (1, height))):
        mask = Image.new("L", lies)
        mask.putdata([round(255 * _DARKEST * dark) for dark in line])
        masks.append(mask.resize(size))
    return ImageChops.lighter(*masks)


def _shadow(size: tuple[int, int], boxes: list[Box], scale: float) -> Image.Image:
    """Return the shadow of paper at `boxes`, from 0 to how dark it is."""
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    drop = round(_DROP * scale)
    for left, top, right, bottom in boxes:
        draw.rectangle((left, top + drop, right - 1, bottom - 1 + drop), fill=round(255 * _DEPTH))
    return mask.filter(ImageFilter.GaussianBlur(_BLUR * scale))


def _pixels(rect: Rect, scale: float) -> Box:
    """Return left, top, right and bottom in whole pixels: neighbors share their edges."""
    edges = (rect.x, rect.y, rect.right, rect.bottom)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    return left, top, right, bottom


def _moved(box: Box, by: int) -> Box:
    left, top, right, bottom = box
    return left + by, top + by, right + by, bottom + by
