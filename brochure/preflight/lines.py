"""The lines of a page's paragraphs, put together again from the runs that are painted."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Element, Role
from brochure.geometry import Point
from brochure.preflight.page import nearest

if TYPE_CHECKING:
    from brochure.model import Place
    from brochure.preflight.page import Page
    from brochure.preflight.placed import Part, Run

_INLINE = {Role.LINK, Role.SPAN}


class TextLine(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A line of a paragraph, its runs as they are painted, and the panel that it is on."""

    paragraph: Element
    panel: str
    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """The characters of the line, spaces at its end left out."""
        return "".join(run.text.run.text for run in self.runs).rstrip()

    @cached_property
    def ends_in_hyphen(self) -> bool:
        """Whether it ends in a hyphen, whoever put it there."""
        return self.text.endswith(("-", "\u2010"))


def lines_of(page: Page) -> list[TextLine]:
    """Return the lines of `page`, paragraph by paragraph as they are painted."""
    panels = page.sheet.panels
    return [line for part in page.parts for line in _lines(part, panels)]


@lru_cache(maxsize=512)
def _lines(part: Part, panels: tuple[Place, ...]) -> tuple[TextLine, ...]:
    """Return the lines of a part of a page on which `panels` lie; one that stays is read once."""
    found: dict[tuple[int, float, str], list[Run]] = {}
    paragraphs: dict[int, Element] = {}
    for run in part.runs:
        paragraph = next((e for e in reversed(run.elements) if e.role not in _INLINE), None)
        if paragraph is None:
            continue
        paragraphs[id(paragraph)] = paragraph
        panel = nearest(Point(run.box.x, run.baseline), panels)
        found.setdefault((id(paragraph), round(run.baseline, 1), panel), []).append(run)
    return tuple(
        TextLine(paragraphs[key], panel, tuple(runs)) for (key, _, panel), runs in found.items()
    )
