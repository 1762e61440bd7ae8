"""Walk an SVG's tree and collect its marks, and the reasons why vectors may not be true to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.geometry import Matrix, Rect, Size
from brochure.images.svg.clips import clip_outline, clipped_to_view
from brochure.images.svg.gradients import linear
from brochure.images.svg.marks import moved
from brochure.images.svg.outlines import SHAPES, outline
from brochure.images.svg.path_data import MAX_SEGMENTS
from brochure.images.svg.reading import reference
from brochure.images.svg.style import INITIAL, dimmed, inherited, ink, line, opacity
from brochure.images.svg.values import ColorError, LimitError, length, numbers, transform

if TYPE_CHECKING:
    from brochure.images.svg.marks import Gradient, Line, Mark
    from brochure.images.svg.node import Node, Tree
    from brochure.images.svg.values import Ink
    from brochure.shape import Path, Segment

_GROUPS = {"g", "a"}
_UNSEEN = {
    "defs", "title", "desc", "metadata", "style", "clipPath", "linearGradient", "radialGradient",
    "mask", "pattern", "filter", "marker", "symbol", "view", "cursor", "solidcolor",
    "animate", "animateTransform", "animateMotion", "set",
}  # fmt: skip
_EFFECTS = {
    "mask": "a mask",
    "filter": "a filter",
    "marker": "markers",
    "marker-start": "markers",
    "marker-mid": "markers",
    "marker-end": "markers",
}


class Context(msgspec.Struct, frozen=True):
    """What an element has from its parents: properties, transform, clip."""

    style: dict[str, str]
    matrix: Matrix
    clip: Path | None = None


class Scene(msgspec.Struct, frozen=True):
    """A drawing's view (user units), its marks from its top left, and why they fall short."""

    size: Size
    marks: tuple[Mark, ...]
    needs_raster: tuple[str, ...]


def read_scene(tree: Tree) -> Scene:
    """Return what the drawing draws.

    Raises:
        SvgError: if something in it cannot be read, or it has no size.

    """
    view = view_box(tree.root)
    walk = _Walk(tree, view.size)
    context = Context(inherited(INITIAL, tree.root), Matrix.shift(-view.x, -view.y))
    walk.effects(tree.root)
    walk.children(tree.root, context)
    walk.fade(tree.root, 0)
    if any(node.tag == "style" and node.text.strip() for node in tree.root.walk()):
        walk.reasons["a style sheet"] = None
    marks = clipped_to_view(walk.marks, view.size, walk.reasons)
    return Scene(view.size, tuple(marks), tuple(walk.reasons))


def view_box(root: Node) -> Rect:
    """Return the root's view in user units; from its width and height if it has no viewBox."""
    if given := numbers(root.get("viewBox")):
        if len(given) != 4 or given[2] <= 0 or given[3] <= 0:  # noqa: PLR2004 - x, y, width, height
            raise LimitError("a viewBox without an area")
        return Rect(*given)
    width, height = root.get("width"), root.get("height")
    size = Size(0, 0) if "%" in width + height else Size(length(width), length(height))
    if size.width <= 0 or size.height <= 0:
        raise LimitError("neither a viewBox nor a width and height")
    return Rect(0, 0, *size)


class _Walk:
    """The marks found so far, and the reasons (in order, each once)."""

    def __init__(self, tree: Tree, view: Size) -> None:
        self.tree = tree
        self.view = view
        self.marks: list[Mark] = []
        self.reasons: dict[str, None] = {}
        self.segments = 0

    def children(self, node: Node, context: Context) -> None:
        for child in node.children:
            if child.tag not in _UNSEEN:
                self.element(child, context)

    def element(self, node: Node, context: Context) -> None:
        if node.get("display") == "none":
            return
        self.effects(node)
        first = len(self.marks)
        context = Context(
            inherited(context.style, node),
            transform(node.get("transform")).then(context.matrix),
            context.clip,
        )
        path = outline(node, self.view) if node.tag in SHAPES else []
        if reference(node.get("clip-path")):
            if context.clip is not None:
                self.reasons["a clip within a clip"] = None
            clip = clip_outline(self.tree, node, path, context.matrix, self.view, self.reasons)
            if not clip:
                return
            context = replace(context, clip=clip)
        elif node.get("clip-path", "none") != "none":
            self.reasons["a clip by a CSS shape"] = None
        if node.tag in SHAPES:
            self.shape(node, path, context)
        elif node.tag in _GROUPS:
            self.children(node, context)
        elif node.tag == "use":
            self.use(node, context)
        else:
            self.reasons[f"a <{node.tag}> element"] = None
        self.fade(node, first)

    def effects(self, node: Node) -> None:
        """Note what only an exact renderer can do."""
        for name, reason in _EFFECTS.items():
            if node.get(name, "none") != "none":
                self.reasons[reason] = None
        if node.get("mix-blend-mode", "normal") != "normal":
            self.reasons["a blend mode"] = None
        if node.get("transform-origin", "0 0") not in {"0 0", "0px 0px", "0", "0px"}:
            self.reasons["a transform origin"] = None

    def use(self, node: Node, context: Context) -> None:
        target = self.tree.referred(node.get("href").strip())
        if target is None:
            return
        shift = Matrix.shift(
            length(node.get("x"), 0, self.view.width), length(node.get("y"), 0, self.view.height)
        )
        self.element(target, replace(context, matrix=shift.then(context.matrix)))

    def shape(self, node: Node, path: list[Segment], context: Context) -> None:
        if not path or context.style["visibility"] != "visible":
            return
        self.segments += len(path)
        if self.segments > MAX_SEGMENTS:
            raise LimitError(f"more than {MAX_SEGMENTS:,} path segments")
        fill, stroke = None, None
        try:
            fill = None if node.tag == "line" else self.fill(path, context)
            stroke = self.stroke(context)
        except ColorError as error:
            self.reasons[str(error)] = None
        if fill is None and stroke is None:
            return
        placed = moved(path, context.matrix)
        even_odd = context.style["fill-rule"] == "evenodd"
        if fill and stroke and context.style["paint-order"].startswith("stroke"):
            self.marks.append((placed, None, stroke, False, context.clip))
            stroke = None
        self.marks.append((placed, fill, stroke, even_odd, context.clip))

    def fill(self, path: list[Segment], context: Context) -> Ink | Gradient | None:
        text = context.style["fill"]
        alpha = opacity(context.style["fill-opacity"])
        if not (name := reference(text)):
            return dimmed(ink(text, context.style), alpha)
        node = self.tree.referred(name)
        if node is None:
            return dimmed(ink(text.partition(")")[2].strip() or "none", context.style), alpha)
        if node.tag != "linearGradient":
            raise ColorError({"radialGradient": "a radial gradient"}.get(node.tag, "a pattern"))
        return dimmed(linear(self.tree, node, path, context.matrix, self.view), alpha)

    def stroke(self, context: Context) -> Line | None:
        a, b, c, d, *_ = context.matrix
        found = line(context.style, abs(a * d - b * c) ** 0.5, self.view)
        if found is None:
            return None
        across, down = a * a + b * b, c * c + d * d
        if abs(across - down) > 0.002 * max(across, down) or abs(a * c + b * d) > 0.001 * across:
            raise ColorError("a stroke that a transform distorts")
        return found

    def fade(self, node: Node, first: int) -> None:
        """Multiply the node's own opacity into its only mark."""
        alpha = opacity(node.get("opacity"))
        drawn = self.marks[first:]
        if alpha == 1 or not drawn:
            return
        path, fill, stroke, even_odd, clip = drawn[0]
        if len(drawn) > 1 or (fill and stroke):
            self.reasons["the opacity of several things together"] = None
            return
        faded = stroke and (dimmed(stroke[0], alpha) or stroke[0], *stroke[1:])
        self.marks[first] = (path, dimmed(fill, alpha), faded, even_odd, clip)
