"""Characters to glyphs: kerning, ligatures and features by HarfBuzz, a whole run at a time.

A paragraph's run is shaped once; lines are cut from it where HarfBuzz says that a cut changes
nothing, and shaped anew only where it does. That keeps kerning with the spaces and costs a tenth
of shaping word by word (engine notes: 0.3 ms against 3 ms for 660 words).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from math import fsum
from operator import neg
from typing import TYPE_CHECKING

import msgspec

from brochure.typography.direction import Direction

if TYPE_CHECKING:
    import uharfbuzz as hb

    from brochure.typography.fonts import Font


class GlyphRun(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one font at one size, in visual order.

    `advances` and `offsets` are in points, kerning and tracking included; `texts` gives each
    glyph the characters it stands for, all of a cluster's at its first glyph and "" at the others.
    In a run that is `leftward` what is read first stands last.
    """

    font: Font
    size: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    offsets: tuple[tuple[float, float], ...] | None = None
    leftward: bool = False

    @property
    def width(self) -> float:
        """The distance from the run's start to where the next run would start, in points.

        Exact, and so the same in every Python: `sum` of floats rounds otherwise since 3.12.
        """
        return fsum(self.advances)

    @property
    def text(self) -> str:
        """The characters of the run, in reading order."""
        return "".join(reversed(self.texts) if self.leftward else self.texts)


class Voice(msgspec.Struct, frozen=True, gc=False):
    """How characters become glyphs: a font at a size (pt), and what is asked of it.

    `tracking` is in thousandths of an em after each glyph; `features` are OpenType tags.
    """

    font: Font
    size: float
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    language: str = "en"
    direction: Direction = Direction.LEFT_TO_RIGHT


class Shaped(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A shaped text: glyphs in visual order, and the width up to each character.

    `texts` are those of a `GlyphRun`. `edges[i]` is the distance in points from the start to
    character `i`, so that the width of characters i to j is `edges[j] - edges[i]`. `infos` is what
    HarfBuzz tells of each glyph.
    """

    text: str
    voice: Voice
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    texts: tuple[str, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...] | None
    edges: tuple[float, ...]
    infos: tuple[hb.GlyphInfo, ...]

    def is_safe(self, index: int) -> bool:
        """Tell whether the text may be cut before character `index` without changing a glyph."""
        if index in {0, len(self.text)}:
            return True
        at = self._between(index, len(self.text))
        first = at.start if self.clusters[0] <= self.clusters[-1] else at.stop - 1
        if not 0 <= first < len(self.clusters) or self.clusters[first] != index:
            return False
        import uharfbuzz as hb  # noqa: PLC0415 - 10 ms that a build of standing type does without

        # Asked where a line is cut only: HarfBuzz's flags take 0.3 µs a glyph to read.
        return not self.infos[first].flags & hb.GlyphFlags.UNSAFE_TO_BREAK

    def cut(self, start: int, end: int) -> GlyphRun:
        """Return the glyphs of characters `start` to `end`, shaped anew where the cut matters."""
        whole = start == 0 and end == len(self.text)
        if not whole and not (self.is_safe(start) and self.is_safe(end)):
            return shape(self.text[start:end], self.voice).cut(0, end - start)
        part = self._between(start, end)
        return GlyphRun(
            self.voice.font,
            self.voice.size,
            self.glyphs[part],
            self.advances[part],
            self.texts[part],
            self.offsets[part] if self.offsets else None,
            self.voice.direction is Direction.RIGHT_TO_LEFT,
        )

    def _between(self, start: int, end: int) -> slice:
        """Return where the glyphs of characters `start` to `end` stand: clusters go one way."""
        clusters = self.clusters
        if clusters and clusters[0] > clusters[-1]:  # right to left
            first = bisect_left(clusters, 1 - end, key=neg)
            return slice(first, bisect_right(clusters, -start, key=neg))
        return slice(bisect_left(clusters, start), bisect_left(clusters, end))


@lru_cache(maxsize=4096)
def shape(text: str, voice: Voice) -> Shaped:
    """Return `text` shaped in `voice`; an unknown character becomes glyph 0."""
    import uharfbuzz as hb  # noqa: PLC0415 - the same

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = voice.direction.value
    buffer.language = voice.language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(
        voice.font.hb, buffer, {"kern": True, "liga": True, **dict.fromkeys(voice.features, True)}
    )
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    unit = voice.size / voice.font.units_per_em
    gap = voice.tracking * voice.size / 1000
    clusters = tuple(info.cluster for info in infos)
    advances = tuple(position.x_advance * unit + gap for position in positions)
    # What parts a letter from the next one stands where the next one does: at its left, if so read.
    shift = gap if voice.direction is Direction.RIGHT_TO_LEFT else 0.0
    moved = shift or any(position.x_offset or position.y_offset for position in positions)
    return Shaped(
        text,
        voice,
        tuple(info.codepoint for info in infos),
        clusters,
        _texts(text, clusters),
        advances,
        tuple((p.x_offset * unit + shift, p.y_offset * unit) for p in positions) if moved else None,
        _edges(len(text), clusters, advances),
        tuple(infos),
    )


def _texts(text: str, clusters: tuple[int, ...]) -> tuple[str, ...]:
    """Return what each glyph stands for: all of its cluster, at the first of the cluster."""
    if clusters == tuple(range(len(text))):
        return tuple(text)
    following = dict(pairwise([*sorted({*clusters}), len(text)]))
    return tuple(
        "" if i and clusters[i - 1] == at else text[at : following[at]]
        for i, at in enumerate(clusters)
    )


def _edges(
    length: int, clusters: tuple[int, ...], advances: tuple[float, ...]
) -> tuple[float, ...]:
    """Return the running width at each character; those inside a cluster share its width evenly."""
    if clusters == tuple(range(length)):  # a glyph a character: nearly all runs
        return (0.0, *accumulate(advances))
    widths = dict.fromkeys(clusters, 0.0)
    for at, advance in zip(clusters, advances, strict=True):
        widths[at] += advance
    starts = [*sorted(widths), length]
    shares = [0.0] * length
    for start, end in pairwise(starts):
        shares[start:end] = [widths[start] / (end - start)] * (end - start)
    return (0.0, *accumulate(shares))
