"""Clips: an SVG's clip paths that are one outline, and the drawing's own edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import Matrix, Rect
from brochure.images.svg.marks import bounds, extent, moved
from brochure.images.svg.outlines import SHAPES, outline
from brochure.images.svg.values import length, reference, transform
from brochure.shape import rectangle

if TYPE_CHECKING:
    from brochure.geometry import Size
    from brochure.images.svg.marks import Mark
    from brochure.images.svg.node import Node, Tree
    from brochure.shape import Path, Segment


def clip_outline(  # noqa: PLR0913, PLR0917 - the walk's state, passed as it is
    tree: Tree,
    node: Node,
    path: list[Segment],
    matrix: Matrix,
    view: Size,
    reasons: dict[str, None],
) -> Path | None:
    """Return the outline that clips `node`, in the drawing's space; None where nothing is seen.

    `path` is the node's own outline, for a clip measured by it, and empty for a group. What
    cannot be one outline is added to `reasons`.
    """
    clip = tree.referred(reference(node.get("clip-path")))
    if clip is None or clip.tag != "clipPath":
        return tuple(moved([*rectangle(Rect(-1e6, -1e6, 2e6, 2e6))], Matrix()))  # clips nothing
    matrix = transform(clip.get("transform")).then(matrix)
    if clip.get("clipPathUnits") == "objectBoundingBox":
        if not path:
            reasons["a clip measured by a group"] = None
            return None
        left, top, right, bottom = bounds(path)
        matrix = Matrix(right - left, 0, 0, bottom - top, left, top).then(matrix)
    drawn = [part for part in clip.children if part.tag in {*SHAPES, "use"}]
    parts = [part for part in drawn if _is_seen(part, clip)]
    if len(parts) > 1 or reference(clip.get("clip-path")):
        reasons["a clip of several paths"] = None
    if not parts:
        return None
    part = parts[0]
    rule = part.get("clip-rule", clip.get("clip-rule"))
    matrix = transform(part.get("transform")).then(matrix)
    if part.tag == "use":
        shift = shift_of(part, view)
        used = tree.referred(part.get("href").strip())
        if used is None or used.tag not in SHAPES:
            reasons["a clip of several paths"] = None
            return None
        part = used
        matrix = transform(part.get("transform")).then(shift).then(matrix)
    if reference(part.get("clip-path")):
        reasons["a clip within a clip"] = None
    found = outline(part, view)
    if rule == "evenodd" and sum(segment[0] == "M" for segment in found) > 1:
        reasons["an even-odd clip"] = None
    return moved(found, matrix) or None


def shift_of(use: Node, view: Size) -> Matrix:
    """Return where a `use` element sets what it uses."""
    x, y = length(use.get("x"), 0, view.width), length(use.get("y"), 0, view.height)
    return Matrix.shift(x, y)


def _is_seen(part: Node, clip: Node) -> bool:
    visibility = part.get("visibility", clip.get("visibility", "visible"))
    return part.get("display") != "none" and visibility == "visible"


def clipped_to_view(marks: list[Mark], size: Size, reasons: dict[str, None]) -> list[Mark]:
    """Return the marks, those that reach beyond the drawing's edge clipped at it."""
    edge = rectangle(Rect(0, 0, *size))
    clipped: list[Mark] = []
    for path, fill, stroke, even_odd, clip in marks:
        margin = 0.0
        if stroke:
            _, width, _, join, limit, _ = stroke
            margin = width / 2 * (max(limit, 1.5) if join == "miter" else 1.5)
        if not _reaches_out(path, size, margin) or (clip and not _reaches_out(clip, size, 0)):
            clipped.append((path, fill, stroke, even_odd, clip))
            continue
        if clip is not None:
            reasons["a clip that reaches beyond the drawing"] = None
        clipped.append((path, fill, stroke, even_odd, edge))
    return clipped


def _reaches_out(path: Path, size: Size, margin: float) -> bool:
    left, top, right, bottom = extent(path)
    near = 1e-6 * max(size)  # rounding
    return (
        left - margin < -near
        or top - margin < -near
        or right + margin > size.width + near
        or bottom + margin > size.height + near
    )
