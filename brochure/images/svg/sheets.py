"""Style sheets, read for one purpose: what of their rules could make a drawing costly.

An exact renderer follows a style sheet to the letter. Here each rule is taken for all elements that
its last simple selector could mean, so that no reference and no effect goes uncounted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.images.svg.css import names_in, names_of, rules
from brochure.images.svg.values import LimitError, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.images.svg.css import Names
    from brochure.images.svg.node import Node

_COMBINED = re.compile(r"[\s>+~]")
_BRACKETS = re.compile(r"\[[^\]]*+(?:\]|\Z)|::?[\w-]++(?:\([^)]*+(?:\)|\Z))?")
_APART = {"opacity", "mix-blend-mode", "isolation"}
_MAX_LETTERS = 20_000_000  # of rules' values times elements; a thousandth of it is usual


def apply_effects(root: Node) -> None:
    """Set on every element below `root` the effects and references that a rule may give it.

    Raises:
        LimitError: if the rules are too many for so many elements.

    """
    nodes = list(root.walk())
    found = [rule for node in nodes if node.tag == "style" for rule in _rules(node.text)]
    if sum(len(value) for _, _, value in found) * len(nodes) > _MAX_LETTERS:
        raise LimitError("a style sheet that is too long for its many elements")
    for node in nodes if found else ():
        names = names_of(node)
        for wanted, name, value in found:
            if wanted <= names:
                _set(node, name, value)


def _rules(sheet: str) -> Iterator[tuple[Names, str, str]]:
    """Yield what an element must have, a property and its value."""
    for selectors, declared in rules(sheet, media=True):
        effects = [(n, v) for n, v in declared if references(v) or (n == "filter" and v)]
        effects += [("isolation", "isolate") for n, _ in declared if n in _APART]
        for selector in selectors if effects else ():
            wanted = names_in(_COMBINED.split(_BRACKETS.sub("", selector).strip())[-1])
            for name, value in effects:
                yield wanted, name, value


def _set(node: Node, name: str, value: str) -> None:
    """Put a rule's value in an attribute's place; beside it if that may be the one that counts."""
    own = node.get(name)
    node.attributes[name] = f"{own} {value}" if "(" in own else value
