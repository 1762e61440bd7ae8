"""Which findings are told: those selected, less those that the author or a command ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from brochure.preflight.quick import QUICK
from brochure.problems import Problem
from brochure.reading.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.model import Brochure
    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.rule import CheckOf
    from brochure.problems import Ignored

_Seen = TypeVar("_Seen", bound="Manuscript")

_NEVER = {"PRIVACY001": "no picture of a patient is printed without consent"}
"""Rules that a file cannot ignore, and why."""


class Choice(msgspec.Struct, frozen=True):
    """Codes, or beginnings of codes such as `PRINT`; nothing selected is everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether findings of `code` are told."""
        selected = not self.select or code.startswith(self.select)
        return selected and not (self.ignore and code.startswith(self.ignore))

    def checks(self, checks: Iterable[CheckOf[_Seen]]) -> tuple[CheckOf[_Seen], ...]:
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
    """Return the choice of the author's file: all but what it ignores."""
    return Choice(ignore=tuple(entry.code for entry in brochure.ignored))


def judge(subject: _Seen, checks: Iterable[CheckOf[_Seen]]) -> list[Problem]:
    """Return what `checks` find wrong with `subject` and its author does not ignore.

    A check that does not hold for its edition, or whose every finding is ignored, is not run.
    """
    choice = accepted(subject.brochure)
    return [
        problem
        for check in choice.checks(checks)
        if check.SCOPE.holds(subject.edition)
        for problem in check.check(subject)
        if choice.takes(problem.code)
    ]


def misnamed(brochure: Brochure) -> Iterator[Problem]:
    """Yield a problem for each code that the file ignores and no rule has, or no file may."""
    for entry in brochure.ignored:
        if entry.code in _NEVER:
            message = f"`{entry.code}` cannot be ignored: {_NEVER[entry.code]}"
            yield Problem("IGNORE003", message, entry.where, "delete the line")
    quick = {rule.code for check in QUICK for rule in check.CODES} if brochure.ignored else set()
    for entry in brochure.ignored:
        if entry.code not in quick and entry.code not in codes():
            yield _no_rule(entry)


def _no_rule(entry: Ignored) -> Problem:
    from brochure.preflight.explained import kept_from  # noqa: PLC0415 - only a mistake needs it

    if entry.code and (keeps := kept_from(entry.code.upper())):
        message = f"`{entry.code}` cannot be ignored: it keeps {keeps}"
        return Problem("IGNORE003", message, entry.where, "delete the line, and mend what it tells")
    message = f"there is no rule `{entry.code}` that can be ignored"
    return Problem("IGNORE001", message, entry.where, suggested(entry.code, codes()))


def suggested(code: str, known: Iterable[str]) -> str:
    """Return a hint that names the `known` code nearest to `code`, else how those begin."""
    codes = list(known)
    near = nearest(code, map(str.lower, codes)).upper()
    families = ", ".join(dict.fromkeys(one.rstrip("0123456789") for one in codes))
    return f"did you mean `{near}`?" if near else f"codes begin with {families}"


def codes() -> list[str]:
    """Return the code of every rule."""
    from brochure.preflight.every import RULES  # noqa: PLC0415 - all checks load for 3 ms

    return list(RULES)
