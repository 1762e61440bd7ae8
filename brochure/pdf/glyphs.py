"""Glyph runs as text-showing operators.

Glyphs are shown by their own advances; what the run's advances differ from those (kerning,
tracking, justification) is written between them, in thousandths of the size (TJ, ISO 32000-1,
9.4.3).

Where text runs to the left, what is read first is shown first, each glyph put at its place: so
who takes a page's text in its own order reads it rightly. The other way that the standard has,
strings in reverse that say so (14.8.2.3.3), is known to no reader of ours. Of PDFium, poppler and
MuPDF the first two read both alike, the last this one better; an ActualText over a whole run makes
all three read it backward.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from brochure.pdf.operators import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.typography import GlyphRun

NOTHING = "\u200b"
"""What a glyph reads as that adds no character: PDF/A wants every glyph to have some text."""


_SMALLEST = 0.0005  # points: half of what `number` writes


Cluster: TypeAlias = "tuple[tuple[int, ...], str]"
"""Glyphs that belong together, and the text that they stand for."""


class Encoded(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A run ready to show: operators with what they stand for (None: what their glyphs say)."""

    stretches: tuple[tuple[str, str | None], ...]
    clusters: tuple[Cluster, ...]


@lru_cache(maxsize=8192)
def encode(run: GlyphRun, misread: frozenset[tuple[int, str]] = frozenset()) -> Encoded:
    """Return `run` as operators, cached: a line set again costs nothing.

    ToUnicode gives one text a glyph, so clusters of several glyphs are spelled out, and those of
    one glyph that is `misread`: (glyph, text) that ToUnicode cannot say, because the document has
    the glyph for another text too.
    """
    groups = [
        (start, end, (tuple(run.glyphs[start:end]), run.texts[start].replace("\0", "")))
        for start, end in _clusters(run)
    ]
    spelled = {
        start: (end, text)
        for start, end, (glyphs, text) in groups
        if len(glyphs) > 1 or (glyphs[0], text) in misread
    }
    return Encoded(show(run, spelled), tuple(dict.fromkeys(group[2] for group in groups)))


def _clusters(run: GlyphRun) -> list[tuple[int, int]]:
    """Return where each cluster starts and ends: a glyph without text belongs to the one before."""
    starts = [i for i, text in enumerate(run.texts) if text or not i]
    return list(zip(starts, [*starts[1:], len(run.texts)], strict=True))


def show(
    run: GlyphRun, spelled: Mapping[int, tuple[int, str]]
) -> tuple[tuple[str, str | None], ...]:
    """Return the operators that show `run` from the current position, in stretches.

    `spelled` gives, by the index of a first glyph, the index after the last and what they read as:
    a stretch of its own, which an ActualText can replace (ISO 32000-1, 14.9.4).
    """
    if run.leftward:
        return _from_the_right(run, spelled)
    if run.offsets is None and not spelled:
        return ((_row(run), None),) if run.glyphs else ()
    stretches: list[tuple[str, str | None]] = []
    line = _Line(run)
    offsets = run.offsets or ((0.0, 0.0),) * len(run.glyphs)
    end, said = -1, None
    for i, (glyph, advance, (dx, dy)) in enumerate(
        zip(run.glyphs, run.advances, offsets, strict=True)
    ):
        if i == end or i in spelled:
            stretches.append((line.taken(), said))
            end, said = spelled.get(i, (-1, None))
        line.lift(dy)
        line.show(glyph, dx, advance)
    if said is not None:
        stretches.append((line.taken(), said))
        said = None
    line.lift(0.0)
    stretches.append((line.taken(), said))
    return tuple((operators, said) for operators, said in stretches if operators)


def _from_the_right(
    run: GlyphRun, spelled: Mapping[int, tuple[int, str]]
) -> tuple[tuple[str, str | None], ...]:
    """Return what `show` does, the cluster that stands last first."""
    stretches: list[tuple[str, str | None]] = []
    line = _Line(run)
    offsets = run.offsets or ((0.0, 0.0),) * len(run.glyphs)
    places = [0.0, *accumulate(run.advances)]
    for start, end in reversed(_clusters(run)):
        _, said = spelled.get(start, (end, None))
        if said is not None:
            stretches.append((line.taken(), None))
        line.move(places[start])
        for i in range(start, end):
            dx, dy = offsets[i]
            line.lift(dy)
            line.show(run.glyphs[i], dx, run.advances[i])
        if said is not None:
            stretches.append((line.taken(), said))
    line.lift(0.0)
    stretches.append((line.taken(), None))
    return tuple((operators, said) for operators, said in stretches if operators)


def _row(run: GlyphRun) -> str:
    """Return the one operator that shows a run whose glyphs all stand on the line and read alone.

    What `_Line` does, at a third of its time: nearly all runs are such.
    """
    unit = run.size / 1000
    scale, own = run.font.scale * unit, run.font.advance
    row: list[str] = ["[<"]
    wanted = shown = 0.0
    for glyph, advance in zip(run.glyphs, run.advances, strict=True):
        gap = round((shown - wanted) / unit)
        if gap:
            row.append(f">{gap}<")
            shown -= gap * unit
        row.append(f"{glyph:04X}")
        shown += own(glyph) * scale
        wanted += advance
    row.append(">]TJ")
    return "".join(row)


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
        self._wanted = self._shown = self._rise = self._start = 0.0

    def move(self, x: float) -> None:
        """Let the next glyph stand `x` points right of where the run starts (Td, 9.4.2)."""
        step = round(x - self._start, 3)
        if step:
            self.operate(f"{number(step)} 0 Td")
        self._start += step
        self._wanted = self._shown = 0.0

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

    def taken(self) -> str:
        """Return the operators since they were last taken."""
        self._end_row()
        operators = "\n".join(self._operators)
        self._operators.clear()
        return operators

    def _end_string(self) -> None:
        if self._codes:
            self._row.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def _end_row(self) -> None:
        self._end_string()
        if self._row:
            self._operators.append(f"[{''.join(self._row)}]TJ")
            self._row.clear()
