"""Black words do not bring a picture's ink above what the paper bears.

Text in black alone prints over what is behind it. A picture keeps within the limit by itself (300
percent of one ink's solid on coated paper, 280 on uncoated, or `press: total-ink`), but a dark one
leaves no room for the black of letters: there the ink sets off on the next sheet.

The letters cover a part of their line, so their line's worst twentieth of pixels is left aside.

Source: prepress practice, as printers' instructions have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.inks import inks
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

OVERPRINTED = Rule("PRINT009", Severity.WARNING, "black words on a picture add up to too much ink")
CODES = (OVERPRINTED,)
SCOPE = Scope.PRESS
LOOKS_AT = Evidence.PAGES

_LEFT_ASIDE = 0.05  # of the pixels
_SOLID = 255


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each paragraph of black words whose picture has too much ink for them."""
    condition = subject.condition
    if condition is None:
        return
    told: set[Where | None] = set()
    for page in subject.pages:
        for run in page.runs:
            *colored, black = inks(run.text.color, condition)
            _, picture = page.under(run.box, run.inked)
            if any(colored) or not black or picture is None or run.text.where in told:
                continue
            from brochure.preflight.picture_inks import inks_under  # noqa: PLC0415 - loads Pillow

            behind = inks_under(picture, run.box, subject.edition.ppi, condition)
            total = _total(behind, black) if behind else 0.0
            if total > condition.total_ink:
                told.add(run.text.where)
                words = run.text.run.text.strip()
                message = f"“{words}” in black on a picture adds up to {total:.0f} percent of ink"
                hint = (
                    f"{condition.total_ink:g} may be printed: take a lighter picture there, or "
                    "move another part of it behind the words with `focus:`"
                )
                yield OVERPRINTED.broken(message, run.text.where, hint)


def _total(behind: Image, black: float) -> float:
    """Return the percentage of ink where black prints over `behind`, the worst pixels left aside.

    Where there is black already, the darker of both counts: they share a plate.
    """
    from PIL import ImageMath  # noqa: PLC0415 - Pillow loads for 40 ms

    cyan, magenta, yellow, below = behind.split()
    sums = ImageMath.lambda_eval(
        lambda a: a["c"] + a["m"] + a["y"] + a["max"](a["k"], round(black * _SOLID)),
        c=cyan,
        m=magenta,
        y=yellow,
        k=below,
    )
    found = sorted(memoryview(sums.tobytes()).cast("i"))
    return 100 * float(found[int((len(found) - 1) * (1 - _LEFT_ASIDE))]) / _SOLID
