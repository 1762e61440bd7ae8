"""`brochure check`: read, lay out, paint in memory and judge; write nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from brochure.cache import Cache
from brochure.content import read
from brochure.editions import DEFAULT
from brochure.images import Library
from brochure.pipeline import known, prepared
from brochure.preflight import QUICK, judge
from brochure.preflight.accepted import NEVER, Choice, misnamed
from brochure.preflight.checks import conformance
from brochure.preflight.every import CHECKS, RULES
from brochure.preflight.quoted import stale
from brochure.problems import BrochureError, FileError, Finding, Problem
from brochure.stamp import stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.model import Brochure
    from brochure.problems import IgnoredWords


def check(  # noqa: PLR0913 - by name, each says one thing of it
    content: Path | str = "content.yaml",
    *,
    overrides: Sequence[str] = (),
    editions: Sequence[str | Edition] = DEFAULT,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: date | None = None,
) -> list[Finding]:
    """Return all that is wrong with the brochure of the file `content`, in the file's order.

    Args:
        content: the author's file; its pictures are looked up beside it.
        overrides: changes such as `paper=a4`.
        editions: what to judge, by name (`editions.EDITIONS`).
        select: codes, or what codes begin with (`PRINT`), of the only rules to judge by; errors for
            which there would be no brochure are told all the same.
        ignore: codes, or what codes begin with, of rules to leave out, beside those that the file
            ignores.
        today: the day by which a review's dates are judged; else that of SOURCE_DATE_EPOCH, else
            today.

    Raises:
        FileError: if the file cannot be read, or there is no such edition.

    """
    wanted = known(editions)
    try:
        brochure = read(content, overrides, cache=Cache.default())
    except FileError:
        raise
    except BrochureError as error:
        return [Finding(problem) for problem in error.problems]
    found = [(problem, "") for problem in misnamed(brochure)]
    choice = Choice(tuple(select), tuple(ignore))
    pictures = Library(brochure.folder, Cache.default())
    digest = stamp(brochure, pictures)
    accepting = _Accepting(set(), defaultdict(set))
    for edition in wanted:
        problems = _judged(
            brochure, edition, pictures, digest, accepting, choice=choice, today=today
        )
        found += ((problem, edition.name) for problem in problems)
    rules = {code: rule for code, rule in RULES.items() if code not in NEVER}
    found += ((problem, "") for problem in stale(brochure, *accepting, rules))
    return _merged(found)


class _Accepting(NamedTuple):
    """The author's words that findings had, and the editions in which each rule was looked for."""

    met: set[IgnoredWords]
    run: dict[str, set[str]]


def _judged(  # noqa: PLR0913 - one edition, and by what it is judged
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    digest: str,
    accepting: _Accepting,
    *,
    choice: Choice,
    today: date | None,
) -> list[Problem]:
    """Return what keeps an edition from being made, else what checks find wrong with it."""
    try:
        subject = prepared(brochure, edition, pictures, digest)
        subject = replace(subject, today=today) if today else subject
        # What cannot be painted is still judged by the checks that need no painting.
        checks = QUICK if subject.problems else CHECKS
        found = judge(subject, choice.checks(checks), accepting.met)
    except BrochureError as error:
        return list(error.problems)
    ran = (one for one in checks if one is not conformance or not conformance.missing())
    for rule in (rule for one in ran for rule in one.CODES):
        if choice.takes(rule.code):
            accepting.run[rule.code].add(edition.name)
    return [*subject.problems, *(problem for problem in found if choice.takes(problem.code))]


def _merged(found: Iterable[tuple[Problem, str]]) -> list[Finding]:
    """Return each problem once, with the editions that have it."""
    editions: dict[Problem, list[str]] = {}
    for problem, edition in found:
        editions.setdefault(problem, []).append(edition)
    return [
        Finding(problem, tuple(dict.fromkeys(name for name in editions[problem] if name)))
        for problem in sorted(editions, key=Problem.place)
    ]
