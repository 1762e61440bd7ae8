"""CSS as far as both readers of style sheets need it: rules, what they declare, and for whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.images.svg.node import Node

Names: TypeAlias = "frozenset[tuple[str, str]]"
"""Names of elements, each with its kind: `.` of a class, `#` of an id, none of a tag."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
# Each begins where the one before it must have ended, so that no letter is looked at twice.
_AT = re.compile(r"(?<![^{};])\s*+@[^{};]*+(?:;|\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\})")
_RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_PART = re.compile(r"([.#]?)([\w-]+)")


def rules(sheet: str, *, media: bool) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Yield the selectors of each rule of `sheet`, and its declarations, names in small letters.

    Rules for some `media`, and others within another, are among them or left out.
    """
    plain = _COMMENT.sub(" ", sheet)
    for selectors, body in _RULE.findall(plain if media else _AT.sub(" ", plain)):
        entries = (entry.partition(":") for entry in body.split(";") if ":" in entry)
        declared = [
            (name.strip().lower(), value.strip()) for name, colon, value in entries if colon
        ]
        yield selectors.split(","), declared


def names_of(node: Node) -> Names:
    """Return all names that selectors know an element by."""
    classes = {(".", name) for name in node.get("class").split()}
    return frozenset(classes | {("#", node.get("id")), ("", node.tag)})


def names_in(selector: str) -> Names:
    """Return the names that a selector without spaces asks for."""
    return frozenset(_PART.findall(selector))
