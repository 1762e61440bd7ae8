"""No white runs down through the lines of a paragraph.

Text that is set to both edges stretches its word spaces, most in narrow columns. Where such spaces
come to stand over one another, white joins up to a river, which the eye follows down instead of
reading on.

Told are three lines or more, one under the other, each with a space that is half as wide again as
the font's own, or wider, and has at least as much of the font's own space in common with the one
above. Text with a ragged edge keeps its spaces as they are: it has none.

Source: there is no settled measure (typographers look at a proof upside down); three lines are this
project's. Half as wide again is as far as spaces should stretch in Knuth and Plass, "Breaking
Paragraphs into Lines" (1981).
"""

from __future__ import annotations

from itertools import dropwhile, groupby, pairwise
from typing import TYPE_CHECKING

import msgspec

from brochure.preflight.lines import columns_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.preflight.lines import TextLine
    from brochure.preflight.placed import Run
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

RIVER = Rule("FIT014", Severity.WARNING, "white runs down through three lines of text or more")
CODES = (RIVER,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

FEWEST = 3  # lines
LOOSE = 1.5  # times the font's own space


class _Space(msgspec.Struct, frozen=True):
    """A wide space of a line, in points from the panel's left, and the font's own space."""

    start: float
    end: float
    own: float

    def joins(self, above: _Space) -> bool:
        """Tell whether the white of `above` goes on in it."""
        common = min(self.end, above.end) - max(self.start, above.start)
        return common >= max(self.own, above.own)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each column of a paragraph that has a river, at its longest."""
    for columns in columns_of(subject).values():
        for lines in columns:
            if len(lines) < FEWEST:
                continue
            first, count = _longest(lines)
            if count >= FEWEST:
                line = lines[first]
                message = f"white runs down through {count} lines, from “{line.text}” on"
                hint = "add or cut a few words there, so that its lines break elsewhere"
                yield RIVER.broken(message, line.runs[0].text.where, hint)


def _longest(lines: Sequence[TextLine]) -> tuple[int, int]:
    """Return the first line of the longest river and how many lines it runs through."""
    best = 0, 0
    above: list[tuple[_Space, int]] = []  # each with the lines that its river has so far
    for number, line in enumerate(lines):
        reached = [
            (space, 1 + max((count for one, count in above if space.joins(one)), default=0))
            for space in _wide(line)
        ]
        for _, count in reached:
            if count > best[1]:
                best = number + 1 - count, count
        above = reached
    return best


def _wide(line: TextLine) -> Iterator[_Space]:
    """Yield the spaces within `line` that are wide."""
    words = sorted(word for run in line.runs for word in _words(run))
    own = max(_own(run) for run in line.runs)
    for (_, end), (start, _) in pairwise(words):
        if start - end >= LOOSE * own:
            yield _Space(end, start, own)


def _words(run: Run) -> Iterator[tuple[float, float]]:
    """Yield where each stretch of ink of a run starts and ends."""
    glyphs, scale = run.text.run, run.size / run.text.run.size
    glyph = zip(glyphs.texts, glyphs.advances, strict=True)
    x = run.box.x  # the first ink: spaces before it are left out
    for blank, together in groupby(
        dropwhile(lambda one: one[0].isspace(), glyph), lambda one: one[0].isspace()
    ):
        width = scale * sum(advance for _, advance in together)
        if not blank:
            yield x, x + width
        x += width


def _own(run: Run) -> float:
    """Return how wide the font's own word space is at the run's size."""
    font = run.text.run.font
    ems: float = font.advance(font.glyph(" ")) * font.scale / 1000
    return ems * run.size
