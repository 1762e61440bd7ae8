"""What reaches the cut runs on into the bleed.

Sheets are cut in stacks, and the knife wanders. A color or a picture that ends at the cut leaves a
white sliver wherever the knife goes outside it, so it must be printed as far as the bleed goes:
1/8 in, 3 mm on metric paper, or what the printer asks for.

Source: printers' templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.color import WHITE
from brochure.geometry import INCH
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity
from brochure.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.geometry import Rect
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

SHORT = Rule("PRINT008", Severity.ERROR, "a color or a picture reaches the cut but not the bleed")
CODES = (SHORT,)
SCOPE = Scope.PRESS
LOOKS_AT = Evidence.PAGES

_NEAR = INCH / 32  # of the cut: what ends so near to it is meant to reach it
_ROUNDING = 0.1  # pt


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each panel with something that stops short of the bleed."""
    for page in subject.pages:
        trim, bleed = page.sheet.trim, page.sheet.bleed
        if trim is None or bleed is None:
            continue
        told = set()
        for found in page.grounds:
            if isinstance(found.item, Shape) and found.item.fill == WHITE:
                continue
            sides = _short(found.box, trim, bleed)
            panel = page.panel_at(found.box.middle)
            if sides and (panel, sides) not in told:
                told.add((panel, sides))
                message = f"a color or picture of panel {panel} ends at the cut: {sides}"
                hint = (
                    "a picture with `place: panel` runs into the bleed; a field of color that does "
                    "not is a fault of the program: please report it"
                )
                yield SHORT.broken(message, subject.opening(panel), hint)


def _short(box: Rect, trim: Rect, bleed: Rect) -> str:
    """Return at which sides `box` reaches the cut, or nearly, and not the bleed's edge."""
    sides = {
        "left": (box.x - trim.x, box.x - bleed.x),
        "right": (trim.right - box.right, bleed.right - box.right),
        "top": (box.y - trim.y, box.y - bleed.y),
        "bottom": (trim.bottom - box.bottom, bleed.bottom - box.bottom),
    }
    return ", ".join(
        side
        for side, (to_trim, to_bleed) in sides.items()
        if to_trim < _NEAR and to_bleed > _ROUNDING
    )
