"""Photographs have enough pixels for the size at which they are printed.

At 300 pixels an inch a picture is as fine as paper shows it, under 200 edges soften, under 150
single pixels show. What counts is the size on the page after cropping, the bleed included, not what
the camera had. For a press under 150 is an error, since a print shop would stop the job as well,
after the order; at the desk it prints as it is.

Source: prepress practice, as printers' instructions have it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brochure.preflight.resolution import COARSE, resolutions, too_coarse
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

TOO_COARSE = Rule("PRESS007", Severity.ERROR, "a picture under 150 ppi, for a print shop")
COARSE_ONE = Rule("PRINT001", Severity.WARNING, "a picture under 200 ppi at its printed size")
CODES = (TOO_COARSE, COARSE_ONE)
SCOPE = Scope.PAPER
LOOKS_AT = Evidence.PAGES

FINE = 200.0  # ppi


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each photograph that is too coarse."""
    found = resolutions(subject.layout)
    stopped = too_coarse(found) if subject.edition.on_press else []
    yield from stopped
    for one in found:
        if one.ppi >= FINE or (stopped and one.ppi < COARSE):
            continue
        width, height = one.at(FINE)
        message = f"{one.photo.named.name} prints at {math.floor(one.ppi)} ppi"
        hint = f"export it with {width} x {height} pixels or more, for {FINE:.0f} ppi"
        yield COARSE_ONE.broken(message, one.photo.named.where, hint)
