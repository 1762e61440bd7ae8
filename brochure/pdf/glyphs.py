"""Glyph runs as text-showing operators.

Glyphs are shown by their own advances; what the run's advances differ from those (kerning,
tracking, justification) is written between them, in thousandths of the size (TJ, ISO 32000-1,
9.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from brochure.pdf.objects import utf16
from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.typography import GlyphRun

NOTHING = "\u200b"
"""What a glyph reads as that adds no character: PDF/A wants every glyph to have some text."""


@dataclass(frozen=True, slots=True)
class Encoded:
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
    opens the marked sequence. The exact position is carried along, so that rounding never adds up.
    """
    pending: list[str] = []  # finished operators
    row: list[str] = []  # the operands of the TJ being gathered
    glyphs: list[str] = []  # the string being gathered in it
    font, per_thousand = run.font, run.size / 1000
    wanted = shown = 0.0  # where the pen should be and where the viewer has it, in points
    rise, close = 0.0, -1

    def finish() -> None:
        if glyphs:
            row.append(f"<{''.join(glyphs)}>")
            glyphs.clear()
        if row:
            pending.append(f"[{''.join(row)}]TJ")
            row.clear()

    for i, glyph in enumerate(run.glyphs):
        dx, dy = run.offsets[i] if run.offsets else (0.0, 0.0)
        if i == close:
            finish()
            pending.append("EMC")
        if abs(dy - rise) > 0.0005:  # noqa: PLR2004 - half of what a number can say
            finish()
            pending.append(f"{number(dy)} Ts")
            rise = dy
        if spans and i in spans:
            finish()
            close, opening = spans[i]
            pending.append(opening)
        gap = round((shown - wanted - dx) / per_thousand)
        if gap:
            if glyphs:
                row.append(f"<{''.join(glyphs)}>")
                glyphs.clear()
            row.append(str(gap))
            shown -= gap * per_thousand
        glyphs.append(f"{glyph:04X}")
        shown += font.advance(glyph) * font.scale * per_thousand
        wanted += run.advances[i]
    finish()
    if close == len(run.glyphs):
        pending.append("EMC")
    if rise:
        pending.append("0 Ts")
    return "\n".join(pending)
