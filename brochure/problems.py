"""What is wrong with an author's file, where, and how to mend it.

Problems are collected, not thrown one by one: a stage gathers all it finds and stops once,
with a `BrochureError` that carries them. Any other exception is a bug of ours.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

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


_WIDEST = (
    100  # characters of a source line shown: longer lines wrap in a terminal and lose the caret
)


def _excerpt(where: Where, text: str) -> list[str]:
    """Return the source line and a caret line under it, a long line cut around the caret."""
    start = max(0, min(where.column - 1 - _WIDEST // 2, len(text) - _WIDEST))
    shown = text[start : start + _WIDEST].replace("\t", " ")
    caret = where.column - 1 - start
    length = max(1, min(where.length, len(shown) - caret))
    gutter = f"{where.line:>5} | "
    return [f"{gutter}{shown}", f"{'| ':>8}{' ' * caret}{'^' * length}"]
