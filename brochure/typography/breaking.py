"""Total-fit line breaking: of all ways to break a paragraph, the one that looks best as a whole.

After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with dynamic programming over the
break opportunities. Ragged text minimizes the unevenness of its right edge; justified text the
stretch of its spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from brochure.typography.opportunities import Break

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Candidate(msgspec.Struct, frozen=True):
    """A place where a line may end: `end` of its ink, `next` line's start, and what kind it is.

    `width` is what the break adds to the line (a hyphen's width, else 0); `dislike` an extra cost
    in demerits, such as for parting a title from a name.
    """

    end: int
    next: int
    kind: Break
    width: float = 0.0
    dislike: float = 0.0


Setting = Literal["ragged", "balanced", "justified"]

_PENALTY = {
    Break.SPACE: 0.0,
    Break.JOINT: 20.0,
    Break.HYPHEN: 60.0,
    Break.ADDRESS: 500.0,  # more than a line: one that fits a line is not parted to save one
    Break.EMERGENCY: 5000.0,
    Break.FORCED: 0.0,
}
_LINE = 400.0  # a further line costs more than a ragged one, so that no line is added for evenness
_RUNNING_HYPHENS = 3000.0
_SHORT_LAST = 500.0  # a last line of one short word (a runt)
_RUNT = 0.18  # share of the measure under which a last line is a runt
_OVERFULL = 1e7
_SHRINK = 0.15  # share of a space's width that justified text may take away


def total_fit(
    candidates: Sequence[Candidate],
    width_between: Callable[[int, int], float],
    spaces_between: Callable[[int, int], float],
    measure: float,
    setting: Setting = "ragged",
) -> list[Candidate]:
    """Return the chosen ends of lines, the last candidate (the paragraph's end) included.

    `width_between(i, j)` gives the width in points of characters i to j, `spaces_between` how much
    of it is breaking space. A word wider than `measure` makes an overfull line where no emergency
    break was offered.
    """
    best: list[tuple[float, int]] = []  # cost up to each candidate, and the candidate before it
    starts = [0, *(candidate.next for candidate in candidates)]
    first = 0  # earliest line start still within reach
    last = len(candidates) - 1
    for j, candidate in enumerate(candidates):
        cheapest = (float("inf"), -1)
        for i in range(first, j + 1):
            start = starts[i]
            before = best[i - 1][0] if i else 0.0
            width = width_between(start, candidate.end) + candidate.width
            space = spaces_between(start, candidate.end)
            slack = measure - width
            fits = slack >= -(_SHRINK * space if setting == "justified" else 0.01)
            if not fits and i < j:
                first = i + 1
                continue
            cost = before + _LINE + _PENALTY[candidate.kind] + candidate.dislike
            if not fits:
                cost += _OVERFULL - slack
            cost += _demerits(
                slack, space, measure, setting, ends=j == last or candidate.kind is Break.FORCED
            )
            if j == last and i and width < _RUNT * measure:
                cost += _SHORT_LAST
            if i and candidate.kind is Break.HYPHEN and candidates[i - 1].kind is Break.HYPHEN:
                cost += _RUNNING_HYPHENS
            if cost <= cheapest[0]:
                cheapest = (cost, i - 1)
        best.append(cheapest)
        if candidate.kind is Break.FORCED:
            first = j + 1
    chosen: list[Candidate] = []
    at = last
    while at >= 0:
        chosen.append(candidates[at])
        at = best[at][1]
    return chosen[::-1]


def _demerits(slack: float, space: float, measure: float, setting: Setting, *, ends: bool) -> float:
    """Return how bad a line looks: 0 where it is full, about 100 where a third is empty."""
    if setting == "justified":
        if ends and slack >= 0:
            return 0.0
        ratio = slack / (0.5 * space) if space else 10.0
        return min(100.0 * abs(ratio) ** 3, _OVERFULL / 10)
    if ends and setting == "ragged":
        return 0.0
    return 1000.0 * (slack / measure) ** 2
