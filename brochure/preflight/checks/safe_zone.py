"""Text and codes keep away from folds and from where the sheet is cut.

A folding machine wanders by 1/32 to 1/16 in and a guillotine by as much. What stands closer than
the safe distance ends up in the crease, on the neighboring panel, or in the waste. Pictures and
colors may cross both: they are made to.

Source: printers' templates for folded work: 1/4 in from the trim, 1/8 in from a fold at the least.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import INCH, Edges
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.geometry import Rect
    from brochure.preflight.page import Page
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

AT_FOLD = Rule("FIT003", Severity.WARNING, "text or a code within 1/8 in of a fold")
AT_TRIM = Rule("FIT004", Severity.WARNING, "text or a code within 1/4 in of the cut")
BEYOND = Rule("FIT005", Severity.ERROR, "text or a code across a fold, or beyond the cut")
CODES = (AT_FOLD, AT_TRIM, BEYOND)
SCOPE = Scope.PAPER
LOOKS_AT = Evidence.PAGES

FROM_FOLD = INCH / 8
FROM_TRIM = INCH / 4
_ROUNDING = 0.01  # pt
_SMALLER = "use shorter words, a smaller `size:` of a code, or a fold with wider panels (`fold:`)"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each text and code in a safe zone, one a paragraph."""
    for page in subject.pages:
        told: set[tuple[Where | None, Rule]] = set()
        for what, box, where in _kept_safe(subject, page):
            for rule, message, hint in _breaches(page, what, box):
                if (where, rule) not in told:
                    told.add((where, rule))
                    yield rule.broken(message, where, hint)


def _kept_safe(subject: Subject, page: Page) -> Iterator[tuple[str, Rect, Where | None]]:
    for code in page.codes:
        # Its quiet zone is white and may be folded; the squares within it may not.
        yield "the code", code.squares, _place_of(subject, code.says)
    for part in page.parts:
        # Where the box around all words is safe, each of them is.
        if part.words and any(_breaches(page, "", part.words)):
            for run in part.runs:
                yield f"“{run.text.run.text.strip()}”", run.box, run.text.where


def _breaches(page: Page, what: str, box: Rect) -> Iterator[tuple[Rule, str, str]]:
    trim = page.trim
    if not trim.contains(box):
        yield BEYOND, f"{what} runs over the edge of the page", _SMALLER
    elif not trim.inset(Edges.all(FROM_TRIM)).contains(box):
        free = min(box.x - trim.x, trim.right - box.right, box.y - trim.y, trim.bottom - box.bottom)
        message = f"{what} stands {free / INCH:.2f} in from the cut, and 0.25 in are safe"
        yield AT_TRIM, message, _SMALLER
    down = [(fold, box.x, box.right) for fold in page.sheet.folds]
    across = [(fold, box.y, box.bottom) for fold in page.sheet.cross_folds]
    for fold, start, end in (*down, *across):
        if start < fold - _ROUNDING and end > fold + _ROUNDING:
            yield BEYOND, f"{what} runs over a fold", _SMALLER
            continue
        free = min(abs(start - fold), abs(end - fold))
        if free < FROM_FOLD - _ROUNDING:
            message = f"{what} stands {free / INCH:.2f} in from a fold, and 0.125 in are safe"
            yield AT_FOLD, message, _SMALLER


def _place_of(subject: Subject, says: str) -> Where | None:
    """Return the place of the block whose code says `says`."""
    return next((where for message, where in subject.codes() if message == says), None)
