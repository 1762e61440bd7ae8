"""A paragraph's runs shaped and laid end to end, from which its lines are cut."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.richtext import LINE_BREAK
from brochure.typography import bidi
from brochure.typography.direction import Direction
from brochure.typography.shaping import GlyphRun, Shaped, Voice, shape

if TYPE_CHECKING:
    from collections.abc import Sequence


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters in one voice; `source` is an index by which the caller knows them again.

    Those of an `address` are never hyphenated, and lines end in them where they can be read on.
    """

    text: str
    voice: Voice
    source: int
    address: bool = False


class Cut(msgspec.Struct, frozen=True, gc=False):
    """Glyphs cut from a galley, and how they stand: `source` is their run's, `level` their own."""

    run: GlyphRun
    source: int
    level: int = 0
    hyphen: bool = False


class Galley:
    """The runs of one paragraph laid end to end, with widths by character.

    In a paragraph that runs to the left, or where some of its characters do, they are parted by
    their `levels`, one a run; else `levels` is empty.
    """

    def __init__(self, runs: Sequence[Run], direction: Direction) -> None:
        self.base = int(direction is Direction.RIGHT_TO_LEFT)
        self.levels: list[int] = []
        if self.base or any(bidi.has_leftward(run.text) for run in runs):
            runs, self.levels = _by_level(runs, self.base)
        self.runs = runs
        self.shaped: list[Shaped] = [
            shape(run.text.replace(LINE_BREAK, " "), run.voice) for run in runs
        ]
        self.starts: list[int] = []
        self.edges: list[float] = [0.0]
        at = 0
        for shaped in self.shaped:
            self.starts.append(at)
            at += len(shaped.text)
            base = self.edges[-1]
            self.edges += [base + edge for edge in shaped.edges[1:]]
        self.text = "".join(run.text for run in runs)

    @cached_property
    def spaces(self) -> list[float]:
        """How much of the width up to each character is breaking space; justified text asks."""
        widths = (b - a for a, b in pairwise(self.edges))
        blanks = (w if c == " " else 0.0 for c, w in zip(self.text, widths, strict=True))
        return [0.0, *accumulate(blanks)]

    def width(self, start: int, end: int) -> float:
        """Return how wide characters `start` to `end` are, in points."""
        return self.edges[end] - self.edges[start]

    def space(self, start: int, end: int) -> float:
        """Return how much of that width is breaking space."""
        return self.spaces[end] - self.spaces[start]

    def run_at(self, index: int) -> int:
        """Return the number of the run that character `index` is of."""
        return bisect_right(self.starts, index) - 1

    def cut(self, start: int, end: int) -> list[Cut]:
        """Return the glyphs of characters `start` to `end`, in reading order."""
        found = []
        for i in range(self.run_at(start), len(self.runs)):
            base = self.starts[i]
            if base >= end:
                break
            shaped = self.shaped[i]
            low, high = max(start - base, 0), min(end - base, len(shaped.text))
            if low < high:
                level = self.levels[i] if self.levels else 0
                found.append(Cut(shaped.cut(low, high), self.runs[i].source, level))
        return found


def addresses(runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Return where each address in `runs` starts and ends; it may be of several of them."""
    found: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.address and found and found[-1][1] == at:
            found[-1] = (found[-1][0], end)
        elif run.address:
            found.append((at, end))
        at = end
    return found


def _by_level(runs: Sequence[Run], base: int) -> tuple[list[Run], list[int]]:
    """Return `runs` parted where the level of their characters changes, and the parts' levels."""
    text = "".join(run.text for run in runs)
    isolated = addresses(runs)
    isolated += [
        (start, end)
        for start, end in bidi.telephones(text)
        if all(end <= a or b <= start for a, b in isolated)
    ]
    found = bidi.levels(text, base, isolated)
    parts: list[Run] = []
    levels: list[int] = []
    at = 0
    for run in runs:
        first = at
        for level, together in groupby(found[at : at + len(run.text)]):
            end = at + len(list(together))
            direction = Direction.RIGHT_TO_LEFT if level % 2 else Direction.LEFT_TO_RIGHT
            voice = replace(run.voice, direction=direction)
            parts.append(replace(run, text=run.text[at - first : end - first], voice=voice))
            levels.append(level)
            at = end
    return parts, levels
