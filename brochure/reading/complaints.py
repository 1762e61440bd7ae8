"""What the YAML parser complains of -> a problem in the author's words, with the usual cause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.problems import Problem, Source, Where

if TYPE_CHECKING:
    import yaml

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that nobody can see and no page can show."""
BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines at these and editors do not: no line number after one would be right."""


_SIGNS = tuple("*&@`%!|>")
_BRACKETS = tuple("[{")


def broken(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Return the parser's complaint at its place, with the usual cause."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(source.lines):  # the end of the text, which the parser puts on a line of its own
        line, column = len(source.lines), len(source.lines[-1]) + 1
    message = f"this is not YAML: {error.problem or error.context}"
    where = Where(source, line, column)
    return Problem("YAML001", message, where, _cause(source.line(line), message))


def forbidden(source: Source, error: yaml.YAMLError) -> Problem:
    """Return the problem of a character that YAML does not allow, found in the text itself."""
    for number, line in enumerate(source.lines, 1):
        for column, character in enumerate(line, 1):
            if not (character.isprintable() or character in "\t\r\ufeff\u00a0"):
                return unseen(character, Where(source, number, column))
    return Problem("YAML001", f"this is not YAML: {error}", Where(source, 1))


def unseen(character: str, where: Where) -> Problem:
    """Return the problem of a character that cannot be seen."""
    message = f"the character U+{ord(character):04X} is not allowed in YAML"
    return Problem("YAML001", message, where, "delete it; it cannot be seen")


def _cause(text: str, message: str) -> str:
    """Return the likely cause of `message` about the line `text`."""
    value = re.sub(r"^\s*(?:- +)*(?:[\w-]+: +)?", "", text)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return "indent with spaces: YAML does not allow tabs"
    if value[:1] in _SIGNS or (value[:1] in _BRACKETS and "expected ','" not in message):
        return f'words that begin with {value[0]} need quotes: "{value[0]}like this"'
    if "mapping values" in message or ": " in text.partition(": ")[2]:
        return 'words with a colon need quotes: "like: this"'
    return "check the indentation, quotes and brackets on this line and the one before"
