"""Columns side by side end at about the same height.

Three columns that end at three heights look unfinished, however good each is. Copy that flows over
the inner panels is shared out as evenly as its sections allow; where that leaves more than two
lines, the author has better means than the program: white space, or a few words.

Measured is the lowest baseline, picture's edge or rule of each panel whose copy flows; panels
without copy are no columns.

Source: art direction of this project ("the inside columns end at three heights" is the first fault
named of its first sketch); balanced columns as in Chicago Manual of Style, 2.116.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Text
from brochure.geometry import MM
from brochure.preflight.rule import Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.folds import PanelRole
    from brochure.preflight.page import Page
    from brochure.preflight.placed import Inked
    from brochure.preflight.proof import Proof
    from brochure.problems import Problem, Where

UNEVEN = Rule("FIT009", Severity.WARNING, "columns side by side end at different heights")
CODES = (UNEVEN,)
SCOPE = Scope.FOLDED
QUICK = True

_LINES = 2  # of the baseline grid that two feet may differ by
_FLOWING: PanelRole = "inside"
_GROUND = 0.75  # of the page's height: what is higher lies behind the copy
_ROUNDING = 0.5  # pt


def check(proof: Proof) -> Iterator[Problem]:
    """Yield a problem for each side whose columns differ, at the one that ends highest."""
    fold = proof.brochure.fold
    flowing = {slot.name for slot in (*fold.outside, *fold.inside) if slot.role == _FLOWING}
    grid = proof.brochure.theme.grid
    for page in proof.pages:
        feet = _feet(page, flowing)
        if len(feet) < 2:  # noqa: PLR2004 - one column has no neighbor
            continue
        highest = min(feet, key=lambda panel: feet[panel][0])
        apart = max(foot for foot, _ in feet.values()) - feet[highest][0]
        if apart > _LINES * grid + _ROUNDING:
            message = (
                f"panel {highest} ends {apart / grid:.0f} lines ({apart / MM:.0f} mm) above "
                "the longest column beside it"
            )
            hint = "add `- spacer: fill` between two of its blocks, or move a section"
            yield UNEVEN.broken(message, feet[highest][1], hint)


def _feet(page: Page, flowing: set[str]) -> dict[str, tuple[float, Where | None]]:
    """Return where each flowing column ends, and the place of its last words."""
    feet: dict[str, tuple[float, Where | None]] = {}
    lasts: dict[str, Where | None] = {}
    for found in page.inked:
        box = found.box
        panel = page.panel_at(box.middle)
        if panel not in flowing or _is_ground(page, found):
            continue
        foot = box.bottom
        if isinstance(found.item, Text):
            foot = found.matrix.apply(found.item.origin).y
            lasts[panel] = found.item.where
        if panel not in feet or foot > feet[panel][0]:
            feet[panel] = (foot, None)
    return {panel: (foot, lasts[panel]) for panel, (foot, _) in feet.items() if panel in lasts}


def _is_ground(page: Page, found: Inked) -> bool:
    """Tell whether it is a field or a picture behind the copy."""
    return found.box.height > _GROUND * page.trim.height
