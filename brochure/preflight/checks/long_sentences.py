"""Sentences have 25 words or fewer.

A reader holds a sentence in mind until it ends, and patients' leaflets are read by people with
other things on their mind.

Source: plain-language guides (GOV.UK, 2014: no more than 25 words; Oxford Guide to Plain English:
15 to 20 on average).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.prose import language_of, prose
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

LONG = Rule("PLAIN003", Severity.WARNING, "a sentence of more than 25 words")
CODES = (LONG,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

MOST = 25  # words


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each sentence that is too long."""
    if language_of(manuscript.brochure) is None:
        return
    for sentence in prose(manuscript.prose):
        count = sum(any(map(str.isalnum, word)) for word in sentence.text.split())
        if count > MOST:
            opening = " ".join(sentence.text.split()[:4])
            message = f"the sentence “{opening} …” has {count} words, over {MOST}"
            hint = "part it where a new thought begins, or make a list of what it counts up"
            yield LONG.broken(message, sentence.place(), hint)
