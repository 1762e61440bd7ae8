"""Copyfitting: the size and spacing at which copy fits its panels and they end level.

Most copy fits as the theme sets it, and then nothing else is tried. Where it does not, or leaves
feet far apart, breaks, one common size for all panels and the white between blocks are weighed
together: every size from the theme's floor to its ceiling, at three spacings, is laid out (the
breaks by dynamic programming, see `flow`), and the one that costs the eye least is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.themes import set_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brochure.model import Brochure, Layout
    from brochure.problems import Problem
    from brochure.themes import Theme

_LEVEL = 60.0  # one foot a quarter of a panel above the others: not worth another size
_PER_CENT = 6.0  # a size that differs from the theme's by a hundredth
_TIGHTER = 12.0  # white between blocks that is less, or more, than the theme's
_STEPS = 7  # sizes tried between the theme's own and its floor, or its ceiling
_SPACES = (1.0, 0.8, 1.2)
_FIT = frozenset({"FIT001", "FIT002"})


class Attempt(msgspec.Struct, frozen=True, eq=False):
    """`brochure` laid out, the problems that it has, and what it costs the eye (see `flow`)."""

    brochure: Brochure
    layout: Layout
    problems: tuple[Problem, ...]
    cost: float

    @property
    def fits(self) -> bool:
        """Whether all copy has room."""
        return not self.problems

    @property
    def could_be_drafted(self) -> bool:
        """Whether there is no problem but that of copy without room."""
        return all(problem.code in _FIT for problem in self.problems)


def fitted(brochure: Brochure, attempt: Callable[[Brochure], Attempt]) -> Attempt:
    """Return the best of what `attempt` makes of `brochure` at the sizes that its theme allows.

    Where nothing fits, it is the attempt at the theme's floor: a floor is a floor, and what runs
    over there must be cut. A problem that no size mends ends the search.
    """
    natural = attempt(brochure)
    if not natural.could_be_drafted:
        return natural
    if natural.fits and natural.cost <= _LEVEL:
        return natural
    best, least = (natural, natural.cost) if natural.fits else (None, float("inf"))
    smallest = natural
    for factor, space in _tries(brochure.theme, larger=natural.fits):
        price = _PER_CENT * abs(factor - 1) * 100 + (_TIGHTER if space != 1 else 0.0)
        if price >= least:
            continue
        found = attempt(replace(brochure, theme=set_at(brochure.theme, factor, space)))
        smallest = found
        if found.fits and found.cost + price < least:
            best, least = found, found.cost + price
    return best or smallest


def _tries(theme: Theme, *, larger: bool) -> Iterator[tuple[float, float]]:
    """Yield sizes, as factors of the theme's own, and spacings; nearest first, the floor last."""
    body = theme.styles["body"].size
    bound = theme.copyfit.most if larger else theme.copyfit.least
    end = max(bound / body, 1.0) if larger else min(bound / body, 1.0)
    sizes = [1 + (end - 1) * step / _STEPS for step in range(_STEPS + 1)] if end != 1 else [1.0]
    for factor in sizes:
        for space in _SPACES:
            if (factor, space) != (1.0, 1.0) and (larger or space <= 1):
                yield factor, space
