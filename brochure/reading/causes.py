"""What the YAML parser trips over -> the mistake that an author most likely made, in plain words.

The parser's own words ("mapping values are not allowed in this context") name its state, not the
author's slip. The slips below are told apart by the parser's words and by the line it stopped at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from brochure.problems import Source

_SIGNS = tuple("*&@`%!|>")
_TEXTS = tuple("|>")  # begin a text of several lines, on the next line
_BRACKETS = tuple("[{")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_TIGHT = re.compile(r"\s*(?:- +)*([\w-]+):(\S.*)")
_UP_TO_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_COLON = 'words with a colon need quotes: "like: this"'


class Cause(NamedTuple):
    """What is wrong, how to mend it, and where: line and column, counted from 1."""

    message: str
    hint: str
    line: int
    column: int


class _Stop(NamedTuple):
    """Where the parser stopped and what it said; `opened` is where the value around it began."""

    source: Source
    said: str
    line: int
    column: int
    opened: tuple[int, int]

    @property
    def text(self) -> str:
        return self.source.line(self.line)

    @property
    def begins_line(self) -> bool:
        """Whether nothing but white stands before it on its line."""
        return not self.text[: self.column - 1].strip()

    @property
    def value(self) -> str:
        """What follows the key, or the dashes, of its line."""
        return _UP_TO_VALUE.sub("", self.text, count=1)

    def told(self, message: str, hint: str, at: tuple[int, int] | None = None) -> Cause:
        return Cause(message, hint, *(at or (self.line, self.column)))


def cause(source: Source, error: yaml.MarkedYAMLError) -> Cause:
    """Return the likely mistake behind the parser's complaint."""
    said = error.problem or error.context or ""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(source.lines):  # the end of the text, which the parser puts on a line of its own
        line, column = len(source.lines), len(source.lines[-1]) + 1
    opened = (context.line + 1, context.column + 1) if context else (line, column)
    stop = _Stop(source, said, line, column, opened)
    for find in _MISTAKES:
        if found := find(stop):
            return found
    hint = "check the indentation, quotes and brackets on this line and the one before"
    return stop.told(f"this is not YAML: {said}", hint)


def _tab(stop: _Stop) -> Cause | None:
    indent = stop.text[: len(stop.text) - len(stop.text.lstrip())]
    if "\t" not in indent:
        return None
    return stop.told("this line begins with a tab", "indent with spaces: YAML does not allow tabs")


def _open_quote(stop: _Stop) -> Cause | None:
    line, column = stop.opened
    quote = stop.source.line(line)[column - 1 : column]
    if "end of stream" not in stop.said or quote not in {"'", '"'}:
        return None
    hint = f"put another {quote} where the words end, or put the words between the other quotes"
    return stop.told("the quotation mark here is never closed", hint, stop.opened)


def _sign(stop: _Stop) -> Cause | None:
    first = stop.value[:1]
    closed = first in _BRACKETS and "expected ','" not in stop.said and not stop.begins_line
    if not (first in _SIGNS or closed) or "mapping values" in stop.said:
        return None
    hint = f'put quotes around words that begin with {first}: "{first}like this"'
    if first in _TEXTS:
        hint = f"begin the text below {first}, further right than its key; or put quotes around it"
    what = "something follows the closing bracket" if closed else f"words cannot begin with {first}"
    return stop.told(what, hint)


def _stray(stop: _Stop) -> Cause | None:
    sign = stop.text[stop.column - 1 : stop.column]
    if "node content" not in stop.said or not sign:
        return None
    hint = f'delete it, or put quotes around words that begin with it: "{sign}like this"'
    return stop.told(f"no value begins with {sign}", hint)


def _after_quote(stop: _Stop) -> Cause | None:
    first = stop.value[:1]
    if first not in {"'", '"'} or "expected key" not in stop.said or stop.begins_line:
        return None
    hint = (
        'an apostrophe ends words in single quotes: use double ones, "it\'s like this"'
        if first == "'"
        else "put single quotes around the whole value: '\"like\" this'"
    )
    return stop.told("something follows the closing quotation mark", hint)


def _tight_colon(stop: _Stop) -> Cause | None:
    """Tell of `title:Words` on this line or the one before, which YAML takes for words."""
    if "mapping values" not in stop.said and "expected ':'" not in stop.said:
        return None
    for line in (stop.line, stop.line - 1, stop.opened[0]):
        if match := _TIGHT.fullmatch(stop.source.line(line)):
            key, words = match.groups()
            hint = f"write `{key}: {words[:20]}`" + ("" if len(words) <= 20 else "…")  # noqa: PLR2004 - a hint is one line
            return stop.told("a space is missing after the colon", hint, (line, match.end(1) + 1))
    return None


def _colon(stop: _Stop) -> Cause | None:
    if "mapping values" not in stop.said:
        return None
    if not _KEY.fullmatch(stop.text[: stop.column - 1]):
        return stop.told("there is a second colon in this line", _COLON)
    hint = "begin it right below the key that it stands beside, with as many spaces before it"
    start = len(stop.text) - len(stop.text.lstrip()) + 1
    return stop.told("this line begins too far right", hint, (stop.line, start))


def _misaligned(stop: _Stop) -> Cause | None:
    if "expected '-'" in stop.said or ("expected key" in stop.said and stop.begins_line):
        hint = "lines that belong together begin with the same number of spaces"
        return stop.told("this line is out of line with those above it", hint)
    return None


def _no_key(stop: _Stop) -> Cause | None:
    if "expected ':'" not in stop.said:
        return None
    hint = "move words that go on from the line above further right; a key ends with a colon"
    return stop.told("this line is no `key: value`", hint, stop.opened)


def _open_bracket(stop: _Stop) -> Cause | None:
    if "expected ','" not in stop.said:
        return None
    hint = "put a comma between entries and close the bracket; quote words with , : or brackets"
    return stop.told("the bracket here is never closed, or a comma is missing", hint, stop.opened)


def _inline_list(stop: _Stop) -> Cause | None:
    if "sequence entries" not in stop.said:
        return None
    hint = "begin the list on the next line, or put quotes around words that begin with -"
    return stop.told("a list cannot begin on the line of its key", hint)


def _backslash(stop: _Stop) -> Cause | None:
    if "escape" not in stop.said and "hexdec" not in stop.said:
        return None
    hint = "use single quotes, or write \\\\ for a backslash"
    return stop.told("a backslash between double quotes has a meaning of its own", hint)


_MISTAKES: tuple[Callable[[_Stop], Cause | None], ...] = (
    _tab,
    _open_quote,
    _tight_colon,
    _stray,
    _sign,
    _after_quote,
    _colon,
    _misaligned,
    _no_key,
    _open_bracket,
    _inline_list,
    _backslash,
)
"""Tried in this order; the first that knows the mistake tells it."""
