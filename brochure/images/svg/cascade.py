"""Style sheets put to the elements that they mean, as far as drawing programs write them.

Selectors of names, classes and ids, alone, together, or one within the other. Rules with any other
selector, and those for some media, are left out: this is for measuring lines, and what is drawn is
drawn by a renderer that knows all of CSS.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from brochure.images.svg.css import names_in, names_of, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.images.svg.css import Names
    from brochure.images.svg.node import Node

_SIMPLE = re.compile(r"(?:\*|[\w-]+)?(?:[.#][\w-]+)*")

_MOST = 3_000_000  # rules times elements: a second

_Compound: TypeAlias = "tuple[Names, bool]"
"""What an element must have, and whether it is the child of the one before."""


class _Rule(NamedTuple):
    """A declaration and whom it is for; `weight` says which of several counts."""

    weight: tuple[bool, int, int, int]
    path: tuple[_Compound, ...]
    name: str
    value: str


def apply_sheets(root: Node) -> None:
    """Set what the style sheets below `root` declare on the elements that they mean.

    Nothing is set where that would be looked up for seconds: lines are thin there or not.
    """
    sheets = [node.text for node in root.walk() if node.tag == "style"]
    found = [rule for sheet in sheets for rule in _rules(sheet)]
    if found and len(found) * sum(1 for _ in root.walk()) <= _MOST:
        _apply(sorted(found, key=lambda rule: rule.weight), root, [])


def _apply(rules: Sequence[_Rule], node: Node, above: list[Names]) -> None:
    own = names_of(node)
    for rule in rules:
        if (rule.name not in node.styled or rule.weight[0]) and _means(rule.path, own, above):
            node.attributes[rule.name] = rule.value
    for child in node.children:
        _apply(rules, child, [*above, own])


def _means(
    path: Sequence[_Compound],
    own: Names,
    above: Sequence[Names],
) -> bool:
    """Tell whether `path` leads to an element with the names `own`, within those `above` it."""
    *before, (wanted, is_child) = path
    if not wanted <= own:
        return False
    reached = [len(above)]  # how deep the step after the one looked for may stand
    for outer, is_next in reversed(before):
        within = [at - 1 for at in reached if at] if is_child else range(max(reached))
        reached = [at for at in within if outer <= above[at]]
        if not reached:
            return False
        is_child = is_next
    return True


def _rules(sheet: str) -> Iterator[_Rule]:
    for selectors, declared in rules(sheet, media=False):
        for selector in selectors:
            path = _path(selector)
            if path is None:
                continue
            parts = [kind for wanted, _ in path for kind, _ in wanted]
            weights = parts.count("#"), parts.count("."), parts.count("")
            for name, value in declared:
                important = "!important" in value
                plain = value.replace("!important", "").strip()
                yield _Rule((important, *weights), path, name, plain)


def _path(selector: str) -> tuple[_Compound, ...] | None:
    """Return the steps of a selector, None where it has others than those read here."""
    steps = re.sub(r"\s*>\s*", " >", selector.strip()).split()
    path = []
    for step in steps:
        plain = step.removeprefix(">")
        if not plain or not _SIMPLE.fullmatch(plain):
            return None
        path.append((names_in(plain), step.startswith(">")))
    return tuple(path) or None
