"""A role's panels -> the columns that its copy flows over, all set to one measure.

Strips are laid out for one measure. So a panel that is twice as wide as its neighbors, such as the
middle of a gate fold, has two columns, with as much white between them as two panels have at a
fold; and columns that differ by no more than a tuck are set as the narrowest is.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.folds import Slot
    from brochure.geometry import Edges, Rect

_LONGEST = 30.0  # em: 66 characters, the most that the eye finds its way back from
_LEAST = 17.0  # em: 37 characters; domain notes §4 want 35 to 50 in a panel


class Place(msgspec.Struct, frozen=True):
    """A panel that a role's copy flows over: its slot, the side it is on, and where."""

    slot: Slot
    side: str
    rect: Rect

    def beside(self, other: Place) -> bool:
        """Tell whether both are in one row of one side."""
        return (self.side, self.slot.row) == (other.side, other.slot.row)


class Column(msgspec.Struct, frozen=True):
    """A column of the panel that is number `panel` among its role's, `x` from that panel's left."""

    panel: int
    x: float


def columns(
    places: Sequence[Place], edges: Edges, em: float, *, parted: bool
) -> tuple[list[Column], float]:
    """Return the columns of `places` in reading order, and their measure, in points.

    Where even the narrowest column would be wider than can be read and `parted` allows it, each is
    parted into as many as are readable; what is still too wide gets more margin instead.
    """
    gutter = edges.left + edges.right
    widths = [place.rect.width for place in places]
    shares = [max(1, round(width / min(widths))) for width in widths]
    narrowest = min(width / share for width, share in zip(widths, shares, strict=True)) - gutter
    times = math.ceil((narrowest + gutter) / (_LONGEST * em + gutter)) if parted else 1
    if (narrowest + gutter) / times - gutter < _LEAST * em:
        times = max(times - 1, 1)
    full = (narrowest + gutter) / times - gutter
    measure = min(full, _LONGEST * em)
    found = []
    for panel, (width, share) in enumerate(zip(widths, shares, strict=True)):
        count = share * times
        step = width / count
        margin = (full - measure) / 2 if parted else 0.0
        found += [Column(panel, edges.left + margin + i * step) for i in range(count)]
    return found, measure


def fewer(across: Sequence[Column], count: int) -> list[Column]:
    """Return the first `count` columns; a single one that is left of a panel's in its middle."""
    kept = list(across[:count])
    last = kept[-1].panel
    before = [column.x for column in across if column.panel == last]
    after = [column.x for column in kept if column.panel == last]
    shift = (before[-1] - after[-1]) / 2 if len(after) == 1 else 0.0
    return [replace(c, x=c.x + shift) if c.panel == last else c for c in kept]
