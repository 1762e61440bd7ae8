"""The rules of the Unicode Bidirectional Algorithm, called by their names in UAX #9.

They give all levels of Unicode's conformance tests, 91 707 lines of BidiCharacterTest.txt and
770 241 of BidiTest.txt (version 15).
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category, mirrored, normalize

import msgspec

from brochure.typography.bidi_explicit import EMBEDDINGS, ISOLATES, ends_of, explicit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_BRACKETS = 63  # open at one time (BD16)
_REMOVED = frozenset({*EMBEDDINGS, "PDF", "BN"})  # by X9
_BETWEEN = frozenset({("ES", "EN"), ("CS", "EN"), ("CS", "AN")})  # what two numbers may hold (W4)
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES
_WHITE = frozenset({"WS", "PDI"}) | ISOLATES | _REMOVED


def is_white(character: str) -> bool:
    """Tell whether `character` stands as the paragraph does at a line's end (L1)."""
    return bidirectional(character) in _WHITE


def resolve(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph whose own level is `base`, 0 or 1."""
    # A character that this Python's Unicode does not know has no class, and no font a glyph for it.
    classes = [bidirectional(character) or "L" for character in text]
    ends = ends_of(classes)
    levels, kinds = explicit(classes, ends, base)
    for sequence in _sequences(classes, levels, ends, base):
        found = [kinds[at] for at in sequence.places]
        _marks(found, sequence)
        _numbers(found, sequence)
        _brackets(found, sequence, text, classes)
        _neutral(found, sequence)
        for at, kind in zip(sequence.places, found, strict=True):
            # I1 and I2: what runs against its level is one level up, numbers at the next even one.
            odd = levels[at] % 2
            levels[at] += (kind != "R") if odd else {"L": 0, "R": 1}.get(kind, 2)
    _reset(classes, levels, base)
    return levels


class _Sequence(msgspec.Struct, frozen=True):
    """An isolating run sequence (BD13): the places of its characters, and what stands beside it.

    `before` and `after` are its sos and eos, `own` the direction of its level: `L` or `R`.
    """

    places: list[int]
    own: str
    before: str
    after: str


def _sequences(
    classes: Sequence[str], levels: Sequence[int], ends: Mapping[int, int], base: int
) -> list[_Sequence]:
    """Return the isolating run sequences of a paragraph (BD7, BD13, X10)."""
    left = [at for at, kind in enumerate(classes) if kind not in _REMOVED]
    runs = [list(run) for _, run in groupby(left, levels.__getitem__)]
    starting = {run[0]: run for run in runs}
    previous_of = dict(pairwise((-1, *left)[::-1]))
    next_of = dict(pairwise((*left, -1)))
    goes_on = {*ends.values()}
    found = []
    for run in runs:
        if run[0] in goes_on:
            continue  # part of the sequence in which its isolate starts
        places = list(run)
        while places[-1] in ends:
            places += starting[ends[places[-1]]]
        previous, following = previous_of[places[0]], next_of[places[-1]]
        if classes[places[-1]] in ISOLATES:
            following = -1
        level = levels[places[0]]
        before, after = (
            "LR"[max(level, levels[at] if at >= 0 else base) % 2] for at in (previous, following)
        )
        found.append(_Sequence(places, "LR"[level % 2], before, after))
    return found


def _marks(kinds: list[str], sequence: _Sequence) -> None:
    """Give marks the class of what they stand on, digits that of the letters before (W1 to W3)."""
    last = strong = sequence.before
    for i, kind in enumerate(kinds):
        if kind != "NSM":
            last = kind
        elif last in ISOLATES or last == "PDI":
            last = "ON"
        if last in {"L", "R", "AL"}:
            strong = last
        kinds[i] = "AN" if last == "EN" and strong == "AL" else last
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _numbers(kinds: list[str], sequence: _Sequence) -> None:
    """Join numbers with what is written in and at them; the rest is punctuation (W4 to W7)."""
    for i in range(1, len(kinds) - 1):
        before, kind, after = kinds[i - 1 : i + 2]
        if before == after and (kind, before) in _BETWEEN:
            kinds[i] = before
    i = 0
    for kind, together in groupby(list(kinds)):
        end = i + len(list(together))
        if kind == "ET" and "EN" in (*kinds[max(i - 1, 0) : i], *kinds[end : end + 1]):
            kinds[i:end] = ["EN"] * (end - i)
        i = end
    strong = sequence.before
    for i, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS"}:
            kinds[i] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
        elif kind in {"L", "R"}:
            strong = kind


def _brackets(kinds: list[str], sequence: _Sequence, text: str, classes: Sequence[str]) -> None:
    """Give both brackets of a pair one direction: that of what they hold, or stand in (N0)."""
    places = sequence.places
    for start, end in _pairs(kinds, places, text):
        held = {_strong(kind) for kind in kinds[start + 1 : end]}
        if sequence.own in held:
            direction = sequence.own
        elif held & {"L", "R"}:
            context = (_strong(kind) for kind in reversed(kinds[:start]))
            direction = next((kind for kind in context if kind in {"L", "R"}), sequence.before)
        else:
            continue
        for at in (start, end):
            kinds[at] = direction
            for i in range(at + 1, len(kinds)):  # marks on a bracket go with it
                if classes[places[i]] != "NSM":
                    break
                kinds[i] = direction


def _pairs(kinds: Sequence[str], places: Sequence[int], text: str) -> list[tuple[int, int]]:
    """Return the pairs of brackets of a sequence, as they open (BD16)."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    closing = _closing()
    for i, at in enumerate(places):
        if kinds[i] != "ON":
            continue
        character = normalize("NFC", text[at])
        if character in closing:
            if len(stack) == _MOST_BRACKETS:
                return []
            stack.append((closing[character], i))
        else:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == character:
                    found.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(found)


@cache
def _closing() -> dict[str, str]:
    """Return the bracket that closes each that opens (Bidi_Paired_Bracket, UAX #9, 4.2).

    They stand beside one another in Unicode, or with one between, but for two pairs.
    """
    found = {"\u298d": "\u2990", "\u298f": "\u298e"}
    for code in (*range(0x28, 0x7C), *range(0xF3A, 0x3020), *range(0xFE59, 0xFF63)):
        opening = chr(code)
        if category(opening) == "Ps" and mirrored(opening) and opening not in found:
            pair = (chr(code + 1), chr(code + 2))
            found[opening] = next(o for o in pair if category(o) == "Pe" and mirrored(o))
    return {normalize("NFC", one): normalize("NFC", other) for one, other in found.items()}


def _strong(kind: str) -> str:
    """Return how `kind` counts for what is beside it: numbers as if they ran to the left."""
    return "R" if kind in {"EN", "AN"} else kind


def _neutral(kinds: list[str], sequence: _Sequence) -> None:
    """Give white and punctuation the direction that is on both sides, or their level's (N1, N2)."""
    before = sequence.before
    i = 0
    for neutral, together in groupby(list(kinds), _NEUTRAL.__contains__):
        part = list(together)
        end = i + len(part)
        if neutral:
            after = _strong(kinds[end]) if end < len(kinds) else sequence.after
            kinds[i:end] = [before if before == after else sequence.own] * len(part)
        else:
            before = _strong(part[-1])
        i = end


def _reset(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Give what X9 left out the level before it (5.2), separators the paragraph's (L1)."""
    white = 0  # where the white before this character starts
    for at, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[at] = levels[at - 1] if at else base
        if kind in {"S", "B"}:
            levels[white : at + 1] = [base] * (at + 1 - white)
        if kind not in _WHITE:
            white = at + 1
