"""Whether a paragraph says what a term in it means, in English and in Spanish.

By how explanations are built, since their words may be any. Right after a term, or after a noun or
an adjective that goes with it ("colágeno nuevo, la proteína que …"):

- in parentheses, between dashes, after a colon, and no remark there ("see page 2", "rare");
- other words for it after a comma: with an article, or with what they do ("medicines that …");
- "that is", "in other words", "es decir", "o sea";
- what it is, of a term that its sentence begins with, or in the next sentence ("It is a …").

Before it: "called …", "known as …", or itself in parentheses, between commas or dashes. After a
comma the next thing of a list may stand, or what the sentence comes to ("if you have keloids, the
nurse …"): neither explains.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FURTHEST = 200  # characters before a term that are looked at for how its sentence begins
_ENOUGH = 4  # letters of a word that tells: shorter ones are "of", "the", "una"
_MOST_SAID = 2 / 3  # of the glossary's own words: so many in its sentence say what a term does
_NOTHING = frozenset({"that", "with", "from", "which", "para", "como", "cuando"})

_ARTICLE = r"(?:an?|the|una?|unas|unos|el|la|los|las|some|two|three|dos|tres)"
_TELLING = (
    r"(?:that|which|who|used|made|found|called|of|for|in|que|de|del|para|hech[oa]s?|usad[oa]s?)"
)
_AND = r"(?:and|or|y|o|e|u)"
_WORD = rf"(?!{_AND}\b)[\w-]+"  # no part of a list
_FEW = rf"{_WORD}(?:\s+{_WORD}){{0,5}}"
_VERB = (
    r"(?:is|are|was|were|be|can|may|might|will|would|should|could|must|do|does|did|has|have|had|"
    r"makes?|helps?|keeps?|gives?|grows?|heals?|occurs?|happens?|comes?|goes|go|looks?|lasts?|form|"
    r"forms|improves?|appears?|fades?|es|son|está|están|puede|pueden|hace|hacen|da|dan|crece|crecen|"
    r"mejora|mejoran|ayuda|ayudan|tiene|tienen|dura|duran|sale|salen|va|van)"
)
_LINK = (
    r"(?:in|on|at|to|for|with|after|before|from|by|of|during|if|when|while|as|than|because|so|not|"
    r"en|con|a|al|de|del|por|para|tras|desde|sin|si|cuando|como|porque|no|that|which|who|que)"
)
_PLAIN = rf"(?!(?:{_AND}|{_VERB}|{_LINK}|{_ARTICLE})\b)\w[\w-]*"
_BESIDE = rf"(?:\s+{_AND}\s+(?:{_ARTICLE}\s+)?{_PLAIN}|\s+{_PLAIN}){{0,2}}?"
"""What may stand between a term and what explains it: "elastin" in "X and elastin", "nuevo"."""
_REMARK = (
    r"(?:see|ask|if|when|call|tell|talk|please|we|you|you['\u2019]ll|you['\u2019]re|they|it|he|she|"
    r"i|and|or|but|so|not|no|never|do|don['\u2019]t|let|only|even|also|at\s+least|at\s+most|about|"
    r"up\s+to|over|under|rare|rarely|common|optional|more|less|most|very|results?|page|ver|vea|"
    r"pregunte|pida|si|cuando|llame|díganos|hable|nosotros|tenemos|hay|ofrecemos|we\s+have|usted|y|o|pero|ni|solo|sólo|también|"
    r"al\s+menos|hasta|unos|raro|rara|raros|raras|poco|muy|más|menos|quizá|quizás|los\s+resultados|"
    r"página|\d)"
)
_REMARKED = rf"(?!\s*{_REMARK}(?!\w))"
_EMPTY = (
    r"(?:\w+\s+){0,2}(?:key|answer|matter|cuestión|best|first|last|next|reason|secret|problems?|concerns?|issues?|"
    r"worry|worries|must|goal|aim|result|step|day|start|topic|question|clave|respuesta|mejor|"
    r"primer[ao]?|razón|secreto|problemas?|preocupación|meta|paso|resultado|tema|pregunta)\b"
)
_ASIDE = (
    r"(?:very|quite|rather|more|most|less|so|too|not|often|always|never|also|rare|common|muy|más|"
    r"menos|tan|también|siempre|a|algo|no|raros?|raras?|comun(?:es)?|común)\b"
)
_KIND = (
    rf"(?:{_ARTICLE}\s+(?!{_EMPTY})\w|(?:\w+\s+)?(?:que|where|when|cuando)\s|(?!{_ASIDE})\w+\s+"
    rf"(?!(?:and|or|but|for|in|on|at|after|to|with|y|o|pero|en|para|a|por|con)\b)\w)"
)
"""What somebody says that something is: "a thick scar", "thick scars", not "rare" or "the key"."""

_OPENED = rf"{_BESIDE}\s*(?:\(|\s[\u2013-]\s|\s?—|:\s){_REMARKED}"
_SAID_AGAIN = (
    rf"{_BESIDE}\s*[,;:(\u2013—-]?\s*(?:that\s+is|i\.\s?e\.|in\s+other\s+words|namely|meaning|es\s+decir|"
    r"o\s+sea|esto\s+es|en\s+otras\s+palabras|a\s+saber)(?:[,:]|\s)"
)
_IS = (
    rf"(?:\s+(?!{_VERB}\b)[\w-]+){{0,4}}?\s+(?:(?:is|are|es|son)\s+{_ARTICLE}\s+(?!{_EMPTY})|means?\s"
    rf"|(?:are|son)\s+{_PLAIN}\s+(?:\w+\s+)?{_TELLING}\s|significan?\s|quieren?\s+decir\s|se\s+refieren?\s+a\s)"
)
_SUBJECT = (
    rf"(?:^|[.!?;:]\s+|[¿¡])(?:(?:{_ARTICLE}\s+)?[\w-]+\s+{_AND}\s+)?(?:{_ARTICLE}\s+)?(?:\w+\s+)?$"
)
"""What comes before a term with which its sentence begins."""
_NEXT = (
    rf"(?:\s+(?!{_VERB}\b)[\w-]+){{0,2}}[.?!]\s+¿?(?:(?:it|this|that|they|these|those)\s+(?:is|are)\s+"
    rf"|(?:est[eao]s?\s+|es[eao]s?\s+)?(?:es|son)\s+){_KIND}"
)
_APPOSITION = (
    rf"{_BESIDE},\s+{_ARTICLE}\s+(?!{_EMPTY})(?:(?P<told>(?:{_WORD}\s+){{1,4}}?{_TELLING}\s)"
    rf"|{_FEW}\s*(?:[.;:)?!]|$|,(?!\s*{_AND}\b)))"
)
_BARE = (
    r",\s+(?P<told>(?!an?\b)[\w-]+(?:\s+[\w-]+)?\s+"
    r"(?:that|which|que|used\s+to|usad[oa]s\s+para)\s"
    r"|(?:drawn|taken|made|found)\s+(?:from|of|in)\s)"
)
"""An apposition without an article: "medicines that …"."""
_WHICH = (
    rf"{_BESIDE},\s+(?:in\s+which\s+we\s|en\s+(?:el|la)\s+que\s|(?:which|que)\s+"
    rf"(?:(?:is|are|es|son)\s+{_KIND}"
    r"|(?:keeps?|makes?|gives?|helps?|means?|mantienen?|dan?|hacen?|ayudan?|significan?)\s))"
)
_OR = rf",\s+(?:or|o)\s+{_FEW}\s*(?:[,.;:)]|$)"
_BARE_OR = rf"\s+(?:or|o)\s+(?!{_ARTICLE}\s)[\w-]+"

_NAMED = (
    r"\b(?:called|call\s+(?:it|this|them|these)|known\s+as|named|that\s+is|i\.e\.|llamad[oa]s?|"
    r"(?:se\s+)?llaman?|conocid[oa]s?\s+como|conoce\s+como|es\s+decir|o\s+sea)"
    rf",?\s+(?:{_ARTICLE}\s+)?(?:[\w-]+\s+)?$"
)
_NAME_ENDS = rf"\s*(?:$|[.,;:!?)\u2013—]|\s(?:{_VERB}|{_LINK}|{_AND})\b)"
"""After a name that is no part of a longer one: not "called collagen induction therapy"."""
_IN_BRACKETS = rf"\w[\w ]*\s\((?:{_ARTICLE}\s+)?(?:(?!{_AND}\b|{_LINK}\b)[\w-]+\s+){{0,2}}$"
_CLOSED = rf"(?:\s+(?!{_AND}\b|{_VERB}\b)[\w-]+){{0,2}}\)"
_BETWEEN = rf"(?:,\s+(?:{_ARTICLE}\s+|(?:or|o)\s+(?:{_ARTICLE}\s+)?)|\s[\u2013—-]\s?)$"
_BETWEEN_ENDS = rf"\s*(?:,(?!\s*{_AND}\b)|[.;?]|\s[\u2013—-]\s|—|$)"
_LEADING = (  # how a sentence begins whose comma ends what leads to it
    r"(?:^|[.!?;:]\s+)[¿¡]?(?:if|when|whenever|for|with|without|before|after|during|once|while|as|in|"
    r"because|since|unless|until|like|to|si|cuando|para|con|sin|antes|después|durante|mientras|como|"
    r"en|porque|aunque|tras|al|por)\s[^.!?;:,]*$"
)
_LISTING = r",[^.!?;:]*$"  # a comma before it
_GOES_ON = rf"[^.!?;:,]*\s{_AND}\s"
_ENDS_LATER = r"[^.!?;:]*?,\s+(?!and\b|or\b|[yo]\b)"


def explains(
    text: str, start: int, end: int, plain: str, *, is_term: Callable[[str], bool]
) -> bool:
    """Tell whether `text` explains the term that stands from `start` to `end`.

    `plain` is what the glossary says of it, `is_term` tells whether a word is itself a term.
    """
    before = text[max(start - _FURTHEST, 0) : start]
    if any(
        (
            _match(_OPENED, text, end),
            _match(_SAID_AGAIN, text, end),
            _search(_SUBJECT, before) and _match(_IS, text, end),
            _match(_NEXT, text, end),
            _search(_NAMED, before) and _match(_NAME_ENDS, text, end),
            _search(_IN_BRACKETS, before) and _match(_CLOSED, text, end),
        )
    ):
        return True
    return _apposed(text, before, end, is_term) or _in_its_words(text, start, end, plain)


def _apposed(text: str, before: str, end: int, is_term: Callable[[str], bool]) -> bool:
    """Tell whether other words for the term stand beside it: after a comma, or after "or"."""
    listed, leading = _search(_LISTING, before), _search(_LEADING, before)
    for pattern in (_APPOSITION, _BARE):
        found = _match(pattern, text, end)
        if not found:
            continue
        if found["told"] is None:
            if not (leading or listed):
                return True
            continue
        # "of" and the like join lists, too: "melasma, the lines of age and scars"
        loose = not re.search(r"(?:that|which|who|que|from)\s$", found["told"], re.IGNORECASE)
        if loose and _match(_GOES_ON, text, found.end()):
            continue
        if not leading or _match(_ENDS_LATER, text, found.end()):
            return True
    if _match(_WHICH, text, end):
        return True
    if _match(_OR, text, end) and not (leading or listed):
        return True
    if _follows(text, before, end):
        return True
    with_article = _search(rf"\b{_ARTICLE}\s+$", before)
    bare = _match(_BARE_OR, text, end)
    return bool(with_article and bare and not is_term(bare[0].split()[-1]))


def _follows(text: str, before: str, end: int) -> bool:
    """Tell whether the term comes after other words for it: "brown patches, or melasma, …"."""
    opened = _search(_BETWEEN, before)
    if not opened or not _match(_BETWEEN_ENDS, text, end):
        return False
    ahead = before[: opened.start()]
    dashed = opened[0].lstrip()[0] in "\u2013—-"
    if dashed and not re.match(r"\s?[\u2013—-]", text[end:]):
        return False
    return not (_search(_LISTING, ahead) or _search(_LEADING, ahead))


def _in_its_words(text: str, start: int, end: int, plain: str) -> bool:
    """Tell whether the glossary's own words for the term stand around it.

    All of them anywhere in the paragraph, or most in a sentence that the term begins.
    """
    around = (text[:start] + text[end:]).casefold()
    telling = [word for word in re.findall(r"\w+", plain.casefold()) if len(word) >= _ENOUGH]
    if not telling:
        return False
    if all(word in around for word in telling):
        return True
    said = re.split(r"[.!?;]", text[end:].casefold(), maxsplit=1)[0]
    weighty = [word for word in telling if word not in _NOTHING]
    most = sum(word in said for word in weighty) >= _MOST_SAID * len(weighty)
    return len(weighty) > 1 and most and bool(_search(_SUBJECT, text[:start]))


def _search(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern).search(text)


def _match(pattern: str, text: str, start: int) -> re.Match[str] | None:
    return _compiled(pattern).match(text, start)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
