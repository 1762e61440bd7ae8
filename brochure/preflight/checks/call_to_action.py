"""The back says what to do next, and gives the means to do it.

Who has read to the end and is inclined needs one step: a verb that invites ("call us", "llámenos")
and a number, an address or a code beside it. A list of contacts alone leaves open what for.

Source: CDC Clear Communication Index (one or more calls to action); PEMAT-P (at least one action
that the reader can take).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
from brochure.preflight.listed import any_of
from brochure.preflight.prose import language_of
from brochure.preflight.rule import Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.clinic import Clinic
    from brochure.preflight.copy import Copy
    from brochure.preflight.prose import Language
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

NONE = Rule("PLAIN007", Severity.WARNING, "a back that invites to nothing")
NO_MEANS = Rule("PLAIN008", Severity.WARNING, "a back without a way to reach the clinic")
CODES = (NONE, NO_MEANS)
SCOPE = Scope.EVERY

_INVITING = {
    "en": (
        "call", "phone", "ring", "visit", "book", "schedule", "ask", "contact", "write", "email",
        "text us", "talk to", "talk with", "speak to", "speak with", "come in", "come and",
        "stop by", "make an appointment", "set a time", "set up", "learn more", "find out", "scan",
        "sign up", "request", "reach us", "reach out", "get in touch", "meet", "see us",
        "let us know",
    ),
    "es": (
        "llam*", "llám*", "telefone*", "visit*", "visít*", "reserv*", "resérv*", "pid*", "píd*",
        "pregunt*", "pregúnt*", "contact*", "contáct*", "escrib*", "escríb*", "habl*", "háb*",
        "veng*", "haga una cita", "haz una cita", "agend*", "program*", "solicit*", "consult*",
        "consúlt*", "conozca", "infórmese", "escane*", "escané*", "comuníquese", "acérquese",
        "acuda",
    ),
}  # fmt: skip


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem if the back, or the last panel that has copy, does not invite."""
    language = language_of(subject.brochure)
    blocks = list(subject.blocks())
    if language is None or not blocks:
        return
    roles = {role for role, _ in blocks}
    last = "back" if "back" in roles else blocks[-1][0]
    copies = [copy for copy in subject.copy() if copy.role == last]
    there = [block for role, block in blocks if role == last]
    where = there[0].where
    if not any(_inviting(language).search(copy.inline.plain) for copy in copies):
        hint = "say what to do next: “Call us to set a time.”"
        if language == "es":
            hint = "say what to do next: “Llámenos para hacer una cita.”"
        yield NONE.broken(f"nothing on the {last} says what to do next", where, hint)
    if not _has_means(copies, there, subject.brochure.clinic):
        hint = "add `- contact`, with `phone:` or `website:` under `clinic:`"
        yield NO_MEANS.broken(f"nothing on the {last} says how to reach the clinic", where, hint)


@cache
def _inviting(language: Language) -> re.Pattern[str]:
    return any_of(_INVITING[language])


def _has_means(copies: list[Copy], blocks: list[Block], clinic: Clinic) -> bool:
    """Tell whether there is a number, an address, a link or a code."""
    reachable = clinic.phone or clinic.website or clinic.email
    return any(
        isinstance(block, QR) or (isinstance(block, Contact) and (reachable or block.qr))
        for block in blocks
    ) or any(span.href for copy in copies for span in copy.inline.spans)
