"""Terms that a patient may not know are explained where they are used.

Once is enough, anywhere in the brochure: after the term, in parentheses, after a dash, a colon or a
comma ("collagen, the protein that …", "colágeno nuevo, es decir, …"), before it ("also called …"),
or in the sentence that comes next. So is "el melasma o paño": a second thing would have its own
article. The explanation of the glossary (`preflight/glossary.yaml`, the program's own) explains
wherever its words stand. Headings count for neither. How explanations are told from lists and
remarks, `preflight/defining.py` says; the tests have a table of a hundred sentences.

Source: PEMAT-P (medical terms are used only to familiarize, and are then defined); CDC Clear
Communication Index (words that the audience uses).
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.blocks.heading import Heading
from brochure.blocks.title import Title
from brochure.fields import Fields
from brochure.preflight.by_text import known
from brochure.preflight.defining import explains
from brochure.preflight.listed import any_of, packaged_list
from brochure.preflight.prose import language_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.spotting import spotted
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

UNEXPLAINED = Rule("PLAIN005", Severity.WARNING, "a term that is nowhere explained")
CODES = (UNEXPLAINED,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_MOST_USES = 100  # of a term that are looked at: more stand in no brochure, and would take long


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
    return packaged_list(Path(__file__).parent.parent / "glossary.yaml", Glossary)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem at the first use of each term that is nowhere explained."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    copies = [copy for copy in manuscript.prose if not isinstance(copy.block, Heading | Title)]
    texts = [copy.inline.plain for copy in copies]
    terms: tuple[Term, ...] = getattr(glossary(), language)
    anything = any_of(tuple(term.term for term in terms))
    hits = [(copy, text) for copy, text in zip(copies, texts, strict=True) if anything.search(text)]
    for term in terms if hits else ():
        pattern = any_of((term.term,))
        every = ((copy, text, span) for copy, text in hits for span in pattern.spans(text))
        uses = list(islice(every, _MOST_USES))
        if uses and not any(_explained(text, *span, term.plain) for _, text, span in uses):
            copy, text, (start, end) = uses[0]
            said = text[start:end]
            message = f"“{said}” is nowhere explained"
            hint = f"say what it is where it comes first, such as “{said} ({term.plain})”"
            yield UNEXPLAINED.broken(message, spotted(copy.inline, start, end), hint)


def _explained(text: str, start: int, end: int, plain: str) -> bool:
    key = ("explained", text, start, end, plain)
    return known(key, lambda: explains(text, start, end, plain, is_term=_is_term))


def _is_term(word: str) -> bool:
    """Tell whether `word` is itself one of the terms, which explains none."""
    return any(any_of((term.term,)).is_all_of(word) for term in (*glossary().en, *glossary().es))
