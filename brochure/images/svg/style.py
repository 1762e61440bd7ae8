"""The properties that SVG elements inherit, and the paints and lines they amount to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from brochure.images.svg.values import (
    CURRENT,
    ColorError,
    color,
    length,
    number,
    reference,
    split_list,
)

if TYPE_CHECKING:
    from brochure.geometry import Matrix, Size
    from brochure.images.svg.marks import Gradient, Line
    from brochure.images.svg.node import Node
    from brochure.images.svg.values import Ink

INITIAL = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "color": "currentColor",
    "visibility": "visible",
    "paint-order": "normal",
    "vector-effect": "none",  # not inherited by the letter; rarely set but on what it is meant for
}
_CAPS = {"butt", "round", "square"}
_JOINS = {"miter", "round", "bevel"}

_Paint = TypeVar("_Paint", "Ink | None", "Ink | Gradient | None")


def inherited(style: dict[str, str], node: Node) -> dict[str, str]:
    """Return the properties for `node` whose parent has `style`."""
    own = {
        name: value.strip()
        for name, value in node.attributes.items()
        if name in INITIAL and value.strip() not in {"inherit", ""}
    }
    if own.get("color", "").lower() == "currentcolor":
        del own["color"]
    return style | own if own else style


def opacity(text: str) -> float:
    """Return an opacity from 0 to 1."""
    return min(max(number(text, 1.0), 0.0), 1.0)


def ink(text: str, style: dict[str, str]) -> Ink | None:
    """Return a plain paint; `style` says what `currentColor` means."""
    return color(text, color(style["color"]) or CURRENT)


def dimmed(paint: _Paint, alpha: float) -> _Paint:
    """Return the color or gradient with its opacity multiplied by `alpha`."""
    if paint is None or alpha == 1:
        return paint
    if len(paint) == 3:  # noqa: PLR2004 - an ink
        name, parts, own = paint
        return (name, parts, own * alpha)
    x1, y1, x2, y2, stops = paint
    return (x1, y1, x2, y2, tuple((at, (n, p, own * alpha)) for at, (n, p, own) in stops))


def line(style: dict[str, str], scale: float, view: Size) -> Line | None:
    """Return the stroke, its measures multiplied by `scale`; None where there is none.

    Raises:
        ColorError: if it cannot be drawn truly as a PDF stroke; its text says why.

    """
    if style["stroke"] == "none":
        return None
    if reference(style["stroke"]):
        raise ColorError("a stroke with a gradient or pattern")
    found = dimmed(ink(style["stroke"], style), opacity(style["stroke-opacity"]))
    diagonal = ((view.width**2 + view.height**2) / 2) ** 0.5  # SVG 2, 8.9
    width = length(style["stroke-width"], 1, diagonal) * scale
    if found is None or width <= 0:
        return None
    if style["vector-effect"] == "non-scaling-stroke":
        raise ColorError("a stroke that does not scale")
    dash = _dash(style["stroke-dasharray"], scale, diagonal)
    if dash and length(style["stroke-dashoffset"], 0, diagonal):
        raise ColorError("dashes that start with an offset")
    cap, join = style["stroke-linecap"], style["stroke-linejoin"]
    limit = max(1.0, number(style["stroke-miterlimit"], 4))
    return (
        found,
        width,
        cap if cap in _CAPS else "butt",
        join if join in _JOINS else "miter",
        limit,
        dash,
    )


def roughly(style: dict[str, str], matrix: Matrix, view: Size) -> Line | None:
    """Return a stroke that a PDF cannot draw truly, for its width alone, where that is known.

    A transform that distorts it leaves it as thin as it becomes anywhere. What its color is made of
    counts for black.
    """
    if style["vector-effect"] == "non-scaling-stroke":
        return None
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    whole, part = a * a + b * b + c * c + d * d, a * d - b * c
    narrowest = (max(whole - max(whole * whole - 4 * part * part, 0) ** 0.5, 0) / 2) ** 0.5
    plain = style | {"stroke-dashoffset": "0"}
    if reference(plain["stroke"]):
        plain["stroke"] = "black"
    try:
        return line(plain, narrowest, view)
    except ColorError:
        return line(plain | {"stroke": "black"}, narrowest, view)


def strokes_first(order: str) -> bool:
    """Tell whether `paint-order` puts strokes below fills; what it leaves out comes last."""
    named = order.split()
    return "stroke" in named and "fill" not in named[: named.index("stroke")]


def _dash(text: str, scale: float, diagonal: float) -> tuple[float, ...]:
    if text == "none":
        return ()
    given = [length(part, 0, diagonal) * scale for part in split_list(text)]
    if not any(given) or min(given) < 0:
        return ()
    return tuple(given * 2 if len(given) % 2 else given)
