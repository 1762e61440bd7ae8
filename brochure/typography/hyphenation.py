"""Hyphenation by pyphen's patterns, loaded only for languages that ask for it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

_WORD = re.compile(r"[^\W\d_]{6,}")  # shorter words are not worth a hyphen
_LEAST_BEFORE, _LEAST_AFTER = 2, 3  # letters kept on each side (Chicago Manual of Style 2.112)


def hyphenation_points(text: str, language: str) -> list[int]:
    """Return the indexes before which a hyphen may be put; none in a language without patterns."""
    patterns = _patterns(language)
    if patterns is None:
        return []
    return [
        word.start() + at
        for word in _WORD.finditer(text)
        for at in _points(patterns, word.group())
        if _LEAST_BEFORE <= at <= len(word.group()) - _LEAST_AFTER
    ]


@lru_cache(maxsize=8192)
def _points(patterns: pyphen.Pyphen, word: str) -> tuple[int, ...]:
    return tuple(patterns.positions(word))


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    import pyphen  # noqa: PLC0415 - 40 ms that only hyphenated text pays

    name = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name) if name else None
