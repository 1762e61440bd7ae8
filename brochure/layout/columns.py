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

from brochure.folds import panel_rects
from brochure.geometry import Edges
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.folds import Fold, PanelRole, Paper, Slot
    from brochure.geometry import Rect
    from brochure.model import Brochure

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


def places_by_role(fold: Fold, paper: Paper) -> dict[PanelRole, list[Place]]:
    """Return the panels of each role, in the order in which they are read."""
    places = {
        slot.name: Place(slot, side, rect)
        for side, slots in fold.sides
        for slot, rect in zip(slots, panel_rects(slots, paper), strict=True)
    }
    roles: dict[PanelRole, list[Place]] = {}
    for name in fold.reading:
        roles.setdefault(places[name].slot.role, []).append(places[name])
    return roles


def margins(brochure: Brochure, role: PanelRole, width: float) -> Edges:
    """Return the margins of a panel `width` points wide.

    Left and right are as the language's direction has them. A panel that has both edges of the
    sheet has the larger margin on both: an office printer insets its field on both.
    """
    found = brochure.theme.panels[role].edges
    left, right = found.left, found.right
    if brochure.direction is Direction.RIGHT_TO_LEFT:
        left, right = right, left
    if width > brochure.paper.size.width - 1:
        left = right = max(left, right)
    return Edges(found.top, right, found.bottom, left)


def measures(brochure: Brochure) -> dict[PanelRole, float]:
    """Return the measure to which the copy of each role is set on the folded sheet, in points."""
    em = brochure.theme.styles["body"].size
    found: dict[PanelRole, float] = {}
    for role, places in places_by_role(brochure.fold, brochure.paper).items():
        edges = margins(brochure, role, places[0].rect.width)
        _, measure = columns(places, edges, em, parted=role != "cover")
        found |= dict.fromkeys(brochure.fold.copy_of(role), measure)
    return found


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
