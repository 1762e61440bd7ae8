"""The outlines of SVG's basic shapes (SVG 2, chapter 10), in user units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import Point, Rect
from brochure.images.svg.path_data import parse_path
from brochure.images.svg.values import length, numbers
from brochure.shape import ellipse, rectangle

if TYPE_CHECKING:
    from brochure.geometry import Size
    from brochure.images.svg.node import Node
    from brochure.shape import Segment

SHAPES = {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
_ARC = 0.5522847498  # control distance that makes a cubic Bézier follow a quarter circle, in radii


def outline(node: Node, view: Size) -> list[Segment]:
    """Return the node's outline; empty where it draws nothing. Percentages are of `view`.

    Raises:
        SvgError: if its data cannot be read.

    """

    def value(name: str, whole: float, default: float = 0.0) -> float:
        return length(node.get(name).replace("auto", ""), default, whole)

    width, height = view
    match node.tag:
        case "path":
            return parse_path(node.get("d").replace("none", ""))
        case "circle":
            diagonal = ((width * width + height * height) / 2) ** 0.5  # SVG 2, 8.9
            rx = ry = value("r", diagonal)
        case "ellipse":
            rx, ry = _radii(value("rx", width, -1), value("ry", height, -1))
        case "rect":
            return _rect(node, view)
        case "line":
            return [
                ("M", value("x1", width), value("y1", height)),
                ("L", value("x2", width), value("y2", height)),
            ]
        case _:
            return _polygon(numbers(node.get("points")), closed=node.tag == "polygon")
    center = Point(value("cx", width), value("cy", height))
    return [*ellipse(center, rx, ry)] if rx > 0 and ry > 0 else []


def _radii(rx: float, ry: float) -> tuple[float, float]:
    """Return both radii, one that was not given (negative) like the other."""
    return (rx if rx >= 0 else max(ry, 0.0), ry if ry >= 0 else max(rx, 0.0))


def _rect(node: Node, view: Size) -> list[Segment]:
    rect = Rect(
        length(node.get("x"), 0, view.width),
        length(node.get("y"), 0, view.height),
        length(node.get("width").replace("auto", ""), 0, view.width),
        length(node.get("height").replace("auto", ""), 0, view.height),
    )
    if rect.width <= 0 or rect.height <= 0:
        return []
    rx, ry = _radii(
        length(node.get("rx").replace("auto", ""), -1, view.width),
        length(node.get("ry").replace("auto", ""), -1, view.height),
    )
    rx, ry = min(rx, rect.width / 2), min(ry, rect.height / 2)
    if not rx or not ry:
        return [*rectangle(rect)]
    kx, ky = rx * (1 - _ARC), ry * (1 - _ARC)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return [
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - kx, y, right, y + ky, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - ky, right - kx, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + kx, bottom, x, bottom - ky, x, bottom - ry),
        ("L", x, y + ry),
        ("C", x, y + ky, x + kx, y, x + rx, y),
        ("Z",),
    ]


def _polygon(given: list[float], *, closed: bool) -> list[Segment]:
    points = list(zip(given[::2], given[1::2], strict=False))  # an odd last number is dropped
    if not points:
        return []
    lines: list[Segment] = [("L", x, y) for x, y in points[1:]]
    return [("M", *points[0]), *lines, *([("Z",)] if closed else [])]  # type: ignore[list-item] # mypy takes ("Z",) for tuple[str]
