"""Benefits do not stand without the risks, at about the same length.

Who weighs a treatment needs both sides. Counted are the words of `benefits` blocks, and those of
sections whose heading speaks of risks, side effects, safety, or whom it is not for. Half as many
words as the benefits have are enough: risks are told in fewer.

Source: CDC Clear Communication Index (risks are told together with benefits).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.benefits import Benefits
from brochure.preflight.listed import any_of
from brochure.preflight.prose import language_of, sections
from brochure.preflight.rule import Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.preflight.copy import Copy
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

UNBALANCED = Rule("PLAIN009", Severity.WARNING, "benefits without risks at their side")
CODES = (UNBALANCED,)
SCOPE = Scope.EVERY

_SHARE = 0.5  # of the benefits' words
_HEADINGS = {
    "en": (
        "risk*", "side effect*", "complication*", "safety", "warning*", "who should not",
        "not for everyone", "not right for", "tell us*", "tell your*", "before you*", "be aware",
        "what can go wrong", "possible problems",
    ),
    "es": (
        "riesgo*", "efectos secundarios", "efectos adversos", "complicacion*", "seguridad",
        "advertencia*", "precaucion*", "contraindicacion*", "quién no debe", "quiénes no deben",
        "avísenos*", "díganos*", "antes de*", "no es para todos",
    ),
}  # fmt: skip


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem if a brochure with benefits says little or nothing of risks."""
    language = language_of(subject.brochure)
    first = next((block for _, block in subject.blocks() if isinstance(block, Benefits)), None)
    if language is None or first is None:
        return
    benefits = _words(copy for copy in subject.copy() if isinstance(copy.block, Benefits))
    speaks = any_of(_HEADINGS[language])
    risks = sum(_words(part.copy) for part in sections(subject) if speaks.search(part.heading))
    if risks < _SHARE * benefits:
        said = f"{risks} words on risks stand" if risks else "nothing on risks stands"
        message = f"{said} beside {benefits} words on benefits"
        hint = "add a section on risks and side effects, of about the same length, under a heading"
        yield UNBALANCED.broken(message, first.where, hint)


def _words(copies: Iterable[Copy]) -> int:
    return sum(len(copy.inline.plain.split()) for copy in copies)
