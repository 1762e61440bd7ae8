"""What each code means, for whoever asks: the rules of checks, and all that is told besides.

A check is explained by its docstring. What stages tell that can make no brochure stands in
`explanations.yaml`, out of the way of a build.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, ClassVar, Literal

from brochure.fields import Fields
from brochure.preflight.every import RULES
from brochure.preflight.listed import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDEST = 100  # characters a line, as the checks' docstrings have
_SEVERITY = 7  # letters of "warning"


class Explanation(Fields, frozen=True):
    """One code.

    Attributes:
        code: The code.
        what: What is wrong, in one line.
        why: Why that is a problem.
        mend: How to mend it.
        source: The standard or practice that it rests on.
        severity: Whether it stops a build.

    """

    code: str
    what: str
    why: str
    mend: str
    source: str = ""
    severity: Literal["error", "warning"] = "error"


class Group(Fields, frozen=True):
    """Codes that are told by the same part of the program.

    Attributes:
        told: When they are told.
        keeps: What they keep from being done.
        codes: The codes.

    """

    told: str
    codes: tuple[Explanation, ...]
    keeps: str = "the brochure from being made"


class Explanations(Fields, frozen=True):
    """All of them.

    Attributes:
        groups: In the order in which a brochure comes about.

    """

    SHORTHAND: ClassVar[str] = "groups"

    groups: tuple[Group, ...]


@cache
def besides() -> dict[str, tuple[Explanation, Group]]:
    """Return what explains each code that no check has, by the code."""
    found = read_list(Path(__file__).with_name("explanations.yaml"), Explanations)
    return {one.code: (one, group) for group in found.groups for one in group.codes}


def kept_from(beginning: str) -> str:
    """Return what codes that begin so keep from being done; empty if none of them does."""
    codes = besides()
    return next((codes[code][1].keeps for code in codes if code.startswith(beginning)), "")


def every_code() -> list[str]:
    """Return every code that the program can tell."""
    return [*besides(), *RULES]


def explained(code: str) -> str:
    """Return what is told by `code`: how much it matters, when, why, and how to mend it.

    Raises:
        KeyError: if there is no such code.

    """
    if code in RULES:
        rule, check = RULES[code]
        head = f"{code} ({rule.severity}): {rule.title}\nHolds for {check.SCOPE}."
        return f"{head}\n\n{(check.__doc__ or '').strip()}\n"
    one, group = besides()[code]
    head = f"{code} ({one.severity}): {one.what}\nTold {group.told}."
    source = f"Source: {one.source}." if one.source else ""
    parts = [one.why, one.mend, source]
    return "\n\n".join([head, *(fill(part, _WIDEST) for part in parts if part)]) + "\n"


def overview(beginning: str = "") -> str:
    """Return a line on each code that begins so, by the part of the program that tells it.

    Empty if there is none.
    """
    shown = [
        (f"Told {group.told}", one.code, str(one.severity), one.what)
        for one, group in besides().values()
    ]
    told = "Told by checks of what was laid out and painted, and of its words"
    shown += [
        (told, code, str(RULES[code][0].severity), RULES[code][0].title) for code in _sorted()
    ]
    wanted = [line for line in shown if line[1].startswith(beginning)]
    parts = [
        f"{head}:\n" + "".join(_lines(one[1:] for one in lines))
        for head, lines in groupby(wanted, lambda line: line[0])
    ]
    return "\n".join(parts)


def _sorted() -> list[str]:
    """Return the rules' codes, family by family in the order of the checks."""
    families = list(dict.fromkeys(map(_family, RULES)))
    return sorted(RULES, key=lambda code: (families.index(_family(code)), code))


def _family(code: str) -> str:
    return code.rstrip("0123456789")


def _lines(codes: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    widest = max(map(len, every_code()))
    for code, severity, what in codes:
        yield f"  {code:{widest}}  {severity:{_SEVERITY}}  {what}\n"
