"""A role's panels -> the columns that its copy flows over, all set to one measure.

Strips are laid out for one measure. So a panel that is twice as wide as its neighbors, such as the
middle of a gate fold, has two columns, with as much white between them as two panels have at a
fold; and columns that differ by no more than a tuck are set as the narrowest is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.blocks.setting import character
from brochure.folds import panel_rects
from brochure.geometry import Edges, Size
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.cache import Cache
    from brochure.folds import Fold, PanelRole, Paper, Slot
    from brochure.geometry import Rect
    from brochure.model import Brochure
    from brochure.themes import Theme

# Characters that would fill a line; ragged ones have 93 of a hundred (measured). Domain notes §4
# want 35 to 50 in a panel, and no check passes more than 60.
_LEAST, _MOST, _LONGEST = 37.0, 56.0, 61.0
_COVER = 74.0  # of running text, on a cover, whose words are few and larger
# The least panels that themes' margins are meant for: a third of Letter, and of A4 in height (pt).
_USUAL = Size(261.0, 595.0)
_SAFE = 18.0  # pt from a cut or a fold to words: a quarter of an inch (domain notes §1)
_IN_FIELD = 30.0  # pt likewise on a panel with a ground, which ends 18 pt from the sheet's edge
_USED = 0.6  # of a panel's width, margins aside, that its columns take at least
_BETWEEN = 1.5  # grid lines between two columns of one panel


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


def margins(brochure: Brochure, role: PanelRole, places: Sequence[Place]) -> Edges:
    """Return the margins of the panels of `role`, which lie at `places`.

    Left and right are as the language's direction has them. A panel that has both edges of the
    sheet has the larger margin on both: an office printer insets its field on both. On panels
    smaller than themes are made for, margins are smaller in proportion, and words still safe.
    """
    panel = brochure.theme.panels[role]
    found = panel.edges
    left, right = found.left, found.right
    if brochure.direction is Direction.RIGHT_TO_LEFT:
        left, right = right, left
    if places[0].rect.width > brochure.paper.size.width - 1:
        left = right = max(left, right)
    width = min(
        place.rect.width / share for place, share in zip(places, _shares(places), strict=True)
    )
    least = _IN_FIELD if panel.ground else _SAFE

    def shrunk(margin: float, share: float) -> float:
        return min(margin, max(margin * share, least))

    wide, high = width / _USUAL.width, places[0].rect.height / _USUAL.height
    return Edges(
        shrunk(found.top, high), shrunk(right, wide), shrunk(found.bottom, high), shrunk(left, wide)
    )


class Yardstick(msgspec.Struct, frozen=True):
    """What columns are measured by, in points: a character on average, and a line of the grid."""

    letter: float
    grid: float


def yardstick(theme: Theme, cache: Cache | None = None) -> Yardstick:
    """Return what columns of running text in `theme` are measured by; `cache` knows its fonts."""
    return Yardstick(character(theme, cache), theme.grid)


def measures(brochure: Brochure, cache: Cache | None) -> dict[PanelRole, float]:
    """Return the measure to which the copy of each role is set on the folded sheet, in points."""
    scale = yardstick(brochure.theme, cache)
    found: dict[PanelRole, float] = {}
    for role, places in places_by_role(brochure.fold, brochure.paper).items():
        edges = margins(brochure, role, places)
        parting, *_ = partings(places, edges, scale, parted=role != "cover")
        _, measure = columns(places, edges, scale, parting)
        found |= dict.fromkeys(brochure.fold.copy_of(role), measure)
    return found


class Parting(msgspec.Struct, frozen=True):
    """Into how many columns a panel is parted, and the most characters that a line may have."""

    columns: int
    most: float


def partings(
    places: Sequence[Place], edges: Edges, scale: Yardstick, *, parted: bool
) -> list[Parting]:
    """Return how each of `places` may be parted into columns, most readable first.

    A panel wider than a line should be has more than one column where one would leave much of it
    white. Where its copy needs them it may have more, as long as their lines are not short, or else
    longer lines. What is not `parted` is set across the panel.
    """
    if not parted:
        return [Parting(1, _COVER)]
    width, letter = _narrowest(places, edges), scale.letter
    most = 1
    while _part(width, most + 1, scale.grid) >= _LEAST * letter:
        most += 1
    least = next((n for n in range(1, most) if n * _MOST * letter >= _USED * width), most)
    found = [Parting(count, _MOST) for count in range(least, most + 1)]
    longer = [Parting(most, _LONGEST)] if _part(width, most, scale.grid) > _MOST * letter else []
    return found + longer


def columns(
    places: Sequence[Place],
    edges: Edges,
    scale: Yardstick,
    parting: Parting,
    direction: Direction = Direction.LEFT_TO_RIGHT,
) -> tuple[list[Column], float]:
    """Return the columns of `places` in reading order, and their measure, in points.

    That order goes the way of `direction` across a panel, which the first column begins.
    Each panel's share of the sheet is parted. Width beyond what a line may have is white beside
    the columns; on a cover, to which no column lines up, it is white at their end.
    """
    full = _part(_narrowest(places, edges), parting.columns, scale.grid)
    measure = min(full, parting.most * scale.letter)
    margin = 0.0 if parting.most == _COVER else (full - measure) / 2
    step = full + _BETWEEN * scale.grid
    leftward = direction is Direction.RIGHT_TO_LEFT
    start = edges.right if leftward else edges.left
    found = []
    for panel, (place, share) in enumerate(zip(places, _shares(places), strict=True)):
        width = place.rect.width / share
        across = [
            start + margin + part * width + column * step
            for part in range(share)
            for column in range(parting.columns)
        ]
        right = place.rect.width - measure
        found += [Column(panel, right - x if leftward else x) for x in across]
    return found, measure


def _shares(places: Sequence[Place]) -> list[int]:
    """Return how many times as wide as the narrowest each of `places` is."""
    widths = [place.rect.width for place in places]
    return [max(1, round(width / min(widths))) for width in widths]


def _narrowest(places: Sequence[Place], edges: Edges) -> float:
    """Return the width between the margins of the narrowest share of `places`."""
    parts = zip(places, _shares(places), strict=True)
    return min(place.rect.width / share for place, share in parts) - edges.left - edges.right


def _part(width: float, times: int, grid: float) -> float:
    """Return how wide each of `times` columns in `width` points is."""
    return (width + _BETWEEN * grid) / times - _BETWEEN * grid


def fewer(across: Sequence[Column], count: int) -> list[Column]:
    """Return the first `count` columns; a single one that is left of a panel's in its middle."""
    kept = list(across[:count])
    last = kept[-1].panel
    before = [column.x for column in across if column.panel == last]
    after = [column.x for column in kept if column.panel == last]
    shift = (before[-1] - after[-1]) / 2 if len(after) == 1 else 0.0
    return [replace(c, x=c.x + shift) if c.panel == last else c for c in kept]
