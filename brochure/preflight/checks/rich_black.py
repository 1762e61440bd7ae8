"""Black text prints in black ink alone.

Black made of four inks is for large solids. In letters each plate that lies a hair off (sheets move
by 0.1 to 0.3 mm) shows as a colored fringe, and small type turns to mud. A theme's ink should have
black alone; what has no inks of its own is separated, and a gray goes to black by itself, a bluish
near-black does not: #101830 becomes 66/53/27/78 on GRACoL, three plates more than are needed.

Told are blacks, which have nearly a solid of black ink and others beside it, in any size; and in 12
pt or less near-blacks, which are seen as black and have more than two inks. A deep color that is
seen as one (spruce, indigo) is none of them.

Source: prepress practice: text black is K only. Printers' instructions: no black of four inks in
type of 12 pt and less (Smart Levels), at most two inks in small elements, since plates lie 0.2 to
0.3 mm off (Gogoprint), two separations for colored type (Lakeside Book Company). What is seen as
black is this project's own choice, measured on the colors of themes and common near-blacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.color import luminance
from brochure.inks import inks
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.color import Color
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem
    from brochure.profiles import Inks

RICH = Rule("PRINT006", Severity.WARNING, "black text in more inks than black")
CODES = (RICH,)
SCOPE = Scope.PRESS
LOOKS_AT = Evidence.PAGES

BLACK_FROM = 0.8  # of black's solid: from here on a color is seen as black
_STAIN = 0.02  # of the others' together: less leaves no dot on the plate
SMALL = 12.0  # pt: in larger type fringes are a small part of a stroke
_DARK, _NEUTRAL = 0.04, 0.2  # luminance, and how far its red, green and blue lie apart, of a black
_INKS, _SEEN = 2, 0.1  # as many inks, each of a tenth of its solid, are let pass
_ROUNDING = 1e-3  # pt


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
            printed = inks(color, subject.condition)
            small = run.size <= SMALL + _ROUNDING
            if is_rich(printed) or (small and is_near_black(color, printed)):
                told.add(color)
                parts = "/".join(f"{100 * ink:.0f}" for ink in printed)
                message = f"the text color {color.hex} prints as {parts}: black in several inks"
                yield RICH.broken(message, run.text.where, _hint(subject, color))


def is_rich(printed: Inks) -> bool:
    """Tell whether inks are black's with others beside it."""
    *colored, black = printed
    return black >= BLACK_FROM and sum(colored) > _STAIN


def is_near_black(color: Color, printed: Inks) -> bool:
    """Tell whether a color is seen as black, and has more inks than small type bears."""
    parts = color.red, color.green, color.blue
    seen = luminance(color) <= _DARK and max(parts) - min(parts) <= _NEUTRAL
    return seen and sum(ink >= _SEEN for ink in printed) > _INKS


def _hint(subject: Subject, color: Color) -> str:
    """Return what to write so that the color has black ink alone, by its name in the theme."""
    names = (name for name, known in subject.brochure.theme.palette.items() if known == color)
    name = next(names, "ink")
    return (
        "give it black ink alone, under `theme:`: "
        f'`colors: {{{name}: {{rgb: "{color.hex}", cmyk: [0, 0, 0, 95]}}}}`'
    )
