"""Lay out: Brochure -> Layout. Blocks become strips, strips fill panels over their ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks.band import Band
from brochure.blocks.picture import Picture
from brochure.blocks.setting import Setting
from brochure.blocks.shown import shown
from brochure.folds import placing
from brochure.frame import Frame, Group
from brochure.geometry import INCH, UNMOVED, Edges, Rect, Size
from brochure.layout.columns import columns, fewer, margins, places_by_role
from brochure.layout.composing import codes, composed, kept
from brochure.layout.drafts import left_over, mark, parted
from brochure.layout.fitting import Attempt
from brochure.layout.flow import fewest, fits, flow, unevenness
from brochure.layout.grounds import ground
from brochure.layout.overset import lines_over, overset, too_tall
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
    from brochure.layout.columns import Place
    from brochure.model import Brochure
    from brochure.problems import Problem
    from brochure.typography import StandingType

_REACH = INCH / 8  # the usual bleed, into which grounds reach in every edition (domain notes §1)
_UNDER_BAND = 14.0  # pt from a band to its captions
_UNDER_CAPTIONS = 28.0  # pt from the captions to the columns' hang line
_NOTHING = Stack((), (), 0.0)


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

    def setting(self, role: PanelRole, measure: float) -> Setting:
        """Return the circumstances of a column `measure` points wide on a panel of `role`."""
        return Setting(
            theme=self.brochure.theme,
            panel=self.brochure.theme.panels[role],
            measure=measure,
            language=self.brochure.language,
            direction=self.brochure.direction,
            clinic=self.brochure.clinic,
            edition=self.edition,
            pictures=self.pictures,
            problems=self.problems,
            standing=self.standing,
            codes=self.codes,
        )

    def flowing(
        self, role: PanelRole, places: Sequence[Place]
    ) -> tuple[list[Panel], Spread | None]:
        """Return the panels of `role`, its blocks flowing from one to the next, under the band."""
        edges = margins(self.brochure, role, places[0].rect.width)
        em = self.brochure.theme.styles["body"].size
        across, measure = columns(places, edges, em, parted=role != "cover")
        setting = self.setting(role, measure)
        roles = self.brochure.fold.copy_of(role)
        blocks = [block for one in roles for block in shown(self.brochure, one, self.edition)]
        band = next((block for block in blocks if isinstance(block, Band)), None)
        bottom = places[0].rect.height - edges.bottom
        tops, heads, spread = [edges.top] * len(across), [_NOTHING] * len(across), None
        under: list[int] = []
        strips = composed(blocks, setting)
        if band:
            beneath = [place for place in places if place.beside(places[0])][: band.panels]
            under = [i for i, column in enumerate(across) if places[column.panel] in beneath]
            spread, captions, top = self.head(band, setting, beneath, len(under))
            if len(beneath) < sum(place.beside(places[0]) for place in places):
                spread = cut_short(spread, self.reach)
            self.problems += too_tall(band.where, top, bottom)
            for i, caption in zip(under, captions, strict=True):
                tops[i], heads[i] = top, caption
        elif role != "inside":
            across = fewer(across, fewest(strips, tops, bottom, self.grid))
        shared = flow(strips, tops[: len(across)], bottom, self.grid)
        if band and not fits(shared, tops, bottom, self.grid):
            # Copy that lacks a line takes it from the white under the captions.
            tops = [
                max(top - self.grid, edges.top) if at in under else top
                for at, top in enumerate(tops)
            ]
            shared = flow(strips, tops, bottom, self.grid)
        stacks = []
        for top, head, column in zip(tops, heads, shared, strict=False):
            placed = stack(column, top, bottom, self.grid)
            stacks.append(
                Stack(head.strips + placed.strips, head.tops + placed.tops, placed.bottom)
            )
        if role == "inside":
            self.cost += unevenness(shared, stacks, tops, bottom)
        panels = []
        for number, place in enumerate(places):
            mine = [(at.x, s) for at, s in zip(across, stacks, strict=True) if at.panel == number]
            panels.append(self.panel(place, mine, blocks, setting, bottom))
        return panels, spread

    def head(
        self, band: Band, setting: Setting, places: Sequence[Place], count: int
    ) -> tuple[Spread, list[Stack], float]:
        """Return the band over `places`, the captions of each of `count` columns, and copy's head.

        A caption stands in the column in which its part of the picture begins.
        """
        beside = [place.rect for place in places]
        area = Rect(
            min(rect.x for rect in beside),
            beside[0].y,
            sum(rect.width for rect in beside),
            beside[0].height,
        )
        (art, height), captions = kept(
            lambda: (
                band.art(setting, area.width, self.reach),
                self.captions(band, setting, count),
            ),
            setting,
            band,
            area.width,
            self.reach,
            count,
        )
        matrix = placing(area, turned=places[0].slot.turned)
        spread = Spread(places[0].side, (Group(art, matrix),) if matrix != UNMOVED else art, area)
        heads = [stack(column, height + _UNDER_BAND, area.height, self.grid) for column in captions]
        return spread, heads, max(head.bottom for head in heads) + _UNDER_CAPTIONS

    def captions(self, band: Band, setting: Setting, count: int) -> list[list[Strip]]:
        """Return what each of `count` columns has of the band's captions."""
        found: list[list[Strip]] = [[] for _ in range(count)]
        for i in range(len(band.captions)):
            first, *rest = band.panel_caption(setting, i)
            found[i * count // len(band.captions)] += [
                replace(first, before=self.grid / 2),
                *rest,
            ]
        return found

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
            lines = lines_over(column, bottom, self.grid)
            if self.draft and lines:
                held, rest = parted(column, bottom)
                shown.append((x, held))
                marks += mark(setting, x, bottom + 2, lines, rest[0].where)
                self.left_over.append(left_over(place.slot.name, rest, setting, size, x))
                continue
            self.problems += overset(f"panel {place.slot.name}", column, bottom, self.grid)
            shown.append((x, column))
        edges = margins(self.brochure, place.slot.role, size.width)
        sides = edges.left, size.width - edges.right
        filling = tuple(block for block in blocks if isinstance(block, Picture))
        behind = kept(
            lambda: ground(area, filling, setting, sides), setting, "ground", area, filling, sides
        )
        items = items_of(shown)
        # Without marks it is the very tuple that an unchanged panel had before.
        return Panel(place.slot.name, behind, Frame(size, (*items, *marks) if marks else items))


def cut_short(spread: Spread, reach: float) -> Spread:
    """Return a spread that ends within its side, an eighth of an inch before the last fold.

    A fold wanders by a sixteenth, and no color's edge may lie on it (domain notes §1).
    """
    area = spread.area
    shown = Rect(area.x - reach, area.y - reach, area.width + reach - INCH / 8, area.height + reach)
    return replace(spread, items=(Group(spread.items, clip=rectangle(shown)),))
