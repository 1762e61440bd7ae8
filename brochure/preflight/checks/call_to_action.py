"""The back says what to do next, and gives the means to do it.

Who has read to the end and is inclined needs one step: a verb that invites ("call us", "llámenos")
and a number, an address or a code beside it, or in the copy itself. A list of contacts alone leaves
open what for; so does a verb that is denied, or that somebody else does ("we call it …"), and a
noun that only looks like one ("our book", "su consulta").

Source: CDC Clear Communication Index (one or more calls to action); PEMAT-P (at least one action
that the reader can take).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
from brochure.preflight.by_text import known
from brochure.preflight.checks.contact import reaches
from brochure.preflight.listed import any_of
from brochure.preflight.prose import language_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.clinic import Clinic
    from brochure.preflight.copy import Copy
    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.prose import Language
    from brochure.problems import Problem

NONE = Rule("PLAIN007", Severity.WARNING, "a back that invites to nothing")
NO_MEANS = Rule("PLAIN008", Severity.WARNING, "a back without a way to reach the clinic")
CODES = (NONE, NO_MEANS)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_INVITING = {
    "en": (
        "call", "phone", "ring", "visit", "book", "schedule", "ask", "contact", "write", "email",
        "text us", "text our", "message us", "talk to", "talk with", "speak to", "speak with",
        "let's talk", "come in", "come and", "come see", "come by", "stop by", "stop in", "drop by",
        "drop in", "walk in", "swing by", "make an appointment", "make your appointment",
        "make your first appointment", "make your next appointment", "set a time", "set a date",
        "set up", "pick a time", "pick a day", "choose a time", "choose a day", "learn more",
        "find out", "scan", "sign up", "register", "enroll", "join us", "join our", "request",
        "reach us", "reach out", "get in touch", "get started", "meet", "see us", "send us",
        "let us know", "tell us", "bring this", "bring your", "take this", "fill in", "fill out",
        "download", "go to", "call away", "check with", "check our", "look us up",
    ),
    "es": (
        "llam*", "llám*", "telefone*", "marque", "marca", "visit*", "visít*", "reserv*", "resérv*",
        "pid*", "píd*", "pregunt*", "pregúnt*", "contact*", "contáct*", "escrib*", "escríb*",
        "habl*", "háb*", "veng*", "ven", "pase por", "pasa por", "haga una cita", "haz una cita",
        "haga su cita", "haz tu cita", "saque una cita", "saque su cita", "envíe*", "envíanos",
        "envía", "mande*", "mánde*", "manda", "agend*", "agénd*", "program*", "prográm*",
        "solicit*", "consult*", "consúlt*", "conozca", "infórmese", "escane*", "escané*",
        "comuníquese", "acérquese", "acuda", "regístrese", "regístrate", "inscríbase", "inscríbete",
        "descargue", "descarga", "traiga", "trae", "díganos", "dinos", "avísenos", "llene",
        "infórmate", "comunícate", "acércate", "entre en", "entra en", "vaya a",
    ),
}  # fmt: skip
_NOUNS = {
    "en": (
        r"\b(?:the|an?|our|your|my|their|his|her|its|this|that|each|every|any|no|one|first|next|last|"
        r"return|free|phone|office|home|of|per|on|follow-up|more|long|short)\s+$"
    ),
    "es": (
        r"\b(?:el|la|los|las|un|una|su|sus|tu|tus|nuestr[oa]s?|est[ae]|es[ae]|cada|primer[ao]?|"
        r"próxim[ao]|más|menos|muy|mucha|otra)\s+$"
    ),
}
"""What comes before a noun that looks like a verb: "our book", "su consulta"."""
_NO_REQUEST = re.compile(
    r"(?:tori[oa]s?|ci[oó]n(?:es)?|\w{3,}[ai]d[oa]s?|(?<!no)s)$", re.IGNORECASE
)
"""How Spanish words end that share a verb's stem and ask nothing: "consultorio", "visitas"."""
_NOT_BEFORE = {
    "en": (
        r"(?:(?<!why )\bnot|\bnever|n['\u2019]t)\s+(?:\w+\s+(?:us\s+)?or\s+)?$"
        r"|\b(?:we|they|i|he|she|it|some|doctors)(?:['\u2019](?:ll|d))?\s+"
        r"(?:(?:also|often|will|can|may|might|would|do|sometimes|usually|then|always|just)\s+){0,2}$"
    ),
    "es": r"(?:(?<!por qué )\b(?:no|nunca|jamás)\s+(?:(?:nos|me)\s+)?|\b(?:se|lo|la|los|las)\s+)$",
}
"""What comes before a verb that does not invite: a denial, or who else does it."""
_NAMED = r"\s+(?:it|this|that|these|them|you|him)\b"
"""What comes after "call" where it is no telephone call of the reader's."""
_FURTHEST = 60  # characters before a verb that are looked at


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if the back, or the last panel that has copy, does not invite."""
    language = language_of(manuscript.brochure)
    blocks = list(manuscript.blocks())
    if language is None or not blocks:
        return
    roles = {role for role, _ in blocks}
    last = "back" if "back" in roles else blocks[-1][0]
    copies = [copy for copy in manuscript.prose if copy.role == last]
    there = [block for role, block in blocks if role == last]
    where = there[0].where
    if not any(_invites(copy.inline.plain, language) for copy in copies):
        hint = "say what to do next: “Call us to set a time.”"
        if language == "es":
            hint = "say what to do next: “Llámenos para hacer una cita.”"
        yield NONE.broken(f"nothing on the {last} says what to do next", where, hint)
    if not _has_means(copies, there, manuscript.brochure.clinic):
        hint = "give the number, or add `- contact`, with `phone:` or `website:` under `clinic:`"
        yield NO_MEANS.broken(f"nothing on the {last} says how to reach the clinic", where, hint)


def _invites(text: str, language: Language) -> bool:
    """Tell whether `text` asks its reader to do something."""
    return known(("invites", language, text), lambda: _asks(text, language))


def _asks(text: str, language: Language) -> bool:
    for start, end in any_of(_INVITING[language]).spans(text):
        before = text[max(start - _FURTHEST, 0) : start]
        barred = (_NOT_BEFORE[language], _NOUNS[language])
        if any(re.search(pattern, before, re.IGNORECASE) for pattern in barred):
            continue
        verb = text[start:end].casefold()
        if verb == "call" and _named().match(text, end):
            continue
        if language == "es" and _NO_REQUEST.search(verb) and verb != "hablemos":
            continue
        return True
    return False


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_NAMED, re.IGNORECASE)


def _has_means(copies: list[Copy], blocks: list[Block], clinic: Clinic) -> bool:
    """Tell whether there is a number, an address, a link or a code."""
    reachable = clinic.phone or clinic.website or clinic.email
    return any(
        isinstance(block, QR) or (isinstance(block, Contact) and (reachable or block.qr))
        for block in blocks
    ) or any(
        reaches(copy.inline.plain, clinic) or any(span.href for span in copy.inline.spans)
        for copy in copies
    )
