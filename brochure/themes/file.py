"""A theme's file -> a Theme, or every problem of it, each at its place.

It is read by the code that reads the author's file, over the default theme: it says what differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.problems import BrochureError, Problem
from brochure.reading import MISSING, Decoder, Mapping, Scalar, load_file
from brochure.themes.decoding import kinds
from brochure.themes.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brochure.reading import Node


def read_theme(default: Path, file: Path | None = None) -> Theme:
    """Return the theme of the file `file`, which says what differs from that of `default`.

    Raises:
        FileError: if a file cannot be read.
        BrochureError: with every problem of the files.

    """
    problems: list[Problem] = []
    _, base = load_file(default, problems)
    tree = merged(base, load_file(file, problems)[1]) if file else base
    # A color or font that is new is one that something is set in; any other is a slip of the pen.
    used = {node.text for part in ("panels", "styles") for node in _words(_under(tree, part))}
    custom = kinds(
        colors=[key for key in _keys(tree, "colors") if key in {*_keys(base, "colors"), *used}],
        fonts=[key for key in _keys(tree, "fonts") if key in {*_keys(base, "fonts"), *used}],
    )
    theme = Decoder(problems=problems, custom=custom).struct(tree, Theme, "the theme")
    if problems or theme is MISSING:
        raise BrochureError(*sorted(problems, key=_place))
    found: Theme = theme
    return found


def _place(problem: Problem) -> tuple[str, int, int]:
    where = problem.where
    return (where.source.name, where.line, where.column) if where else ("", 0, 0)


def merged(base: Node, over: Node) -> Node:
    """Return `base` with `over` written over it, key by key.

    Words, lists and colors are taken as a whole: the inks of a color are no other color's.
    """
    if not isinstance(base, Mapping) or not isinstance(over, Mapping) or over.get("rgb"):
        return over
    entries = {key.text: (key, value) for key, value in base.entries}
    for key, value in over.entries:
        below = base.get(key.text)
        entries[key.text] = (key, merged(below, value) if below else value)
    return Mapping(tuple(entries.values()), over.where)


def _under(tree: Node, key: str) -> Node | None:
    return tree.get(key) if isinstance(tree, Mapping) else None


def _keys(tree: Node, key: str) -> list[str]:
    """Return the keys of the mapping under `key`."""
    found = _under(tree, key)
    return [name.text for name, _ in found.entries] if isinstance(found, Mapping) else []


def _words(node: Node | None) -> Iterator[Scalar]:
    """Yield every single value in `node`."""
    match node:
        case Scalar():
            yield node
        case Mapping(entries):
            for _, value in entries:
                yield from _words(value)
        case _:
            for item in node.items if node else ():
                yield from _words(item)
