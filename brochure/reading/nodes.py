"""A YAML document as a tree whose every key and value knows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

if TYPE_CHECKING:
    from brochure.problems import Where


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A single value, as its characters; `style` is YAML's: "" (plain), ', ", | or >."""

    text: str
    where: Where
    style: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is written: an empty plain value, or YAML's words for it."""
        return not self.style and self.text in {"", "~", "null"}


class Sequence(msgspec.Struct, frozen=True, gc=False):
    """A list of values."""

    items: tuple[Node, ...]
    where: Where


class Mapping(msgspec.Struct, frozen=True, gc=False):
    """Keys with their values, in the author's order; no key twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    where: Where

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = "Scalar | Sequence | Mapping"


def kind(node: Node) -> str:
    """Return what to call the node in a message to its author."""
    match node:
        case Scalar():
            return "nothing" if node.empty else "words"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"
