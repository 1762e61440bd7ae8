"""How fine pictures are at their printed size, and whether they fill the bleed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Image, leaves
from brochure.geometry import INCH, MM, Edges, Rect
from brochure.images import Photo
from brochure.images.crop import crop
from brochure.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.frame import Item
    from brochure.model import Layout

COARSE = 150.0  # ppi: below it pixels show in print (domain notes §2)


class Resolution(msgspec.Struct, frozen=True):
    """A photograph at its printed size: its pixels an inch, and its size within the trim.

    `reach` is how far it lies beyond the cut at each side, in points.
    """

    photo: Photo
    ppi: float
    inner: Rect
    reach: Edges

    def at(self, ppi: float) -> tuple[int, int]:
        """Return how many pixels the picture needs across and down to print at `ppi`."""
        factor = ppi / self.ppi
        return math.ceil(self.photo.width * factor), math.ceil(self.photo.height * factor)


def resolutions(layout: Layout) -> list[Resolution]:
    """Return every photograph of `layout`; drawings are as fine as the press is."""
    found = []
    for panel in layout.panels:
        for image, photo in _photos(panel.ground):
            found.append(_placed(image, photo, Rect(0, 0, *panel.frame.size)))
        for image, photo in _photos(panel.frame.items):
            found.append(_placed(image, photo, image.rect))
    for spread in layout.spreads:
        for image, photo in _photos(spread.items):
            # A band runs over the cut at the head and the sides, down to where its captions begin.
            rect = image.rect
            found.append(_placed(image, photo, Rect(0, 0, rect.right + rect.x, rect.bottom)))
    return found


def too_coarse(found: Iterable[Resolution]) -> list[Problem]:
    """Return a problem for each picture that prints under 150 ppi, and how to mend it."""
    return [_coarse(one) for one in found if one.ppi < COARSE]


def _coarse(one: Resolution) -> Problem:
    width, height = one.at(COARSE)
    photo = one.photo
    bleeds = any((one.reach.top, one.reach.right, one.reach.bottom, one.reach.left))
    message = f"{photo.named.name} would print at {math.floor(one.ppi)} ppi"
    message += ", its bleed included" if bleeds else ""
    hint = f"export it with {width} x {height} pixels or more, for {COARSE:.0f} ppi"
    if bleeds:
        bleed = _fills(one)
        hint += (
            f"; as it is, it fills a bleed of {bleed / MM:.1f} mm ({bleed / INCH:.3f} in) at most"
            if bleed >= 0
            else "; as it is, it fills no bleed: it is too small for the page as well"
        )
    return Problem("PRESS007", message, photo.named.where, hint)


def _fills(one: Resolution) -> float:
    """Return the largest bleed that the picture fills at 150 ppi; below 0 if not even none."""
    reach, points = one.reach, 72 / COARSE
    across = (one.photo.width * points - one.inner.width, (reach.left, reach.right))
    down = (one.photo.height * points - one.inner.height, (reach.top, reach.bottom))
    return min(room / sum(map(bool, sides)) for room, sides in (across, down) if any(sides))


def _placed(image: Image, photo: Photo, inner: Rect) -> Resolution:
    rect = image.rect
    part = crop(photo.width, photo.height, rect.size, image.focus)
    reach = Edges(
        max(inner.y - rect.y, 0.0),
        max(rect.right - inner.right, 0.0),
        max(rect.bottom - inner.bottom, 0.0),
        max(inner.x - rect.x, 0.0),
    )
    return Resolution(photo, part.width * 72 / rect.width, inner, reach)


def _photos(items: Iterable[Item]) -> Iterator[tuple[Image, Photo]]:
    for item in leaves(items):
        if isinstance(item, Image) and isinstance(item.source, Photo):
            yield item, item.source
