"""The back says what to do next, and gives the means to do it.

Who has read to the end and is inclined needs one step: a verb that invites ("call us", "llámenos")
and a number, an address or a code beside it, or in the copy itself. A list of contacts alone leaves
open what for; so does a verb that is denied, or that somebody else does ("we call it …").

Source: CDC Clear Communication Index (one or more calls to action); PEMAT-P (at least one action
that the reader can take).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
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
        "text us", "talk to", "talk with", "speak to", "speak with", "come in", "come and",
        "stop by", "make an appointment", "make your appointment",
        "make your first appointment", "make your next appointment", "set a time",
        "set up", "learn more", "find out", "scan",
        "sign up", "request", "reach us", "reach out", "get in touch", "meet", "see us",
        "let us know",
    ),
    "es": (
        "llam*", "llám*", "telefone*", "visit*", "visít*", "reserv*", "resérv*", "pid*", "píd*",
        "pregunt*", "pregúnt*", "contact*", "contáct*", "escrib*", "escríb*", "habl*", "háb*",
        "veng*", "haga una cita", "haz una cita",
        "haga su cita", "haz tu cita", "saque una cita", "saque su cita",
        "agend*", "program*", "solicit*", "consult*",
        "consúlt*", "conozca", "infórmese", "escane*", "escané*", "comuníquese", "acérquese",
        "acuda",
    ),
}  # fmt: skip
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
    for found in any_of(_INVITING[language]).finditer(text):
        before = text[max(found.start() - _FURTHEST, 0) : found.start()]
        if re.search(_NOT_BEFORE[language], before, re.IGNORECASE):
            continue
        verb = found[0].casefold()
        if verb == "call" and _named().match(text, found.end()):
            continue
        if language == "es" and verb.endswith("mos") and verb != "hablemos":  # we do it
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
