"""Preflight: what a print shop would refuse or print badly, told before a file is made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.condition import condition_of
from brochure.preflight.inks import too_much_ink
from brochure.preflight.resolution import Resolution, resolutions, too_coarse
from brochure.problems import BrochureError

if TYPE_CHECKING:
    from brochure.model import Brochure, Layout
    from brochure.problems import Problem
    from brochure.profiles import PrintingCondition

__all__ = ["Resolution", "preflight", "resolutions"]


def preflight(brochure: Brochure, layout: Layout) -> PrintingCondition:
    """Return the printing condition for `brochure`, after looking through it.

    Raises:
        BrochureError: with all that is wrong: the profile, the inks that its theme chose, pictures
            too coarse at their printed size or for the bleed.

    """
    problems: list[Problem] = []
    condition = condition_of(brochure, problems)
    if condition:
        problems += too_much_ink(brochure, condition)
    problems += too_coarse(resolutions(layout))
    if condition is None or problems:
        raise BrochureError(*problems)
    return condition
