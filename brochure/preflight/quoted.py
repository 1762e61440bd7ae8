"""Findings that the author accepts by words that they quote, and words that none has any more.

A finding has them where its message quotes them (“…”, `…`, the name of a panel), or where they
stand at its place in the file. Capitals, kinds of quotation mark, hyphen and space make no
difference: the file may have been typed, the page is typeset.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.editions import DEFAULT, EDITIONS
from brochure.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from brochure.model import Brochure
    from brochure.preflight.rule import Check, Rule
    from brochure.problems import IgnoredWords, Where

_QUOTED = re.compile(r"“([^”]*(?:“[^”]*”[^”]*)*)”|`([^`]*)`|\bpanel ([\w-]+)")
_ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013", "''\"\"---")
_SET = ("COPY", "QR", "FIT", "PRINT", "PRESS", "ACCESS")
"""What codes of rules begin with that judge pages: in another edition the same copy may pass."""


def words_accepted(problem: Problem, brochure: Brochure) -> list[IgnoredWords]:
    """Return the words by which the author of `brochure` accepts `problem`."""
    return [
        one
        for entry in brochure.ignored
        if entry.code == problem.code
        for one in entry.words
        if has_words(problem, one.words)
    ]


def has_words(problem: Problem, words: str) -> bool:
    """Tell whether `problem` quotes `words`, or they stand at its place."""
    wanted = _plain(words).strip("\"'`")
    if not wanted:
        return False
    whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    quoted = (next(filter(None, found.groups()), "") for found in _QUOTED.finditer(problem.message))
    return any(whole.search(_plain(text)) for text in quoted) or (
        problem.where is not None and _stand_at(problem.where, wanted, whole)
    )


def _stand_at(where: Where, wanted: str, whole: re.Pattern[str]) -> bool:
    """Tell whether words stand at a place, or begin there and go on in the lines below."""
    start = where.column - 1
    line = where.source.line(where.line)[start:]
    if whole.search(_plain(line[: where.length])):
        return True
    text, number = line, where.line
    while len(_plain(text)) < len(wanted) and number < len(where.source.lines):
        number += 1
        text += f" {where.source.line(number)}"
    return bool(whole.match(_plain(text)))


def _plain(text: str) -> str:
    """Return `text` in small letters, its spaces single, its quotation marks and hyphens plain."""
    return " ".join(text.casefold().translate(_ALIKE).split())


def stale(
    brochure: Brochure,
    met: Container[IgnoredWords],
    run: Mapping[str, AbstractSet[str]],
    rules: Mapping[str, tuple[Rule, Check]],
) -> Iterator[Problem]:
    """Yield a warning for each of the author's words that no finding has: they hide nothing.

    `met` are the words that findings had. `run` has the editions in which the check of each code
    was run: nothing is said of a rule before all are judged that could have the finding, nor of one
    that is not among `rules`.
    """
    for entry in brochure.ignored:
        if not entry.words or entry.code not in rules or entry.code not in run:
            continue
        scope, usual = rules[entry.code][1].SCOPE, not entry.code.startswith(_SET)
        could = {
            name
            for name, edition in EDITIONS.items()
            if scope.holds(edition) and (name in DEFAULT or not usual)
        }
        if not could <= run[entry.code] or (brochure.overrides and not usual):
            continue
        for one in entry.words:
            if one not in met:
                message = f"no finding of `{entry.code}` has the words “{one.words}” any more"
                hint = "delete the line, or write words as the finding quotes them"
                yield Problem("IGNORE004", message, one.where, hint, Severity.WARNING)
