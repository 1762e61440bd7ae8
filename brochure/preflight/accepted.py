"""Which findings are told: those selected, less those that the author or a command ignores."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec

from brochure.cache import edition_of, recalled
from brochure.preflight.kept import program, verdict
from brochure.preflight.manuscript import Manuscript, this_day
from brochure.preflight.quoted import words_accepted
from brochure.preflight.rule import Evidence
from brochure.problems import Problem
from brochure.reading.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from brochure.cache import Cache
    from brochure.editions import Edition
    from brochure.model import Brochure
    from brochure.preflight.rule import CheckOf
    from brochure.preflight.subject import Subject
    from brochure.problems import Ignored, IgnoredWords

_Seen = TypeVar("_Seen", bound="Manuscript")

NEVER = {"PRIVACY001": "no picture of a patient is printed without consent"}
"""Rules that a file cannot ignore, and why."""


class Choice(msgspec.Struct, frozen=True):
    """Codes, or beginnings of codes such as `PRINT`; nothing selected is everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether findings of `code` are told."""
        selected = not self.select or code.startswith(self.select)
        ignored = bool(self.ignore) and code.startswith(self.ignore) and code not in NEVER
        return selected and not ignored

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
    """Return the choice of the author's file: all but the codes that it ignores as a whole."""
    return Choice(ignore=tuple(entry.code for entry in brochure.ignored if not entry.words))


def judged(subject: Subject, met: set[IgnoredWords] | None = None) -> list[Problem]:
    """Return what is wrong with `subject`, validators aside, as `verdict` remembers it.

    Where there is nothing to paint with, checks that look at the painted file are left out; so they
    are for a draft, whose words stand where they fit. For `met` see `judge`.
    """
    if subject.problems or subject.layout.left_over:
        return judged_unpainted(subject, met)
    anew = partial(_found_by, subject, Evidence.COPY, Evidence.PAGES, Evidence.FILE)
    return _told(verdict(subject, "checks", anew), subject.brochure, met)


def judged_copy(
    brochure: Brochure,
    edition: Edition,
    today: date | None = None,
    met: set[IgnoredWords] | None = None,
) -> list[Problem]:
    """Return what is wrong with the copy of a brochure that cannot be laid out."""
    from brochure.preflight.every import COPY  # noqa: PLC0415 - most copy fits

    manuscript = Manuscript(brochure=brochure, edition=edition, today=today or this_day())
    return judge(manuscript, COPY, met)


def judged_unpainted(subject: Subject, met: set[IgnoredWords] | None = None) -> list[Problem]:
    """Return what is wrong with `subject` before it is painted."""
    return _told(_found_by(subject, Evidence.COPY, Evidence.PAGES), subject.brochure, met)


def validated(subject: Subject, met: set[IgnoredWords] | None = None) -> list[Problem]:
    """Return what the validators that are installed find wrong with `subject`, remembered too."""
    from brochure.preflight.checks.conformance import VALIDATORS  # noqa: PLC0415 - not for a build

    if subject.problems:
        return []
    anew = partial(_found_by, subject, Evidence.OPINION)
    found = verdict(subject, "validators", anew, tuple(map(edition_of, VALIDATORS)))
    return _told(found, subject.brochure, met)


def judge(
    subject: _Seen, checks: Iterable[CheckOf[_Seen]], met: set[IgnoredWords] | None = None
) -> list[Problem]:
    """Return what `checks` find wrong with `subject` and its author does not ignore.

    A check that does not hold for its edition, or whose every finding is ignored, is not run. The
    words by which the author accepts a finding are added to `met`.
    """
    return _told(_found(subject, checks), subject.brochure, met)


def _found_by(subject: Subject, *evidence: Evidence) -> list[Problem]:
    from brochure.preflight.every import CHECKS  # noqa: PLC0415 - all checks load for 6 ms

    try:
        return _found(subject, [one for one in CHECKS if one.LOOKS_AT in evidence])
    finally:
        subject.close()


def _found(subject: _Seen, checks: Iterable[CheckOf[_Seen]]) -> list[Problem]:
    """Return what `checks` find, less the codes that are ignored as a whole."""
    choice = accepted(subject.brochure)
    return [
        problem
        for check in choice.checks(checks)
        if check.SCOPE.holds(subject.edition)
        for problem in check.check(subject)
        if choice.takes(problem.code)
    ]


def _told(found: list[Problem], brochure: Brochure, met: set[IgnoredWords] | None) -> list[Problem]:
    """Return those of `found` that the author does not accept by their words."""
    if not any(entry.words for entry in brochure.ignored):
        return found
    told = []
    for problem in found:
        words = words_accepted(problem, brochure)
        if met is not None:
            met.update(words)
        if not words:
            told.append(problem)
    return told


def misnamed(brochure: Brochure, cache: Cache | None = None) -> Iterator[Problem]:
    """Yield a problem for each code that the file ignores and no rule has, or no file may."""
    for entry in brochure.ignored:
        if entry.code in NEVER:
            message = f"`{entry.code}` cannot be ignored: {NEVER[entry.code]}"
            yield Problem("IGNORE003", message, entry.where, "delete the line")
        elif entry.code not in recalled(cache, codes, "codes", program()):
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
    from brochure.preflight.every import RULES  # noqa: PLC0415 - all checks load for 6 ms

    return list(RULES)
