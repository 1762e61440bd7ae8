"""The band's captions -> the columns in which each stands under its own part of the picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brochure.geometry import Rect
from brochure.layout.columns import Parting, columns
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.geometry import Edges
    from brochure.layout.columns import Column, Place

_LEAST = 18.0  # characters a line of a caption, its number aside: two or three words


def across_all(places: Sequence[Place]) -> Rect:
    """Return the rectangle that panels in one row take up on their side."""
    beside = [place.rect for place in places]
    left = min(rect.x for rect in beside)
    return Rect(left, beside[0].y, sum(rect.width for rect in beside), beside[0].height)


def captions(  # noqa: PLR0913, PLR0917 - where the picture is, and where the copy
    count: int,
    places: Sequence[Place],
    panels: int | None,
    edges: Edges,
    setting: Setting,
    parting: Parting,
) -> tuple[list[Column], float]:
    """Return the column of each of `count` captions under a band, and their measure.

    The band is over the first row of `places`, or over so many `panels` of it.
    A band of as many parts as captions is taken to show them one beside another, of one width. Each
    caption stands in the column that begins nearest to where its part does. Captions more than the
    columns of the copy have columns of their own; where those were too narrow, some share one.
    """
    beneath = [place for place in places if place.beside(places[0])][:panels]
    across, measure = columns(places, edges, setting.theme, parting)
    over = [column for column in across if places[column.panel] in beneath]
    if len(over) < count:
        finer = Parting(math.ceil(count * parting.columns / len(over)), parting.most)
        across, narrower = columns(places, edges, setting.theme, finer)
        if setting.characters(narrower) >= _LEAST:
            over = [column for column in across if places[column.panel] in beneath]
            measure = narrower
    if len(over) < count or setting.direction is Direction.RIGHT_TO_LEFT:
        return [over[i * len(over) // count] for i in range(count)], measure
    return _nearest(count, [(_start(column, places, beneath), column) for column in over]), measure


def _start(column: Column, places: Sequence[Place], beneath: Sequence[Place]) -> float:
    """Return where `column` begins, as a share of the picture's width."""
    area, place = across_all(beneath), places[column.panel]
    turned = place.slot.turned
    left = area.right - place.rect.right if turned else place.rect.x - area.x
    return (left + column.x) / area.width


def _nearest(count: int, starts: Sequence[tuple[float, Column]]) -> list[Column]:
    """Return the columns that begin nearest to where `count` parts of a picture do, in order."""
    found: list[Column] = []
    free = 0
    for part in range(count):
        begins = starts[0][0] + part / count
        among = range(free, len(starts) - (count - part - 1))
        at = min(among, key=lambda i: abs(starts[i][0] - begins))
        found.append(starts[at][1])
        free = at + 1
    return found
