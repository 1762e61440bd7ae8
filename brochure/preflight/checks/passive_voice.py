"""Sentences say who does what.

"The cream is applied" leaves open who applies it, at a time when a reader asks just that: "We apply
the cream". What is told are forms of "be" before a participle, short ones too ("isn't done", "it's
done"), with nothing but adverbs between (in a question, with what it is about), less those
participles that say how somebody is ("tired") and namings ("also called"), where no one acts. After
"get" a participle is told where nothing follows that it could describe: "gets numbed first", but
not "get written instructions"; nor where nobody acts: "gets infected". Spanish uses "ser" with a
participle for many a state, so it is told only where who acts comes after it ("fue tratada por").
Where a sentence names who acts, if only at its end, that is what is said.

That a device is "cleared" or "authorized by the FDA" is how to speak of it, and no slip; "approved
by the FDA" is told as a claim.

Source: PEMAT-P and the CDC Clear Communication Index, both of which ask for the active voice.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brochure.preflight.by_text import known
from brochure.preflight.prose import language_of, prose
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.prose import Language
    from brochure.problems import Problem

PASSIVE = Rule("PLAIN004", Severity.WARNING, "a sentence in the passive voice")
CODES = (PASSIVE,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_IRREGULAR = (
    "begun|bought|brought|chosen|cut|done|drawn|driven|fed|felt|found|frozen|given|heard|held|"
    "hidden|kept|known|laid|led|left|meant|paid|put|said|seen|sent|set|shaken|shown|"
    "taken|taught|thought|thrown|told|understood|withdrawn|worn|written|broken|"
    "blown|caught|eaten|forgotten|hung|lent|overseen|shot|sold|spent|spoken|spread|spun|stolen|struck|swept|"
    "torn|undone|withheld|won"
)
_MADE = r"(?!\s+(?:of|for|from|up\s+of)\b)"
"""What a thing is "made of" nobody does; nor what a body is "built to" do."""
_STATES = frozenset(
    {
        # No participles at all.
        *("bed", "need", "seed", "speed", "indeed", "hundred", "sacred", "red", "naked", "wicked"),
        *("rugged", "crooked", "aged", "gifted"),
        # How somebody or something is, whoever brought it about.
        *("allowed", "advanced", "ashamed", "associated", "based", "blocked", "bored", "broken"),
        *("bruised", "certified", "chapped", "clogged", "closed", "committed", "complicated"),
        *("concerned", "confused", "congested", "covered", "crowded", "damaged", "dedicated"),
        *("dehydrated", "delighted", "depressed", "detailed", "determined", "disappointed"),
        *("embarrassed", "enlarged", "entitled", "equipped", "excited", "exhausted"),
        *("experienced", "finished", "frightened", "frustrated", "hydrated", "inclined"),
        *("included", "wrinkled"),
        *("infected", "inflamed", "insured", "interested", "involved", "irritated", "left"),
        *("licensed", "limited", "located", "married", "mixed", "needed", "overwhelmed"),
        *("pigmented", "pleased", "prepared", "qualified", "raised", "related", "relaxed"),
        *("relieved", "retired", "rounded", "satisfied", "scared", "scarred", "set", "shocked"),
        *("skilled", "stressed", "sunburned", "supposed", "surprised", "tired", "trained"),
        *("undecided", "unchanged", "uninsured", "unrelated", "upset", "used", "worried"),
        # Namings.
        *("called", "known", "named"),
    }
)
_IDLE = frozenset({"started", "dressed", "undressed", "acquainted", "rested", "settled"})
"""What one gets, and nobody else does."""
_ADVERBS = (
    r"(?:(?:not|also|often|never|always|still|then|first|later|now|once|usually|being|been|all|"
    r"both|\w+ly)\s+){0,3}"
)
_BE = r"(?:(?:is|are|was|were)n['\u2019]t|am|is|are|was|were|be|been|being)"
_USED_TO = r"to\s+(?:\w+ing|it|him|her|them|this|that|these|those|the|an?|my|your|our|his|their)\b"
_DONE = (
    rf"\b(?:{_BE}\s+{_ADVERBS}(?:used(?!\s+{_USED_TO})|broken(?=\s+down\b)"
    r"|read(?=\s+(?:by|aloud|out)\b)"
    r"|(?:closed|damaged|mixed|prepared|raised)(?=(?:\s+\w+){0,3}?\s+by\s+(?:the|your|our|an?)\s))"
    rf"|(?:be|been|being)\s+{_ADVERBS}left(?=\s+(?:on|in|off|out|open|alone|dry|uncovered)\b))"
)
"""States that what follows makes deeds: "used once", not "used to it"; "broken down", "left on"."""
_BY = r"(?:\s+\w+){0,3}?\s+by\s+(?!\w+ing\b|\d|then\b|now\b|hand\b|law\b|mistake\b|accident\b)"
_BY += r"(?!phone\b|e-?mail\b|mail\b|far\b|itself\b|themselves\b|the\s+(?:end|time)\b|\w+day\b)"
"""From the participle to who acts: not "by hand", not "by Monday"."""
_OFFICIAL = (
    r"(?:cleared|authorized|approved|autorizad[oa]s?|aprobad[oa]s?)\s+(?:by|por)\s+(?:(?:the|la)\s+)?(?:u\.?s\.?\s+)?"
    r"(?:fda|food and drug administration)\b"
)
_OBJECT = (
    r"(?!\s+(?:a|an|the|my|your|our|his|her|its|their|this|these|many|most|some|people|us|me)\b)"
)
_NO_NOUN = (
    r"(?=\W*$|[^\w\s]|\s+(?:by|with|at|in|on|for|to|from|before|after|during|when|while|if|and|or|"
    r"but|as|again|too|first|next|then|once|twice|here|there|today|away|out|off|up|down|back)\b)"
)
_ASKED = (
    r"(?:^|[,;:]\s)(?:(?:and|or|but|when|why|how(?:\s+(?:often|long|much|soon))?|where|what|which)\s+)?"
    r"(?:is|are|was|were)(?:\s+(?:the|an?|my|your|our|this|these|it|they|you|we))?"
    r"(?:\s+(?!not\b)\w+){0,2}?"
)
_ENGLISH = (
    (_BE, "", _STATES),
    (
        r"(?:(?:they|you|we)['\u2019]re|i['\u2019]m)",
        "",
        _STATES | {"done"},
    ),  # "you're done": it is over
    (r"(?:it|that|what)['\u2019]s", _OBJECT, _STATES),  # "it's helped many people": it has
    (r"(?:get|gets|getting|got|gotten)", _NO_NOUN, _STATES | _IDLE),
    (_ASKED, r"(?=[^.!]*\?$)" + _NO_NOUN, _STATES - {"used"}),  # "When is the cream applied?"
)
"""Forms before a participle, what must or must not come after it, and what is no passive."""
_SPANISH_STATES = frozenset({"sido", "sentido", "contenido", "marido", "partido", "vestido"})


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each sentence in which nobody acts, or only at its end."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    for sentence in prose(manuscript.prose):
        found = passive(sentence.text, language)
        if found:
            start, end = found
            message = f"“{sentence.text[start:end]}” does not say who does it"
            hint = "begin with who acts: “we …”, “you …”, “the needles …”"
            if names_who_acts(sentence.text, end, language):
                message = f"“{sentence.text[start:end]}” says last who does it"
                hint = "begin with who acts: not “it is held by the nurse” but “the nurse holds it”"
            yield PASSIVE.broken(message, sentence.place(start, end), hint)


def passive(text: str, language: Language) -> tuple[int, int] | None:
    """Return where the first passive of a sentence starts and ends, None where it has none."""
    return known(("passive", language, text), lambda: _passive(text, language))


def _passive(text: str, language: Language) -> tuple[int, int] | None:
    spans = []
    for pattern, states in _patterns(language):
        told = (f for f in pattern.finditer(text) if f["participle"].lower() not in states)
        spans += [
            (found.start() + len(found[0]) - len(found[0].lstrip(",;: ")), found.end())
            for found in told
            if not _official().match(text, found.start("participle")) and not _over(text, found)
        ]
    if language == "en":
        spans += [found.span() for found in _done().finditer(text)]
    return min(spans, default=None)


def _over(text: str, found: re.Match[str]) -> bool:
    """Tell whether somebody is through with something: "you are done"."""
    done = found["participle"].lower() == "done"
    return done and bool(re.search(r"\b(?:you|we|i)\s+$", text[: found.start()], re.IGNORECASE))


def names_who_acts(text: str, end: int, language: Language) -> bool:
    """Tell whether a sentence names who acts after the passive that ends at `end`."""
    key = ("who acts", language, text, end)
    return known(key, lambda: language == "es" or bool(_by().match(text, end)))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(_DONE, re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(_BY, re.IGNORECASE)


@cache
def _official() -> re.Pattern[str]:
    return re.compile(_OFFICIAL, re.IGNORECASE)


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Return what passives look like, and the participles after which one is none."""
    if language == "en":
        participle = (
            rf"(?P<participle>made{_MADE}|built(?!\s+to\b)|{_IRREGULAR}|[a-z]{{2,}}ed)\b(?!-)"
        )
        return tuple(
            (re.compile(rf"(?:\b|^){forms}\s+{_ADVERBS}{participle}{after}", re.IGNORECASE), states)
            for forms, after, states in _ENGLISH
        )
    forms = r"(?:es|son|era|eran|fue|fueron|será|serán|sea|sean|ser|sido|siendo)"
    participle = (
        r"(?P<participle>[a-zñü]+(?:ad|id|íd)[oa]s?|hech[oa]s?|puest[oa]s?|vist[oa]s?|dich[oa]s?|"
        r"escrit[oa]s?|abiert[oa]s?|rot[oa]s?)"
    )
    adverbs = r"(?:(?:no|también|siempre|ya|\w+mente)\s+){0,2}"
    pattern = re.compile(rf"\b{forms}\s+{adverbs}{participle}\s+por\b", re.IGNORECASE)
    return ((pattern, _SPANISH_STATES),)
