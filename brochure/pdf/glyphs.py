"""Glyph runs as text-showing operators.

Glyphs are shown by their own advances; what the run's advances differ from those (kerning,
tracking, justification) is written between them, in thousandths of the size (TJ, ISO 32000-1,
9.4.3).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from brochure.pdf.objects import utf16
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.typography import GlyphRun

NOTHING = "\u200b"
"""What a glyph reads as that adds no character: PDF/A wants every glyph to have some text."""


_SMALLEST = 0.0005  # points: half of what `number` writes


class Encoded(msgspec.Struct, frozen=True):
    """A run ready to show: its operators, and the text that each cluster must read as."""

    operators: str
    clusters: tuple[tuple[tuple[int, ...], str], ...]


@lru_cache(maxsize=8192)
def encode(run: GlyphRun) -> Encoded:
    """Return `run` as operators, cached: a word set again costs nothing."""
    groups = _clusters(run)
    unique = dict.fromkeys(
        (tuple(run.glyphs[start:end]), run.texts[start].replace("\0", "")) for start, end in groups
    )
    return Encoded(show(run), tuple(unique))


def encode_read(run: GlyphRun, meanings: Mapping[int, str]) -> str:
    """Return `run` as operators, with a Span round each cluster that `meanings` would misread.

    ISO 32000-1, 14.9.4: ActualText replaces what the glyphs of a marked sequence say.
    """
    spans = {
        start: (end, f"/Span <</ActualText <FEFF{utf16(run.texts[start])}>>> BDC")
        for start, end in _clusters(run)
        if "".join(meanings[glyph] for glyph in run.glyphs[start:end]) != run.texts[start]
    }
    return show(run, spans)


def _clusters(run: GlyphRun) -> list[tuple[int, int]]:
    """Return where each cluster starts and ends: a glyph without text belongs to the one before."""
    starts = [i for i, text in enumerate(run.texts) if text or not i]
    return list(zip(starts, [*starts[1:], len(run.texts)], strict=True))


def show(run: GlyphRun, spans: Mapping[int, tuple[int, str]] | None = None) -> str:
    """Return the operators that show `run` from the current position.

    `spans` gives, by the index of a first glyph, the index after the last and the operator that
    opens the marked sequence.
    """
    spans, end = spans or {}, -1
    line = _Line(run)
    offsets = run.offsets or ((0.0, 0.0),) * len(run.glyphs)
    for i, (glyph, advance, (dx, dy)) in enumerate(
        zip(run.glyphs, run.advances, offsets, strict=True)
    ):
        if i == end:
            line.operate("EMC")
        line.lift(dy)
        if i in spans:
            end, opening = spans[i]
            line.operate(opening)
        line.show(glyph, dx, advance)
    if end == len(run.glyphs):
        line.operate("EMC")
    line.lift(0.0)
    return line.finish()


class _Line:
    """Gathers what one run shows, and where the pen should be and where the viewer has it.

    Both positions are exact, so that the rounding of adjustments never adds up.
    """

    def __init__(self, run: GlyphRun) -> None:
        self._font = run.font
        self._unit = run.size / 1000
        self._operators: list[str] = []
        self._row: list[str] = []  # the operands of the TJ being gathered
        self._codes: list[str] = []  # the string being gathered in it
        self._wanted = self._shown = self._rise = 0.0

    def show(self, glyph: int, dx: float, advance: float) -> None:
        """Show `glyph`, moved right by `dx` points, and let the next one start at `advance`."""
        gap = round((self._shown - self._wanted - dx) / self._unit)
        if gap:
            self._end_string()
            self._row.append(str(gap))
            self._shown -= gap * self._unit
        self._codes.append(f"{glyph:04X}")
        self._shown += self._font.advance(glyph) * self._font.scale * self._unit
        self._wanted += advance

    def lift(self, rise: float) -> None:
        """Raise the glyphs that follow by `rise` points (Ts, 9.3.7)."""
        if abs(rise - self._rise) > _SMALLEST:
            self.operate(f"{number(rise)} Ts")
            self._rise = rise

    def operate(self, operator: str) -> None:
        """Put an operator after the glyphs so far."""
        self._end_row()
        self._operators.append(operator)

    def finish(self) -> str:
        """Return all operators."""
        self._end_row()
        return "\n".join(self._operators)

    def _end_string(self) -> None:
        if self._codes:
            self._row.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def _end_row(self) -> None:
        self._end_string()
        if self._row:
            self._operators.append(f"[{''.join(self._row)}]TJ")
            self._row.clear()
