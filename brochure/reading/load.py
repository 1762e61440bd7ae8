"""A file -> its text and its tree.

PyYAML loads for 8 ms, a twelfth of a build. So the tree is kept for the next process, which takes
it if the text is still the same: to build another edition, or to check what was built.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, TypeAlias

from brochure.problems import Where
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.source import open_source

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.cache import Cache
    from brochure.problems import Problem, Source

_Plain: TypeAlias = "tuple[Any, ...]"
"""A node as `marshal` keeps it: what it holds, its line, column and length, a scalar's style."""

_SCALAR, _SEQUENCE, _MAPPING = range(3)
_seen: set[Path] = set()


def load_file(
    path: Path, problems: list[Problem], cache: Cache | None = None
) -> tuple[Source, Node]:
    """Return the file's text as a source, and its tree, which is kept in `cache`.

    Raises:
        FileError: if there is no such file, or it cannot be read.
        BrochureError: if it is no YAML that a brochure can be made from.

    """
    source = open_source(path)
    if cache is None or path in _seen:  # a process that builds again has PyYAML loaded
        return source, load(source, problems)
    _seen.add(path)
    entry = cache.key("tree", str(path.absolute()))
    kept = cache.get(entry)
    # Bytes of our own folder, their hash checked.
    text, plain = marshal.loads(kept) if kept else ("", None)  # noqa: S302
    if text == source.text and plain:
        return source, _restored(plain, source)
    count = len(problems)
    tree = load(source, problems)
    if len(problems) == count:  # else they must be told again
        cache.put(entry, marshal.dumps((source.text, _plain(tree))))
    return source, tree


def load(source: Source, problems: list[Problem], skipped: int = 0) -> Node:
    """Return the tree of `source`; what can be told without stopping is added to `problems`.

    The first `skipped` characters are not YAML: `--set` has a path there.

    Raises:
        BrochureError: with `problems` and the one that stops the parser.

    """
    from brochure.reading.parsing import parsed  # noqa: PLC0415 - see above

    return parsed(source, problems, skipped)


def _plain(node: Node) -> _Plain:
    place = node.where.line, node.where.column, node.where.length
    match node:
        case Scalar(text=text, style=style):
            return (_SCALAR, text, *place, style)
        case Sequence(items=items):
            return (_SEQUENCE, tuple(map(_plain, items)), *place)
        case Mapping(entries=entries):
            pairs = tuple((_plain(key), _plain(value)) for key, value in entries)
            return (_MAPPING, pairs, *place)


def _restored(plain: _Plain, source: Source) -> Any:  # noqa: ANN401 - a node of any kind
    kind, held, line, column, length, *style = plain
    where = Where(source, line, column, length)
    if kind == _SCALAR:
        return Scalar(held, where, *style)
    if kind == _SEQUENCE:
        return Sequence(tuple(_restored(item, source) for item in held), where)
    pairs = tuple((_restored(key, source), _restored(value, source)) for key, value in held)
    return Mapping(pairs, where)
