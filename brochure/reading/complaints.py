"""What the YAML parser complains of -> a problem in the author's words, with the usual cause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.problems import Problem, Source, Where

if TYPE_CHECKING:
    import yaml

_GLUED = re.compile(r"(?<![ \t])[ \t]++(#[^\s#]\S*)")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
"""Characters that nobody can see and no page can show."""
BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines at these and editors do not: no line number after one would be right."""


def broken(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Return the parser's complaint at its place, with the usual cause."""
    from brochure.reading.causes import cause  # noqa: PLC0415 - only a broken file needs it

    message, hint, line, column = cause(source, error)
    return Problem("YAML001", message, Where(source, line, column), hint)


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


def glued_lines(source: Source) -> frozenset[int]:
    """Return the lines, counted from 0, on which `glued` may find something."""
    return frozenset(
        source.text.count("\n", 0, found.start()) for found in _GLUED.finditer(source.text)
    )


def glued(source: Source, line: int, column: int) -> Problem | None:
    """Return the problem of words that YAML takes for a comment, where a plain value ends.

    A comment has a space after its `#` (YAML asks for none, authors write one); "our #1 clinic" and
    "#2B3A67" have not. Lines and columns are counted from 0.
    """
    found = _GLUED.match(source.lines[line], column) if line < len(source.lines) else None
    if found is None:
        return None
    where = Where(source, line + 1, found.start(1) + 1, len(found[1]))
    message = f"`{found[1]}` begins a comment, and nobody would read it"
    hint = "put quotes around the whole value; or a space after the #, if it is a comment"
    return Problem("YAML010", message, where, hint)
