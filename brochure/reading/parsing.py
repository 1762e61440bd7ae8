"""YAML text -> nodes, within limits that no sound file reaches.

The tree is built from parser events, not recursively: a file nested a hundred thousand deep, or
whose aliases multiply, is refused in words instead of exhausting the machine.
"""

from __future__ import annotations

import msgspec
import yaml

from brochure.problems import BrochureError, Problem, Source, Where
from brochure.reading.complaints import (
    BREAKS,
    UNSEEN,
    broken,
    forbidden,
    glued,
    glued_lines,
    unseen,
)
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 40  # the deepest sound file has 8
MAX_NODES = 8_000  # after aliases are followed; the real brochure has 250
MAX_REPEATED = 24_000  # letters that aliases stand for, in all: half of what a file may hold


def parsed(source: Source, problems: list[Problem], skipped: int) -> Node:
    """Return the tree of `source`; what can be told without stopping is added to `problems`.

    The first `skipped` characters are not YAML.

    Raises:
        BrochureError: with `problems` and the one that stops the parser.

    """
    text = source.text
    if skipped:
        blank = " " * skipped
        text = blank + text[skipped:].replace("\n", f"\n{blank}")
    builder = _Builder(source, problems, glued_lines(source))
    if not text.isascii() and BREAKS.search(text):
        raise BrochureError(*problems, forbidden(source, yaml.YAMLError()))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise BrochureError(*problems, broken(source, error)) from error
    except yaml.YAMLError as error:  # a character that YAML forbids
        raise BrochureError(*problems, forbidden(source, error)) from error
    if not builder.documents:
        hint = "start from the example: title, clinic, cover, flap, inside, back"
        problem = Problem("YAML003", "the file is empty", Where(source, 1), hint)
        raise BrochureError(*problems, problem)
    if len(builder.documents) > 1:
        hint = "keep one brochure a file: remove the line `---`"
        where = builder.documents[1].where
        message = "the file holds several documents"
        raise BrochureError(*problems, Problem("YAML004", message, where, hint))
    return builder.documents[0]


class _Builder(msgspec.Struct):
    """Takes the parser's events and grows the tree of each document."""

    source: Source
    problems: list[Problem]
    hashes: frozenset[int]  # lines with words that YAML may take for a comment
    documents: list[Node] = []
    anchors: dict[str, Node] = {}
    sizes: dict[int, tuple[int, int]] = {}  # values below a node and their letters, with aliases
    open: list[tuple[yaml.Event, list[Node]]] = []
    count: int = 0
    repeated: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event; raise BrochureError where the tree cannot go on."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            self._grow(self._scalar(event), (1, len(event.value)), event)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._check_tag(event)
            self.open.append((event, []))
            if len(self.open) > MAX_DEPTH:
                raise self._too_much(event, f"nested more than {MAX_DEPTH} deep")
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            start, children = self.open.pop()
            node = self._closed(start, children)
            below = [self.sizes[id(child)] for child in children]
            size = 1 + sum(count for count, _ in below), sum(letters for _, letters in below)
            self._grow(node, size, start)
        elif isinstance(event, yaml.AliasEvent):
            node = self._aliased(event)
            self._grow(node, self.sizes[id(node)], event)

    def _grow(self, node: Node, size: tuple[int, int], event: yaml.Event) -> None:
        """Hang `node`, with a `size` in values and letters, where the tree is open."""
        self.sizes[id(node)] = size
        self.count = max(self.count + 1, size[0])
        if self.count > MAX_NODES:
            raise self._too_much(event, f"more than {MAX_NODES} values")
        if isinstance(event, yaml.AliasEvent):
            self.repeated += size[1]
        if self.repeated > MAX_REPEATED:
            raise self._too_much(event, f"more than {MAX_REPEATED} letters that aliases repeat")
        anchor = None if isinstance(event, yaml.AliasEvent) else getattr(event, "anchor", None)
        if anchor:
            self.anchors[anchor] = node
        (self.open[-1][1] if self.open else self.documents).append(node)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        where, text, style = self._where(event), event.value, event.style
        if not text.isprintable() and (match := UNSEEN.search(text)):
            self.problems.append(unseen(match[0], where))
            text = UNSEEN.sub("\ufffd", text)  # told once, and every place stays as it is
        end = event.end_mark
        if end and not style and end.line in self.hashes:
            told = glued(self.source, end.line, end.column)
            self.problems += [told] if told else []
        return Scalar(text, where, style if style and style in "'\"|>" else "")

    def _closed(self, start: yaml.Event, children: list[Node]) -> Node:
        """Return the list or mapping that `start` opened."""
        where = self._where(start)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), where)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar) or not key.text:
                self._note("YAML001", "a key must be a word", key.where, "write `key: value`")
            elif key.text == "<<":
                hint = "write the keys out; an alias can stand for a whole value"
                self._note("YAML009", "keys cannot be merged with `<<`", key.where, hint)
            elif key.text in entries:
                first = entries[key.text][0].where.line
                message = f"`{key.text}` is written twice; the first is on line {first}"
                self._note("YAML006", message, key.where, "keep one of the two, or join them")
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), where)

    def _aliased(self, event: yaml.AliasEvent) -> Node:
        name, where = event.anchor, self._where(event)
        if any(getattr(start, "anchor", None) == name for start, _ in self.open):
            message, hint = f"the value &{name} holds itself", "write the value out"
        elif name in self.anchors:
            return self.anchors[name]
        else:
            message = f"there is no value called &{name} before this"
            hint = f'words that begin with * need quotes: "*{name}"; an alias needs &{name} before'
        raise BrochureError(*self.problems, Problem("YAML005", message, where, hint))

    def _check_tag(self, event: yaml.Event) -> None:
        if getattr(event, "tag", None):
            hint = "put quotes around words that begin with !, or delete the tag"
            message = "a word that begins with ! is one of YAML's tags, which mean nothing here"
            self._note("YAML008", message, self._where(event), hint)

    def _note(self, code: str, message: str, where: Where, hint: str) -> None:
        self.problems.append(Problem(code, message, where, hint))

    def _where(self, event: yaml.Event) -> Where:
        mark, end = event.start_mark, event.end_mark
        if mark is None or end is None:  # the parser marks every event; its types do not say so
            return Where(self.source, 1)
        length = end.column - mark.column if end.line == mark.line else 1
        # The empty document of a file that is `---` alone stands on a line that it does not have.
        line = min(mark.line + 1, len(self.source.lines))
        return Where(self.source, line, mark.column + 1, max(length, 1))

    def _too_much(self, event: yaml.Event, what: str) -> BrochureError:
        hint = "a brochure needs a small part of that; is this the right file?"
        problem = Problem("YAML007", f"the file is {what}", self._where(event), hint)
        return BrochureError(*self.problems, problem)
