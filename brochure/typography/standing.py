"""Standing type: paragraphs that an earlier build set, kept on disk for the next one.

What printers call type that is left standing for a reprint. Setting the brochure's 70 paragraphs
takes 7 ms, taking them from the shelf 1. One entry of the cache holds all of a file's paragraphs,
each by a hash of everything that decides its lines; those that no longer occur are dropped.

A process looks at the disk for its first build of a file and puts back what that used. Later builds
find what they set before in memory (`break_paragraph`, `layout.composing`).
"""

from __future__ import annotations

import marshal
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from brochure.cache import changed
from brochure.typography.paragraph import Line, Piece, break_paragraph
from brochure.typography.shaping import GlyphRun

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.typography.breaking import Setting
    from brochure.typography.direction import Direction
    from brochure.typography.galley import Run

_Plain: TypeAlias = "list[tuple[float, list[tuple[Any, ...]]]]"
"""Lines as `marshal` keeps them: width, and pieces with their font as an index."""


_opened: set[tuple[Cache | None, str]] = set()


class StandingType:
    """The paragraphs of one file (`name`), taken from `cache` and put back there by `close`."""

    def __init__(self, cache: Cache | None, name: str) -> None:
        first = cache is not None and (cache, name) not in _opened
        self._cache = cache if first else None
        self._entry = cache.key("standing", name, _program()) if cache and first else ""
        _opened.add((cache, name))
        kept = cache.get(self._entry) if cache and first else None
        self._kept: dict[bytes, _Plain] = marshal.loads(kept) if kept else {}  # noqa: S302 - checked bytes of our own folder
        self._used: dict[bytes, _Plain] = {}

    def lines(
        self,
        runs: tuple[Run, ...],
        measure: float,
        *,
        setting: Setting,
        hyphenate: str | None,
        direction: Direction,
    ) -> tuple[Line, ...]:
        """Return what `break_paragraph` does, from the shelf where it stands there."""
        if self._cache is None:
            return break_paragraph(
                runs, measure, setting=setting, hyphenate=hyphenate, direction=direction
            )
        key = _key(runs, measure, setting, hyphenate, direction)
        found = self._kept.get(key)
        if found is None:
            lines = break_paragraph(
                runs, measure, setting=setting, hyphenate=hyphenate, direction=direction
            )
            self._used[key] = _plain(lines, runs)
            return lines
        self._used[key] = found
        return _restored(found, runs)

    def close(self) -> None:
        """Keep what was used, if it differs from what was there."""
        if self._cache and self._used.keys() != self._kept.keys():
            self._cache.put(self._entry, marshal.dumps(self._used))


def _key(
    runs: tuple[Run, ...],
    measure: float,
    setting: Setting,
    hyphenate: str | None,
    direction: Direction,
) -> bytes:
    """Return a hash of all that decides the lines."""
    said: list[tuple[object, ...]] = [(measure, setting, hyphenate, direction.value)]
    said += [
        (
            run.text,
            run.source,
            run.address,
            (voice := run.voice).font.key,
            voice.font.stamp,
            voice.size,
            voice.tracking,
            voice.features,
            voice.language,
            voice.direction.value,
        )
        for run in runs
    ]
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(lines: tuple[Line, ...], runs: tuple[Run, ...]) -> _Plain:
    fonts = list(dict.fromkeys(run.voice.font for run in runs))
    return [
        (
            line.width,
            [
                (
                    piece.x,
                    fonts.index(piece.run.font),
                    piece.run.size,
                    piece.run.glyphs,
                    piece.run.advances,
                    piece.run.texts,
                    piece.run.offsets,
                    piece.run.leftward,
                    piece.source,
                    piece.hyphen,
                )
                for piece in line.pieces
            ],
        )
        for line in lines
    ]


def _restored(plain: _Plain, runs: tuple[Run, ...]) -> tuple[Line, ...]:
    fonts = list(dict.fromkeys(run.voice.font for run in runs))
    return tuple(
        Line(
            tuple(
                Piece(x, GlyphRun(fonts[font], *glyphs), source, dash)
                for x, font, *glyphs, source, dash in pieces
            ),
            width,
        )
        for width, pieces in plain
    )


@cache
def _program() -> int:
    """Return when the code that sets type was last changed: a change must set everything anew."""
    return changed(Path(__file__).parent)
