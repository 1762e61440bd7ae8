"""What stands on each panel of a dummy: which way is up, its number, its name, its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.color import BLACK
from brochure.geometry import Point
from brochure.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.frame import Item
    from brochure.geometry import Size
    from brochure.proof.lettering import Lettering
    from brochure.shape import Path

INSET = 26.0
"""How far words stay from a panel's edges, in points: off the white border, and off the folds."""

_NUMBER, _NAME, _FACTS = 64.0, 24.0, 11.0  # pt, on a panel of the size below
_USUAL = (190.0, 430.0)  # pt: the width and height that hold these
_MOST, _LEAST = 1.4, 7.0  # times as large; pt
_TOP = 24.0  # pt from the panel's edge to the triangle's tip
_MARK = (7.0, 12.0, 9.0)  # pt: half the triangle's width, its height, its word's size


def scale(sizes: Iterable[Size]) -> float:
    """Return how large labels are that the smallest of panels of `sizes` can hold."""
    across, down = _USUAL
    return min(_MOST, *(min(width / across, height / down) for width, height in sizes))


class Label(msgspec.Struct, frozen=True):
    """What a panel is called, where it comes in the reading order, and how wide it is."""

    name: str
    number: int
    facts: str

    def drawn(
        self, size: Size, scale: float, lettering: Lettering
    ) -> tuple[tuple[Item, ...], float]:
        """Return the marks and words of a panel of `size`, and the y below them."""
        middle = size.width / 2
        measure = size.width - 2 * INSET
        marks, top = _top(middle, lettering)
        number_at = top + 0.85 * _NUMBER * scale
        name_at = number_at + 1.5 * _NAME * scale
        large = lettering.fitting(self.name, _NAME * scale, measure)
        small = lettering.fitting(self.facts, max(_FACTS * min(scale, 1), _LEAST), measure)
        facts_at = name_at + 1.7 * small
        words: tuple[Item, ...] = (
            lettering.centered(
                str(self.number), Point(middle, number_at), _NUMBER * scale, bold=True
            ),
            lettering.centered(self.name, Point(middle, name_at), large, bold=True),
            lettering.centered(self.facts, Point(middle, facts_at), small),
        )
        return (*marks, *words), facts_at + small


def _top(middle: float, lettering: Lettering) -> tuple[tuple[Item, ...], float]:
    """Return a triangle that points to the panel's top, at the same place on its back."""
    half, height, size = _MARK
    base = _TOP + height
    path: Path = (
        ("M", middle, _TOP),
        ("L", middle + half, base),
        ("L", middle - half, base),
        ("Z",),
    )
    word = lettering.centered("top", Point(middle, base + size), size)
    return (Shape(path, fill=BLACK), word), base + size
