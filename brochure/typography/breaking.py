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
    # Widths add up, so each place is measured once, and not once for each pair of places.
    starts_at = [width_between(0, start) for start in starts]
    hyphens = [False, *(candidate.kind is Break.HYPHEN for candidate in candidates)]
    first = 0  # earliest line start still within reach
    last = len(candidates) - 1
    justified = setting == "justified"
    badness = _badness_of_stretch if justified else _badness_of_rag
    for j, candidate in enumerate(candidates):
        cheapest = (float("inf"), -1)
        end_at = width_between(0, candidate.end) + candidate.width
        own = _LINE + _PENALTY[candidate.kind] + candidate.dislike
        hyphen = hyphens[j + 1]
        ends = j == last or candidate.kind is Break.FORCED
        for i in range(first, j + 1):
            width = end_at - starts_at[i]
            slack = measure - width
            space = spaces_between(starts[i], candidate.end) if justified else 0.0
            fits = slack >= -(_SHRINK * space if justified else 0.01)
            if not fits and i < j:
                first = i + 1
                continue
            cost = own + (best[i - 1][0] if i else 0.0)
            if not fits:
                cost += _OVERFULL - slack
            if not ends or setting == "balanced" or slack < 0:
                cost += badness(slack, space if justified else measure)
            if j == last and i and width < _RUNT * measure:
                cost += _SHORT_LAST
            cost += _RUNNING_HYPHENS * (hyphen and hyphens[i])
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


def _badness_of_rag(slack: float, measure: float) -> float:
    """Return how bad an uneven line looks: 0 where it is full, about 100 where a third is empty."""
    return 1000.0 * (slack / measure) ** 2


def _badness_of_stretch(slack: float, space: float) -> float:
    """Return how bad a justified line's spaces look: 100 where they are half as wide again."""
    ratio = slack / (0.5 * space) if space else 10.0
    return min(100.0 * abs(ratio) ** 3, _OVERFULL / 10)
