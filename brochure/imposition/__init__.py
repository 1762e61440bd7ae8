"""Impose: Layout -> Sheets, the pages of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import Rect
from brochure.imposition.panels import impose_panels
from brochure.imposition.sides import impose_sides
from brochure.model import Place, Sheet

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.model import Brochure, Layout, LeftOver

__all__ = ["impose"]

_LAST = 99  # in the reading order: after every panel


def impose(layout: Layout, brochure: Brochure, edition: Edition) -> tuple[Sheet, ...]:
    """Return the pages of `edition`: sides of the sheet, panels one by one, or upright pages."""
    if edition.pages == "pages":
        from brochure.imposition.pages import impose_pages  # noqa: PLC0415 - not by default

        pages = impose_pages(layout, edition)
    elif edition.pages == "panels":
        pages = impose_panels(layout, brochure)
    else:
        pages = impose_sides(layout, brochure, edition)
    return (*pages, *map(_apart, layout.left_over))


def _apart(rest: LeftOver) -> Sheet:
    """Return a draft's page of what does not fit."""
    size = rest.frame.size
    place = Place(f"left over from {rest.place}", Rect(0, 0, *size), _LAST)
    return Sheet(place.name, rest.frame, (place,), ())
