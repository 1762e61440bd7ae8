"""A YAML document as a tree whose every key and value knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from brochure.problems import Where


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as its characters; `style` is YAML's: "" (plain), ', ", | or >."""

    text: str
    where: Where
    style: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is written: an empty plain value, or YAML's words for it."""
        return not self.style and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Mapping:
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
            return "a mapping of keys"
