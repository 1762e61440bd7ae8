"""Lay out: Brochure -> Layout: blocks to strips, strips to panels, overflow told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.layout.composing import shelf
from brochure.layout.fitting import fitted
from brochure.layout.panels import panels
from brochure.problems import BrochureError

if TYPE_CHECKING:
    from brochure.editions import Edition
    from brochure.images import Library
    from brochure.model import Brochure, Layout

__all__ = ["lay_out", "panels"]


def lay_out(
    brochure: Brochure, edition: Edition, pictures: Library, *, draft: bool = False
) -> Layout:
    """Return `brochure` with its copy set: on the panels of its fold, or on upright pages.

    In a `draft`, copy that does not fit is no problem; it stands on pages of its own.

    Raises:
        BrochureError: with all that does not fit, cannot be set, or cannot be drawn.

    """
    if edition.pages == "pages":
        from brochure.layout.pages import lay_out_pages  # noqa: PLC0415 - 0.6 ms; not by default

        return lay_out_pages(brochure, edition, pictures, draft=draft)
    standing = shelf(brochure, edition, pictures)
    found = fitted(brochure, lambda set_so: panels(set_so, edition, pictures, standing))
    standing.close()
    if draft and found.problems and found.could_be_drafted:
        found = panels(found.brochure, edition, pictures, standing, draft=True)
    if found.problems:
        raise BrochureError(*found.problems)
    return found.layout
