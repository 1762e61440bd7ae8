"""Blocks -> the columns of one role's panels: parted, shared out under the band, ending level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.blocks.band import Band
from brochure.folds import placing
from brochure.frame import Group
from brochure.geometry import INCH, UNMOVED, Rect
from brochure.layout.captions import across_all, captions
from brochure.layout.columns import columns, fewer, yardstick
from brochure.layout.composing import composed, kept
from brochure.layout.flow import fewest, fits, flow
from brochure.layout.leveling import leveled, white_fell
from brochure.layout.overset import too_tall
from brochure.layout.sharing import shared_out
from brochure.layout.stack import Stack, stack
from brochure.model import Spread
from brochure.shape import rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks import Block
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.folds import PanelRole
    from brochure.layout.columns import Column, Parting, Place

_UNDER_BAND = 14.0  # pt from a band to its captions
_UNDER_CAPTIONS = 28.0  # pt from the captions to the columns' hang line
_SPARED = 3  # lines that copy takes from under the captions and from a band


class Head(msgspec.Struct, frozen=True, eq=False):
    """A band, its captions in their columns, and where copy begins under them."""

    spread: Spread
    captions: list[tuple[Column, Stack]]
    foot: float


class Flown(msgspec.Struct, frozen=True, eq=False):
    """A role's strips as columns `across` panels have `shared` them, `stacks` from `tops` down."""

    setting: Setting
    across: list[Column]
    tops: list[float]
    shared: list[list[Strip]]
    stacks: list[Stack]
    head: Head | None = None


def cast_off(  # noqa: PLR0913, PLR0917 - what stands on a role's panels, and how
    role: PanelRole,
    blocks: Sequence[Block],
    places: Sequence[Place],
    setting: Setting,
    parting: Parting,
    reach: float,
) -> Flown:
    """Return `blocks` shared out over `places`, each parted into columns.

    A band reaches `reach` points beyond the sheet.
    """
    edges = setting.panel.edges
    scale = yardstick(setting.theme, setting.pictures.cache)
    across, measure = columns(places, edges, scale, parting, setting.direction)
    setting = setting.narrowed(measure)
    strips = composed(blocks, setting)
    band = next((block for block in blocks if isinstance(block, Band)), None)
    if band:
        over = captions(len(band.captions), places, band.panels, edges, setting, parting)
        return _under(band, strips, places, setting, (across, over), reach)
    grid, bottom = setting.theme.grid, places[0].rect.height - edges.bottom
    tops = [edges.top] * len(across)
    if role == "inside":
        shared = flow(strips, tops, bottom, grid)
        stacks = _level(places, across, strips, shared, tops, bottom, grid)
        return Flown(setting, across, tops, shared, stacks)
    count = fewest(strips, tops, bottom, grid)
    if len(places) > 1:
        found = shared_out(strips, tops, bottom, grid)
        if found:
            shared, tops = found
            stacks = leveled([(column, False) for column in shared], tops, bottom, grid)
            return Flown(setting, across, tops, shared, stacks)
    across = fewer(across, count)
    shared = flow(strips, tops[:count], bottom, grid)
    both = zip(shared, tops, strict=False)
    stacks = [stack(column, top, bottom, grid) for column, top in both]
    return Flown(setting, across, tops, shared, stacks)


def _under(  # noqa: PLR0913, PLR0917 - as above, with a band
    band: Band,
    strips: Sequence[Strip],
    places: Sequence[Place],
    setting: Setting,
    columns: tuple[list[Column], tuple[Sequence[Column], float]],
    reach: float,
) -> Flown:
    """Return `strips` shared out over columns, those that the band is over beginning under it.

    Copy that lacks a line takes it from the white under the captions; further lines from a band
    that has grown with its sheet.
    """
    across, over = columns
    edges, grid = setting.panel.edges, setting.theme.grid
    bottom = places[0].rect.height - edges.bottom
    row = [place for place in places if place.beside(places[0])]
    head = _head(band, setting, row, over, 0, reach)
    for spared in range(_SPARED + 1):
        tops = [
            head.foot if places[column.panel] in row[: band.panels] else edges.top
            for column in across
        ]
        shared = flow(strips, tops, bottom, grid)
        if spared == _SPARED or fits(shared, tops, bottom, grid):
            break
        lower = _head(band, setting, row, over, spared + 1, reach)
        if lower.foot == head.foot:
            break
        head = lower
    setting.problems.extend(too_tall(band.where, head.foot, bottom))
    stacks = _level(places, across, strips, shared, tops, bottom, grid)
    return Flown(setting, across, tops, shared, stacks, head)


def _head(  # noqa: PLR0913, PLR0917 - a band, and where it is
    band: Band,
    setting: Setting,
    row: Sequence[Place],
    over: tuple[Sequence[Column], float],
    spared: int,
    reach: float,
) -> Head:
    """Return the band over panels of `row`, its captions `over` the copy, set to their measure.

    The first line that is `spared` is one under the captions, the others are the band's.
    """
    grid = setting.theme.grid
    places = row[: band.panels]
    area = across_all(places)
    across, measure = over
    less = max(spared - 1, 0)
    (art, height), said = kept(
        lambda: (
            band.art(setting, area.width, reach, spared=less),
            _captions(band, setting.narrowed(measure), across),
        ),
        setting,
        band,
        area.width,
        reach,
        less,
        measure,
        tuple(across),
    )
    matrix = placing(area, turned=places[0].slot.turned)
    spread = Spread(places[0].side, (Group(art, matrix),) if matrix != UNMOVED else art, area)
    if len(places) < len(row):
        spread = cut_short(spread, reach)
    top = height + _UNDER_BAND
    stacks = [(at, stack(strips, top, area.height, grid)) for at, strips in said.items()]
    lowest = max((placed.bottom for _, placed in stacks), default=top)
    return Head(spread, stacks, lowest + _UNDER_CAPTIONS - grid * min(spared, 1))


def _captions(band: Band, setting: Setting, across: Sequence[Column]) -> dict[Column, list[Strip]]:
    """Return the band's captions by the columns `across` in which they stand."""
    said: dict[Column, list[Strip]] = {}
    for i, column in enumerate(across):
        first, *rest = band.panel_caption(setting, i)
        above = setting.theme.grid / 2
        said.setdefault(column, []).extend((replace(first, before=above), *rest))
    return said


def _level(  # noqa: PLR0913, PLR0917 - what columns are, and where
    places: Sequence[Place],
    across: Sequence[Column],
    strips: Sequence[Strip],
    shared: Sequence[Sequence[Strip]],
    tops: Sequence[float],
    bottom: float,
    grid: float,
) -> list[Stack]:
    """Return the columns that `shared` out `strips`, those of each row of panels ending level."""
    fell = list(zip(shared, white_fell(strips, shared), strict=True))
    rows = [places[column.panel].slot.row for column in across]
    found: dict[int, Stack] = {}
    for row in sorted(set(rows)):
        mine = [at for at, other in enumerate(rows) if other == row]
        stacks = leveled([fell[at] for at in mine], [tops[at] for at in mine], bottom, grid)
        found |= zip(mine, stacks, strict=True)
    return [found[at] for at in range(len(across))]


def cut_short(spread: Spread, reach: float) -> Spread:
    """Return a spread that ends within its side, an eighth of an inch before the last fold.

    A fold wanders by a sixteenth, and no color's edge may lie on it (domain notes §1).
    """
    area = spread.area
    shown = Rect(area.x - reach, area.y - reach, area.width + reach - INCH / 8, area.height + reach)
    return replace(spread, items=(Group(spread.items, clip=rectangle(shown)),))
