"""Panels in the order of the fold, grounds cut to what can be printed or is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.folds import cross_folds, fold_lines, panel_rects, placing
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
    places = {slot.name: placing(rects[slot.name], turned=slot.turned) for slot in slots}
    unprinted = -brochure.bleed if edition.on_press else edition.unprinted
    printable = Rect(0, 0, *size).inset(Edges.all(unprinted))
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
        cross_folds=cross_folds(slots, brochure.paper),
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


def _to_cut(sheet: Sheet, bleed: float, *, marked: bool) -> Sheet:
    """Return `sheet` on a page that is cut to it: its bleed all round, then room for marks."""
    margin = bleed + (ROOM if marked else 0.0)
    trim = Rect(margin, margin, *sheet.frame.size)
    area = trim.inset(Edges.all(-bleed))
    folds = tuple(margin + fold for fold in sheet.folds)
    across = tuple(margin + fold for fold in sheet.cross_folds)
    items: list[Item] = [Group(sheet.frame.items, Matrix.shift(margin, margin))]
    if marked:
        items.append(marks(trim, area, folds, across))
    page = Size(trim.width + 2 * margin, trim.height + 2 * margin)
    places = tuple(replace(p, rect=p.rect.moved(margin, margin)) for p in sheet.panels)
    return Sheet(sheet.name, Frame(page, tuple(items)), places, folds, trim, area, across)
