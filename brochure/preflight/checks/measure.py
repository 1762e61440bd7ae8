"""Lines of running text are neither so short that they stutter nor so long that they lose the eye.

Counted are the lines of paragraphs and list items in the size that most of them have, from three
lines on: what is shorter does not run. The last of each is left out, since it ends where its words
do. Judged is the average of each panel.

Source: Bringhurst, The Elements of Typographic Style, 2.1.2: 45 to 75 characters in a book's single
column, 40 to 50 where there are several. A panel's column is narrow, so 30 to 60 pass here.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from brochure.frame import Role
from brochure.preflight.lines import lines_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.editions import Edition
    from brochure.preflight.lines import TextLine
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

NARROW = Rule("FIT006", Severity.WARNING, "a column of fewer than 30 characters a line")
WIDE = Rule("FIT007", Severity.WARNING, "a column of more than 60 characters a line")
CODES = (NARROW, WIDE)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

FEWEST, MOST = 30, 60
_RUNS = 2  # full lines, and the last: fewer are a caption's
_ENOUGH = 4  # lines: of fewer an average says nothing
_RUNNING = {Role.PARAGRAPH, Role.BODY}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each panel whose lines are too short or too long on average."""
    lines = [line for page in subject.pages for line in lines_of(page)]
    columns: dict[str, list[TextLine]] = defaultdict(list)
    for line in _full(lines):
        columns[line.panel].append(line)
    for panel, found in columns.items():
        if len(found) < _ENOUGH:
            continue
        average = sum(len(line.text) for line in found) / len(found)
        if FEWEST <= average <= MOST:
            continue
        where = found[0].runs[0].text.where
        shown = math.floor(average) if average < FEWEST else math.ceil(average)
        message = f"lines of running text on panel {panel} have {shown} characters on average"
        rule = NARROW if average < FEWEST else WIDE
        yield rule.broken(message, where, _hint(rule, subject.edition))


def _hint(rule: Rule, edition: Edition) -> str:
    """Return what an author can do: an edition of upright pages sets its own page and size."""
    wider, narrower = "Open Sans", "Source Sans 3"
    if edition.pages == "pages":
        face = narrower if rule is NARROW else wider
        limit = f"from {FEWEST}" if rule is NARROW else f"up to {MOST}"
        width = "narrower" if rule is NARROW else "wider"
        return (
            f"{limit} read well: take a {width} face, such as `theme: {{fonts: {{text: {face}}}}}`"
        )
    if rule is NARROW:
        return (
            f"from {FEWEST} read well: take a fold with wider panels (`fold:`), a larger `paper:`, "
            f"or a narrower face (`theme: {{fonts: {{text: {narrower}}}}}`)"
        )
    return (
        f"up to {MOST} read well: take a fold with narrower panels (`fold:`), a smaller `paper:`, "
        "or larger type (`theme: {scale: 1.1}`)"
    )


def _full(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """Yield the lines of running text, without the last of each paragraph."""
    copy = [line for line in lines if line.paragraph.role in _RUNNING]
    sizes: Counter[float] = Counter()
    for line in copy:
        sizes[line.runs[0].size] += len(line.text)
    usual = max(sizes, key=sizes.__getitem__, default=0.0)
    for _, together in groupby(copy, lambda line: id(line.paragraph)):
        *full, last = together
        if len(full) >= _RUNS and last.runs[0].size == usual:
            yield from full
