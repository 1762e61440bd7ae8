"""No edge of a color or a picture lies on a fold.

Folds wander by 1/32 to 1/16 in. A field that ends exactly on one shows a sliver of itself on the
neighboring panel in half of the copies. It stops short of the fold, so that the gap looks meant, or
goes on around it.

Source: printers' folding guides (domain notes §1); within 1/32 in an edge counts as on the fold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import INCH, Rect
from brochure.preflight.rule import Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.page import Page
    from brochure.preflight.placed import Inked
    from brochure.preflight.proof import Proof
    from brochure.problems import Problem

ON_FOLD = Rule("PRINT007", Severity.WARNING, "the edge of a color or a picture lies on a fold")
CODES = (ON_FOLD,)
SCOPE = Scope.FOLDED
QUICK = True

TOLERANCE = INCH / 32
_ROUNDING = 0.05  # pt
_BESIDE = INCH / 16  # from the fold: where each side's color is looked at


def check(proof: Proof) -> Iterator[Problem]:
    """Yield a problem for each fold that has an edge on it, one a panel."""
    for page in proof.pages:
        told = set()
        for fold in page.sheet.folds:
            for found in page.grounds:
                edges = (found.box.x, found.box.right)
                if all(abs(edge - fold) > TOLERANCE - _ROUNDING for edge in edges):
                    continue
                panel = page.panel_at(found.box.middle)
                if (fold, panel) in told or not _seen(page, found, fold):
                    continue
                told.add((fold, panel))
                message = f"a color or picture of panel {panel} ends on the fold beside it"
                hint = "let it end 1/8 in from the fold, or run 1/32 in around it"
                yield ON_FOLD.broken(message, proof.opening(panel), hint)


def _seen(page: Page, found: Inked, fold: float) -> bool:
    """Tell whether the two sides of the fold differ, halfway down the item."""
    y = found.box.middle.y
    left, right = (
        page.under(Rect(fold + aside, y, 0, 0), found.order + len(page.inked))
        for aside in (-_BESIDE, _BESIDE)
    )
    return left != right
