"""What is written in another language says so.

A screen reader pronounces words by the language that they are marked with: Spanish read with
English sounds is not understood, and hyphens are those of the wrong language, too. `language:` of
the file says what the brochure is in, `language:` of a block what that block is in.

Told by the small words that every sentence has, of which English and Spanish share none: five or
more of the other language, and three times as many as of its own. No other language is told apart.

Source: WCAG 2.2, 3.1.1 and 3.1.2; PDF/UA-1, 7.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.preflight.by_text import known
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

UNMARKED = Rule("ACCESS007", Severity.WARNING, "words in a language they are not marked with")
CODES = (UNMARKED,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

SMALL_WORDS = {
    "en": "the|and|of|to|is|are|you|your|for|with|it|this|that|we|our|may|be|or|if|not|can|will"
    "|from|by|after|have|has|at|on|in|they|them|their|its|was|were|when|which|who",
    "es": "el|la|los|las|de|del|que|y|en|un|una|su|sus|es|son|con|para|por|se|al|puede|más|como"
    "|usted|si|le|lo|nos|nuestro|nuestra|después|está|están|pero|cuando",
}
NAMES = {"en": "English", "es": "Spanish"}
_FEWEST = 5
_TIMES = 3


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each block that reads as another language than it is marked with."""
    told = set()
    for copy in manuscript.copy:
        marked = (copy.block.language or manuscript.brochure.language).partition("-")[0]
        found = reads_as(copy.inline.plain, marked)
        if found and copy.block.where not in told:
            told.add(copy.block.where)
            name = NAMES.get(marked, marked)
            message = f"these words read as {NAMES[found]}, and are marked as {name}"
            hint = (
                f"give the block `language: {found}`; or the file, if all of it is {NAMES[found]}"
            )
            yield UNMARKED.broken(message, copy.inline.spans[0].where, hint)


def reads_as(text: str, marked: str) -> str:
    """Return the language that `text` is in if it is not `marked`; empty where it is, or may be."""
    return known(("language", str(marked), text), lambda: _reads_as(text, marked))


def _reads_as(text: str, marked: str) -> str:
    counts = {
        language: len(re.findall(rf"\b(?:{small})\b", text.casefold()))
        for language, small in SMALL_WORDS.items()
    }
    own = counts.pop(marked, 0)
    other = max(counts, key=counts.__getitem__)
    return other if counts[other] >= max(_FEWEST, _TIMES * own) else ""
