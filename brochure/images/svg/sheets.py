"""Style sheets, read for one purpose: what of their rules could make a drawing costly.

An exact renderer follows a style sheet to the letter. Here each rule is taken for all elements that
its last simple selector could mean, so that no reference and no effect goes uncounted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.images.svg.values import LimitError, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.images.svg.node import Node

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Each begins where the one before it must have ended, so that no letter is looked at twice.
_RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_COMBINED = re.compile(r"[\s>+~]")
_PART = re.compile(r"([.#]?)([\w-]+)")
_BRACKETS = re.compile(r"\[[^\]]*+(?:\]|\Z)|::?[\w-]++(?:\([^)]*+(?:\)|\Z))?")
_APART = {"opacity", "mix-blend-mode", "isolation"}
_MAX_LETTERS = 20_000_000  # of rules' values times elements; a thousandth of it is usual


def apply_effects(root: Node) -> None:
    """Set on every element below `root` the effects and references that a rule may give it.

    Raises:
        LimitError: if the rules are too many for so many elements.

    """
    nodes = list(root.walk())
    rules = [rule for node in nodes if node.tag == "style" for rule in _rules(node.text)]
    if sum(len(value) for _, _, value in rules) * len(nodes) > _MAX_LETTERS:
        raise LimitError("a style sheet that is too long for its many elements")
    for node in nodes if rules else ():
        names = {(".", name) for name in node.get("class").split()}
        names |= {("#", node.get("id")), ("", node.tag)}
        for wanted, name, value in rules:
            if wanted <= names:
                _set(node, name, value)


def _rules(sheet: str) -> Iterator[tuple[set[tuple[str, str]], str, str]]:
    """Yield what an element must have (kind of name, name), a property and its value."""
    for selectors, body in _RULE.findall(_COMMENT.sub(" ", sheet)):
        declared = [d.partition(":") for d in body.split(";")]
        named = [(name.strip().lower(), value.strip()) for name, _, value in declared]
        effects = [(n, v) for n, v in named if references(v) or (n == "filter" and v)]
        effects += [("isolation", "isolate") for n, _ in named if n in _APART]
        for selector in selectors.split(",") if effects else ():
            last = _COMBINED.split(_BRACKETS.sub("", selector).strip())[-1]
            wanted = set(_PART.findall(last))
            for name, value in effects:
                yield wanted, name, value


def _set(node: Node, name: str, value: str) -> None:
    """Put a rule's value in an attribute's place; beside it if that may be the one that counts."""
    own = node.get(name)
    node.attributes[name] = f"{own} {value}" if "(" in own else value
