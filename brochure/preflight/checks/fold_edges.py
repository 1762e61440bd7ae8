"""No edge of a color or a picture lies on a fold.

Folds wander by 1/32 to 1/16 in. A field that ends exactly on one shows a sliver of itself on the
neighboring panel in half of the copies. It stops short of the fold, so that the gap looks meant, or
goes on around it.

Source: printers' folding guides; within 1/32 in an edge counts as on the fold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.geometry import INCH, Rect
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.page import Page
    from brochure.preflight.placed import Inked
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

ON_FOLD = Rule("PRINT007", Severity.WARNING, "the edge of a color or a picture lies on a fold")
CODES = (ON_FOLD,)
SCOPE = Scope.FOLDED
LOOKS_AT = Evidence.PAGES

TOLERANCE = INCH / 32
_ROUNDING = 0.05  # pt
_BESIDE = INCH / 16  # from the fold: where each side's color is looked at


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each fold that has an edge on it, one a panel."""
    for page in subject.pages:
        told = set()
        for fold in (*_down(page), *_across(page)):
            for found in page.grounds:
                if not fold.meets(found.box):
                    continue
                panel = page.panel_at(found.box.middle)
                if (fold, panel) in told or not _seen(page, found, fold):
                    continue
                told.add((fold, panel))
                message = f"a color or picture of panel {panel} ends on the fold beside it"
                hint = (
                    "leave `place: panel` out of a picture there, or take another `fold:`; a field "
                    "of color on a fold is a fault of the program: please report it"
                )
                yield ON_FOLD.broken(message, subject.opening(panel), hint)


class _Fold(msgspec.Struct, frozen=True):
    """A fold at `place`: an x where it runs down the sheet, a y where it runs `across`."""

    place: float
    across: bool

    def meets(self, box: Rect) -> bool:
        """Tell whether an edge of `box` lies on the fold."""
        edges = (box.y, box.bottom) if self.across else (box.x, box.right)
        return any(abs(edge - self.place) < TOLERANCE - _ROUNDING for edge in edges)

    def beside(self, box: Rect) -> tuple[Rect, Rect]:
        """Return the points on either side of the fold, halfway along `box`."""
        x, y = box.middle
        before, after = self.place - _BESIDE, self.place + _BESIDE
        if self.across:
            return Rect(x, before, 0, 0), Rect(x, after, 0, 0)
        return Rect(before, y, 0, 0), Rect(after, y, 0, 0)


def _down(page: Page) -> list[_Fold]:
    return [_Fold(x, across=False) for x in page.sheet.folds]


def _across(page: Page) -> list[_Fold]:
    return [_Fold(y, across=True) for y in page.sheet.cross_folds]


def _seen(page: Page, found: Inked, fold: _Fold) -> bool:
    """Tell whether the two sides of the fold differ."""
    before, after = (page.under(point, None) for point in fold.beside(found.box))
    return before != after
