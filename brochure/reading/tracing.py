"""From words of a span back to the very characters in the author's file.

A span knows where it begins. Further on, YAML folds lines and writes escapes, and Markdown's signs
are gone. So the file is read again, and the span followed character by character: that is slow, and
done only for what is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from brochure.problems import BrochureError, Source, Where
from brochure.reading import markdown
from brochure.reading.load import load
from brochure.reading.nodes import Mapping, Scalar, Sequence
from brochure.reading.places import Places
from brochure.richtext import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Listed

    from brochure.reading.nodes import Node
    from brochure.richtext import Span

_WHITE = f" \t\n\r{LINE_BREAK}"


class _Read(NamedTuple):
    """A character as Markdown reads it, and which of the file stand for it, on one line."""

    character: str
    line: int
    column: int
    past: int


def traced(spans: Listed[Span], start: int, end: int) -> Where:
    """Return the place of the characters `start` to `end` of the words of `spans`.

    It spans no more than one line of the file, from the first of them that can be seen. Where the
    file does not hold them, it is that of the span they begin in.
    """
    at = 0
    first: _Read | None = None
    where, past = spans[0].where, 0
    for span in spans:
        inside = slice(max(start - at, 0), end - at)
        if start < at + len(span.text) and at < end:
            followed = _followed(span, span.where.source.text)
            if first is None and not followed:
                return span.where
            for read in followed[inside] if followed else ():
                if read.character in _WHITE:
                    continue
                if first is None:
                    first, where = read, span.where
                if read.line == first.line:
                    past = max(past, read.past)
        at += len(span.text)
    if first is None:
        return where
    return Where(where.source, first.line, first.column, max(past - first.column, 1))


@lru_cache(maxsize=64)
def _followed(span: Span, text: str) -> tuple[_Read, ...]:
    """Return where each character of `span` stands; nothing if the file does not hold it.

    `text` is the source's: it tells apart two states of a file, whose spans may be equal.
    """
    scalar = _scalar_at(span.where)
    if scalar is None:
        return ()
    here = span.where.line, span.where.column
    for whole, smart in product((True, False), repeat=2):
        read, places = _stream(scalar, whole, smart, text)
        first = bisect_left(places, here)
        # Words between backticks begin right after their place, which is that of the sign.
        for at in range(first, max(bisect_right(places, here), first + 1)):
            if found := _aligned(span.text, read, at):
                return found
    return ()


def _aligned(text: str, read: tuple[_Read, ...], at: int) -> tuple[_Read, ...]:
    """Return what of `read` gives `text`, from `at` on: white between may have been closed up."""
    found = []
    for character in text:
        while at < len(read) and read[at].character != character and read[at].character in _WHITE:
            at += 1
        if at == len(read) or read[at].character != character:
            return ()
        found.append(read[at])
        at += 1
    return tuple(found)


@lru_cache(maxsize=16)
def _stream(
    scalar: Scalar,
    whole: bool,  # noqa: FBT001 - cached by value
    smart: bool,  # noqa: FBT001 - the same
    _: str,
) -> tuple[tuple[_Read, ...], list[tuple[int, int]]]:
    """Return the characters that Markdown makes of `scalar`, as a text or as one line.

    With the line and the column of each, to look it up by.
    """
    places = Places(scalar)
    found = []
    for character, start, end in markdown.characters(scalar, whole=whole, smart=smart):
        where, last = places.at(start), places.at(end - 1)
        past = (
            last.column + places.written(end - 1) if last.line == where.line else where.column + 1
        )
        found.append(_Read(character, where.line, where.column, past))
    return tuple(found), [(one.line, one.column) for one in found]


def _scalar_at(where: Where) -> Scalar | None:
    """Return the value that stands at a place of the file."""
    scalars = _scalars(where.source.name, where.source.text, where.is_override)
    starts = [(scalar.where.line, scalar.where.column) for scalar in scalars]
    at = bisect_right(starts, (where.line, where.column)) - 1
    return scalars[at] if at >= 0 else None


@lru_cache(maxsize=2)
def _scalars(name: str, text: str, is_override: bool) -> tuple[Scalar, ...]:  # noqa: FBT001 - cached by value
    skipped = text.find("=") + 1 if is_override else 0
    try:
        tree = load(Source(name, text), [], skipped)
    except BrochureError:  # words with a #, which a command line holds as they are
        return ()
    return tuple(sorted(_leaves(tree), key=lambda one: (one.where.line, one.where.column)))


def _leaves(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from _leaves(item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from _leaves(value)
