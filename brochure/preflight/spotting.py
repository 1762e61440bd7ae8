"""From words of the copy, or a key of a block, to the very place in the author's file.

A span knows where it begins. Further on, lines are folded and Markdown's signs are gone, so its
words are looked for one after the other, once for all that is told of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from brochure.problems import Where

if TYPE_CHECKING:
    from brochure.blocks import Block
    from brochure.problems import Source
    from brochure.richtext import Inline, Span

_WORD = re.compile(r"[^\W_]+")
_MOST = 64  # texts whose spans are kept
_known: dict[int, tuple[Inline, list[int]]] = {}
_FURTHEST = 300  # characters between two words of a span: an address in Markdown, a comment


def spotted(inline: Inline, start: int, end: int) -> Where:
    """Return the place of the characters `start` to `end` of `inline.plain`.

    A place spans no more than one line of the file. Where the file writes words otherwise than
    they are (escapes), it is that of the span they are in.
    """
    ends = _ends(inline)
    index = bisect_right(ends, start)
    if index == len(ends):
        return inline.where
    span = inline.spans[index]
    at = ends[index] - len(span.text)
    return _within(span, start - at, end - at)


def _ends(inline: Inline) -> list[int]:
    """Return where the spans of `inline` end, worked out once for all that is told of it."""
    known = _known.get(id(inline))
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        ends = [*accumulate(len(span.text) for span in inline.spans)]
        known = _known[id(inline)] = (inline, ends)  # kept, so that its id stays its own
    return known[1]


def _within(span: Span, start: int, end: int) -> Where:
    source = span.where.source
    ends, shifts = _walked(source.text, _offset(span.where), span.text)
    index = bisect_right(ends, start)
    if index == len(ends):
        return span.where
    return _place(source, max(shifts[index] + start, 0), end - start)


@lru_cache(maxsize=64)
def _walked(file: str, position: int, words: str) -> tuple[list[int], list[int]]:
    """Return where each word of `words` ends, and by how much further on it stands in `file`.

    They are looked for from `position` on, up to the first that the file writes otherwise.
    """
    ends: list[int] = []
    shifts: list[int] = []
    for word in _WORD.finditer(words):
        found = file.find(word[0], position, position + _FURTHEST + len(word[0]))
        if found < 0:
            break
        ends.append(word.end())
        shifts.append(found - word.start())
        position = found + len(word[0])
    return ends, shifts


def key_place(block: Block, key: str) -> Where:
    """Return the place of what the author wrote under `key` of `block`, to the line's end.

    It is the key's own where the value stands on the lines below; the block's where there is none.
    """
    source = block.where.source
    found = re.compile(rf"\b{key}:[ \t]*(?:([|>])\S*)?").search(source.text, _offset(block.where))
    if not found:
        return block.where
    at = found.start() if found[1] else found.end()
    rest = re.match(r"[^\n},]*", source.text[at:])
    return _place(source, at, max(len(rest[0].rstrip()) if rest else 1, 1))


def _offset(where: Where) -> int:
    """Return how many characters of the file come before a place."""
    return _lines(where.source.text)[where.line - 1] + where.column - 1


@lru_cache(maxsize=8)
def _lines(text: str) -> list[int]:
    """Return where each line of a file begins."""
    return [*accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)]


def _place(source: Source, offset: int, length: int) -> Where:
    starts = _lines(source.text)
    line = bisect_right(starts, offset)
    column = offset - starts[line - 1] + 1
    rest = len(source.line(line)) - column + 1
    return Where(source, line, column, max(min(length, rest), 1))
