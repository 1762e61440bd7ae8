"""Columns side by side end at about the same height.

Three columns that end at three heights look unfinished, however good each is. Copy that flows over
the inner panels is shared out as evenly as its sections allow; where that leaves more than two
lines, the author has better means than the program: white space, or a few words.

Measured is the lowest baseline, picture's edge or rule of each panel that shares a role with one
beside it; panels without words are no columns.

Source: the practice of balancing columns; the limit is this project's, set by eye.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Role, Text
from brochure.geometry import MM
from brochure.preflight.placed import whole
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.frame import Element
    from brochure.model import Panel
    from brochure.preflight.placed import Part
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

UNEVEN = Rule("FIT009", Severity.WARNING, "columns side by side end at different heights")
CODES = (UNEVEN,)
SCOPE = Scope.FOLDED
LOOKS_AT = Evidence.PAGES

_LINES = 2  # of the baseline grid that two feet may differ by
_ROUNDING = 0.5  # pt
_HEADINGS = {Role.HEADING_1, Role.HEADING_2, Role.HEADING_3}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each row of columns that differ, at the one that ends highest."""
    fold, grid = subject.brochure.fold, subject.brochure.theme.grid
    panels = {panel.name: panel for panel in subject.layout.panels}
    for _, slots in fold.sides:
        rows: dict[tuple[str, int], list[Panel]] = {}
        for slot in slots:
            rows.setdefault((slot.role, slot.row), []).append(panels[slot.name])
        for row in rows.values():
            if len(row) == 1:
                continue
            feet = [foot for one in row if (foot := _foot(one.name, whole(one.frame)))]
            if not feet:
                continue
            highest = min(feet, key=lambda foot: foot.y)
            lowest = max(feet, key=lambda foot: foot.y)
            apart = lowest.y - highest.y
            if apart > _LINES * grid + _ROUNDING:
                lines = f"{apart / grid:.0f} lines"
                message = (
                    f"panel {highest.panel} ends {lines} ({apart / MM:.0f} mm) "
                    f"above panel {lowest.panel}, the longest beside it"
                )
                hint = f"cut about {lines} on panel {lowest.panel}, or try another `fold:`"
                if highest.headings > 1:  # white above a panel's first words is left out
                    before = f"the last heading on panel {highest.panel}"
                    hint = f"write `- spacer: fill` before {before}, or {hint}"
                else:
                    hint = f"add as much on panel {highest.panel}, {hint}"
                yield UNEVEN.broken(message, highest.where, hint)


class _Foot(msgspec.Struct, frozen=True):
    """Where the copy of a panel ends, in points from its top, and the place of its last words.

    `headings` is how many it has.
    """

    panel: str
    y: float
    where: Where | None
    headings: int


@lru_cache(maxsize=256)
def _foot(panel: str, part: Part) -> _Foot | None:
    """Return where the copy of `panel` ends, None where it has no words."""
    lowest, where = 0.0, None
    words = False
    headings: set[Element] = set()
    for found in part.inked:
        headings.update(one for one in found.elements if one.role in _HEADINGS)
        foot = found.box.bottom
        if isinstance(found.item, Text):
            foot = found.matrix.apply(found.item.origin).y
            where, words = found.item.where, True
        lowest = max(lowest, foot)
    return _Foot(panel, lowest, where, len(headings)) if words else None
