"""Impose: Layout -> Sheets: panels in the order of the fold, grounds cut to what can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds import fold_lines, panel_rects
from brochure.frame import Frame, Group
from brochure.geometry import Edges, Matrix, Rect
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.folds import Slot
    from brochure.frame import Item
    from brochure.model import Brochure, Layout


def impose(layout: Layout, brochure: Brochure, edition: Edition) -> tuple[Sheet, ...]:
    """Return the outside and the inside of the sheet, in the order a duplex printer takes them."""
    fold = brochure.fold
    return (
        _side("outside", fold.outside, layout, brochure, edition),
        _side("inside", fold.inside, layout, brochure, edition),
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
    printable = Rect(0, 0, *size).inset(Edges.all(edition.unprinted))
    panels = [panel for panel in layout.panels if panel.name in rects]
    items: list[Item] = []
    for panel in panels:
        rect = rects[panel.name]
        if panel.ground:
            clip = rectangle(_field(rect, printable, edition.fold_inset).moved(-rect.x, -rect.y))
            items.append(Group(panel.ground, Matrix.shift(rect.x, rect.y), clip))
    items += [
        Group(spread.items, clip=rectangle(printable))
        for spread in layout.spreads
        if spread.side == name
    ]
    items += [
        Group(panel.frame.items, Matrix.shift(rects[panel.name].x, rects[panel.name].y))
        for panel in panels
    ]
    return Sheet(
        name,
        Frame(size, tuple(items)),
        tuple(
            Place(panel.name, rects[panel.name], brochure.fold.reading.index(panel.name))
            for panel in panels
        ),
        fold_lines(slots, brochure.paper),
    )


def _field(panel: Rect, printable: Rect, fold_inset: float) -> Rect:
    """Return where a panel's ground may show: inside the printable area, away from the folds."""
    left = max(panel.x + fold_inset, printable.x)
    right = min(panel.right - fold_inset, printable.right)
    top, bottom = max(panel.y, printable.y), min(panel.bottom, printable.bottom)
    return Rect(left, top, right - left, bottom - top)
