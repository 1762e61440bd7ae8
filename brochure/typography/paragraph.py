"""A paragraph: runs of text in, lines of glyphs out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import fsum
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from brochure.richtext import LINE_BREAK
from brochure.typography.breaking import Candidate, total_fit
from brochure.typography.hyphenation import hyphenation_points
from brochure.typography.opportunities import Break, address_opportunities, opportunities
from brochure.typography.shaping import Direction, GlyphRun, Shaped, Voice, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.typography.breaking import Setting


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters in one voice; `source` is an index by which the caller knows them again.

    Those of an `address` are never hyphenated, and lines end in them where they can be read on.
    """

    text: str
    voice: Voice
    source: int
    address: bool = False


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one line: glyphs, their distance from the line's start, and whose they are.

    `hyphen` marks a hyphen that the break put in and the author did not write.
    """

    x: float
    run: GlyphRun
    source: int
    hyphen: bool = False


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: its pieces from left to right and the width of its ink, in points."""

    pieces: tuple[Piece, ...]
    width: float


ENDLESS = 10_000.0  # pt: a measure that breaks no line, in which words are only measured
_LEAST = 0.5  # pt: what is narrower is no letter, but a mark on one; an `i` of 6 pt has 1.4
_TITLES = ("Dr.", "Mr.", "Mrs.", "Ms.", "St.", "No.")
_DISLIKED = 120.0  # a break after a title, between a number and what it counts, off an address's /


class _Galley:
    """The runs of one paragraph laid end to end, with widths by character."""

    def __init__(self, runs: Sequence[Run]) -> None:
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
        return self.edges[end] - self.edges[start]

    def space(self, start: int, end: int) -> float:
        return self.spaces[end] - self.spaces[start]

    def addresses(self) -> list[tuple[int, int]]:
        """Return where each address starts and ends; it may be of several runs."""
        found: list[tuple[int, int]] = []
        for run, start in zip(self.runs, self.starts, strict=True):
            end = start + len(run.text)
            if run.address and found and found[-1][1] == start:
                found[-1] = (found[-1][0], end)
            elif run.address:
                found.append((start, end))
        return found

    def run_at(self, index: int) -> int:
        return bisect_right(self.starts, index) - 1

    def cut(self, start: int, end: int) -> list[tuple[GlyphRun, int]]:
        """Return the glyph runs of characters `start` to `end` with their sources."""
        found = []
        for i in range(self.run_at(start), len(self.runs)):
            base = self.starts[i]
            if base >= end:
                break
            shaped = self.shaped[i]
            low, high = max(start - base, 0), min(end - base, len(shaped.text))
            if low < high:
                found.append((shaped.cut(low, high), self.runs[i].source))
        return found


@lru_cache(maxsize=4096)
def break_paragraph(  # noqa: PLR0913 - each says one thing of the paragraph
    runs: tuple[Run, ...],
    measure: float,
    *,
    setting: Setting = "ragged",
    align: Literal["start", "center", "end"] = "start",
    hyphenate: str | None = None,
    direction: Direction = Direction.LEFT_TO_RIGHT,
) -> tuple[Line, ...]:
    """Set `runs` in lines of at most `measure` points; the same paragraph is set once a process.

    Every character lands on exactly one line; spaces at a line's end are kept, unseen beyond its
    ink, so that search and speech find the words apart. `hyphenate` names the language by whose
    patterns words may be parted. In a right-to-left paragraph lines start at the right edge of the
    measure and runs stand from right to left. In an `ENDLESS` measure only the author's own breaks
    end a line, however long that gets.
    """
    runs = tuple(run for run in runs if run.text)
    if not runs:
        return ()
    galley = _Galley(runs)
    if measure < ENDLESS:
        candidates = _candidates(galley, measure, hyphenate)
    else:
        candidates = _forced(galley.text)
    chosen = total_fit(
        candidates,
        galley.width,
        galley.space if setting == "justified" else _no_space,
        measure,
        setting,
    )
    lines = []
    start = 0
    for i, end in enumerate(chosen):
        full = setting == "justified" and i < len(chosen) - 1 and end.kind is not Break.FORCED
        lines.append(_line(galley, start, end, measure, align, direction, justify=full))
        start = end.next
    return tuple(lines)


def _no_space(_start: int, _end: int) -> float:
    """Return what unjustified text may stretch."""
    return 0.0


def _candidates(galley: _Galley, measure: float, hyphenate: str | None) -> list[Candidate]:
    text = galley.text
    found = [
        Candidate(
            end, after, kind, dislike=_dislike(text, end, after) if kind is Break.SPACE else 0
        )
        for end, after, kind in opportunities(text)
    ]
    if hyphenate:
        for at in hyphenation_points(text, hyphenate):
            voice = galley.runs[galley.run_at(at)].voice
            found.append(Candidate(at, at, Break.HYPHEN, shape("-", voice).edges[-1]))
    if addresses := galley.addresses():
        found = [c for c in found if not _is_within(addresses, c.end)]
        for start, end in addresses:
            places = address_opportunities(text[start:end])
            found += [
                Candidate(at, at, Break.ADDRESS, dislike=0 if text[at - 1] == "/" else _DISLIKED)
                for at in (start + place for place in places)
            ]
    found.append(Candidate(len(text), len(text), Break.SPACE))
    found.sort(key=lambda candidate: (candidate.end, candidate.next))
    return _with_emergency_breaks(galley, _apart(galley, found), measure)


def _apart(galley: _Galley, candidates: list[Candidate]) -> list[Candidate]:
    """Return `candidates` without those that follow another with next to nothing in between.

    So a line has no more of them than `_LEAST` goes into it, whatever unseen signs a text is of.
    """
    found = candidates[:1]
    for candidate in candidates[1:]:
        wide = galley.width(found[-1].next, candidate.end) >= _LEAST
        if wide or candidate.kind is Break.FORCED or found[-1].kind is Break.FORCED:
            found.append(candidate)
        elif candidate is candidates[-1]:  # the end
            found[-1] = candidate
    return found


def _forced(text: str) -> list[Candidate]:
    """Return the author's own breaks, and the end."""
    own = [Candidate(*place) for place in opportunities(text) if place[2] is Break.FORCED]
    return [*own, Candidate(len(text), len(text), Break.SPACE)]


def _is_within(stretches: list[tuple[int, int]], at: int) -> bool:
    """Tell whether `at` parts one of `stretches`, which stand in order."""
    before = bisect_left(stretches, (at,)) - 1
    return before >= 0 and at < stretches[before][1]


def _dislike(text: str, end: int, after: int) -> float:
    """Return what it costs the reader to part the words around this space."""
    word = text[text.rfind(" ", 0, end) + 1 : end]
    if word in _TITLES or (word.isdigit() and text[after].islower()):
        return _DISLIKED
    return 15.0 if len(word) == 1 and word.isalpha() else 0.0


def _with_emergency_breaks(
    galley: _Galley,
    candidates: list[Candidate],
    measure: float,
) -> list[Candidate]:
    """Offer a break before every character of a word that is wider than the measure.

    Marks on a letter, and signs that show nothing, are not parted from it.
    """
    found: list[Candidate] = []
    start = 0
    for candidate in candidates:
        if galley.width(start, candidate.end) > measure:
            last = start
            for at in range(start + 1, candidate.end):
                if min(galley.width(last, at), galley.width(at, at + 1)) >= _LEAST:
                    found.append(Candidate(at, at, Break.EMERGENCY))
                    last = at
        found.append(candidate)
        start = candidate.next
    return found


def _line(  # noqa: PLR0913, PLR0917 - each says one thing of the line
    galley: _Galley,
    start: int,
    end: Candidate,
    measure: float,
    align: Literal["start", "center", "end"],
    direction: Direction,
    *,
    justify: bool,
) -> Line:
    ink = galley.width(start, end.end) + end.width
    parts = [(run, source, False) for run, source in galley.cut(start, end.next)]
    if justify and (space := galley.space(start, end.end)):
        stretch = 1 + (measure - ink) / space
        parts = [(_stretched(run, stretch), source, hyphen) for run, source, hyphen in parts]
        ink = measure
    if end.kind is Break.HYPHEN:
        at = galley.run_at(end.end - 1)
        hyphen = shape("-", galley.runs[at].voice).cut(0, 1)
        parts.append((hyphen, galley.runs[at].source, True))
    free = measure - ink
    x = {"start": 0.0, "center": free / 2, "end": free}[align]
    if direction is Direction.RIGHT_TO_LEFT:
        parts.reverse()
        trailing = fsum(run.width for run, _, _ in parts) - ink
        x = free - x - trailing
    pieces = []
    for run, source, hyphen_added in parts:
        pieces.append(Piece(x, run, source, hyphen_added))
        x += run.width
    return Line(tuple(pieces), ink)


def _stretched(run: GlyphRun, factor: float) -> GlyphRun:
    advances = tuple(
        advance * factor if text == " " else advance
        for advance, text in zip(run.advances, run.texts, strict=True)
    )
    return replace(run, advances=advances)
