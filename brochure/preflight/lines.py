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
    """Return the lines of `page`, paragraph by paragraph as they are painted.

    A paragraph that goes on in a column beside has two lines at one height, painted one after the
    other, with others between.
    """
    found: list[tuple[Element, str, list[Run]]] = []
    last: dict[int, tuple[tuple[float, str], list[Run]]] = {}
    for run in page.runs:
        paragraph = next((e for e in reversed(run.elements) if e.role not in _INLINE), None)
        if paragraph is None:
            continue
        panel = page.panel_at(Point(run.box.x, run.baseline))
        at = round(run.baseline, 1), panel
        before, runs = last.get(id(paragraph), (None, []))
        if before != at:
            runs = []
            found.append((paragraph, panel, runs))
            last[id(paragraph)] = at, runs
        runs.append(run)
    return [TextLine(paragraph, panel, tuple(runs)) for paragraph, panel, runs in found]
