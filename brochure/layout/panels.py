"""Lay out: Brochure -> Layout. Blocks become strips, strips fill panels over their ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.blocks.band import Band
from brochure.blocks.setting import Setting
from brochure.blocks.shown import shown
from brochure.folds import placing
from brochure.frame import Frame, Group
from brochure.geometry import INCH, UNMOVED, Edges, Rect, Size
from brochure.layout.captions import across_all, captions
from brochure.layout.columns import columns, fewer, margins, partings, places_by_role
from brochure.layout.composing import codes, composed
from brochure.layout.drafts import left_over, mark, parted
from brochure.layout.fitting import Attempt
from brochure.layout.flow import fewest, fits, flow, unevenness
from brochure.layout.grounds import ground
from brochure.layout.overset import TOLERANCE, lines_over, overset, too_tall
from brochure.layout.stack import Stack, items_of, stack
from brochure.model import Layout, LeftOver, Panel, Spread
from brochure.shape import rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks import Block
    from brochure.blocks.strip import Strip
    from brochure.editions import Edition
    from brochure.folds import PanelRole
    from brochure.frame import Item
    from brochure.images import Library
    from brochure.layout.columns import Column, Parting, Place
    from brochure.model import Brochure
    from brochure.problems import Problem
    from brochure.typography import StandingType

_REACH = INCH / 8  # the usual bleed, into which grounds reach in every edition (domain notes §1)
_UNDER_BAND = 14.0  # pt from a band to its captions
_SPARED = 3  # lines that copy takes from under the captions and from a band
_LOWER = 0.6  # of its margin at the foot that copy leaves which would not fit otherwise
_FOOT = 27.0  # pt of it at least
_OPEN = 0.8  # of a panel that words may take if a picture is to begin under them
_UNDER_CAPTIONS = 28.0  # pt from the captions to the columns' hang line


def panels(
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    standing: StandingType,
    *,
    draft: bool = False,
) -> Attempt:
    """Return every panel of `brochure` with its copy set, and all that stands in the way.

    That is copy that does not fit, cannot be set, or cannot be drawn. In a draft, what does not fit
    stands on pages of its own.
    """
    problems: list[Problem] = []
    work = _Work(brochure, edition, pictures, problems, standing)
    work.draft = draft
    panels: dict[str, Panel] = {}
    spreads: list[Spread] = []
    for role, places in places_by_role(brochure.fold, brochure.paper).items():
        made, spread = work.flowing(role, places)
        panels |= {panel.name: panel for panel in made}
        spreads += [spread] if spread else []
    layout = Layout(
        tuple(panels[name] for name in brochure.fold.reading),
        tuple(spreads),
        tuple(work.left_over),
    )
    return Attempt(brochure, layout, tuple(problems), work.cost)


class _Head(msgspec.Struct, frozen=True, eq=False):
    """A band, its captions in their columns, and where copy begins under them."""

    spread: Spread
    captions: list[tuple[Column, Stack]]
    foot: float


class _Flown(msgspec.Struct, frozen=True, eq=False):
    """A role's strips as columns `across` panels have `shared` them, `stacks` from `tops` down."""

    setting: Setting
    across: list[Column]
    tops: list[float]
    shared: list[list[Strip]]
    stacks: list[Stack]
    head: _Head | None


class _Work:
    """One brochure on its way through the composing room."""

    def __init__(
        self,
        brochure: Brochure,
        edition: Edition,
        pictures: Library,
        problems: list[Problem],
        standing: StandingType,
    ) -> None:
        self.cost = 0.0
        self.draft = False
        self.left_over: list[LeftOver] = []
        self.brochure = brochure
        self.edition = edition
        self.pictures = pictures
        self.problems = problems
        self.grid = brochure.theme.grid
        # One layout serves all editions: also the office's grounds are made for the press's bleed.
        self.reach = max(_REACH, brochure.bleed)
        self.standing = standing
        self.codes = codes(brochure, edition)

    def setting(self, role: PanelRole, edges: Edges, *, tight: bool) -> Setting:
        """Return the circumstances of a panel of `role` with margins as `edges` have them."""
        return Setting(
            theme=self.brochure.theme,
            panel=replace(
                self.brochure.theme.panels[role],
                margins=(edges.top, edges.right, edges.bottom, edges.left),
            ),
            measure=0.0,
            language=self.brochure.language,
            direction=self.brochure.direction,
            clinic=self.brochure.clinic,
            edition=self.edition,
            pictures=self.pictures,
            problems=self.problems,
            standing=self.standing,
            codes=self.codes,
            tight=tight,
        )

    def flowing(
        self, role: PanelRole, places: Sequence[Place]
    ) -> tuple[list[Panel], Spread | None]:
        """Return the panels of `role`, its blocks flowing from one to the next, under the band.

        Wide panels are parted into more columns where the copy needs them, and copy may reach a
        little further down.
        """
        edges = margins(self.brochure, role, places)
        roles = self.brochure.fold.copy_of(role)
        blocks = [block for one in roles for block in shown(self.brochure, one, self.edition)]
        found = partings(places, edges, self.brochure.theme, parted=role != "cover")
        tight = self.edition.pages != "panels" and any(block.GIVES_WAY for block in blocks)
        tries = [(parting, edges, so) for parting in found for so in (False, True)[: 1 + tight]]
        if self.edition.pages != "panels":
            foot = max(edges.bottom * _LOWER, min(edges.bottom, _FOOT))
            tries.append((found[-1], replace(edges, bottom=foot), tight))
        flown = self.best(role, places, blocks, tries)
        bottom = places[0].rect.height - flown.setting.panel.edges.bottom
        if role == "inside":
            self.cost += unevenness(flown.shared, flown.stacks, flown.tops, bottom)
        panels = []
        for number, place in enumerate(places):
            heads = flown.head.captions if flown.head else ()
            both = [*heads, *zip(flown.across, flown.stacks, strict=True)]
            mine = [(at.x, column) for at, column in both if at.panel == number]
            panels.append(self.panel(place, mine, blocks, flown.setting, bottom))
        return panels, flown.head.spread if flown.head else None

    def best(
        self,
        role: PanelRole,
        places: Sequence[Place],
        blocks: Sequence[Block],
        tries: Sequence[tuple[Parting, Edges, bool]],
    ) -> _Flown:
        """Return the first of `tries` in which all copy has room, else the one that lacks least."""
        found: list[tuple[float, _Flown, list[Problem]]] = []
        told = len(self.problems)
        for parting, edges, tight in tries:
            flown = self.flown(
                role, places, blocks, self.setting(role, edges, tight=tight), parting
            )
            bottom = places[0].rect.height - edges.bottom
            over = sum(max(column.bottom - bottom - TOLERANCE, 0.0) for column in flown.stacks)
            found.append((over, flown, self.problems[told:]))
            del self.problems[told:]
            if not over:
                break
        _, flown, problems = min(found, key=lambda one: one[0])
        self.problems += problems
        return flown

    def flown(
        self,
        role: PanelRole,
        places: Sequence[Place],
        blocks: Sequence[Block],
        setting: Setting,
        parting: Parting,
    ) -> _Flown:
        """Return `blocks` shared out over `places`, each parted into columns."""
        edges = setting.panel.edges
        across, measure = columns(places, edges, self.brochure.theme, parting)
        setting = setting.narrowed(measure)
        band = next((block for block in blocks if isinstance(block, Band)), None)
        bottom = places[0].rect.height - edges.bottom
        tops = [edges.top] * len(across)
        head = None
        strips = composed(blocks, setting)
        if band:
            row = [place for place in places if place.beside(places[0])]
            beneath = row[: band.panels]
            over = captions(len(band.captions), places, beneath, edges, setting, parting)
            for spared in range(_SPARED + 1):
                lower = self.head(band, setting, row, over, spared)
                if head and head.foot == lower.foot:
                    break
                head = lower
                tops = [
                    head.foot if places[column.panel] in beneath else edges.top for column in across
                ]
                shared = flow(strips, tops, bottom, self.grid)
                if fits(shared, tops, bottom, self.grid):
                    break
            self.problems += too_tall(band.where, tops[0], bottom)
        else:
            if role != "inside":
                across = fewer(across, fewest(strips, tops, bottom, self.grid))
            shared = flow(strips, tops[: len(across)], bottom, self.grid)
        both = zip(shared, tops, strict=False)
        stacks = [stack(column, top, bottom, self.grid) for column, top in both]
        return _Flown(setting, across, tops, shared, stacks, head)

    def head(
        self,
        band: Band,
        setting: Setting,
        row: Sequence[Place],
        over: tuple[Sequence[Column], float],
        spared: int,
    ) -> _Head:
        """Return the band over panels of `row`, its captions `over` the copy, set to their measure.

        Copy that lacks a line takes it from the white under the captions; further lines that are
        `spared` from a band that has grown with its sheet.
        """
        places = row[: band.panels]
        area = across_all(places)
        art, height = band.art(setting, area.width, self.reach, spared=max(spared - 1, 0))
        matrix = placing(area, turned=places[0].slot.turned)
        spread = Spread(places[0].side, (Group(art, matrix),) if matrix != UNMOVED else art, area)
        if len(places) < len(row):
            spread = cut_short(spread, self.reach)
        top = height + _UNDER_BAND
        columns, measure = over
        said: dict[Column, list[Strip]] = {}
        for i, column in enumerate(columns):
            first, *rest = band.panel_caption(setting.narrowed(measure), i)
            said.setdefault(column, []).extend((replace(first, before=self.grid / 2), *rest))
        stacks = [(at, stack(strips, top, area.height, self.grid)) for at, strips in said.items()]
        lowest = max((placed.bottom for _, placed in stacks), default=top)
        return _Head(spread, stacks, lowest + _UNDER_CAPTIONS - self.grid * min(spared, 1))

    def panel(
        self,
        place: Place,
        mine: Sequence[tuple[float, Stack]],
        blocks: Sequence[Block],
        setting: Setting,
        bottom: float,
    ) -> Panel:
        """Return the panel with its ground and its columns, and note copy that runs over.

        On a screen, where links to share are added and no paper ends, the panel is as high as its
        copy needs instead.
        """
        size = place.rect.size
        if self.edition.pages == "panels":
            lowest = max((column.bottom for _, column in mine), default=bottom)
            size = Size(size.width, size.height + max(lowest - bottom, 0.0))
            bottom = max(lowest, bottom)
        area = Rect(0, 0, *size).inset(Edges.all(-self.reach))
        items: list[Item] = []
        for x, column in mine:
            lines = lines_over(column, bottom, self.grid)
            if self.draft and lines:
                kept, rest = parted(column, bottom)
                items += items_of(kept, x)
                items += mark(setting, x, bottom + 2, lines, rest[0].where)
                self.left_over.append(left_over(place.slot.name, rest, setting, size, x))
                continue
            self.problems += overset(f"panel {place.slot.name}", column, bottom, self.grid)
            items += items_of(column, x)
        edges = setting.panel.edges
        sides = edges.left, size.width - edges.right
        foot = max((column.bottom for _, column in mine), default=0.0)
        behind = ground(area, blocks, setting, sides, foot if foot < bottom * _OPEN else 0.0)
        return Panel(place.slot.name, behind, Frame(size, tuple(items)))


def cut_short(spread: Spread, reach: float) -> Spread:
    """Return a spread that ends within its side, an eighth of an inch before the last fold.

    A fold wanders by a sixteenth, and no color's edge may lie on it (domain notes §1).
    """
    area = spread.area
    shown = Rect(area.x - reach, area.y - reach, area.width + reach - INCH / 8, area.height + reach)
    return replace(spread, items=(Group(spread.items, clip=rectangle(shown)),))
