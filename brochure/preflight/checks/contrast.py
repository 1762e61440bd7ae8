"""Every word stands out from what is behind it.

Patients read a brochure in a waiting room's light, many of them without their glasses. WCAG 2.2
asks for a contrast of 4.5 to 1, and of 3 to 1 where type is large: from 18 pt, or 14 pt bold. It is
not rounded: 4.49 is too little. Measured is each run of text against the color under it; on a
gradient the worst of its colors counts. On a picture the page is rendered without its text, at a
pixel a point, and of the pixels behind the words the worst twentieth is left aside, so that a speck
decides nothing. Signs without letters or figures, such as bullets, are graphics: 3 to 1 is enough.

Source: WCAG 2.2, 1.4.3 and 1.4.11 (Level AA).
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from brochure.color import Color, contrast
from brochure.geometry import Rect
from brochure.preflight.kept import kept
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.placed import Run
    from brochure.preflight.reading_back import Pixels
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

    _Key = tuple[Where | None, Color, Color | None]

FAINT = Rule("ACCESS001", Severity.ERROR, "text with too little contrast to what is behind it")
CODES = (FAINT,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.FILE

LEAST, LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0  # pt
_LEFT_ASIDE = 0.05  # of the pixels
_DPI = 72.0
_MOST = 21.0  # black on white


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each paragraph that is too faint, one for each pair of its colors."""
    for number, page in enumerate(subject.pages):
        told: set[_Key] = set()
        on_pictures = []
        for run in page.runs:
            grounds, picture = page.under(run.box, run.inked)
            if picture is not None:
                on_pictures.append(run)
                continue
            ground = min(grounds, key=partial(_between, run))
            key: _Key = (run.text.where, run.text.color, ground)
            if _between(run, ground) < _wanted(run) and key not in told:
                told.add(key)
                yield _faint(run, _between(run, ground), f"on {ground.hex}")
        if not on_pictures:
            continue
        measure = partial(_on_pixels, subject, number, on_pictures)
        # A press's page shows inks; measured are the colors that the theme has for them.
        colors = [(run.text.color, run.box) for run in on_pictures]
        measured = kept(subject, "contrast", number, measure, colors)
        for run, found in zip(on_pictures, measured, strict=True):
            key = (run.text.where, run.text.color, None)
            if found < _wanted(run) and key not in told:
                told.add(key)
                yield _faint(run, found, "on the picture behind it")


def _faint(run: Run, found: float, ground: str) -> Problem:
    words = run.text.run.text.strip()
    # Cut, not rounded: 4.499 must not read as the 4.50 that it lacks.
    shown = math.floor(found * 100) / 100
    message = f"“{words}” has a contrast of {shown:.2f} to 1 ({run.text.color.hex} {ground})"
    hint = f"{_wanted(run):g} to 1 is wanted: take a theme, or a picture, with more contrast there"
    return FAINT.broken(message, run.text.where, hint)


def _wanted(run: Run) -> float:
    if not any(map(str.isalnum, run.text.run.text)):  # a bullet, a dash: a graphic (1.4.11)
        return LEAST_LARGE
    large = run.size >= (_LARGE_BOLD if run.is_bold else _LARGE)
    return LEAST_LARGE if large else LEAST


def _between(run: Run, ground: Color) -> float:
    return _ratio(run.text.color, ground)


@lru_cache(maxsize=1024)
def _ratio(color: Color, ground: Color) -> float:
    return contrast(color.over(ground), ground)


def _on_pixels(subject: Subject, number: int, runs: list[Run]) -> list[float]:
    """Return the contrast of each run to the pixels behind it; of one off the page, the highest."""
    whole = Rect(0, 0, *subject.sheets[number].frame.size)
    left, top = min(run.box.x for run in runs), min(run.box.y for run in runs)
    right, bottom = max(run.box.right for run in runs), max(run.box.bottom for run in runs)
    left, top = max(math.floor(left), 0), max(math.floor(top), 0)
    area = Rect(left, top, min(right, whole.right) - left, min(bottom, whole.bottom) - top)
    pixels = subject.in_light.pixels(number, area, _DPI, words=False)
    grounds = (_behind(pixels, run.box.moved(-left, -top)) for run in runs)
    return [
        _lowest(run, behind) if behind else _MOST for run, behind in zip(runs, grounds, strict=True)
    ]


def _behind(pixels: Pixels, box: Rect) -> Counter[tuple[int, int, int]]:
    """Return how often each color (red, green, blue) shows in `box`."""
    found: Counter[tuple[int, int, int]] = Counter()
    first, last = max(math.floor(box.x), 0), min(math.ceil(box.right), pixels.width)
    for row in range(max(math.floor(box.y), 0), min(math.ceil(box.bottom), pixels.height)):
        start = row * pixels.stride
        line = pixels.data[start + 3 * first : start + 3 * last]
        found.update(zip(line[2::3], line[1::3], line[::3], strict=False))
    return found


def _lowest(run: Run, behind: Counter[tuple[int, int, int]]) -> float:
    """Return the contrast to the worst of the colors behind, but for the twentieth left aside."""
    found = sorted(
        (_between(run, Color(red / 255, green / 255, blue / 255)), count)
        for (red, green, blue), count in behind.items()
    )
    left = _LEFT_ASIDE * behind.total()
    for ratio, count in found:
        left -= count
        if left < 0:
            return ratio
    return found[-1][0]
