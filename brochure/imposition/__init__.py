"""Impose: Layout -> Sheets, the pages of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.imposition.panels import impose_panels
from brochure.imposition.sides import impose_sides

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.model import Brochure, Layout, Sheet

__all__ = ["impose"]


def impose(layout: Layout, brochure: Brochure, edition: Edition) -> tuple[Sheet, ...]:
    """Return the pages of `edition`: sides of the sheet, panels one by one, or upright pages."""
    if edition.pages == "pages":
        from brochure.imposition.pages import impose_pages  # noqa: PLC0415 - not by default

        return impose_pages(layout, edition)
    if edition.pages == "panels":
        return impose_panels(layout, brochure)
    return impose_sides(layout, brochure, edition)
