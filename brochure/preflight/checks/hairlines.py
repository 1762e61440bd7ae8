"""Lines are thick enough to print.

A line under a quarter point breaks up on the plate or vanishes on a desk printer; a light line on a
dark ground fills in from both sides and needs twice that. Drawings are scaled to their box, so a
line that looked right in the drawing program can be a hairline here: it is measured at its size on
the page.

Source: prepress practice: 0.25 pt at the least, 0.5 pt reversed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brochure.cache import recalled
from brochure.color import BLACK, Color, luminance
from brochure.frame import Image, Text
from brochure.images import Drawing
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity
from brochure.shape import Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brochure.preflight.page import Page
    from brochure.preflight.placed import Inked
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

    Box = tuple[float, float, float, float]

HAIRLINE = Rule("PRINT003", Severity.WARNING, "a line thinner than 0.25 pt")
REVERSED = Rule("PRINT004", Severity.WARNING, "a light line on a dark ground thinner than 0.5 pt")
CODES = (HAIRLINE, REVERSED)
SCOPE = Scope.PAPER
LOOKS_AT = Evidence.PAGES

THINNEST, THINNEST_REVERSED = 0.25, 0.5  # pt
_ROUNDING = 1e-3  # pt


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
        for stroke in _strokes(drawing, item.palette):
            if not _is_thin(width := stroke.width * scale):
                continue
            ground = _darkest(page, found) if stroke.ground is None else stroke.ground
            reverse = stroke.light > ground
            name = f"{drawing.named.name} has a line that"
            yield from _told(width, name, drawing.named.where, reverse=reverse)
    elif isinstance(item, Shape) and item.stroke and item.stroke.color.alpha:
        if not _is_thin(width := item.stroke.width * found.scale):
            return
        reverse = luminance(item.stroke.color) > _darkest(page, found)
        panel = page.panel_at(found.box.middle)
        yield from _told(
            width, f"panel {panel} has a line that", subject.opening(panel), reverse=reverse
        )


def _is_thin(width: float) -> bool:
    """Tell whether a line of `width` points is too thin on some ground."""
    return 0 < width < THINNEST_REVERSED - _ROUNDING


def _told(width: float, name: str, where: Where | None, *, reverse: bool) -> Iterator[Problem]:
    hint = "make the line thicker, or the drawing larger"
    if width < THINNEST - _ROUNDING:
        yield HAIRLINE.broken(f"{name} prints {width:.2f} pt thick", where, hint)
    elif reverse:
        message = f"{name} prints {width:.2f} pt thick, light on dark"
        yield REVERSED.broken(message, where, hint)


def _darkest(page: Page, found: Inked) -> float:
    """Return the luminance of the darkest color that may be behind an item; 1 over a picture."""
    grounds, _ = page.under(found.box, found)
    return min(map(luminance, grounds), default=1.0)


class _Stroke(NamedTuple):
    """A line of a drawing: its width in user units, how light it is, and what it lies on there.

    `ground` is the luminance of the drawing's own shape under it, None where there is none.
    """

    width: float
    light: float
    ground: float | None


_MOST = 256  # drawings remembered in a process
_kept: dict[tuple[str, frozenset[tuple[str, Color]]], list[_Stroke]] = {}


def _strokes(drawing: Drawing, palette: Mapping[str, Color]) -> list[_Stroke]:
    """Return the kinds of line in a drawing, kept in the cache; none in one that is pixels."""
    if drawing.needs_raster:
        return []
    key = drawing.digest, frozenset(palette.items())
    if key not in _kept:
        if len(_kept) >= _MOST:
            _kept.clear()
        current = palette.get("currentColor", BLACK)

        def made() -> list[tuple[float, float, float | None]]:
            # As bare tuples, which the cache can keep.
            kinds = dict.fromkeys(_drawn(drawing.shapes(palette, current)))
            return [(kind.width, kind.light, kind.ground) for kind in kinds]

        colors = sorted((name, color.hex) for name, color in palette.items())
        strokes = recalled(drawing.cache, made, "strokes", drawing.digest, colors)
        _kept[key] = [_Stroke(*stroke) for stroke in strokes]
    return _kept[key]


def _drawn(shapes: Sequence[Shape]) -> Iterator[_Stroke]:
    fields: list[tuple[Box, float]] = []
    for shape in shapes:
        box = bounds(shape.path)
        if isinstance(shape.fill, Color) and shape.fill.alpha == 1:
            fields.append((box, luminance(shape.fill)))
        if shape.stroke and shape.stroke.color.alpha:
            ground = next((light for field, light in reversed(fields) if _within(box, field)), None)
            yield _Stroke(shape.stroke.width, luminance(shape.stroke.color), ground)


def _within(box: Box, field: Box) -> bool:
    """Tell whether the middle of `box` lies in `field`."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return field[0] <= x <= field[2] and field[1] <= y <= field[3]
