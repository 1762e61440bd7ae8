"""From words of the copy, or a key of a block, to the very place in the author's file."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from brochure.problems import Where
from brochure.reading.tracing import traced

if TYPE_CHECKING:
    from brochure.blocks import Block
    from brochure.problems import Source
    from brochure.richtext import Inline


def spotted(inline: Inline, start: int, end: int) -> Where:
    """Return the place of the characters `start` to `end` of `inline.plain`.

    A place spans no more than one line of the file.
    """
    return traced(inline.spans, start, end) if inline.spans else inline.where


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
