"""One panel a page, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds import panel_rects, placing
from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import Matrix, Rect, Size
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.frame import Item
    from brochure.model import Brochure, Layout, Panel


_ALIKE = 1.1  # times as wide: what a tuck makes of a panel, not what a gate does


def impose_panels(layout: Layout, brochure: Brochure) -> tuple[Sheet, ...]:
    """Return a page for each panel of `layout`, upright, colors to its edge.

    Panels of about one width have pages of one width: one that is tucked in is wider here by what
    it is shorter on paper, which its ground, made for the bleed, covers.
    """
    places = {
        slot.name: (side, slot, rect)
        for side, slots in brochure.fold.sides
        for slot, rect in zip(slots, panel_rects(slots, brochure.paper), strict=True)
    }
    widths = [rect.width for _, _, rect in places.values()]
    told: set[int] = set()
    pages = []
    for reading, panel in enumerate(layout.panels):
        side, slot, rect = places[panel.name]
        width = max(width for width in widths if width <= rect.width * _ALIKE)
        upright = placing(rect, turned=slot.turned).inverse()
        pages.append(_page(panel, side, rect, width, upright, layout, told, reading))
    return tuple(pages)


def _page(  # noqa: PLR0913, PLR0917 - a panel's place in the whole
    panel: Panel,
    side: str,
    rect: Rect,
    width: float,
    upright: Matrix,
    layout: Layout,
    told: set[int],
    reading: int,
) -> Sheet:
    """Return one panel as a page `width` points wide; `upright` brings its side's points there.

    Of what runs across panels it shows its part; the first page that does so tells what it is
    (`told` keeps which are), to the others it is an artifact.
    """
    margin = (width - rect.width) / 2
    items: list[Item] = [Group(panel.ground, Matrix.shift(margin, 0))] if panel.ground else []
    for number, spread in enumerate(layout.spreads):
        if spread.side == side and spread.area.contains(rect):
            element = Element(Role.ARTIFACT) if number in told else None
            told.add(number)
            moved = upright.then(Matrix.shift(margin, 0))
            items.append(Group(spread.items, moved, element=element))
    items.append(Group(panel.frame.items, Matrix.shift(margin, 0)))
    size = Size(width, rect.height)
    page = Rect(0, 0, *size)
    section = Group(tuple(items), clip=rectangle(page), element=Element(Role.SECTION))
    return Sheet(panel.name, Frame(size, (section,)), (Place(panel.name, page, reading),), ())
