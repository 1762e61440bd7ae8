"""Changes from the command line: `clinic.name=The Clinic` written over the author's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks import BLOCKS
from brochure.problems import OVERRIDE, BrochureError, Problem, Source, Where
from brochure.reading import Mapping, Scalar, Sequence, load

if TYPE_CHECKING:
    from brochure.reading import Node

_SHORT = {"theme": "name"}  # keys whose bare value is one of their own
_FORM = "write it as --set key.path=value, such as --set clinic.name='The Clinic'"


def overridden(tree: Node, change: str, problems: list[Problem]) -> Node:
    """Return `tree` with `change` (`key.path=value`, the value in YAML) written over it.

    A list's entries are counted from 0; a block is entered by its name: `cover.0.title.text`.

    Raises:
        BrochureError: if `change` has another form, or its path leads nowhere.

    """
    path, equals, value = change.partition("=")
    source = Source(OVERRIDE, change)
    keys: list[Scalar] = []
    column = 1
    for key in path.split("."):
        keys.append(Scalar(key.strip(), Where(source, 1, column, max(len(key), 1))))
        column += len(key) + 1
    if not equals or not all(key.text for key in keys):
        problem = Problem("SET001", f"{change!r} changes nothing", Where(source, 1), _FORM)
        raise BrochureError(problem)
    node: Node = Scalar("", Where(source, 1, column))
    if value.strip():
        node = _words(value, source, column) or load(source, problems, skipped=len(path) + 1)
    return _put(tree, keys, node)


def _words(value: str, source: Source, column: int) -> Scalar | None:
    """Return `value` as it stands if it has a `#`: a command line holds no comments.

    None where it is YAML's own: in quotes, a list, or keys with values.
    """
    words = value.strip()
    if "#" not in words or words[0] in "\"'[{":
        return None
    start = column + value.index(words)
    return Scalar(words, Where(source, 1, start, len(words)), "'")


def _put(node: Node, keys: list[Scalar], value: Node) -> Node:
    """Return `node` with `value` at `keys`."""
    if not keys:
        return value
    key, rest = keys[0], keys[1:]
    match node:
        case Sequence(items) if _index(key) < len(items):
            at = _index(key)
            changed = _put(_entered(items[at], rest), rest, value)
            return replace(node, items=(*items[:at], changed, *items[at + 1 :]))
        case Mapping(entries):
            known = {name.text: (name, inner) for name, inner in entries}
            name, inner = known.get(key.text, (key, Mapping((), key.where)))
            if rest and isinstance(inner, Scalar) and key.text in _SHORT:
                inner = Mapping(((Scalar(_SHORT[key.text], inner.where), inner),), inner.where)
            known[key.text] = (name, _put(inner, rest, value))
            return replace(node, entries=tuple(known.values()))
        case Sequence(items):
            last = len(items) - 1
            hint = f"entries count from 0; the last is {last}" if items else "the list is empty"
            message = f"the list has no entry `{key.text}`"
        case Scalar():
            hint = "end the path before this key"
            message = f"there is no key `{key.text}` in a value without keys"
    raise BrochureError(Problem("SET002", message, key.where, hint))


def _index(key: Scalar) -> int:
    """Return which entry of a list `key` names; more than any list has if it names none."""
    text = key.text
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 10**6  # noqa: PLR2004 - no list has so many


def _entered(item: Node, keys: list[Scalar]) -> Node:
    """Return a block written in short (`contact`, `title: Words`) as a mapping of its fields."""
    blocks = dict(BLOCKS)
    if not keys or keys[0].text not in blocks:
        return item
    if isinstance(item, Scalar) and item.text == keys[0].text:
        return Mapping(((item, Mapping((), item.where)),), item.where)
    if isinstance(item, Mapping) and len(keys) > 1 and _index(keys[1]) == 10**6:
        inner, short = item.get(keys[0].text), blocks[keys[0].text].SHORTHAND
        if short and isinstance(inner, (Scalar, Sequence)):
            name = Scalar(short, inner.where)
            whole = Mapping(((name, inner),), inner.where)
            return replace(item, entries=((item.entries[0][0], whole),))
    return item
