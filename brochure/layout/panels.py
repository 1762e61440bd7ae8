"""Lay out: Brochure -> Layout. Blocks become strips, strips fill panels over their ground."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks.picture import Picture
from brochure.blocks.setting import Setting
from brochure.blocks.shown import shown
from brochure.frame import Frame
from brochure.geometry import INCH, Edges, Rect, Size
from brochure.layout.casting import Flown, cast_off
from brochure.layout.columns import margins, partings, places_by_role, yardstick
from brochure.layout.composing import codes, kept
from brochure.layout.drafts import cut, left_over
from brochure.layout.fitting import Attempt
from brochure.layout.flow import emptiness, unevenness
from brochure.layout.grounds import ground
from brochure.layout.overset import TOLERANCE, lines_over, overset
from brochure.layout.stack import Stack, items_of
from brochure.model import Layout, LeftOver, Panel, Spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.folds import PanelRole
    from brochure.frame import Item
    from brochure.images import Library
    from brochure.layout.columns import Parting, Place
    from brochure.model import Brochure
    from brochure.problems import Problem
    from brochure.typography import StandingType

_REACH = INCH / 8  # the usual bleed, into which grounds reach in every edition (domain notes §1)
_LOWER = 0.6  # of its margin at the foot that copy leaves which would not fit otherwise
_FOOT = 27.0  # pt of it at least
_HOPELESS = 6.0  # times what a lower foot gives to a column: no use trying
_OPEN = 0.8  # of a panel that words may take if a picture is to begin under them


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
        scale = yardstick(self.brochure.theme, self.pictures.cache)
        found = partings(places, edges, scale, parted=role != "cover")
        tight = self.edition.pages != "panels" and any(block.GIVES_WAY for block in blocks)
        tries = [(parting, edges, so) for parting in found for so in (False, True)[: 1 + tight]]
        if self.edition.pages != "panels":
            foot = max(edges.bottom * _LOWER, min(edges.bottom, _FOOT))
            tries.append((found[-1], replace(edges, bottom=foot), tight))
        flown = self.best(role, places, blocks, tries)
        bottom = places[0].rect.height - flown.setting.panel.edges.bottom
        if role == "inside":
            rows = [places[column.panel].slot.row for column in flown.across]
            self.cost += unevenness(flown.shared, flown.stacks, flown.tops, rows, bottom)
            self.cost += emptiness(flown.shared, flown.tops, bottom, self.grid)
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
    ) -> Flown:
        """Return the first of `tries` in which all copy has room, else the one that lacks least."""
        found: list[tuple[float, Flown, list[Problem]]] = []
        told = len(self.problems)
        for parting, edges, tight in tries:
            gained = tries[0][1].bottom - edges.bottom
            if found and gained and min(found, key=lambda one: one[0])[0] > _HOPELESS * gained:
                break
            setting = self.setting(role, edges, tight=tight)
            flown = cast_off(role, blocks, places, setting, parting, self.reach)
            bottom = places[0].rect.height - edges.bottom
            over = fsum(max(column.bottom - bottom - TOLERANCE, 0.0) for column in flown.stacks)
            found.append((over, flown, self.problems[told:]))
            del self.problems[told:]
            if not over:
                break
        _, flown, problems = min(found, key=lambda one: one[0])
        self.problems += problems
        return flown

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
        shown: list[tuple[float, Stack]] = []
        marks: tuple[Item, ...] = ()
        for x, column in mine:
            if self.draft and lines_over(column, bottom, self.grid):
                held, rest, mark = cut(column, bottom, setting, x)
                shown.append((x, held))
                marks += mark
                called = f"panel {place.slot.name}"
                self.left_over.append(left_over(called, rest, setting, size, x))
                continue
            called = f"panel {place.slot.name} of the {self.edition.name} edition"
            length = setting.characters(setting.measure)
            self.problems += overset(called, column, bottom, self.grid, length)
            shown.append((x, column))
        edges = setting.panel.edges
        sides = edges.left, size.width - edges.right
        lowest = max((column.bottom for _, column in mine), default=0.0)
        filling = tuple(block for block in blocks if isinstance(block, Picture))
        under = bool(filling) and setting.panel.picture.start and lowest < bottom * _OPEN
        foot = lowest if under else 0.0
        behind = kept(
            lambda: ground(area, filling, setting, sides, foot),
            setting,
            "ground",
            area,
            filling,
            sides,
            foot,
        )
        items = items_of(shown)
        # Without marks it is the very tuple that an unchanged panel had before.
        return Panel(place.slot.name, behind, Frame(size, (*items, *marks) if marks else items))
