"""A link's words say where it leads.

Who listens to a page goes from link to link, without the sentence around them: "click here" says
nothing there, and on paper it says less.

Source: WCAG 2.2, 2.4.4, and its technique G91.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

EMPTY = Rule("ACCESS003", Severity.WARNING, "a link whose words do not say where it leads")
CODES = (EMPTY,)
SCOPE = Scope.TAGGED
LOOKS_AT = Evidence.COPY

SAYS_NOTHING = frozenset(
    {
        *("click", "click here", "here", "this", "this link", "this page", "link", "a link"),
        *("more", "read more", "learn more", "find out more", "see more", "details", "go", "tap"),
        *("aquí", "haga clic", "haga clic aquí", "este enlace", "enlace", "más", "leer más"),
        *("saber más", "más información", "ver más", "esta página"),
    }
)
"""English and Spanish, in small letters, without what stands around the words."""


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each link that says nothing."""
    for copy in manuscript.copy:
        for href, together in groupby(copy.inline.spans, lambda span: span.href):
            if not href:
                continue
            spans = list(together)
            words = "".join(span.text for span in spans)
            bare = re.sub(r"[\W_]+", " ", words).strip().casefold()
            if bare in SAYS_NOTHING or not bare:
                message = f"the link “{words.strip()}” does not say where it leads"
                hint = "link words that name it: `[our page on aftercare](…)`"
                yield EMPTY.broken(message, spans[0].where, hint)
