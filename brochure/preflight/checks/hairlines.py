"""Lines are thick enough to print.

A line under a quarter point breaks up on the plate or vanishes on a desk printer; a light line on a
dark ground fills in from both sides and needs twice that. Drawings are scaled to their box, so a
line that looked right in the drawing program can be a hairline here: it is measured at its size on
the page, whether an attribute, `style` or a style sheet says how thick it is, and behind a filter,
too. A filled bar is a line where it is at least twenty times as long as it is thick; the corners of
fills, and letters drawn as outlines, are none.

Source: prepress practice: 0.25 pt at the least, 0.5 pt reversed.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from brochure.cache import recalled
from brochure.color import BLACK, Color, luminance
from brochure.frame import Image, Text
from brochure.images import Drawing
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.thin import bar, bars
from brochure.problems import Severity
from brochure.shape import LinearGradient, Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brochure.preflight.page import Page
    from brochure.preflight.placed import Inked
    from brochure.preflight.subject import Subject
    from brochure.preflight.thin import Box
    from brochure.problems import Problem

HAIRLINE = Rule("PRINT003", Severity.WARNING, "a line thinner than 0.25 pt")
REVERSED = Rule("PRINT004", Severity.WARNING, "a light line on a dark ground thinner than 0.5 pt")
CODES = (HAIRLINE, REVERSED)
SCOPE = Scope.PAPER
LOOKS_AT = Evidence.PAGES

THINNEST, THINNEST_REVERSED = 0.25, 0.5  # pt
_SHORTEST = 2.0  # pt: a bar that is shorter is a speck
_ROUNDING = 1e-3  # pt
_THICKER = "make the line thicker in the drawing program, or the drawing larger on the page"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each drawing with lines too thin, and for each panel that has one."""
    for page in subject.pages:
        told = set()
        for found in page.inked:
            if isinstance(found.item, Text):
                continue
            for problem in _in(page, found, subject):
                if problem not in told:
                    told.add(problem)
                    yield problem


def _in(page: Page, found: Inked, subject: Subject) -> Iterator[Problem]:
    """Yield the problems of one item: a drawing, or a shape of a block's own."""
    item = found.item
    if isinstance(item, Image) and isinstance(item.source, Drawing):
        drawing = item.source
        rect, size = item.rect, drawing.size
        scale = max(rect.width / size.width, rect.height / size.height) * found.scale
        name, where = f"{drawing.named.name} has a line that", drawing.named.where
        thin, hint = _lines(drawing, item.palette), _THICKER
    elif isinstance(item, Shape) and (item.stroke or min(found.box.size) < THINNEST_REVERSED):
        thin, scale = _own(item), found.scale
        if not any(line.width * scale < THINNEST_REVERSED for line in thin):
            return
        panel = page.panel_at(found.box.middle)
        name, where = f"panel {panel} has a line that", subject.opening(panel)
        hint = "take another theme, or a larger `scale:` of this one"
    else:
        return
    for line in thin:
        width = line.width * scale
        if not 0 < width < THINNEST_REVERSED - _ROUNDING or line.length * scale < _SHORTEST:
            continue
        ground = _darkest(page, found) if line.ground is None else line.ground
        if width < THINNEST - _ROUNDING:
            yield HAIRLINE.broken(f"{name} prints {width:.2f} pt thick", where, hint)
        elif line.light > ground:
            message = f"{name} prints {width:.2f} pt thick, light on dark"
            yield REVERSED.broken(message, where, hint)


def _darkest(page: Page, found: Inked) -> float:
    """Return the luminance of the darkest color that may be behind an item; 1 over a picture."""
    grounds, _ = page.under(found.box, found)
    return min(map(luminance, grounds), default=1.0)


class _Line(NamedTuple):
    """A line: its width and length in units of its item, how light it is, and what it lies on.

    `ground` is the luminance of the drawing's own shape under it, None where there is none. The
    length of what is stroked is of no account.
    """

    width: float
    length: float
    light: float
    ground: float | None


def _own(shape: Shape) -> list[_Line]:
    """Return a block's own shape as a line, where it is one."""
    found = []
    if shape.stroke and shape.stroke.color.alpha:
        found.append(_Line(shape.stroke.width, math.inf, luminance(shape.stroke.color), None))
    elif isinstance(shape.fill, Color) and shape.fill.alpha and (thin := bar(shape.path)):
        found.append(_Line(thin.thickness, thin.length, luminance(shape.fill), None))
    return found


_MOST = 256  # drawings remembered in a process
_kept: dict[tuple[str, frozenset[tuple[str, Color]]], list[_Line]] = {}


def _lines(drawing: Drawing, palette: Mapping[str, Color]) -> list[_Line]:
    """Return the kinds of line in a drawing, kept in the cache."""
    key = drawing.digest, frozenset(palette.items())
    if key not in _kept:
        if len(_kept) >= _MOST:
            _kept.clear()
        current = palette.get("currentColor", BLACK)

        def made() -> list[tuple[float, float, float, float | None]]:
            # As bare tuples, which the cache can keep.
            kinds = dict.fromkeys(_drawn(drawing.outlines(palette, current)))
            return [(kind.width, kind.length, kind.light, kind.ground) for kind in kinds]

        colors = sorted((name, color.hex) for name, color in palette.items())
        lines = recalled(drawing.cache, made, "lines and bars", drawing.digest, colors)
        _kept[key] = [_Line(*line) for line in lines]
    return _kept[key]


def _drawn(shapes: Sequence[Shape]) -> Iterator[_Line]:
    fields: list[tuple[Box, Color]] = []
    for shape in shapes:
        is_line = shape.stroke is not None and shape.stroke.color.alpha
        color = _color(shape)
        if not is_line and color and color.alpha:
            for thin in bars(shape.path, even_odd=shape.even_odd):
                below = _under(thin.box, fields)
                if below != color:  # else it is not seen
                    yield _Line(thin.thickness, thin.length, luminance(color), _light(below))
        if isinstance(shape.fill, Color) and shape.fill.alpha == 1:
            fields.append((bounds(shape.path), shape.fill))
        if shape.stroke and is_line:
            ground = _light(_under(bounds(shape.path), fields))
            yield _Line(shape.stroke.width, math.inf, luminance(shape.stroke.color), ground)


def _color(shape: Shape) -> Color | None:
    """Return what a shape is filled with, the first of a gradient's colors; black if unknown."""
    if isinstance(shape.fill, LinearGradient):
        return shape.fill.stops[0][1] if shape.fill.stops else BLACK
    return shape.fill


def _under(box: Box, fields: Sequence[tuple[Box, Color]]) -> Color | None:
    """Return the color of the uppermost of `fields` in which the middle of `box` lies."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return next(
        (
            color
            for field, color in reversed(fields)
            if field[0] <= x <= field[2] and field[1] <= y <= field[3]
        ),
        None,
    )


def _light(color: Color | None) -> float | None:
    """Return the luminance of a color, None where there is none."""
    return None if color is None else luminance(color)
