"""Terms that a patient may not know are explained where they are used.

Once is enough, anywhere in the brochure: right after the term, in parentheses, after a dash or a
colon, or before it ("also called …"). So is "…, a strong acne medicine", where the explanation is
that of the glossary (`preflight/glossary.yaml`, the program's own). Headings count for neither.

Source: PEMAT-P (medical terms are used only to familiarize, and are then defined); CDC Clear
Communication Index (words that the audience uses).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.blocks.heading import Heading
from brochure.blocks.title import Title
from brochure.fields import Fields
from brochure.preflight.listed import any_of, read_list
from brochure.preflight.prose import language_of
from brochure.preflight.rule import Rule, Scope
from brochure.preflight.spotting import spotted
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

UNEXPLAINED = Rule("PLAIN005", Severity.WARNING, "a term that is nowhere explained")
CODES = (UNEXPLAINED,)
SCOPE = Scope.EVERY

_NEAR = 60  # characters after a term within which its explanation begins: those of "X and Y: …"
_ENOUGH = 4  # letters of a word that tells: shorter ones are "of", "the", "una"
_AFTER = (
    r"[^.!?;]{0,%d}?(?:\(|\s[\u2013-]\s|—|:\s"
    r"|\b(?:means?|is|are|es|son|significa)\s+(?:an?|the|una?|el|la)\b)"
)
_BEFORE = (
    r"(?:\b(?:called|known as|named|that is|or|llamad[oa]s?|conocid[oa]s? como|es decir|o)\s+"
    r"[\w ]{0,20}|\()$"
)


class Term(Fields, frozen=True):
    """A term, `*` for its endings, and what it means."""

    term: str
    plain: str


class Glossary(Fields, frozen=True):
    """The terms by language."""

    en: tuple[Term, ...]
    es: tuple[Term, ...]


@cache
def glossary() -> Glossary:
    """Return the terms that the program knows."""
    return read_list(Path(__file__).parent.parent / "glossary.yaml", Glossary)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem at the first use of each term that is nowhere explained."""
    language = language_of(subject.brochure)
    if language is None:
        return
    copies = [copy for copy in subject.copy() if not isinstance(copy.block, Heading | Title)]
    texts = [copy.inline.plain for copy in copies]
    terms: tuple[Term, ...] = getattr(glossary(), language)
    anything = any_of(tuple(term.term for term in terms))
    hits = [(copy, text) for copy, text in zip(copies, texts, strict=True) if anything.search(text)]
    for term in terms if hits else ():
        pattern = any_of((term.term,))
        uses = [(copy, text, found) for copy, text in hits for found in pattern.finditer(text)]
        if uses and not any(_explains(text, *found.span(), term) for _, text, found in uses):
            copy, _, found = uses[0]
            message = f"“{found[0]}” is nowhere explained"
            hint = f"say what it is where it comes first, such as “{found[0]} ({term.plain})”"
            yield UNEXPLAINED.broken(message, spotted(copy.inline, *found.span()), hint)


def _explains(text: str, start: int, end: int, term: Term) -> bool:
    """Tell whether the paragraph `text` explains the term that stands from `start` to `end`."""
    if _after().match(text, end) or re.search(
        _BEFORE, text[max(start - _NEAR, 0) : start], re.IGNORECASE
    ):
        return True
    around = (text[:start] + text[end:]).casefold()
    telling = [word for word in re.findall(r"\w+", term.plain.casefold()) if len(word) >= _ENOUGH]
    return bool(telling) and all(word in around for word in telling)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(_AFTER % _NEAR, re.IGNORECASE)
