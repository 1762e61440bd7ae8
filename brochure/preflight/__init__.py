"""Preflight: judge an edition before it is printed or sent, check by check.

    findings(subject)         what is wrong with an edition, from every check that holds for it
    findings(subject, QUICK)  from those that cost a build little

A check is a module of `checks`; to add one, write it and add it to `CHECKS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.checks import (
    alt_text,
    bleed,
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
from brochure.preflight.rule import Check, Rule, Scope
from brochure.preflight.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.problems import Problem

__all__ = ["CHECKS", "QUICK", "RULES", "Check", "Rule", "Scope", "Subject", "findings"]

CHECKS: tuple[Check, ...] = (
    words,
    codes,
    safe_zone,
    measure,
    hyphens,
    widows,
    orphans,
    rivers,
    feet,
    resolution,
    total_ink,
    hairlines,
    reversed_type,
    rich_black,
    fold_edges,
    bleed,
    contrast,
    heading_order,
    link_text,
    alt_text,
    consent,
    camera_position,
    review,
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
"""Every check, in the order in which they are run."""

QUICK: tuple[Check, ...] = tuple(check for check in CHECKS if check.QUICK)
"""Those that neither render a page nor read the file back: a build runs them."""

RULES: dict[str, tuple[Rule, Check]] = {
    rule.code: (rule, check) for check in CHECKS for rule in check.CODES
}
"""Every rule by its code, with the check that looks for breaches of it."""


def findings(subject: Subject, checks: Iterable[Check] = CHECKS) -> Iterator[Problem]:
    """Yield what those of `checks` that hold for the subject's edition find."""
    for check in checks:
        if check.SCOPE.holds(subject.edition):
            yield from check.check(subject)
