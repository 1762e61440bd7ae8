"""No place on the sheet gets more ink than the paper bears.

Too much ink does not dry: it sets off on the next sheet and sticks in the fold. Coated paper bears
300 percent of one ink's solid, uncoated 280, unless the printer says otherwise (`press:
total-ink`). Pictures and drawings are kept within the limit when they are separated. Two things are
not: the inks that a theme chose for its colors, which are printed as they are, and black words that
print over a field, whose ink adds to the field's (over a picture: PRINT009).

Source: prepress practice, as printers' instructions have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.inks import inks
from brochure.preflight.inks import too_much_ink
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

CHOSEN = Rule("PRESS006", Severity.ERROR, "a theme's color has more ink than may be printed")
OVERPRINTED = Rule("PRINT002", Severity.WARNING, "black words add up to too much ink")
CODES = (CHOSEN, OVERPRINTED)
SCOPE = Scope.PRESS
LOOKS_AT = Evidence.PAGES

_ROUNDING = 1e-6


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each color and each overprint that is too much."""
    condition = subject.condition
    if condition is None:
        return
    yield from too_much_ink(subject.brochure, condition)
    told = set()
    for page in subject.pages:
        for run in page.runs:
            *colored, black = inks(run.text.color, condition)
            grounds, _ = page.under(run.box, run.inked)
            if any(colored) or not black:
                continue
            for ground in grounds:
                cyan, magenta, yellow, below = inks(ground, condition)
                total = 100 * (cyan + magenta + yellow + max(black, below))
                if total > condition.total_ink + _ROUNDING and ground not in told:
                    told.add(ground)
                    message = f"black words on {ground.hex} add up to {total:.0f} percent of ink"
                    hint = (
                        f"{condition.total_ink:g} may be printed: give that color less ink, under "
                        "`theme:` at `colors:`, or the words one with other inks than black"
                    )
                    yield OVERPRINTED.broken(message, run.text.where, hint)
