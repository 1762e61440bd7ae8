"""What a block is laid out with: the theme's styles on a panel's colors, and the width there is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.blocks.lines import set_lines
from brochure.blocks.linking import linked
from brochure.blocks.strip import Strip
from brochure.problems import Problem
from brochure.richtext import Inline, Span
from brochure.typography import Direction, Run, Voice, by_font, families, family, load

if TYPE_CHECKING:
    from brochure.blocks.lines import SetLine
    from brochure.cache import Cache
    from brochure.clinic import Clinic
    from brochure.color import Color
    from brochure.editions import Edition
    from brochure.fields import Href
    from brochure.frame import Element
    from brochure.images import Library
    from brochure.problems import Where
    from brochure.themes import PanelStyle, TextStyle, Theme
    from brochure.themes.theme import Role as StyleRole
    from brochure.typography import Font, StandingType


_RUNNING = {"body", "item"}
_NARROW = 28.0  # characters a line, under which ragged lines end apart by more than a word


class Setting(msgspec.Struct, frozen=True):
    """The circumstances of a block: its panel's colors, its column's width, and what it may use.

    Problems met while laying out are added to `problems`, so that one run tells them all;
    paragraphs set before come from `standing`. `codes` holds the addresses that QR codes in the
    same brochure lead to. `enlargement` is by what pictures are larger than on the folded sheet,
    whose columns authors have in mind when they give heights; `depth` is the greatest height of a
    picture. In a `tight` setting copy lacks room, and blocks that can take less height do.
    """

    theme: Theme
    panel: PanelStyle
    measure: float
    language: str
    direction: Direction
    clinic: Clinic
    edition: Edition
    pictures: Library
    problems: list[Problem]
    standing: StandingType
    codes: frozenset[Href] = frozenset()
    enlargement: float = 1.0
    depth: float = math.inf
    tight: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """All that sets these circumstances apart, but for the theme and the pictures."""
        return (
            self.panel,
            self.measure,
            self.language,
            self.direction,
            self.clinic,
            self.edition.on_paper,
            self.codes,
            self.enlargement,
            self.depth,
            self.tight,
        )

    def narrowed(self, measure: float) -> Setting:
        """Return the same circumstances in a column of `measure` points."""
        return replace(self, measure=measure)

    def length(self, points: float) -> float:
        """Return a length that a block gives for type of the usual size, at the theme's scale."""
        return points * self.theme.scale

    def height(self, points: float) -> float:
        """Return a picture's height that the author gave as it is here: its crop stays."""
        return points * self.enlargement

    def across(self, x: float, width: float) -> float:
        """Return the left of what is `width` points wide and stands `x` from where lines start."""
        leftward = self.direction is Direction.RIGHT_TO_LEFT
        return self.measure - x - width if leftward else x

    def style(self, role: StyleRole) -> TextStyle:
        """Return the theme's style for `role`."""
        return self.theme.styles[role]

    def color(self, name: str) -> Color:
        """Return a color by what it is for on this panel (ink, accent, ...) or by its own name."""
        return self.theme.color(getattr(self.panel, name, None) or name)

    def lines(self, text: Inline, style: TextStyle, measure: float | None = None) -> list[SetLine]:
        """Return `text` set in `style`, line by line, each with its items and its width."""
        text = linked(text, self)
        runs = self._runs(text, style)
        broken = self.standing.lines(
            tuple(runs),
            self.measure if measure is None else measure,
            setting="balanced" if style.balance else "justified" if style.justify else "ragged",
            hyphenate=self.language if style.hyphenate else None,
            direction=self.direction,
        )
        return set_lines(broken, text.spans, style, self)

    def paragraph(
        self,
        text: Inline,
        role: StyleRole | TextStyle,
        path: tuple[Element, ...] = (),
        *,
        indent: float = 0.0,
    ) -> list[Strip]:
        """Return `text` as strips, one a line, moved in by `indent`, of the structure `path`.

        Running text in a narrow column is hyphenated, where its language has patterns for that.
        """
        style = self.style(role) if isinstance(role, str) else role
        running = isinstance(role, str) and role in _RUNNING
        if running and self.characters(self.measure - indent) < _NARROW:
            style = replace(style, hyphenate=True)
        lines = self.lines(text, style, self.measure - indent)
        last = len(lines) - 1
        x = self.across(indent, self.measure - indent)
        baseline = baseline_in(style, self.font(style))
        return [
            Strip(
                height=style.leading,
                items=line.at(x, baseline),
                where=text.where,
                path=path,
                before=style.before if i == 0 else 0.0,
                after=style.after if i == last else 0.0,
                baseline=_held(style, baseline, i, self.theme.grid),
                step=0.5 if style.snap == "half" else 1.0,
                # No widow and no orphan: the first two and the last two lines stay together.
                keep=i < last and (i == 0 or i == last - 1),
            )
            for i, line in enumerate(lines)
        ]

    def plain(self, words: str, where: Where) -> Inline:
        """Return words of the program's own or of the clinic's entry as an inline text."""
        return Inline((Span(words, where),), where)

    def characters(self, measure: float) -> float:
        """Return about how many characters a line of running text `measure` points wide holds."""
        return measure / character(self.theme, self.pictures.cache)

    def font(self, style: TextStyle, *, bold: bool = False, italic: bool = False) -> Font:
        """Return the font of `style`, made bold or italic on top of what it is."""
        return font_of(self.theme, style, self.pictures.cache, bold=bold, italic=italic)

    def _runs(self, text: Inline, style: TextStyle) -> list[Run]:
        runs: list[Run] = []
        lenders: set[str] = set()  # one message for all letters that a family would set
        for index, span in enumerate(text.spans):
            words = span.text.upper() if style.uppercase and not span.address else span.text
            font = self.font(style, bold=span.bold, italic=span.italic)
            at = 0
            for part, chosen in by_font(words, font, lambda: self._fallbacks(style)):
                if chosen is None:
                    lender = _lender(part[0], self.pictures.cache)
                    if not lender or lender not in lenders:
                        self.problems.append(_missing_glyph(part[0], lender, span, at, self.theme))
                    lenders.add(lender)
                voice = Voice(
                    chosen or font, style.size, style.tracking, style.features, self.language
                )
                runs.append(Run(part, voice, index, span.address))
                at += len(part)
        return runs

    def _fallbacks(self, style: TextStyle) -> list[Font]:
        faces = (
            family(name).face(bold=style.bold, italic=style.italic) for name in self.theme.fallback
        )
        return [load(face, self.pictures.cache) for face in faces]


def font_of(
    theme: Theme,
    style: TextStyle,
    cache: Cache | None,
    *,
    bold: bool = False,
    italic: bool = False,
) -> Font:
    """Return the font of `style` in `theme`, made bold or italic on top of what it is."""
    found = family(theme.fonts[style.font])
    return load(found.face(bold=bold or style.bold, italic=italic != style.italic), cache)


def character(theme: Theme, cache: Cache | None = None) -> float:
    """Return the width of a character of running text on average, in points."""
    style = theme.styles["body"]
    return (font_of(theme, style, cache).character + style.tracking) * style.size / 1000


def baseline_in(style: TextStyle, font: Font) -> float:
    """Return how far below a line's top its baseline lies: capitals stand in the line's middle."""
    return (style.leading + font.cap_height * style.size / 1000) / 2


def _held(style: TextStyle, baseline: float, index: int, grid: float) -> float | None:
    """Return what of line `index` goes to the grid, in points below its top; None if nothing."""
    if style.snap == "between":
        return baseline + grid / 2 if index == 0 else None  # the others follow the first
    return baseline if style.snap else None


def _lender(character: str, cache: Cache | None) -> str:
    """Return the first family that comes with the program and has `character`; empty if none."""
    if not character.isprintable():
        return ""
    faces = ((name, load(family(name).regular, cache)) for name in families())
    return next((name for name, face in faces if face.glyph(character)), "")


def _missing_glyph(character: str, lender: str, span: Span, offset: int, theme: Theme) -> Problem:
    from brochure.reading.tracing import traced  # noqa: PLC0415 - only a mistake needs it

    names = ", ".join(dict.fromkeys([*theme.fonts.values(), *theme.fallback]))
    hint = f"write it in another way; the theme's fonts are {names}"
    if lender:
        change = f"theme: {{name: {theme.name}, fonts: {{text: {lender}, display: {lender}}}}}"
        hint = f"{lender} has it: `{change}`; or write it in another way"
    return Problem(
        "FONT001",
        f"no font of the theme has the character {character!r} (U+{ord(character):04X})",
        traced((span,), offset, offset + 1),
        hint,
    )
