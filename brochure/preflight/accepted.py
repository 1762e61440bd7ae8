"""Which findings are told: those selected, less those that the author or a command ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.preflight.quick import QUICK
from brochure.preflight.quoted import words_accepted
from brochure.problems import Problem
from brochure.reading.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.model import Brochure
    from brochure.preflight.rule import Check
    from brochure.preflight.subject import Subject
    from brochure.problems import IgnoredWords

NEVER = {"PRIVACY001": "no picture of a patient is printed without consent"}
"""Rules that a file cannot ignore, and why."""


class Choice(msgspec.Struct, frozen=True):
    """Codes, or beginnings of codes such as `PRINT`; nothing selected is everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether findings of `code` are told."""
        selected = not self.select or code.startswith(self.select)
        return selected and not (self.ignore and code.startswith(self.ignore))

    def checks(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """Return those of `checks` that can find anything that is told."""
        return tuple(
            check for check in checks if any(self.takes(rule.code) for rule in check.CODES)
        )

    def unknown(self) -> Iterator[str]:
        """Yield what no rule's code begins with."""
        rules = codes()
        for beginning in (*self.select, *self.ignore):
            if not any(code.startswith(beginning) for code in rules):
                yield beginning


def accepted(brochure: Brochure) -> Choice:
    """Return the choice of the author's file: all but the codes that it ignores as a whole."""
    return Choice(ignore=tuple(entry.code for entry in brochure.ignored if not entry.words))


def judge(
    subject: Subject, checks: Iterable[Check], met: set[IgnoredWords] | None = None
) -> list[Problem]:
    """Return what `checks` find wrong with `subject` and its author does not ignore.

    A check that does not hold for its edition, or whose every finding is ignored, is not run. The
    words by which the author accepts a finding are added to `met`.
    """
    choice = accepted(subject.brochure)
    found = (
        problem
        for check in choice.checks(checks)
        if check.SCOPE.holds(subject.edition)
        for problem in check.check(subject)
        if choice.takes(problem.code)
    )
    told = []
    for problem in found:
        words = words_accepted(problem, subject.brochure)
        if met is not None:
            met.update(words)
        if not words:
            told.append(problem)
    return told


def misnamed(brochure: Brochure) -> Iterator[Problem]:
    """Yield a problem for each code that the file ignores and no rule has, or no file may."""
    for entry in brochure.ignored:
        if entry.code in NEVER:
            message = f"`{entry.code}` cannot be ignored: {NEVER[entry.code]}"
            yield Problem("IGNORE003", message, entry.where, "delete the line")
    quick = {rule.code for check in QUICK for rule in check.CODES} if brochure.ignored else set()
    for entry in brochure.ignored:
        if entry.code not in quick and entry.code not in codes():
            message = f"there is no rule `{entry.code}` that can be ignored"
            yield Problem("IGNORE001", message, entry.where, suggested(entry.code))


def suggested(code: str) -> str:
    """Return a hint that names the rule's code nearest to `code`, else how codes begin."""
    rules = codes()
    near = nearest(code, map(str.lower, rules)).upper()
    families = ", ".join(dict.fromkeys(known.rstrip("0123456789") for known in rules))
    return f"did you mean `{near}`?" if near else f"codes begin with {families}"


def codes() -> list[str]:
    """Return the code of every rule."""
    from brochure.preflight.every import RULES  # noqa: PLC0415 - all checks load for 3 ms

    return list(RULES)
