"""Linear gradients of an SVG, moved into the space of the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import Matrix, Point
from brochure.images.svg.marks import bounds
from brochure.images.svg.values import CURRENT, ColorError, color, length, number, transform

if TYPE_CHECKING:
    from brochure.geometry import Size
    from brochure.images.svg.marks import Gradient
    from brochure.images.svg.node import Node, Tree
    from brochure.images.svg.values import Ink
    from brochure.shape import Segment


def linear(
    tree: Tree, node: Node, path: list[Segment], matrix: Matrix, view: Size
) -> Gradient | Ink | None:
    """Return the gradient that `node` means for `path`, both sent through `matrix`.

    One with a single color, or none, comes back as that.

    Raises:
        ColorError: if it cannot be drawn truly as a PDF gradient; its text says why.

    """
    chain = tree.chain(node)
    own = {name: value for each in reversed(chain) for name, value in each.attributes.items()}
    if own.get("spreadMethod", "pad") != "pad":
        raise ColorError("a gradient that repeats")
    if own.get("color-interpolation", "sRGB") == "linearRGB":
        raise ColorError("a gradient in linear light")
    stops = _stops(next((each for each in chain if _has_stops(each)), node))
    if len(stops) < 2:  # noqa: PLR2004 - a gradient goes from one to another
        return stops[0][1] if stops else None
    boxed = own.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    whole_x, whole_y = (1.0, 1.0) if boxed else view
    start = Point(length(own.get("x1", ""), 0, whole_x), length(own.get("y1", ""), 0, whole_y))
    end = Point(length(own.get("x2", "100%"), 0, whole_x), length(own.get("y2", ""), 0, whole_y))
    if start == end:
        return stops[-1][1]
    inner = transform(own.get("gradientTransform", ""))
    if boxed:
        left, top, right, bottom = bounds(path)
        if right <= left or bottom <= top:
            return None
        inner = inner.then(Matrix(right - left, 0, 0, bottom - top, left, top))
    return (*_line(start, end, inner.then(matrix)), stops)


def _has_stops(node: Node) -> bool:
    return any(child.tag == "stop" for child in node.children)


def _stops(node: Node) -> tuple[tuple[float, Ink], ...]:
    stops: list[tuple[float, Ink]] = []
    for child in node.children:
        if child.tag != "stop":
            continue
        last = stops[-1][0] if stops else 0.0
        offset = min(max(number(child.get("offset")), last), 1.0)
        current = color(child.get("color", node.get("color", "currentColor"))) or CURRENT
        found = color(child.get("stop-color", "black"), current)
        name, parts, alpha = found or ("", (0.0, 0.0, 0.0), 0.0)
        alpha *= min(max(number(child.get("stop-opacity"), 1), 0.0), 1.0)
        stops.append((offset, (name, parts, alpha)))
    return tuple(stops)


def _line(start: Point, end: Point, matrix: Matrix) -> tuple[float, float, float, float]:
    """Return the gradient's line after `matrix`, exact also where that skews.

    Lines of one color stay lines, but no longer stand square to the moved gradient line. The new
    end is the moved end's foot on the perpendicular to them through the moved start.
    """
    x1, y1 = matrix.apply(start)
    x2, y2 = matrix.apply(end)
    across_x = matrix.a * (start.y - end.y) + matrix.c * (end.x - start.x)
    across_y = matrix.b * (start.y - end.y) + matrix.d * (end.x - start.x)
    normal_x, normal_y = -across_y, across_x
    square = normal_x * normal_x + normal_y * normal_y
    if square == 0:
        raise ColorError("a gradient squeezed flat")
    along = ((x2 - x1) * normal_x + (y2 - y1) * normal_y) / square
    return x1, y1, x1 + normal_x * along, y1 + normal_y * along
