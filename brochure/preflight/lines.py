"""The lines of a page's paragraphs, put together again from the runs that are painted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Element, Role, Text
from brochure.geometry import Point, Rect
from brochure.model import Place, Sheet
from brochure.preflight.page import Page, nearest

if TYPE_CHECKING:
    from brochure.model import Panel
    from brochure.preflight.placed import Part, Run
    from brochure.preflight.subject import Subject

_INLINE = {Role.LINK, Role.SPAN}


class TextLine(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A line of a paragraph, its runs as they are painted, and the panel that it is on.

    `said` is its characters, spaces at its end and such as are a run of their own among them.
    """

    paragraph: Element
    panel: str
    runs: tuple[Run, ...]
    said: str

    @property
    def text(self) -> str:
        """Its characters, spaces at its end left out."""
        return self.said.rstrip()

    @property
    def baseline(self) -> float:
        """How far down the page it stands, in points."""
        return self.runs[0].baseline

    @property
    def ends_in_hyphen(self) -> bool:
        """Whether it ends in a hyphen, whoever put it there."""
        return self.text.endswith(("-", "\u2010"))


def lines_of(page: Page) -> list[TextLine]:
    """Return the lines of `page`, paragraph by paragraph as they are painted."""
    panels = page.sheet.panels
    return [line for part in page.parts for line in _lines(part, panels)]


@lru_cache(maxsize=512)
def _lines(part: Part, panels: tuple[Place, ...]) -> tuple[TextLine, ...]:
    """Return the lines of a part of a page on which `panels` lie; one that stays is read once.

    A paragraph that goes on in a column beside has two lines at one height, painted one after the
    other, with others between.
    """
    found: list[tuple[Element, str, list[Run], list[str]]] = []
    last: dict[int, tuple[tuple[float, str], list[Run], list[str]]] = {}
    read = iter(part.runs)
    for inked in part.inked:
        text = inked.item
        if not isinstance(text, Text):
            continue
        run = None if text.run.text.isspace() else next(read)
        paragraph = next((e for e in reversed(inked.elements) if e.role not in _INLINE), None)
        if paragraph is None:
            continue
        if run is None:  # a space between two spans
            if id(paragraph) in last:
                last[id(paragraph)][2].append(text.run.text)
            continue
        panel = nearest(Point(run.box.x, run.baseline), panels)
        at = round(run.baseline, 1), panel
        before, runs, said = last.get(id(paragraph), (None, [], []))
        if before != at:
            runs, said = [], []
            found.append((paragraph, panel, runs, said))
            last[id(paragraph)] = at, runs, said
        runs.append(run)
        said.append(text.run.text)
    return tuple(
        TextLine(paragraph, panel, tuple(runs), "".join(said))
        for paragraph, panel, runs, said in found
    )


@lru_cache(maxsize=1)  # three checks ask in turn
def columns_of(subject: Subject) -> dict[Element, list[list[TextLine]]]:
    """Return the lines of each paragraph as they are laid out, column by column.

    Most paragraphs stand in one; the lines of one that flows on are parted where it goes on in the
    next panel, or higher up in the same one. Panels are upright here, whichever way they lie on the
    sheet.
    """
    found: dict[Element, list[list[TextLine]]] = {}
    for number, panel in enumerate(subject.layout.panels):
        for line in lines_of(upright(panel, number)):
            columns = found.setdefault(line.paragraph, [])
            above = columns[-1][-1] if columns else None
            if above is None or above.panel != line.panel or above.baseline >= line.baseline:
                columns.append([])
            columns[-1].append(line)
    return found


def upright(panel: Panel, number: int) -> Page:
    """Return `panel`, the `number`th that is read, as a page of its own."""
    place = Place(panel.name, Rect(0, 0, *panel.frame.size), number)
    return Page(Sheet(panel.name, panel.frame, (place,), ()))
