"""Copy that does not fit: told, never clipped."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brochure.geometry import MM
from brochure.problems import Problem

if TYPE_CHECKING:
    from brochure.layout.stack import Stack
    from brochure.problems import Where

_WORD = 7.0  # characters of a line's measure a word: 6 with its space, the rest ragged
TOLERANCE = 0.5  # pt


def lines_over(placed: Stack, bottom: float, grid: float) -> int:
    """Return by how many lines a column runs below `bottom`; 0 where it does not."""
    over = placed.bottom - bottom
    return math.ceil(over / grid) if over > TOLERANCE else 0


def overset(
    place: str, placed: Stack, bottom: float, grid: float, characters: float
) -> list[Problem]:
    """Return the problem of a `place` whose copy runs below `bottom`, or nothing.

    A line of it holds about so many `characters`.
    """
    over = placed.bottom - bottom
    if over <= TOLERANCE:
        return []
    running_over = (
        strip
        for strip, top in zip(placed.strips, placed.tops, strict=True)
        if top + strip.height > bottom + TOLERANCE
    )
    first = next(running_over, None)
    if first is None:  # no copy, only a band that is told of by itself
        return []
    lines = lines_over(placed, bottom, grid)
    extent = f"{over / MM:.0f} mm" if over >= MM else "less than a millimeter"
    words = max(round(lines * characters / _WORD), 1)
    return [
        Problem(
            "FIT001",
            f"the copy does not fit: {place} runs over by {lines} "
            f"line{'s' if lines > 1 else ''} ({extent}), starting here",
            first.where,
            f"cut about {words} word{'s' if words > 1 else ''} there, or a whole block",
        ),
    ]


def too_tall(band: Where, top: float, bottom: float) -> list[Problem]:
    """Return the problem of a band that leaves no room between `top` and `bottom`, or nothing."""
    if top < bottom:
        return []
    return [
        Problem(
            "FIT002",
            "the band and its captions take up the whole panels: no copy has room under them",
            band,
            f"give it less height, such as `height: {bottom / 3:.0f}pt`",
        ),
    ]
