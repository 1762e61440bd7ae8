"""A paragraph: runs of text in, lines of glyphs out."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from brochure.typography.bidi import visual_order, white_from
from brochure.typography.breaking import Candidate, total_fit
from brochure.typography.direction import Direction
from brochure.typography.galley import Cut, Galley, Run, addresses
from brochure.typography.hyphenation import hyphenation_points
from brochure.typography.opportunities import Break, address_opportunities, opportunities
from brochure.typography.shaping import GlyphRun, shape

if TYPE_CHECKING:
    from brochure.typography.breaking import Setting


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one line: glyphs, their distance from the line's start, and whose they are.

    `hyphen` marks a hyphen that the break put in and the author did not write.
    """

    x: float
    run: GlyphRun
    source: int
    hyphen: bool = False


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: its pieces in reading order, and the width of its ink in points.

    In a line with words that run to the left a piece may stand left of the one before it.
    """

    pieces: tuple[Piece, ...]
    width: float


ENDLESS = 10_000.0  # pt: a measure that breaks no line, in which words are only measured
_LEAST = 0.5  # pt: what is narrower is no letter, but a mark on one; an `i` of 6 pt has 1.4
_TITLES = ("Dr.", "Mr.", "Mrs.", "Ms.", "St.", "No.")
_DISLIKED = 120.0  # a break after a title, between a number and what it counts, off an address's /


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
    measure. Which way the characters of either run is told by themselves, not by their voices. In
    an `ENDLESS` measure only the author's own breaks end a line, however long that gets.
    """
    runs = tuple(run for run in runs if run.text)
    if not runs:
        return ()
    galley = Galley(runs, direction)
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
        lines.append(_line(galley, start, end, measure, align, justify=full))
        start = end.next
    return tuple(lines)


def _no_space(_start: int, _end: int) -> float:
    """Return what unjustified text may stretch."""
    return 0.0


def _candidates(galley: Galley, measure: float, hyphenate: str | None) -> list[Candidate]:
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
    if stretches := addresses(galley.runs):
        found = [c for c in found if not _is_within(stretches, c.end)]
        for start, end in stretches:
            places = address_opportunities(text[start:end])
            found += [
                Candidate(at, at, Break.ADDRESS, dislike=0 if text[at - 1] == "/" else _DISLIKED)
                for at in (start + place for place in places)
            ]
    found.append(Candidate(len(text), len(text), Break.SPACE))
    found.sort(key=lambda candidate: (candidate.end, candidate.next))
    return _with_emergency_breaks(galley, _apart(galley, found), measure)


def _apart(galley: Galley, candidates: list[Candidate]) -> list[Candidate]:
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
    galley: Galley,
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


def _line(  # noqa: PLR0913 - each says one thing of the line
    galley: Galley,
    start: int,
    end: Candidate,
    measure: float,
    align: Literal["start", "center", "end"],
    *,
    justify: bool,
) -> Line:
    ink = galley.width(start, end.end) + end.width
    # White at its end stands where the line's end is, whatever stands before it (L1).
    white = white_from(galley.text, start, end.next) if galley.levels else end.next
    parts = galley.cut(start, white)
    if end.kind is Break.HYPHEN:
        at = galley.run_at(end.end - 1)
        hyphen = shape("-", galley.runs[at].voice).cut(0, 1)
        level = galley.levels[at] if galley.levels else 0
        parts.append(Cut(hyphen, galley.runs[at].source, level, hyphen=True))
    if white < end.next:
        parts += (replace(part, level=galley.base) for part in galley.cut(white, end.next))
    if justify and (space := galley.space(start, end.end)):
        stretch = 1 + (measure - ink) / space
        parts = [replace(part, run=_stretched(part.run, stretch)) for part in parts]
        ink = measure
    free = measure - ink
    x = {"start": 0.0, "center": free / 2, "end": free}[align]
    if galley.base:
        trailing = fsum(part.run.width for part in parts) - ink
        x = free - x - trailing
    order = visual_order([part.level for part in parts]) if galley.levels else range(len(parts))
    places = [0.0] * len(parts)
    for i in order:
        places[i] = x
        x += parts[i].run.width
    pieces = (
        Piece(at, part.run, part.source, part.hyphen)
        for at, part in zip(places, parts, strict=True)
    )
    return Line(tuple(pieces), ink)


def _stretched(run: GlyphRun, factor: float) -> GlyphRun:
    advances = tuple(
        advance * factor if text == " " else advance
        for advance, text in zip(run.advances, run.texts, strict=True)
    )
    return replace(run, advances=advances)
