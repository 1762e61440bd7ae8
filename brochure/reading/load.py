"""YAML text -> nodes, within limits that no sound file reaches.

The tree is built from parser events, not recursively: a file nested a hundred thousand deep, or
whose aliases multiply, is refused in words instead of exhausting the machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from brochure.problems import BrochureError, FileError, Problem, Source, Where
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 1_000_000  # the real brochure has 4,000
MAX_DEPTH = 40  # the deepest sound file has 8
MAX_NODES = 20_000  # after aliases are followed; the real brochure has 250


def load_file(path: Path) -> tuple[Source, Node]:
    """Return the file's text as a source, and its tree.

    Raises:
        FileError: if there is no such file, or it cannot be read.
        BrochureError: if it is no YAML that a brochure can be made from.

    """
    try:
        if path.is_dir():
            raise FileError(_no_file(path, "is a folder", "name the YAML file inside it"))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (
            "does not exist"
            if isinstance(error, FileNotFoundError)
            else "cannot be read: " + (error.strerror or str(error)).lower()
        )
        hint = "say which file: brochure build path/to/content.yaml"
        raise FileError(_no_file(path, reason, hint)) from error
    if len(data) > MAX_BYTES:
        hint = "a brochure's words take a few kilobytes; is this the right file?"
        raise BrochureError(_no_file(path, f"is larger than {MAX_BYTES // 1000} kB", hint))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save it again with the encoding UTF-8"
        problem = _no_file(path, f"is not UTF-8 text (line {line})", hint, "YAML002")
        raise BrochureError(problem) from error
    source = Source(str(path), text)
    return source, load(source)


def load(source: Source) -> Node:
    """Return the tree of `source`.

    Raises:
        BrochureError: with the one problem that stops the parser.

    """
    try:
        nodes = list(_documents(source, yaml.parse(source.text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        raise BrochureError(_broken(source, error)) from error
    except yaml.YAMLError as error:  # a character that YAML forbids
        raise BrochureError(_forbidden(source, error)) from error
    if not nodes:
        where = Where(source, 1)
        hint = "start from the example: title, clinic, cover, flap, inside, back"
        raise BrochureError(Problem("YAML003", "the file is empty", where, hint))
    if len(nodes) > 1:
        hint = "keep one brochure a file: remove the line `---`"
        where = nodes[1].where
        raise BrochureError(Problem("YAML004", "the file holds several documents", where, hint))
    return nodes[0]


def _documents(  # noqa: C901 - one branch for each kind of event
    source: Source,
    events: Iterator[yaml.Event],
) -> Iterator[Node]:
    """Yield the tree of each document in the parser's `events`."""
    anchors: dict[str, Node] = {}
    sizes: dict[int, int] = {}
    open_nodes: list[tuple[yaml.Event, list[Node]]] = []
    count = 0
    for event in events:
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            open_nodes.append((event, []))
            if len(open_nodes) > MAX_DEPTH:
                raise _too_much(_where(source, event), f"nested more than {MAX_DEPTH} deep")
            continue
        if isinstance(event, yaml.ScalarEvent):
            node: Node = Scalar(event.value, _where(source, event), _style(event))
            sizes[id(node)] = 1
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            start, children = open_nodes.pop()
            node = _closed(source, start, children)
            sizes[id(node)] = 1 + sum(sizes[id(child)] for child in children)
            event = start  # noqa: PLW2901 - the anchor stands at the start
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in anchors:
                hint = f"write the value out, or mark one with &{event.anchor} before"
                problem = Problem(
                    "YAML005",
                    f"there is no value called &{event.anchor} before this",
                    _where(source, event),
                    hint,
                )
                raise BrochureError(problem)
            node = anchors[event.anchor]
        else:
            continue
        count = max(count + 1, sizes[id(node)])
        if count > MAX_NODES:
            raise _too_much(_where(source, event), f"more than {MAX_NODES} values")
        if anchor := getattr(event, "anchor", None):
            anchors[anchor] = node
        if open_nodes:
            open_nodes[-1][1].append(node)
        else:
            yield node


def _closed(source: Source, start: yaml.Event, children: list[Node]) -> Node:
    """Return the list or mapping that `start` opened."""
    where = _where(source, start)
    if isinstance(start, yaml.SequenceStartEvent):
        return Sequence(tuple(children), where)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            message = "a key must be a word"
            raise BrochureError(Problem("YAML001", message, key.where, "write `key: value`"))
        if key.text in entries:
            first = entries[key.text][0].where.line
            message = f"`{key.text}` is written twice; the first is on line {first}"
            hint = "keep one of the two, or join them"
            raise BrochureError(Problem("YAML006", message, key.where, hint))
        entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), where)


def _where(source: Source, event: yaml.Event) -> Where:
    mark, end = event.start_mark, event.end_mark
    if mark is None or end is None:  # the parser marks every event; its types do not say so
        return Where(source, 1)
    length = end.column - mark.column if end.line == mark.line else 1
    return Where(source, mark.line + 1, mark.column + 1, max(length, 1))


def _style(event: yaml.ScalarEvent) -> str:
    style: str | None = event.style
    return style if style and style in "'\"|>" else ""


def _no_file(path: Path, reason: str, hint: str, code: str = "FILE001") -> Problem:
    return Problem(code, f"{path} {reason}", hint=hint)


def _too_much(where: Where, what: str) -> BrochureError:
    hint = "a brochure needs a small part of that; is this the right file?"
    return BrochureError(Problem("YAML007", f"the file is {what}", where, hint))


def _broken(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Return the parser's complaint at its place, with the usual cause."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    text = source.line(line)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        hint = "indent with spaces: YAML does not allow tabs"
    elif ": " in text.partition(": ")[2]:
        hint = 'words with a colon need quotes: "like: this"'
    else:
        hint = "check the indentation, quotes and brackets on this line and the one before"
    message = f"this is not YAML: {error.problem or error.context}"
    return Problem("YAML001", message, Where(source, line, column), hint)


def _forbidden(source: Source, error: yaml.YAMLError) -> Problem:
    for number, line in enumerate(source.lines, 1):
        for column, character in enumerate(line, 1):
            if not (character.isprintable() or character in "\t\r\x85\u2028\u2029\ufeff\u00a0"):
                message = f"the character U+{ord(character):04X} is not allowed in YAML"
                where = Where(source, number, column)
                return Problem("YAML001", message, where, "delete it; it cannot be seen")
    return Problem("YAML001", f"this is not YAML: {error}", Where(source, 1))
