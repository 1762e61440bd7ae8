"""From a character of a scalar's text back to the line and column where it stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from brochure.problems import Where

if TYPE_CHECKING:
    from brochure.reading.nodes import Scalar

_WHITE = " \t\n\r"
_HEADER = re.compile(r"[|>][0-9+-]*[ \t]*(?:#.*)?$")
_ANCHOR = re.compile(r"[&!]\S*[ \t]*")
_ESCAPES = {"x": 4, "u": 6, "U": 10}  # characters that an escape takes; all others take 2
_LONGEST = 10  # characters of the longest escape
_WHITE_ESCAPE = re.compile(r"\\(?:[ tnr\t]|(?:x|u00|U000000)(?:20|0[9aAdD]))")


class Places:
    """The places of one scalar's characters, in any of YAML's five styles."""

    def __init__(self, scalar: Scalar) -> None:
        self.scalar = scalar

    def at(self, index: int) -> Where:
        """Return the place of the text's character `index`, counted from 0."""
        scalar, source = self.scalar, self.scalar.where.source
        if scalar.style == "|":
            starts = self._rows
            row = bisect_right(starts, index, hi=len(starts) - 1) - 1
            line = self._first[0] + row
            words = starts[row + 1] - 1 - starts[row]
            indent = len(source.line(line + 1)) - words  # the parser took away just that
            return Where(source, line + 1, max(indent + index - starts[row], 0) + 1)
        if self._is_on_one_line:
            return scalar.where.moved(index)
        line, column, _ = self._walked[index] if index < len(self._walked) else (*self._first, 1)
        return Where(source, line + 1, column + 1)

    def written(self, index: int) -> int:
        """Return how many characters of the file the text's character `index` takes.

        One, but for escapes, doubled quotes, and the white space of folded lines, which takes none.
        """
        if self.scalar.style == "|" or self._is_on_one_line:
            return 1
        return self._walked[index][2] if index < len(self._walked) else 1

    @cached_property
    def _rows(self) -> list[int]:
        """Where each line of the text starts, and where one after the last would."""
        lengths = (len(line) + 1 for line in self.scalar.text.split("\n"))
        return list(accumulate(lengths, initial=0))

    @cached_property
    def _is_on_one_line(self) -> bool:
        """Whether the text stands in the file as it is, as most plain values do."""
        where = self.scalar.where
        rest = where.source.line(where.line)[where.column - 1 :]
        return not self.scalar.style and rest.startswith(self.scalar.text)

    @cached_property
    def _first(self) -> tuple[int, int]:
        """The line and column, from 0, where the words begin: after an anchor, header or quote."""
        where, style = self.scalar.where, self.scalar.style
        lines = where.source.lines
        line, column = where.line - 1, where.column - 1
        if style and style in "|>":
            while line < len(lines) - 1 and not _HEADER.search(lines[line]):
                line += 1
            return line + 1, 0
        while line < len(lines):
            rest = lines[line][column:].lstrip(" ")
            column = len(lines[line]) - len(rest)
            if rest and not (match := _ANCHOR.match(rest)):
                return line, column + (1 if style else 0)
            column += match.end() if rest and match else 0
            if column >= len(lines[line]):
                line, column = line + 1, 0
        return where.line - 1, where.column - 1

    @cached_property
    def _walked(self) -> list[tuple[int, int, int]]:
        """The line and column, from 0, of every character, and how many of the file it takes.

        Folding only ever changes white space, so the visible characters of the text are those of
        the file, in order; a doubled quote or an escape stands for one.
        """
        lines, style = self.scalar.where.source.lines, self.scalar.style
        line, column = self._first
        places: list[tuple[int, int, int]] = []
        for character in self.scalar.text:
            size = 0
            while character not in _WHITE and line < len(lines):
                written = lines[line][column : column + _LONGEST]
                size = _size(written, style)
                if not written or (written == "\\" and style == '"'):
                    line, column = line + 1, 0
                elif written[0] in _WHITE or (style == '"' and _is_white(written)):
                    column += size
                else:
                    break
            places.append((line, column, size))
            column += size
        return places


def _size(written: str, style: str) -> int:
    """Return how many characters of the file the next character of the text takes."""
    if style == '"' and written[:1] == "\\":
        return _ESCAPES.get(written[1:2], 2)
    return 2 if style == "'" and written[:2] == "''" else 1


def _is_white(written: str) -> bool:
    """Tell whether an escape stands for white space: by its letter, or by its number."""
    return written[0] == "\\" and bool(_WHITE_ESCAPE.match(written))
