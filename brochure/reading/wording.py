"""How a message speaks of what the author wrote, and of the key under which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.reading.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from brochure.reading.nodes import Node

_LONGEST = 40  # characters of the author's words in a message: the line itself is shown below it


def shown(words: str) -> str:
    """Return `words` between backticks, on one line, their end left out where they are long."""
    line = " ".join(words.split())
    return f"`{line[:_LONGEST].rstrip()}…`" if len(line) > _LONGEST else f"`{line}`"


def called(name: str) -> str:
    """Return what to call a value: its key between backticks; a name of several words as it is."""
    return name if " " in name else f"`{name}`"


def entry_of(name: str) -> str:
    """Return what to call an entry of the list `name`."""
    return f"an entry of {called(name)}" if " " not in name else name


def mended(node: Node, name: str) -> str:
    """Return how to mend `node`, which holds nothing, or a list or keys where words belong."""
    where = node.where
    rest = where.source.line(where.line)[where.column - 1 :].lstrip()
    if isinstance(node, Scalar):
        if rest.startswith("#"):
            return 'YAML does not read what follows #; put quotes around it: "#like this"'
        if " " in name:
            return "write something after the `- `, or delete the line"
        return f"write a value after `{name}:`, or delete the line"
    if rest[:1] in {"[", "{"}:
        return f'put quotes around words that begin with {rest[0]}: "{rest[0]}like this"'
    if isinstance(node, Mapping):
        return 'put quotes around words with a colon: "like: this"'
    return "write it as one text, without `- `"


def listed(node: Node, name: str) -> str:
    """Return how to make a list of `node`."""
    if " " in name:
        return "write it in brackets: [one, two]"
    if isinstance(node, Mapping) and node.entries:
        first = node.entries[0][0].text
        if first.startswith("-"):
            return f"put a space after the `-`: `- {first[1:]}: …`"
        return f"begin each entry with `- `: `- {first}: …`"
    return "begin each entry with `- `, on a line of its own"
