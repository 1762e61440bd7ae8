"""One panel a page, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds import panel_rects
from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import Matrix, Rect, Size
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.frame import Item
    from brochure.model import Brochure, Layout, Panel


def impose_panels(layout: Layout, brochure: Brochure) -> tuple[Sheet, ...]:
    """Return a page for each panel of `layout`, colors to its edge.

    All pages are as wide as the widest panel: one that is tucked in is wider here by what it is
    shorter on paper, which its ground, made for the bleed, covers.
    """
    fold = brochure.fold
    places: dict[str, tuple[str, Rect]] = {}
    for side, slots in (("outside", fold.outside), ("inside", fold.inside)):
        for slot, rect in zip(slots, panel_rects(slots, brochure.paper), strict=True):
            places[slot.name] = (side, rect)
    width = max(rect.width for _, rect in places.values())
    told: set[int] = set()
    return tuple(
        _page(panel, *places[panel.name], width, layout, told, reading)
        for reading, panel in enumerate(layout.panels)
    )


def _page(  # noqa: PLR0913, PLR0917 - a panel's place in the whole
    panel: Panel,
    side: str,
    rect: Rect,
    width: float,
    layout: Layout,
    told: set[int],
    reading: int,
) -> Sheet:
    """Return one panel as a page `width` points wide.

    Of what runs across panels it shows its part; the first page that does so tells what it is
    (`told` keeps which are), to the others it is an artifact.
    """
    margin = (width - rect.width) / 2
    items: list[Item] = [Group(panel.ground, Matrix.shift(margin, 0))] if panel.ground else []
    for number, spread in enumerate(layout.spreads):
        if spread.side == side:
            element = Element(Role.ARTIFACT) if number in told else None
            told.add(number)
            items.append(Group(spread.items, Matrix.shift(margin - rect.x, 0), element=element))
    items.append(Group(panel.frame.items, Matrix.shift(margin, 0)))
    size = Size(width, rect.height)
    page = Rect(0, 0, *size)
    section = Group(tuple(items), clip=rectangle(page), element=Element(Role.SECTION))
    return Sheet(panel.name, Frame(size, (section,)), (Place(panel.name, page, reading),), ())
