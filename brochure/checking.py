"""`brochure check`: read, lay out, paint in memory and judge; write nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.cache import Cache
from brochure.content import read
from brochure.editions import DEFAULT
from brochure.images import Library
from brochure.pipeline import known, prepared
from brochure.preflight import judged, validated
from brochure.preflight.accepted import NEVER, Choice, judged_copy, judged_unpainted, misnamed
from brochure.preflight.checks import conformance
from brochure.preflight.manuscript import this_day
from brochure.preflight.rule import Evidence
from brochure.problems import BrochureError, FileError, Finding, Problem
from brochure.stamp import stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.model import Brochure
    from brochure.problems import IgnoredWords, Where

_QUOTED = re.compile(r"(?<=“)[^”]*(?=”)")


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
    choice = Choice(tuple(select), tuple(ignore))
    pictures = Library(brochure.folder, Cache.default())
    found = [(problem, "") for problem in misnamed(brochure, pictures.cache)]
    digest = stamp(brochure, pictures)
    met: set[IgnoredWords] = set()
    looked_at: dict[str, tuple[Evidence, ...]] = {}
    for edition in wanted:
        problems, looked_at[edition.name] = _judged(
            brochure, edition, pictures, digest, choice, met=met, today=today
        )
        found += ((problem, edition.name) for problem in problems)
    found += ((problem, "") for problem in _stale(brochure, met, looked_at, choice))
    return _merged(found)


def _stale(
    brochure: Brochure,
    met: set[IgnoredWords],
    looked_at: Mapping[str, tuple[Evidence, ...]],
    choice: Choice,
) -> Iterator[Problem]:
    """Yield a warning for each of the author's words that no finding has where one was looked for.

    `looked_at` says what was, in which edition.
    """
    if not any(entry.words for entry in brochure.ignored):
        return
    from brochure.preflight.every import RULES  # noqa: PLC0415 - most files ignore whole codes
    from brochure.preflight.quoted import stale  # noqa: PLC0415 - the same

    rules = {code: found for code, found in RULES.items() if code not in NEVER}
    run = {
        code: {name for name, seen in looked_at.items() if check.LOOKS_AT in seen}
        for code, (_, check) in rules.items()
        if choice.takes(code)
    }
    yield from stale(brochure, met, run, rules)


def _judged(  # noqa: PLR0913 - one edition, and by what it is judged
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    digest: str,
    choice: Choice,
    *,
    met: set[IgnoredWords],
    today: date | None,
) -> tuple[list[Problem], tuple[Evidence, ...]]:
    """Return what keeps an edition from being made, what checks find, and what they looked at.

    What cannot be painted is judged by the checks that need no painting; what cannot even be laid
    out by those that need no pages.
    """
    today = today or this_day()
    try:
        subject = replace(prepared(brochure, edition, pictures, digest), today=today)
    except BrochureError as error:
        found = judged_copy(brochure, edition, today, met)
        return [*error.problems, *_taken(choice, found)], (Evidence.COPY,)
    unpainted = Evidence.COPY, Evidence.PAGES
    try:
        found = judged(subject, met)
        opinions = choice.checks([conformance])
        if opinions:
            found += validated(subject, met)
    except BrochureError as error:  # a picture's pixels turned out to be damaged
        found = judged_unpainted(subject, met)
        return [*error.problems, *_taken(choice, found)], unpainted
    found = [*subject.problems, *_taken(choice, found)]
    if subject.problems:
        return found, unpainted
    if opinions and not conformance.missing():
        return found, (*unpainted, Evidence.FILE, Evidence.OPINION)
    return found, (*unpainted, Evidence.FILE)


def _taken(choice: Choice, found: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in found if choice.takes(problem.code)]


def _merged(found: Iterable[tuple[Problem, str]]) -> list[Finding]:
    """Return each problem once, in the words of the first edition that has it, with all of them."""
    alike: dict[tuple[str, Where | None], list[tuple[Problem, list[str]]]] = {}
    for problem, edition in found:
        there = alike.setdefault((problem.code, problem.where), [])
        told = replace(problem, message=_short(problem.message, edition))
        same = [editions for other, editions in there if told == other] or [
            editions
            for other, editions in there
            if edition not in editions and _says_the_same(told, other)
        ]
        if same:
            same[0].append(edition)
        else:
            there.append((told, [edition]))
    merged = [
        Finding(problem, tuple(dict.fromkeys(filter(None, editions))))
        for there in alike.values()
        for problem, editions in there
    ]
    return sorted(merged, key=lambda finding: finding.problem.place())


def _short(message: str, edition: str) -> str:
    """Return `message` without the edition's name, which a finding tells apart from it."""
    return message.replace(f" of the {edition} edition", "") if edition else message


def _says_the_same(one: Problem, other: Problem) -> bool:
    """Tell whether two editions' problems of one rule and place differ in no more than their lines.

    Lines end elsewhere in another edition, so the words of one that are quoted begin those of the
    other. A figure that differs is another thing to say.
    """
    bare = [(_QUOTED.sub("", it.message), _QUOTED.sub("", it.hint)) for it in (one, other)]
    quoted = [_QUOTED.findall(f"{it.message} {it.hint}") for it in (one, other)]
    return bare[0] == bare[1] and all(
        first.startswith(second) or second.startswith(first)
        for first, second in zip(*quoted, strict=True)
    )
