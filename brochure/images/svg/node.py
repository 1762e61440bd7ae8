"""An element of an SVG file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


class Node(msgspec.Struct, eq=False):
    """An element: its local name, its attributes with those of `style` put over them, its parts.

    `styled` are the names of those that `style` has: no style sheet is put over them.
    """

    tag: str
    attributes: dict[str, str]
    children: list[Node] = []
    text: str = ""
    styled: frozenset[str] = frozenset()

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute's value."""
        return self.attributes.get(name, default)

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, first to last."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


class Tree(msgspec.Struct, eq=False):
    """A parsed SVG: its root, its nodes by id, and where the root's start tag begins (bytes)."""

    root: Node
    by_id: dict[str, Node]
    root_at: int

    def referred(self, value: str) -> Node | None:
        """Return the node that `#id` names, None if there is none."""
        return self.by_id.get(value[1:]) if value.startswith("#") else None

    def chain(self, node: Node) -> list[Node]:
        """Return `node` and those it inherits from (circles were refused on reading)."""
        chain = [node]
        while (parent := self.referred(chain[-1].get("href").strip())) is not None:
            chain.append(parent)
        return chain
