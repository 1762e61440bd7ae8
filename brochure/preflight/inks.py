"""Whether the inks that a theme chose for its colors are more than the paper bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.problems import Problem

if TYPE_CHECKING:
    from brochure.model import Brochure
    from brochure.profiles import PrintingCondition

_ROUNDING = 1e-6


def too_much_ink(brochure: Brochure, condition: PrintingCondition) -> list[Problem]:
    """Return a problem for each of the theme's colors with more ink than `condition` bears.

    All other inks are kept within the limit where colors are separated; chosen ones are printed as
    they are, so that nobody's green changes unseen.
    """
    theme, limit = brochure.theme, brochure.press.total_ink
    where = limit.where if limit else brochure.press.where
    problems = []
    for name, color in theme.palette.items():
        total = 100 * sum(color.cmyk or ())
        if total > condition.total_ink + _ROUNDING:
            message = (
                f"the color `{name}` of the theme {theme.name} has {total:g} percent of ink, "
                f"more than the {condition.total_ink:g} that may be printed"
            )
            hint = f"ask the printer whether {total:g} can be printed, or take another theme"
            problems.append(Problem("PRESS006", message, where, hint))
    return problems
