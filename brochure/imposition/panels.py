"""One panel a page, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.folds import panel_rects, placing
from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import Matrix, Rect, Size
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.folds import Slot
    from brochure.frame import Item
    from brochure.model import Brochure, Layout, Panel, Spread

_ALIKE = 1.1  # times as wide: what a tuck makes of a panel, not what a gate does
_DECORATION = Element(Role.ARTIFACT)


_sections: dict[str, Element] = {}
"""The element of each panel's page, by the panel's name: the same in every build."""


class _Leaf(msgspec.Struct, frozen=True):
    """A panel, its place on the flat sheet, and what runs across it and its neighbors.

    `first` is whether it is the first of its role.
    """

    panel: Panel
    slot: Slot
    rect: Rect
    spreads: tuple[Spread, ...]
    first: bool

    @property
    def quiet(self) -> bool:
        """Whether its role's copy does not go on here: on a screen it would be an empty page."""
        return not (self.first or self.panel.frame.items or self.spreads)


def impose_panels(layout: Layout, brochure: Brochure) -> tuple[Sheet, ...]:
    """Return a page for each panel of `layout` that is not quiet, upright, colors to its edge.

    Panels of about one width have pages of one width: one that is tucked in is wider here by what
    it is shorter on paper, which its ground, made for the bleed, covers.
    """
    leaves = _leaves(layout, brochure)
    shown = [leaf for leaf in leaves if not leaf.quiet]
    widths = [leaf.rect.width for leaf in leaves]
    told: set[int] = set()
    return tuple(
        _page(leaf, max(w for w in widths if w <= leaf.rect.width * _ALIKE), told, reading)
        for reading, leaf in enumerate(shown)
    )


def _leaves(layout: Layout, brochure: Brochure) -> list[_Leaf]:
    """Return the panels in reading order."""
    places = {
        slot.name: (side, slot, rect)
        for side, slots in brochure.fold.sides
        for slot, rect in zip(slots, panel_rects(slots, brochure.paper), strict=True)
    }
    leaves: list[_Leaf] = []
    for panel in layout.panels:
        side, slot, rect = places[panel.name]
        across = (s for s in layout.spreads if s.side == side and s.area.contains(rect))
        first = all(leaf.slot.role != slot.role for leaf in leaves)
        leaves.append(_Leaf(panel, slot, rect, tuple(across), first))
    return leaves


def _page(leaf: _Leaf, width: float, told: set[int], reading: int) -> Sheet:
    """Return one panel as a page `width` points wide.

    Of what runs across panels it shows its part; the first page that does so tells what it is
    (`told` keeps which are), to the others it is an artifact.
    """
    panel, rect = leaf.panel, leaf.rect
    moved = Matrix.shift((width - rect.width) / 2, 0)
    upright = placing(rect, turned=leaf.slot.turned).inverse().then(moved)
    items: list[Item] = [Group(panel.ground, moved)] if panel.ground else []
    for spread in leaf.spreads:
        element = _DECORATION if id(spread) in told else None
        told.add(id(spread))
        items.append(Group(spread.items, upright, element=element))
    items.append(Group(panel.frame.items, moved))
    size = Size(width, panel.frame.size.height)
    page = Rect(0, 0, *size)
    section = Group(
        tuple(items),
        clip=rectangle(page),
        element=_sections.setdefault(panel.name, Element(Role.SECTION)),
    )
    return Sheet(panel.name, Frame(size, (section,)), (Place(panel.name, page, reading),), ())
