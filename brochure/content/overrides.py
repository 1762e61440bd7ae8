"""Changes from the command line: `clinic.name=The Clinic` written over the author's tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brochure.problems import BrochureError, Problem, Source, Where
from brochure.reading import Mapping, Scalar, Sequence, load

if TYPE_CHECKING:
    from brochure.reading import Node


def overridden(tree: Node, change: str) -> Node:
    """Return `tree` with `change` (`key.path=value`, the value in YAML) written over it.

    Raises:
        BrochureError: if `change` has another form, or its path leads nowhere.

    """
    path, equals, value = change.partition("=")
    source = Source("--set", change)
    keys = [key.strip() for key in path.split(".")]
    if not equals or not all(keys):
        hint = "write it as --set key.path=value, such as --set clinic.name='The Clinic'"
        problem = Problem("SET001", f"{change!r} changes nothing", Where(source, 1), hint)
        raise BrochureError(problem)
    where = Where(source, 1, len(path) + 2)
    node: Node = Scalar("", where)
    if value.strip():
        node = load(Source("--set", value))
    if isinstance(node, Scalar):
        node = replace(node, where=where)
    return _put(tree, keys, node, source)


def _put(node: Node, keys: list[str], value: Node, source: Source) -> Node:
    """Return `node` with `value` at `keys`."""
    if not keys:
        return value
    key, rest = keys[0], keys[1:]
    match node:
        case Sequence(items) if key.isdigit() and int(key) < len(items):
            at = int(key)
            changed = _put(items[at], rest, value, source)
            return replace(node, items=(*items[:at], changed, *items[at + 1 :]))
        case Mapping(entries):
            known = {name.text: (name, inner) for name, inner in entries}
            where = Where(source, 1, 1, len(key))
            name, inner = known.get(key, (Scalar(key, where), Mapping((), where)))
            known[key] = (name, _put(inner, rest, value, source))
            return replace(node, entries=tuple(known.values()))
        case _:
            column = source.text.find(key) + 1
            count = len(node.items) if isinstance(node, Sequence) else 0
            hint = f"a list's entries are 0 to {count - 1}" if count else "check the path"
            problem = Problem(
                "SET002",
                f"there is nothing called `{key}` here",
                Where(source, 1, max(column, 1), len(key)),
                hint,
            )
            raise BrochureError(problem)
