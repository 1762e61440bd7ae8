"""Headings → the outline that a viewer shows beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Group, Image, Role, Text
from brochure.geometry import Point
from brochure.pdf.objects import Dictionary, add, text_string
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brochure.frame import Element, Item
    from brochure.pdf.engine import PDFDocument
    from brochure.pdf.objects import Reference

_LEVELS = {Role.HEADING_1: 0, Role.HEADING_2: 1, Role.HEADING_3: 2}


class Heading(msgspec.Struct, frozen=True):
    """A heading: the page it is on, and its top left corner in PDF's own points, y upward.

    `place` orders headings as a reader meets them.
    """

    element: Element
    page: Reference
    corner: Point
    place: tuple[int, int]


def is_heading(element: Element) -> bool:
    """Tell whether `element` goes into the outline."""
    return bool(element.title) and element.role in _LEVELS


def corner_of(items: Sequence[Item]) -> Point | None:
    """Return the top left corner of the first of `items` that has a place, in their space."""
    for item in items:
        match item:
            case Text():
                return Point(item.origin.x, item.origin.y - item.run.size)
            case Image():
                return Point(item.rect.x, item.rect.y)
            case Group():
                inner = corner_of(item.items)
                if inner is not None:
                    return item.matrix.apply(inner)
            case _:
                continue
    return None


def outline(headings: Iterable[Heading], document: PDFDocument) -> Reference | None:
    """Add the outline of `headings` to `document`, in reading order, each element once.

    A level is never more than one deeper than the entry before: viewers show a tree.
    """
    root = Dictionary({"Type": "/Outlines"})
    branches = [_Branch(root, add(document, root))]
    entered: set[Element] = set()
    for heading in sorted(headings, key=lambda heading: heading.place):
        if heading.element in entered:
            continue
        entered.add(heading.element)
        level = min(_LEVELS[heading.element.role], len(branches) - 1)
        while len(branches) > level + 1:
            branches.pop().close()
        corner = f"{number(heading.corner.x)} {number(heading.corner.y)}"
        entry = Dictionary(
            {
                "Title": text_string(heading.element.title or ""),
                "Dest": f"[{heading.page} /XYZ {corner} 0]",
            }
        )
        branches.append(branches[-1].grown(entry, add(document, entry)))
    while branches:
        branches.pop().close()
    return add(document, root) if entered else None


class _Branch:
    """An entry of the outline, and those below it so far."""

    def __init__(self, entry: Dictionary, reference: Reference) -> None:
        self.entry = entry
        self.reference = reference
        self.below: list[_Branch] = []

    def grown(self, entry: Dictionary, reference: Reference) -> _Branch:
        """Return the branch of a further `entry` under this one."""
        entry["Parent"] = self.reference
        if self.below:
            entry["Prev"] = self.below[-1].reference
            self.below[-1].entry["Next"] = reference
        self.below.append(_Branch(entry, reference))
        return self.below[-1]

    def close(self) -> None:
        """Write down what is below; entries start unfolded, which a positive count says."""
        if self.below:
            self.entry["First"] = self.below[0].reference
            self.entry["Last"] = self.below[-1].reference
            self.entry["Count"] = self.count()

    def count(self) -> int:
        """Return how many entries show below this one."""
        return sum(1 + branch.count() for branch in self.below)
