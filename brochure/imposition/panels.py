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


class _Leaf(msgspec.Struct, frozen=True):
    """A panel, its place on the flat sheet, and what runs across it and its neighbors."""

    panel: Panel
    slot: Slot
    rect: Rect
    spreads: tuple[Spread, ...]

    @property
    def quiet(self) -> bool:
        """Whether nothing stands on it but its color: on a screen that is an empty page."""
        colors = (isinstance(item, Group) and item.element for item in self.panel.ground)
        return (
            not self.panel.frame.items
            and not self.spreads
            and all(element and element.role is Role.ARTIFACT for element in colors)
        )


def impose_panels(layout: Layout, brochure: Brochure) -> tuple[Sheet, ...]:
    """Return a page for each panel of `layout` that shows something, upright, colors to its edge.

    Panels of about one width have pages of one width: one that is tucked in is wider here by what
    it is shorter on paper, which its ground, made for the bleed, covers.
    """
    leaves = _leaves(layout, brochure)
    shown = [leaf for leaf in leaves if not leaf.quiet] or leaves
    widths = [leaf.rect.width for leaf in leaves]
    told: set[int] = set()
    return tuple(
        _page(leaf, max(w for w in widths if w <= leaf.rect.width * _ALIKE), told, reading)
        for reading, leaf in enumerate(shown)
    )


def _leaves(layout: Layout, brochure: Brochure) -> list[_Leaf]:
    """Return the panels in reading order."""
    panels = {panel.name: panel for panel in layout.panels}
    leaves = {}
    for side, slots in brochure.fold.sides:
        for slot, rect in zip(slots, panel_rects(slots, brochure.paper), strict=True):
            spreads = (s for s in layout.spreads if s.side == side and s.area.contains(rect))
            leaves[slot.name] = _Leaf(panels[slot.name], slot, rect, tuple(spreads))
    return [leaves[panel.name] for panel in layout.panels]


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
        element = Element(Role.ARTIFACT) if id(spread) in told else None
        told.add(id(spread))
        items.append(Group(spread.items, upright, element=element))
    items.append(Group(panel.frame.items, moved))
    size = Size(width, rect.height)
    page = Rect(0, 0, *size)
    section = Group(tuple(items), clip=rectangle(page), element=Element(Role.SECTION))
    return Sheet(panel.name, Frame(size, (section,)), (Place(panel.name, page, reading),), ())
