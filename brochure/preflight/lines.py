"""The lines of a page's paragraphs, put together again from the runs that are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Element, Role
from brochure.geometry import Point

if TYPE_CHECKING:
    from brochure.preflight.page import Page
    from brochure.preflight.placed import Run

_INLINE = {Role.LINK, Role.SPAN}


class TextLine(msgspec.Struct, frozen=True):
    """A line of a paragraph, its runs as they are painted, and the panel that it is on."""

    paragraph: Element
    panel: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The characters of the line, spaces at its end left out."""
        return "".join(run.text.run.text for run in self.runs).rstrip()

    @property
    def ends_in_hyphen(self) -> bool:
        """Whether it ends in a hyphen, whoever put it there."""
        return self.text.endswith(("-", "\u2010"))


def lines_of(page: Page) -> list[TextLine]:
    """Return the lines of `page`, paragraph by paragraph as they are painted."""
    found: dict[tuple[int, float, str], list[Run]] = {}
    paragraphs: dict[int, Element] = {}
    for run in page.runs:
        paragraph = next((e for e in reversed(run.elements) if e.role not in _INLINE), None)
        if paragraph is None:
            continue
        paragraphs[id(paragraph)] = paragraph
        panel = page.panel_at(Point(run.box.x, run.baseline))
        found.setdefault((id(paragraph), round(run.baseline, 1), panel), []).append(run)
    return [
        TextLine(paragraphs[key], panel, tuple(runs)) for (key, _, panel), runs in found.items()
    ]
