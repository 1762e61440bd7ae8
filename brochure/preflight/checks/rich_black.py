"""Black text prints in black ink alone.

Black made of four inks is for large solids. In letters each plate that lies a hair off shows as a
colored fringe, and small type turns to mud. A theme's ink should have black alone; what has no inks
of its own is separated, and a gray goes to black by itself, a bluish near-black does not.

Source: prepress practice: text black is K only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.inks import inks
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

RICH = Rule("PRINT006", Severity.WARNING, "black text in more inks than black")
CODES = (RICH,)
SCOPE = Scope.PRESS
LOOKS_AT = Evidence.PAGES

BLACK_FROM = 0.8  # of black's solid: from here on a color is seen as black
_STAIN = 0.02  # of the others' together: less leaves no dot on the plate


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each color of text that is a rich black, where it is first used."""
    if subject.condition is None:
        return
    told = set()
    for page in subject.pages:
        for run in page.runs:
            color = run.text.color
            if color in told:
                continue
            told.add(color)
            *colored, black = inks(color, subject.condition)
            if black >= BLACK_FROM and sum(colored) > _STAIN:
                parts = "/".join(f"{100 * ink:.0f}" for ink in (*colored, black))
                message = f"the text color {color.hex} prints as {parts}: black in four inks"
                hint = "take a theme whose text color has black ink alone, such as 0/0/0/95"
                yield RICH.broken(message, run.text.where, hint)
