"""No more than two lines in a row end in a hyphen.

Three make a ladder at the column's edge, which the eye climbs instead of reading on. The line
breaker avoids it at a high price; a narrow column with long words can still force one. Hyphens of
the author's own count: the eye does not ask who wrote them.

Source: Bringhurst, The Elements of Typographic Style, 2.4.3: three at the most; in the short
paragraphs of a brochure three are half of the lines, so two.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from brochure.preflight.lines import lines_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

LADDER = Rule("FIT008", Severity.WARNING, "more than two lines in a row end in a hyphen")
CODES = (LADDER,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

MOST = 2


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each ladder of hyphens."""
    for page in subject.pages:
        for key, together in groupby(
            lines_of(page), lambda line: (line.paragraph, line.ends_in_hyphen)
        ):
            ladder = list(together)
            if key[1] and len(ladder) > MOST:
                words = ladder[0].text.split()[-1]
                message = f"{len(ladder)} lines in a row end in a hyphen, from `{words}` on"
                hint = "add or cut a few words there, so that its lines break elsewhere"
                yield LADDER.broken(message, ladder[0].runs[0].text.where, hint)
