"""Benefits do not stand without the risks, at about the same length.

Who weighs a treatment needs both sides. Counted are the words of `benefits` blocks and of what
stands under a heading "Benefits", and those of sections and boxes whose heading speaks of risks,
side effects, safety, or whom it is not for. What stands under "Before you visit" counts where it
speaks of such things; where to park does not. Half as many words as the benefits have are enough:
risks are told in fewer.

Source: CDC Clear Communication Index (risks are told together with benefits).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.benefits import Benefits
from brochure.blocks.callout import Callout
from brochure.preflight.listed import any_of
from brochure.preflight.prose import language_of, sections
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.blocks import Block
    from brochure.preflight.copy import Copy
    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.prose import Language
    from brochure.problems import Problem

UNBALANCED = Rule("PLAIN009", Severity.WARNING, "benefits without risks at their side")
CODES = (UNBALANCED,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_SHARE = 0.5  # of the benefits' words
_RISKS = {
    "en": (
        "risk*", "side effect*", "complication*", "safety", "warning*", "caution*",
        "who should not", "not for everyone", "not right for", "tell us*", "tell your*", "be aware",
        "beware", "what can go wrong", "what could go wrong", "possible problems", "watch for",
        "watch out for", "look out for", "when to call*", "when to worry",
    ),
    "es": (
        "riesgo*", "efectos secundarios", "efectos adversos", "complicaci*", "seguridad",
        "advertencia*", "precauci*", "contraindicaci*", "quién no debe", "quiénes no deben",
        "avísenos*", "díganos*", "no es para todos", "qué puede salir mal", "posibles problemas",
        "qué vigilar", "señales de alarma", "señales de alerta", "a qué debe estar atent*",
        "esté atent*", "cuándo llamar*",
    ),
}  # fmt: skip
_MAYBE = {"en": ("before you*",), "es": ("antes de*",)}
"""Headings under which risks may stand, or where to park."""
_SPEAKING = {
    "en": (
        "risk*", "side effect*", "allerg*", "infect*", "bleed*", "bruis*", "scar*", "pregnan*",
        "nursing", "medicine*", "medication*", "blood thinner*", "redness", "swelling", "tell us",
        "tell your*", "not right for", "wound*", "cold sore*", "diabetes",
    ),
    "es": (
        "riesgo*", "efecto* secundario*", "alergi*", "alérgic*", "infecc*", "sangr*", "moret*",
        "cicatri*", "embaraz*", "amamant*", "medicina*", "medicamento*", "anticoagulante*",
        "enrojecimiento", "hinchazón", "díganos", "avísenos", "herida*", "herpes", "diabetes",
    ),
}  # fmt: skip
_BENEFITS = {
    "en": ("benefit*", "advantage*"),
    "es": ("beneficio*", "ventaja*"),
}
_OTHERWISE = {  # what an insurer or an employer gives
    "en": ("insurance", "insurer*", "plan", "plans", "member*", "employee*"),
    "es": ("seguro", "seguros", "aseguradora*", "plan", "planes", "miembros", "empleados"),
}


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if a brochure with benefits says little or nothing of risks."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    benefits: list[Copy] = []
    risks: list[Copy] = []
    for part in sections(manuscript):
        for copy in part.copy:
            if isinstance(copy.block, Callout) and copy.field in {"title", "label"}:
                continue  # a heading
            headings = [part.heading, *_titles(copy.block)]
            if isinstance(copy.block, Benefits) or _on_benefits(headings, language):
                benefits.append(copy)
            if _on_risks(headings, copy, language):
                risks.append(copy)
    said = _words(risks)
    if benefits and said < _SHARE * _words(benefits):
        stands = f"{said} words on risks stand" if said else "nothing on risks stands"
        message = f"{stands} beside {_words(benefits)} words on benefits"
        hint = "add a section on risks and side effects, of about the same length, under a heading"
        block = next((one.block for one in benefits if isinstance(one.block, Benefits)), None)
        yield UNBALANCED.broken(message, (block or benefits[0].block).where, hint)


def _titles(block: Block) -> list[str]:
    """Return what heads a box."""
    if not isinstance(block, Callout):
        return []
    return [title.plain for title in (block.title, block.label) if title]


def _on_benefits(headings: list[str], language: Language) -> bool:
    names, otherwise = any_of(_BENEFITS[language]), any_of(_OTHERWISE[language])
    return any(names.search(one) and not otherwise.search(one) for one in headings)


def _on_risks(headings: list[str], copy: Copy, language: Language) -> bool:
    if any(any_of(_RISKS[language]).search(one) for one in headings):
        return True
    maybe = any(any_of(_MAYBE[language]).search(one) for one in headings)
    return maybe and bool(any_of(_SPEAKING[language]).search(copy.inline.plain))


def _words(copies: Iterable[Copy]) -> int:
    return sum(len(copy.inline.plain.split()) for copy in copies)
