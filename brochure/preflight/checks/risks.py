"""Benefits do not stand without the risks, at about the same length.

Who weighs a treatment needs both sides. Counted are the words of `benefits` blocks and of what
stands under a heading such as "Benefits" or "How it helps", and those of sections and boxes whose
heading speaks of risks, side effects, or whom it is not for. Under any other heading ("Is it
safe?", "What to expect", "Before you visit") counts what names harms, where a section names at
least two; where to park does not, nor what is said to be treated. Half as many words as the
benefits have are enough: risks are told in fewer.

Source: CDC Clear Communication Index (risks are told together with benefits).
"""

from __future__ import annotations

import math
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
_FEWEST = 2  # different harms that a section names which is on risks, whatever its heading says
_RISKS = {
    "en": (
        "risk*", "side effect*", "complication*", "warning*", "caution*", "downside*", "cons",
        "harm*", "drawback*", "disadvantage*", "who should not", "not for everyone",
        "not right for", "tell us*", "tell your*", "be aware", "beware", "what can go wrong",
        "what could go wrong",
        "anything go wrong", "possible problems", "problems to*", "watch for", "watch out for",
        "look out for", "when to call*", "when to worry",
    ),
    "es": (
        "riesgo*", "efectos secundarios", "efectos adversos", "complicaci*", "advertencia*",
        "precauci*", "contraindicaci*", "desventaja*", "daños", "quién no debe", "quiénes no deben",
        "avísenos*", "díganos*", "no es para todos", "qué puede salir mal", "posibles problemas",
        "molestias", "posibles molestias", "qué vigilar", "señales de alarma", "señales de alerta",
        "a qué debe estar atent*", "esté atent*", "cuándo llamar*",
    ),
}  # fmt: skip
_NONE = {  # headings that say there are no risks, or speak of others
    "en": ("no risk*", "risk-free", "zero risk*", "without risk*", "risk to your wallet"),
    "es": ("sin riesgo*", "cero riesgo*", "ningún riesgo"),
}
_HARMS = {
    "en": (
        "risk*", "side effect*", "allerg*", "infect*", "bleed*", "bruis*", "scar", "scars",
        "scarring", "pregnan*", "nursing", "medicine*", "medication*", "blood thinner*", "red",
        "redness", "sore", "soreness", "sore muscles", "swell*", "swollen", "dry", "dryness",
        "peel", "peeling", "itch*", "burn*", "sting*", "pain", "hurt*", "fever", "tired", "dizz*",
        "nausea", "clot*", "tear", "reaction*", "rare", "rarely", "darker", "lighter", "damage*",
        "tell us", "tell your*", "not right for", "wound*", "cold sore*", "diabetes", "death*",
    ),
    "es": (
        "riesgo*", "efecto* secundario*", "alergi*", "alérgic*", "infecc*", "sangr*", "moret*",
        "cicatri*", "embaraz*", "amamant*", "medicina*", "medicamento*", "anticoagulante*",
        "enrojec*", "roja", "rojo", "rojez", "hinch*", "seca", "reseca", "picazón", "arder",
        "ardor", "dolor*", "doler", "duele*", "fiebre", "cansancio", "mareo*", "náusea*",
        "coágulo*", "reacción", "reacciones", "rara vez", "raro", "rara", "manchas", "pelar*",
        "díganos", "avísenos", "herida*", "herpes", "diabetes", "morir", "muerte",
    ),
}  # fmt: skip
_HELPING = {  # who does that to a harm, treats it
    "en": (
        "treat*",
        "improve*",
        "reduc*",
        "fade",
        "fades",
        "soften*",
        "ease*",
        "relieve*",
        "prevent*",
    ),
    "es": ("trat*", "mejor*", "reduc*", "aten*", "suaviz*", "alivi*", "evit*", "previen*"),
}
_BENEFITS = {
    "en": (
        "benefit*",
        "advantage*",
        "upside*",
        "pros",
        "why choose",
        "why get",
        "why have",
        "why do it",
        "why try",
        "good reasons",
        "reasons to",
        "how it helps",
        "how it can help",
        "how can it help",
        "what it can do for you",
        "what can it do for you",
        "what you gain",
    ),
    "es": (
        "beneficio*",
        "ventaja*",
        "por qué elegir*",
        "por qué hacer*",
        "por qué ponér*",
        "para qué sirve",
        "cómo ayuda",
        "en qué ayuda",
        "cómo le ayuda",
        "en qué le ayuda",
        "qué puede hacer por*",
        "razones para",
    ),
}
_OTHERWISE = {  # what an insurer, an employer or the clinic gives
    "en": (
        "insurance",
        "insurer*",
        "plan",
        "plans",
        "member*",
        "employee*",
        "choose us",
        "choose our",
        "get care",
        "this clinic",
    ),
    "es": (
        "seguro",
        "seguros",
        "aseguradora*",
        "plan",
        "planes",
        "miembros",
        "empleados",
        "elegirnos",
        "elegir nuestr*",
    ),
}


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if a brochure with benefits says little or nothing of risks."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    benefits: list[Copy] = []
    risks: list[Copy] = []
    for part in sections(manuscript):
        other = []
        for copy in part.copy:
            if isinstance(copy.block, Callout) and copy.field in {"title", "label"}:
                continue  # a heading
            headings = [part.heading, *_titles(copy.block)]
            is_benefit = isinstance(copy.block, Benefits) or _on_benefits(headings, language)
            if is_benefit:
                benefits.append(copy)
            if _on_risks(headings, language):
                risks.append(copy)
            elif not (is_benefit or any(map(any_of(_HELPING[language]).search, headings))):
                other.append(copy)
        risks += _harmful(other, language)
    said = _words(risks)
    if benefits and said < _SHARE * _words(benefits):
        stands = f"{said} words on risks stand" if said else "nothing on risks stands"
        message = f"{stands} beside {_words(benefits)} words on benefits"
        least = math.ceil(_SHARE * _words(benefits)) - said
        hint = f"add {least} words or more on risks, under a `- heading:` that says so"
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


def _on_risks(headings: list[str], language: Language) -> bool:
    names, none = any_of(_RISKS[language]), any_of(_NONE[language])
    return any(names.search(one) and not none.search(one) for one in headings)


def _harmful(copies: list[Copy], language: Language) -> list[Copy]:
    """Return what of a section names harms, if it is on them: none where they are treated."""
    harms, helping = any_of(_HARMS[language]), any_of(_HELPING[language])
    texts = [(copy, copy.inline.plain) for copy in copies]
    named = {
        id(copy): {text[start:end].casefold() for start, end in harms.spans(text)}
        for copy, text in texts
        if not helping.search(text)
    }
    if len({harm for found in named.values() for harm in found}) < _FEWEST:
        return []
    return [copy for copy, _ in texts if named.get(id(copy))]


def _words(copies: Iterable[Copy]) -> int:
    return sum(len(copy.inline.plain.split()) for copy in copies)
