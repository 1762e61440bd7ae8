"""The band's captions -> the columns in which each stands under its own part of the picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from brochure.geometry import Rect
from brochure.layout.columns import Parting, columns, yardstick
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.geometry import Edges
    from brochure.layout.columns import Column, Place

_Start: TypeAlias = "tuple[float, tuple[float, float]]"
_LEAST = 18.0  # characters a line of a caption, its number aside: two or three words


def across_all(places: Sequence[Place]) -> Rect:
    """Return the rectangle that panels in one row take up on their side."""
    beside = [place.rect for place in places]
    left = min(rect.x for rect in beside)
    return Rect(left, beside[0].y, math.fsum(rect.width for rect in beside), beside[0].height)


def captions(  # noqa: PLR0913, PLR0917 - where the picture is, and where the copy
    count: int,
    places: Sequence[Place],
    panels: int | None,
    edges: Edges,
    setting: Setting,
    parting: Parting,
) -> tuple[list[Column], float]:
    """Return the column of each of `count` captions under a band, and their measure.

    The band is over the first row of `places`, or over so many `panels` of it. It is taken to have
    as many parts as captions, one beside another, of one width. Each caption stands on the panel on
    which its part begins, in the column nearest to that. Captions more than the columns of the copy
    have columns of their own; where those were too narrow, some share one.
    """
    beneath = [place for place in places if place.beside(places[0])][:panels]
    scale = yardstick(setting.theme, setting.pictures.cache)
    across, measure = columns(places, edges, scale, parting, setting.direction)
    over = [column for column in across if places[column.panel] in beneath]
    if len(over) < count:
        finer = Parting(math.ceil(count * parting.columns / len(over)), parting.most)
        across, narrower = columns(places, edges, scale, finer, setting.direction)
        if setting.characters(narrower) >= _LEAST:
            over = [column for column in across if places[column.panel] in beneath]
            measure = narrower
    if len(over) < count or setting.direction is Direction.RIGHT_TO_LEFT:
        return [over[i * len(over) // count] for i in range(count)], measure
    starts = [_start(column, places, beneath) for column in over]
    return [over[at] for at in _nearest(count, starts)], measure


def _start(column: Column, places: Sequence[Place], beneath: Sequence[Place]) -> _Start:
    """Return where `column` begins, and its panel's ends, as shares of the picture's width."""
    area, place = across_all(beneath), places[column.panel]
    turned = place.slot.turned
    left = area.right - place.rect.right if turned else place.rect.x - area.x
    ends = left / area.width, (left + place.rect.width) / area.width
    return (left + column.x) / area.width, ends


def _nearest(count: int, starts: Sequence[_Start]) -> list[int]:
    """Return which of `starts` are nearest to where `count` parts of a picture begin, in order.

    Those on the panel on which a part begins come before all others: on a screen, and while the
    sheet is opened, it may be all that is seen.
    """
    found: list[int] = []
    free = 0
    for part in range(count):
        begins = starts[0][0] + part / count
        among = range(free, len(starts) - (count - part - 1))

        def away(at: int, begins: float = begins) -> tuple[bool, float]:
            start, (left, right) = starts[at]
            return not left <= begins < right, abs(start - begins)

        found.append(min(among, key=away))
        free = found[-1] + 1
    return found
