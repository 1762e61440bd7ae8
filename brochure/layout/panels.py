"""Lay out: Brochure -> Layout. Blocks become strips, strips fill panels over their ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.band import Band
from brochure.blocks.setting import Setting
from brochure.folds import panel_rects
from brochure.frame import Frame
from brochure.geometry import INCH, Edges, Rect
from brochure.layout.composing import codes, composed, shelf, shown
from brochure.layout.flow import flow
from brochure.layout.grounds import ground
from brochure.layout.overset import overset, too_tall
from brochure.layout.stack import Stack, items_of, stack
from brochure.model import Layout, Panel, Spread
from brochure.problems import BrochureError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.folds import PanelRole, Slot
    from brochure.images import Library
    from brochure.model import Brochure

_REACH = INCH / 8  # the usual bleed, into which grounds reach in every edition (domain notes §1)
_UNDER_BAND = 14.0  # pt from a band to its captions
_UNDER_CAPTIONS = 28.0  # pt from the captions to the columns' hang line


def lay_out_panels(brochure: Brochure, edition: Edition, pictures: Library) -> Layout:
    """Return every panel of `brochure` with its copy set.

    Raises:
        BrochureError: with all that does not fit, cannot be set, or cannot be drawn.

    """
    problems: list[Problem] = []
    work = _Work(brochure, edition, pictures, problems)
    panels: dict[str, Panel] = {}
    spreads: list[Spread] = []
    for name, slots in (("outside", brochure.fold.outside), ("inside", brochure.fold.inside)):
        made, spread = work.side(name, slots)
        panels |= {panel.name: panel for panel in made}
        spreads += [spread] if spread else []
    work.standing.close()
    if problems:
        raise BrochureError(*problems)
    return Layout(tuple(panels[name] for name in brochure.fold.reading), tuple(spreads))


class _Work:
    """One brochure on its way through the composing room."""

    def __init__(
        self,
        brochure: Brochure,
        edition: Edition,
        pictures: Library,
        problems: list[Problem],
    ) -> None:
        self.brochure = brochure
        self.edition = edition
        self.pictures = pictures
        self.problems = problems
        self.grid = brochure.theme.grid
        # One layout serves all editions: also the office's grounds are made for the press's bleed.
        self.reach = max(_REACH, brochure.bleed)
        self.standing = shelf(brochure, edition, pictures)
        self.codes = codes(brochure, edition)

    def setting(self, role: PanelRole, width: float) -> Setting:
        """Return the circumstances of a panel `width` points wide that plays `role`."""
        style = self.brochure.theme.panels[role]
        return Setting(
            theme=self.brochure.theme,
            panel=style,
            measure=width - style.edges.left - style.edges.right,
            language=self.brochure.language,
            direction=self.brochure.direction,
            clinic=self.brochure.clinic,
            edition=self.edition,
            pictures=self.pictures,
            problems=self.problems,
            standing=self.standing,
            codes=self.codes,
        )

    def side(self, name: str, slots: Sequence[Slot]) -> tuple[list[Panel], Spread | None]:
        """Return the panels of one side, and what runs across them."""
        rects = panel_rects(tuple(slots), self.brochure.paper)
        inner = [
            (slot, rect) for slot, rect in zip(slots, rects, strict=True) if slot.role == "inside"
        ]
        panels, spread = self.inside(name, inner) if inner else ([], None)
        for slot, rect in zip(slots, rects, strict=True):
            if slot.role != "inside":
                panels.append(self.single(slot, rect))
        return panels, spread

    def single(self, slot: Slot, rect: Rect) -> Panel:
        """Return a panel that holds all of its role's blocks."""
        setting = self.setting(slot.role, rect.width)
        blocks = shown(self.brochure, slot.role, self.edition)
        edges = setting.panel.edges
        strips = composed(blocks, setting)
        bottom = rect.height - edges.bottom
        placed = stack(strips, edges.top, bottom, self.grid)
        return self.panel(slot, rect, placed, blocks, setting)

    def inside(
        self,
        side: str,
        places: Sequence[tuple[Slot, Rect]],
    ) -> tuple[list[Panel], Spread | None]:
        """Return the inner panels, their blocks flowing from one to the next under the band."""
        narrowest = min(rect.width for _, rect in places)
        setting = self.setting("inside", narrowest)
        edges = setting.panel.edges
        blocks = shown(self.brochure, "inside", self.edition)
        band = next((block for block in blocks if isinstance(block, Band)), None)
        spread, heads, top = None, [Stack((), (), 0.0) for _ in places], edges.top
        if band:
            start, end = places[0][1], places[-1][1]
            art, height = band.art(setting, end.right - start.x, self.reach)
            spread = Spread(side, art)
            heads = [
                stack(band.panel_caption(setting, i), height + _UNDER_BAND, start.height, self.grid)
                for i in range(len(places))
            ]
            top = max(head.bottom for head in heads) + _UNDER_CAPTIONS
        bottom = places[0][1].height - edges.bottom
        if band:
            self.problems += too_tall(band.where, top, bottom)
        strips = composed(blocks, setting)
        columns = flow(strips, [top] * len(places), bottom, self.grid)
        panels = []
        for (slot, rect), head, column in zip(places, heads, columns, strict=True):
            placed = stack(column, top, bottom, self.grid)
            whole = Stack(head.strips + placed.strips, head.tops + placed.tops, placed.bottom)
            panels.append(self.panel(slot, rect, whole, blocks, setting))
        return panels, spread

    def panel(
        self,
        slot: Slot,
        rect: Rect,
        placed: Stack,
        blocks: Sequence[Block],
        setting: Setting,
    ) -> Panel:
        """Return the panel with its ground, and note copy that runs over its foot."""
        edges = setting.panel.edges
        area = Rect(0, 0, *rect.size).inset(Edges.all(-self.reach))
        self.problems += overset(
            f"panel {slot.name}", placed, rect.height - edges.bottom, self.grid
        )
        return Panel(
            slot.name,
            ground(area, blocks, setting),
            Frame(rect.size, items_of(placed, edges.left)),
        )
