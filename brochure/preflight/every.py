"""Every check and every rule, for whoever judges and for whoever asks about a code.

Loading them all takes 6 ms, so this module is imported where something has not been judged before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.checks import (
    alt_text,
    bleed,
    broken_words,
    call_to_action,
    camera_position,
    claims,
    codes,
    conformance,
    consent,
    contact,
    contrast,
    feet,
    fold_edges,
    hairlines,
    heading_order,
    hyphens,
    ink_on_pictures,
    language_of_runs,
    link_text,
    long_sentences,
    measure,
    orphans,
    passive_voice,
    reading_grade,
    resolution,
    reversed_type,
    review,
    rich_black,
    risks,
    rivers,
    safe_zone,
    summary,
    terms,
    total_ink,
    widows,
    words,
)

if TYPE_CHECKING:
    from brochure.preflight.rule import Check, CopyCheck, Rule

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
"""Those that need no pages: they judge copy that no brochure can be made of yet, too."""

CHECKS: tuple[Check, ...] = (
    words,
    codes,
    contrast,
    safe_zone,
    measure,
    hyphens,
    feet,
    resolution,
    total_ink,
    hairlines,
    reversed_type,
    rich_black,
    fold_edges,
    bleed,
    broken_words,
    widows,
    orphans,
    rivers,
    ink_on_pictures,
    camera_position,
    *COPY,
    conformance,
)
"""All, in the order in which they are run."""

RULES: dict[str, tuple[Rule, Check]] = {
    rule.code: (rule, check) for check in CHECKS for rule in check.CODES
}
"""Every rule by its code, with the check that looks for breaches of it."""
