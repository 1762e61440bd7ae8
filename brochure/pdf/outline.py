"""Headings → the outline that a viewer shows beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Group, Image, Role, Text
from brochure.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.frame import Element, Item
    from brochure.geometry import Matrix
    from brochure.pdf.engine import Canvas

_LEVELS = {Role.HEADING_1: 0, Role.HEADING_2: 1, Role.HEADING_3: 2}


class Heading(msgspec.Struct, frozen=True):
    """A heading on a page, and its top left corner in PDF's own points, y upward."""

    element: Element
    title: str
    level: int
    corner: Point


def heading_at(element: Element, group: Group, matrix: Matrix) -> Heading | None:
    """Return the heading that `group` opens, if `element` is one with a title."""
    level = _LEVELS.get(element.role)
    if level is None or not element.title:
        return None
    corner = _corner((group,)) or Point(0, 0)
    return Heading(element, element.title, level, matrix.apply(corner))


def _corner(items: Sequence[Item]) -> Point | None:
    """Return the top left corner of the first of `items` that has a place, in their space."""
    for item in items:
        match item:
            case Text():
                return Point(item.origin.x, item.origin.y - item.run.size)
            case Image():
                return Point(item.rect.x, item.rect.y)
            case Group():
                inner = _corner(item.items)
                if inner is not None:
                    return item.matrix.apply(inner)
            case _:
                continue
    return None


class Outline:
    """Enters headings in a canvas' outline, each element once, however many lines it has."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._entered: set[Element] = set()
        self._level = -1

    def enter(self, headings: Sequence[Heading]) -> None:
        """Enter the `headings` of the page that the canvas is on.

        A level is never more than one deeper than the entry before: viewers show a tree.
        """
        for heading in headings:
            if heading.element in self._entered:
                continue
            self._entered.add(heading.element)
            key = f"h{len(self._entered)}"
            self._level = min(heading.level, self._level + 1)
            self._canvas.bookmarkPage(
                key, fit="XYZ", left=round(heading.corner.x, 3), top=round(heading.corner.y, 3)
            )
            self._canvas.addOutlineEntry(heading.title, key, self._level)
