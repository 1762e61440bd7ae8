"""Share strips out over pages: as few as hold them, broken where a reader minds least."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from brochure.layout.stack import advance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.blocks.strip import Strip

Cost: TypeAlias = tuple[float, int, int, float]
"""What is too tall (pt), ties cut, pages, and how ill they look: the first weighs most."""

_ALONE = 10  # a heading or caption cut off what it belongs to, against a table cut between rows
_PARTED = 1.0  # a section that goes on overleaf, against a page left empty
_INSIDE = 1.25  # the same, in the midst of a paragraph, list or table


def paginate(
    strips: Sequence[Strip], first: float, top: float, bottom: float, grid: float
) -> list[list[Strip]]:
    """Return `strips` shared out over pages that end at `bottom`.

    The first page starts at `first`, the others at `top`. Unlike panels there are as many as it
    takes. Strips that are kept together part only where they fill more than a page. White at a
    page's head and foot falls away.
    """
    best: dict[int, tuple[Cost, int]] = {0: ((0.0, 0, 0, 0.0), 0)}
    for start in range(len(strips)):
        if start not in best:
            continue
        before = best[start][0]
        for end, reached in _ends(strips, start, top if start else first, bottom, grid):
            page = _cost(strips, end, reached, top, bottom)
            cost: Cost = (
                before[0] + page[0],
                before[1] + page[1],
                before[2] + page[2],
                before[3] + page[3],
            )
            if end not in best or cost < best[end][0]:
                best[end] = (cost, start)
    breaks = [len(strips)]
    while breaks[-1]:
        breaks.append(best[breaks[-1]][1])
    breaks.reverse()
    pages = (_inked(strips[a:b]) for a, b in pairwise(breaks))
    return [page for page in pages if page]


def _ends(
    strips: Sequence[Strip], start: int, top: float, bottom: float, grid: float
) -> Iterator[tuple[int, float]]:
    """Yield where a page that begins at `start` may end, and how far down its copy then reaches.

    At least one strip that shows goes on it, however tall.
    """
    y = reached = top
    above: Strip | None = None
    for at in range(start, len(strips)):
        strip = strips[at]
        if above is not None or strip.items:
            y = advance(y, above, strip, grid) + strip.height
            if strip.items:
                if y > bottom and above is not None:
                    return
                reached = y
            above = strip
        if above is not None or at + 1 == len(strips):
            yield at + 1, reached


def _cost(strips: Sequence[Strip], end: int, reached: float, top: float, bottom: float) -> Cost:
    free = (bottom - reached) / (bottom - top)
    cut = 0
    following = next((strip for strip in strips[end:] if strip.items), None)
    inside = following is not None and _one(strips[end - 1], following)
    if end < len(strips) and strips[end - 1].keep:
        cut = 1 if inside else _ALONE
    whole = following is None or following.opens_section
    parted = 0.0 if whole else _INSIDE if inside else _PARTED
    return max(reached - bottom, 0.0), cut, 1, parted + free * free


def _one(strip: Strip, following: Strip) -> bool:
    """Tell whether two strips are of one paragraph, list or table."""
    return bool(strip.path and following.path and strip.path[0] is following.path[0])


def _inked(strips: Sequence[Strip]) -> list[Strip]:
    """Return `strips` without the white before the first that shows and after the last."""
    at = [i for i, strip in enumerate(strips) if strip.items]
    return list(strips[at[0] : at[-1] + 1]) if at else []
