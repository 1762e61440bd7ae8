"""Marks → shapes: the colors looked up in a palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from brochure.color import Color
from brochure.geometry import Point
from brochure.shape import LinearGradient, Shape, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brochure.images.svg.marks import Gradient, Line, Mark
    from brochure.images.svg.values import Ink


def shapes(
    marks: Iterable[Mark], palette: Mapping[str, Color], current: Color
) -> tuple[Shape, ...]:
    """Return the marks as shapes, colors by name from `palette`, else as the drawing has them.

    A color that is named, but neither in the palette nor given otherwise, is `current`.
    """

    def look_up(ink: Ink) -> Color:
        name, parts, alpha = ink
        if name in palette:
            return palette[name].with_alpha(alpha)
        return (Color(*parts) if parts else current).with_alpha(alpha)

    def filled(paint: Ink | Gradient | None) -> Color | LinearGradient | None:
        if paint is None:
            return None
        if len(paint) == 3:  # noqa: PLR2004 - an ink
            return look_up(paint)
        x1, y1, x2, y2, stops = paint
        colors = tuple((at, look_up(ink)) for at, ink in stops)
        return LinearGradient(Point(x1, y1), Point(x2, y2), colors)

    def stroked(line: Line | None) -> Stroke | None:
        if line is None:
            return None
        ink, width, cap, join, limit, dash = line
        return Stroke(
            look_up(ink),
            width,
            cast('Literal["butt", "round", "square"]', cap),
            cast('Literal["miter", "round", "bevel"]', join),
            limit,
            dash,
        )

    return tuple(
        Shape(path, filled(fill), stroked(line), even_odd, clip)
        for path, fill, line, even_odd, clip in marks
    )
