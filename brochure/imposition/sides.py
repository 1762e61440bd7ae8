"""Panels in the order of the fold, grounds cut to what can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds import cross_folds, fold_lines, panel_rects, placing
from brochure.frame import Frame, Group
from brochure.geometry import Edges, Rect, Size
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.folds import Slot
    from brochure.frame import Item
    from brochure.model import Brochure, Layout


_NEAR = 0.01  # pt: panels' widths sum to the sheet's but for rounding


def impose_sides(layout: Layout, brochure: Brochure, edition: Edition) -> tuple[Sheet, ...]:
    """Return the sides of the sheet that bear panels, in the order a duplex printer takes them."""
    return tuple(
        _side(name, slots, layout, brochure, edition) for name, slots in brochure.fold.sides
    )


def _side(
    name: str,
    slots: tuple[Slot, ...],
    layout: Layout,
    brochure: Brochure,
    edition: Edition,
) -> Sheet:
    """Return one side: grounds first, then what runs across panels, then each panel's copy."""
    size = brochure.paper.size
    rects = dict(
        zip((slot.name for slot in slots), panel_rects(slots, brochure.paper), strict=True),
    )
    places = {slot.name: placing(rects[slot.name], turned=slot.turned) for slot in slots}
    printable = Rect(0, 0, *size).inset(Edges.all(edition.unprinted))
    panels = [panel for panel in layout.panels if panel.name in rects]
    items: list[Item] = []
    for panel in panels:
        if panel.ground:
            field = _field(rects[panel.name], size, printable, edition.fold_inset)
            clip = rectangle(places[panel.name].inverse().box(field))
            items.append(Group(panel.ground, places[panel.name], clip))
    items += [
        Group(
            spread.items, clip=rectangle(_field(spread.area, size, printable, edition.fold_inset))
        )
        for spread in layout.spreads
        if spread.side == name
    ]
    items += [Group(panel.frame.items, places[panel.name]) for panel in panels]
    return Sheet(
        name,
        Frame(size, tuple(items)),
        tuple(
            Place(panel.name, rects[panel.name], brochure.fold.reading.index(panel.name))
            for panel in panels
        ),
        fold_lines(slots, brochure.paper),
        cross_folds(slots, brochure.paper),
    )


def _field(area: Rect, sheet: Size, printable: Rect, fold_inset: float) -> Rect:
    """Return where color may show on `area`: to the printable edges, `fold_inset` from folds."""
    at_left, at_top = area.x <= _NEAR, area.y <= _NEAR
    at_right = area.right >= sheet.width - _NEAR
    at_bottom = area.bottom >= sheet.height - _NEAR
    left = printable.x if at_left else area.x + fold_inset
    top = printable.y if at_top else area.y + fold_inset
    right = printable.right if at_right else area.right - fold_inset
    bottom = printable.bottom if at_bottom else area.bottom - fold_inset
    return Rect(left, top, right - left, bottom - top)
