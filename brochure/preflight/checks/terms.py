"""Terms that a patient may not know are explained where they are used.

Once is enough, anywhere in the brochure: right after the term, in parentheses, after a dash, a
colon or a comma ("collagen, the protein that …", "collagen, or fibers, …"), or before it ("also
called …"). So is "el melasma o paño": a second thing would have its own article. The explanation of
the glossary (`preflight/glossary.yaml`, the program's own) explains wherever its words stand.
Headings count for neither.

After a comma the next thing of a list may stand, or what the sentence comes to ("if you have
keloids, the nurse …"): neither explains.

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

_NEAR = 60  # characters after a term within which its explanation begins: those of "X and Y: …"
_FURTHEST = 200  # characters before a term that are looked at for how its sentence begins
_ENOUGH = 4  # letters of a word that tells: shorter ones are "of", "the", "una"
_AFTER = (
    r"[^.!?;]{0,%d}?(?:\(|\s[\u2013-]\s|—|:\s"
    r"|\b(?:means?|is|are|es|son|significa)\s+(?:an?|the|una?|el|la)\b)"
)
_BEFORE = (
    r"(?:\b(?:called|known as|named|that is|or|llamad[oa]s?|conocid[oa]s? como|es decir|o)\s+"
    r"[\w ]{0,20}|\()$"
)
_ARTICLE = r"(?:an?|the|una?|el|la|los|las)"
_TELLING = r"(?:that|which|who|used|made|found|called|of|for|que|de|del|para|hech[oa]s?|usad[oa]s?)"
_WORD = r"(?!(?:and|or|[yoe])\b)[\w-]+"  # no part of a list
_FEW = rf"{_WORD}(?:\s+{_WORD}){{0,5}}"
_APPOSITION = (
    rf",\s+{_ARTICLE}\s+(?:(?P<told>(?:[\w-]+\s+){{1,4}}?{_TELLING}\s)"
    rf"|{_FEW}\s*(?:[.;:)]|$|,(?!\s*(?:and|or|[yoe])\b)))"
)
_WHICH = (
    rf",\s+(?:which|que)\s+(?:(?:is|are|es|son)\s+(?:{_ARTICLE}\s|(?:\w+\s+)?que\s"
    r"|(?!(?:very|quite|rather|more|most|less|so|too|not|often|always|never|also|muy|más|menos|tan|"
    r"también|siempre|a|algo)\b)\w+\s+(?!(?:and|or|but|for|in|on|at|after|to|y|o|pero|en|para|"
    r"a|por)\b)\w)|(?:keeps?|makes?|gives?|helps?|means?|mantienen?|dan?|hacen?|ayudan?|significan?)\s)"
)
_OR = rf",\s+(?:or|o)\s+{_FEW}\s*(?:[,.;:)]|$)"
_BARE_OR = rf"\s+(?:or|o)\s+(?!{_ARTICLE}\s)[\w-]+"
_LEADING = (  # how a sentence begins whose comma ends what leads to it
    r"(?:^|[.!?;:]\s+)[¿¡]?(?:if|when|whenever|for|with|without|before|after|during|once|while|as|in|"
    r"because|since|unless|until|like|to|si|cuando|para|con|sin|antes|después|durante|mientras|como|"
    r"en|porque|aunque|tras|al|por)\s[^.!?;:,]*$"
)
_LISTING = r",[^.!?;:]*$"  # a comma before it


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
    if _apposed(text, start, end):
        return True
    around = (text[:start] + text[end:]).casefold()
    telling = [word for word in re.findall(r"\w+", term.plain.casefold()) if len(word) >= _ENOUGH]
    return bool(telling) and all(word in around for word in telling)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(_AFTER % _NEAR, re.IGNORECASE)


def _apposed(text: str, start: int, end: int) -> bool:
    """Tell whether other words for the term follow it: after a comma, or after "or"."""
    before = text[max(start - _FURTHEST, 0) : start]
    listed, leading = _search(_LISTING, before), _search(_LEADING, before)
    found = _match(_APPOSITION, text, end)
    if found and (found["told"] or not (leading or listed)):
        return True
    if _match(_WHICH, text, end):
        return True
    if _match(_OR, text, end) and not (leading or listed):
        return True
    with_article = _search(rf"\b{_ARTICLE}\s+$", before)
    bare = _match(_BARE_OR, text, end)
    return bool(with_article and bare and not _is_term(bare[0].split()[-1]))


def _is_term(word: str) -> bool:
    """Tell whether `word` is itself one of the terms, which explains none."""
    return any(any_of((term.term,)).fullmatch(word) for term in (*glossary().en, *glossary().es))


def _search(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def _match(pattern: str, text: str, start: int) -> re.Match[str] | None:
    return _compiled(pattern).match(text, start)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
