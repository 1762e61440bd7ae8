"""What begins at the foot of a panel does not stand there alone.

A paragraph's first line alone at the foot (an orphan) breaks off as soon as it is begun; a heading
there names what is not to be seen, and which the reader finds beyond a fold without a name. The
program keeps a paragraph's first two lines together, and a heading with what follows it; here it is
seen whether that held.

A heading after which its role has nothing more is let be: it stands alone because its author left
it so.

Source: The Chicago Manual of Style, 15th edition: an orphan is a paragraph's first line that ends a
page or a column. Its 16th edition lets it pass in books, where an eye finds the next page's head at
once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brochure.frame import Role, Text
from brochure.preflight.lines import columns_of, upright
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.frame import Element
    from brochure.preflight.placed import Inked
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

ORPHAN = Rule("FIT012", Severity.WARNING, "a paragraph's first line alone at the foot of a panel")
STRANDED = Rule("FIT013", Severity.WARNING, "a heading alone at the foot of a panel")
CODES = (ORPHAN, STRANDED)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

_HEADINGS = {Role.HEADING_1, Role.HEADING_2, Role.HEADING_3}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each orphan and each heading that is cut off from its copy."""
    for columns in columns_of(subject).values():
        if len(columns) > 1 and len(columns[0]) == 1:
            (line,) = columns[0]
            message = f"“{line.text}” begins its paragraph alone, at the foot of panel {line.panel}"
            hint = "cut or add a few words before it, or move a section"
            yield ORPHAN.broken(message, line.runs[0].text.where, hint)
    for (panel, above), (following, below) in pairwise(_in_reading_order(subject)):
        heading = _heading(above)
        if heading is None or heading is _heading(below) or not isinstance(above.item, Text):
            continue
        if _flow(subject, panel, above) != _flow(subject, following, below):
            continue
        if panel != following or below.box.y < above.box.y:
            message = f"the heading “{heading.title}” stands alone at the foot of panel {panel}"
            hint = "cut or add a few words before it, or move a section"
            yield STRANDED.broken(message, above.item.where, hint)


def _in_reading_order(subject: Subject) -> Iterator[tuple[str, Inked]]:
    """Yield what stands in the panels' columns, each with the name of its panel: no decoration."""
    for number, panel in enumerate(subject.layout.panels):
        for inked in upright(panel, number).inked:
            if all(element.role is not Role.ARTIFACT for element in inked.elements):
                yield panel.name, inked


def _heading(inked: Inked) -> Element | None:
    return next((element for element in inked.elements if element.role in _HEADINGS), None)


def _flow(subject: Subject, panel: str, inked: Inked) -> object:
    """Return what panels over which one copy flows have in common: a role, or a section."""
    return subject.panel_roles.get(panel) or next(iter(inked.elements), None)
