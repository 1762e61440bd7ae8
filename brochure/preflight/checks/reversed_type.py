"""Light type on a dark ground is large enough to stay open.

Ink spreads into the letters from all around. Under 8 pt the eyes of a, e and s close on a digital
press; offset with its four plates wants 10 pt, bold and without serifs.

Source: prepress practice; the smaller of the two limits is judged here.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brochure.color import luminance
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

SMALL = Rule("PRINT005", Severity.WARNING, "light type on a dark ground smaller than 8 pt")
CODES = (SMALL,)
SCOPE = Scope.PAPER
LOOKS_AT = Evidence.PAGES

SMALLEST = 8.0  # pt
_MIDDLE = 0.18  # relative luminance of middle gray: over a picture type lighter than it is reversed
_ROUNDING = 1e-3  # pt


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each paragraph of small light type."""
    for page in subject.pages:
        told = set()
        for run in page.runs:
            if run.size > SMALLEST - _ROUNDING or run.text.where in told:
                continue
            grounds, picture = page.under(run.box, run.inked)
            light = luminance(run.text.color)
            darkest = min(map(luminance, grounds)) if picture is None else _MIDDLE
            if light > darkest:
                told.add(run.text.where)
                words = run.text.run.text.strip()
                message = f"“{words}” is {run.size:g} pt of light type on a dark ground"
                larger = math.ceil(100 * SMALLEST / run.size) / 100
                hint = (
                    "move it to a panel with a light ground, or set all in larger type: "
                    f"`theme: {{scale: {larger:g}}}` makes it {SMALLEST:g} pt"
                )
                yield SMALL.broken(message, run.text.where, hint)
