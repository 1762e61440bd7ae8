"""Panels in the order of the fold, grounds cut to what can be printed or is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.folds import fold_lines, panel_rects
from brochure.frame import Frame, Group
from brochure.geometry import Edges, Matrix, Rect, Size
from brochure.imposition.marks import ROOM, marks
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.folds import Slot
    from brochure.frame import Item
    from brochure.model import Brochure, Layout


_NEAR = 0.01  # pt: panels' widths sum to the sheet's but for rounding


def impose_sides(layout: Layout, brochure: Brochure, edition: Edition) -> tuple[Sheet, ...]:
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
    sheet = _flat(name, slots, layout, brochure, edition)
    if not edition.on_press:
        return sheet
    return _to_cut(sheet, brochure.bleed, marked=edition.marks and brochure.press.marks)


def _flat(
    name: str,
    slots: tuple[Slot, ...],
    layout: Layout,
    brochure: Brochure,
    edition: Edition,
) -> Sheet:
    """Return one side of the sheet as it lies before it is folded, its corner at (0, 0)."""
    size = brochure.paper.size
    rects = dict(
        zip((slot.name for slot in slots), panel_rects(slots, brochure.paper), strict=True),
    )
    unprinted = -brochure.bleed if edition.on_press else edition.unprinted
    printable = Rect(0, 0, *size).inset(Edges.all(unprinted))
    panels = [panel for panel in layout.panels if panel.name in rects]
    items: list[Item] = []
    for panel in panels:
        rect = rects[panel.name]
        if panel.ground:
            field = _field(rect, size, printable, edition.fold_inset)
            clip = rectangle(field.moved(-rect.x, -rect.y))
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


def _field(panel: Rect, sheet: Size, printable: Rect, fold_inset: float) -> Rect:
    """Return where a panel's ground may show: to the printable edges, `fold_inset` from folds."""
    at_left, at_right = panel.x <= _NEAR, panel.right >= sheet.width - _NEAR
    left = printable.x if at_left else panel.x + fold_inset
    right = printable.right if at_right else panel.right - fold_inset
    return Rect(left, printable.y, right - left, printable.height)


def _to_cut(sheet: Sheet, bleed: float, *, marked: bool) -> Sheet:
    """Return `sheet` on a page that is cut to it: its bleed all round, then room for marks."""
    margin = bleed + (ROOM if marked else 0.0)
    trim = Rect(margin, margin, *sheet.frame.size)
    area = trim.inset(Edges.all(-bleed))
    folds = tuple(margin + fold for fold in sheet.folds)
    items: list[Item] = [Group(sheet.frame.items, Matrix.shift(margin, margin))]
    if marked:
        items.append(marks(trim, area, folds))
    page = Size(trim.width + 2 * margin, trim.height + 2 * margin)
    places = tuple(replace(p, rect=p.rect.moved(margin, margin)) for p in sheet.panels)
    return Sheet(sheet.name, Frame(page, tuple(items)), places, folds, trim, area)
