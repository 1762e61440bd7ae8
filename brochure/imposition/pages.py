"""One upright page after another, grounds cut to what can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Frame, Group
from brochure.geometry import Edges, Rect
from brochure.model import Place, Sheet
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.model import Layout


def impose_pages(layout: Layout, edition: Edition) -> tuple[Sheet, ...]:
    """Return a sheet for each page of `layout`, white at its edges as far as nothing prints."""
    sheets = []
    for reading, panel in enumerate(layout.panels):
        page = Rect(0, 0, *panel.frame.size)
        printable = rectangle(page.inset(Edges.all(edition.unprinted)))
        behind = (Group(panel.ground, clip=printable),) if panel.ground else ()
        frame = Frame(panel.frame.size, (*behind, *panel.frame.items))
        sheets.append(Sheet(panel.name, frame, (Place(panel.name, page, reading),), ()))
    return tuple(sheets)
