"""Every check and every rule, for the command that judges and for whoever asks about a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.checks import (
    alt_text,
    broken_words,
    call_to_action,
    camera_position,
    claims,
    codes,
    conformance,
    consent,
    contact,
    contrast,
    heading_order,
    ink_on_pictures,
    language_of_runs,
    link_text,
    long_sentences,
    orphans,
    passive_voice,
    reading_grade,
    review,
    risks,
    rivers,
    summary,
    terms,
    widows,
    words,
)
from brochure.preflight.quick import QUICK

if TYPE_CHECKING:
    from brochure.preflight.rule import Check, CopyCheck, Rule

CHECKS: tuple[Check, ...] = (
    *QUICK,
    words,
    codes,
    broken_words,
    widows,
    orphans,
    rivers,
    ink_on_pictures,
    contrast,
    language_of_runs,
    camera_position,
    contact,
    claims,
    summary,
    call_to_action,
    risks,
    terms,
    reading_grade,
    long_sentences,
    passive_voice,
    conformance,
)
"""In the order in which they are run."""

COPY: tuple[CopyCheck, ...] = (
    heading_order,
    link_text,
    alt_text,
    consent,
    review,
    language_of_runs,
    contact,
    claims,
    summary,
    call_to_action,
    risks,
    terms,
    reading_grade,
    long_sentences,
    passive_voice,
)
"""Those of them that need no pages: they judge copy that no brochure can be made of yet, too."""

UNPAINTED: tuple[Check, ...] = (*QUICK, *(check for check in COPY if check not in QUICK))
"""Those of them for which nothing must be painted, nor rendered."""

RULES: dict[str, tuple[Rule, Check]] = {
    rule.code: (rule, check) for check in CHECKS for rule in check.CODES
}
"""Every rule by its code, with the check that looks for breaches of it."""
