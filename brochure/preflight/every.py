"""Every check and every rule, for the command that judges and for whoever asks about a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.checks import (
    broken_words,
    call_to_action,
    camera_position,
    claims,
    codes,
    conformance,
    contact,
    contrast,
    ink_on_pictures,
    language_of_runs,
    long_sentences,
    orphans,
    passive_voice,
    reading_grade,
    risks,
    rivers,
    summary,
    terms,
    widows,
    words,
)
from brochure.preflight.quick import QUICK

if TYPE_CHECKING:
    from brochure.preflight.rule import Check, Rule

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

RULES: dict[str, tuple[Rule, Check]] = {
    rule.code: (rule, check) for check in CHECKS for rule in check.CODES
}
"""Every rule by its code, with the check that looks for breaches of it."""
