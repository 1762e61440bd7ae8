"""What is wrong with an author's file, where, and how to mend it.

Problems are collected, not thrown one by one: a stage gathers all it finds and stops once,
with a `BrochureError` that carries them. Any other exception is a bug of ours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

import msgspec


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Source(msgspec.Struct, frozen=True, dict=True):
    """A text file that problems point into: the name to show and the whole text.

    Sources of one name are equal, so that a place stays itself when words elsewhere change.
    """

    name: str
    text: str

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` is a source of the same name."""
        return isinstance(other, Source) and self.name == other.name

    def __hash__(self) -> int:
        """Return a number that equal sources share."""
        return hash(self.name)

    def __repr__(self) -> str:
        """Return the name alone: the text is long."""
        return f"Source({self.name!r})"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text's lines without their ends."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1; empty where there is none."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""


OVERRIDE = "--set"
"""The name of a source that is a change from the command line."""


class Where(msgspec.Struct, frozen=True, gc=False):
    """A place in a source: line and column counted from 1, and how many characters it spans."""

    source: Source
    line: int
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, as editors and terminals link it."""
        return f"{self.source.name}:{self.line}:{self.column}"

    @property
    def is_override(self) -> bool:
        """Whether it is in a change from the command line, and in no file."""
        return self.source.name == OVERRIDE

    def moved(self, characters: int, length: int = 1) -> Where:
        """Return the place `characters` further right on the same line."""
        return Where(self.source, self.line, self.column + characters, length)


class Problem(msgspec.Struct, frozen=True, gc=False):
    """One thing that is wrong, in one sentence, with a stable code and how to mend it."""

    code: str
    message: str
    where: Where | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR

    def place(self) -> tuple[str, int, int]:
        """Return by what problems are sorted: the file, the line and the column."""
        where = self.where
        return (where.source.name, where.line, where.column) if where else ("", 0, 0)

    def __str__(self) -> str:
        """Return `file:line:column: error[CODE]: message`, the line with a caret, the hint."""
        at = f"{self.where}: " if self.where else ""
        lines = [f"{at}{self.severity}[{self.code}]: {self.message}"]
        if self.where and (text := self.where.source.line(self.where.line)):
            lines += _excerpt(self.where, text)
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A problem, and the names of the editions that have it; none where nothing could be read."""

    problem: Problem
    editions: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong, and in which editions, on one line."""
        editions = f" ({', '.join(self.editions)})" if self.editions else ""
        return f"{self.problem.message}{editions}"


class IgnoredWords(msgspec.Struct, frozen=True, gc=False):
    """Words that findings quote which the author accepts, and the reason; `where` they stand."""

    words: str
    reason: str
    where: Where


class Ignored(msgspec.Struct, frozen=True, gc=False):
    """A code whose findings the author accepts, and the reason; `where` is the code's place.

    Where there are `words`, only findings that quote some of them are accepted, and each has its
    own reason.
    """

    code: str
    reason: str
    where: Where
    words: tuple[IgnoredWords, ...] = ()


class BrochureError(Exception):
    """The author's file cannot become a brochure; `problems` says why, all of it."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        """Carry `problems`, in the order in which they should be shown."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class FileError(BrochureError):
    """A file or folder that cannot be read or written at all."""

    exit_code = 2


_WIDEST = 100  # cells of a source line shown: longer lines wrap in a terminal and lose the caret
_FURTHEST = 3 * _WIDEST  # characters from the caret that are looked at: marks take no cell


def _excerpt(where: Where, text: str) -> list[str]:
    """Return the source line and a caret line under it, a long line cut around the caret."""
    before = max(0, where.column - 1 - _FURTHEST)
    text = text[before : where.column - 1 + _FURTHEST].replace("\t", " ")
    cells = _cells(text)
    ends = list(accumulate(cells, initial=0))
    caret = min(where.column - 1 - before, len(text))
    first = max(0, min(ends[caret] - _WIDEST // 2, ends[-1] - _WIDEST))
    start = bisect_left(ends, first)
    while 0 < start < caret and not cells[start]:  # a mark of what is cut off
        start += 1
    end = bisect_right(ends, ends[start] + _WIDEST) - 1
    last = min(caret + where.length, end)
    indent, length = ends[caret] - ends[start], max(1, ends[max(last, caret)] - ends[caret])
    gutter = f"{where.line:>5} | "
    return [f"{gutter}{text[start:end]}", f"{'| ':>8}{' ' * indent}{'^' * length}"]


def _cells(text: str) -> list[int]:
    """Return how many cells of a terminal each character takes.

    Source: Unicode Standard Annex 11 (wide characters take two), and what the C library's `wcwidth`
    makes of marks, which take none. Emoji that are joined, or have a color of skin, are one of two
    cells in terminals that know them; others show their parts.
    """
    if text.isascii():
        return [1] * len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - few lines need it

    cells: list[int] = []
    for before, char in zip(f" {text}", text, strict=False):
        if char == _AS_PICTURE and cells:
            cells.append(int(cells[-1] == 1))  # the heart before it becomes one of two cells
        elif char != _SOFT_HYPHEN and (
            category(char) in _UNSEEN
            or char in _JAMO
            or (before == _JOINER and category(char) == "So")
            or (char in _SKIN and east_asian_width(before) == "W")
        ):
            cells.append(0)
        else:
            cells.append(2 if east_asian_width(char) in "WF" else 1)
    return cells


_AS_PICTURE, _JOINER, _SOFT_HYPHEN = "\ufe0f", "\u200d", "\xad"
_UNSEEN = {"Mn", "Me", "Cf"}  # marks on the letter before, and signs that only tell how to set it
_JAMO = frozenset(map(chr, range(0x1160, 0x1200)))  # vowels and finals that join a Hangul syllable
_SKIN = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
