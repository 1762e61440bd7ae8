"""What fills a shape and what lines it, where a PDF can paint that truly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import astuple

from brochure.images.svg.gradients import linear
from brochure.images.svg.style import dimmed, ink, line, opacity
from brochure.images.svg.values import ColorError, reference

if TYPE_CHECKING:
    from brochure.geometry import Matrix, Size
    from brochure.images.svg.marks import Gradient, Line
    from brochure.images.svg.node import Tree
    from brochure.images.svg.values import Ink
    from brochure.shape import Segment


def filled(
    tree: Tree, path: list[Segment], style: dict[str, str], matrix: Matrix, view: Size
) -> Ink | Gradient | None:
    """Return what fills `path` once it is sent through `matrix`; None where nothing does.

    Raises:
        ColorError: if a PDF cannot paint it truly; its text says why.

    """
    text = style["fill"]
    alpha = opacity(style["fill-opacity"])
    if not (name := reference(text)):
        return dimmed(ink(text, style), alpha)
    node = tree.referred(name)
    if node is None:
        return dimmed(ink(text.partition(")")[2].strip() or "none", style), alpha)
    if node.tag != "linearGradient":
        raise ColorError({"radialGradient": "a radial gradient"}.get(node.tag, "a pattern"))
    return dimmed(linear(tree, node, path, matrix, view), alpha)


def stroked(style: dict[str, str], matrix: Matrix, view: Size) -> Line | None:
    """Return what lines a path once it is sent through `matrix`; None where nothing does.

    Raises:
        ColorError: if a PDF cannot paint it truly; its text says why.

    """
    a, b, c, d, *_ = astuple(matrix)
    found = line(style, abs(a * d - b * c) ** 0.5, view)
    if found is None:
        return None
    across, down = a * a + b * b, c * c + d * d
    if abs(across - down) > 0.002 * max(across, down) or abs(a * c + b * d) > 0.001 * across:
        raise ColorError("a stroke that a transform distorts")
    return found
