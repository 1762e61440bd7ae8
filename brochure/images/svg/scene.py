"""Walk an SVG's tree and collect its marks, and the reasons why vectors may not be true to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.geometry import Matrix, Rect, Size
from brochure.images.svg.cascade import apply_sheets
from brochure.images.svg.clips import clip_outline, clipped_to_view, shift_of
from brochure.images.svg.marks import dotted, is_flat, moved
from brochure.images.svg.outlines import SHAPES, outline
from brochure.images.svg.paints import filled, stroked
from brochure.images.svg.path_data import MAX_SEGMENTS
from brochure.images.svg.style import INITIAL, dimmed, inherited, opacity, roughly, strokes_first
from brochure.images.svg.tally import Tally, layers_of
from brochure.images.svg.values import (
    ColorError,
    LimitError,
    length,
    numbers,
    reference,
    references,
    transform,
)

if TYPE_CHECKING:
    from brochure.images.svg.effort import Effort
    from brochure.images.svg.marks import Gradient, Mark
    from brochure.images.svg.node import Node, Tree
    from brochure.shape import Path, Segment

MAX_MARKERS = 2_000  # the renderer clips each by itself: 40,000 took more than ten seconds
_GROUPS = {"g", "a"}
_UNFOLLOWED = {"svg", "symbol", "switch"}  # groups with rules of their own
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


_UNKNOWN: Gradient = (0.0, 0.0, 0.0, 0.0, ())  # of a mark never painted, but tallied


class Context(msgspec.Struct, frozen=True):
    """What an element has from its parents: properties, transform, clip."""

    style: dict[str, str]
    matrix: Matrix
    clip: Path | None = None


class Scene(msgspec.Struct, frozen=True):
    """A drawing's view (user units), its marks from its top left, and why they fall short.

    `effort` is what rendering it exactly takes.
    """

    size: Size
    marks: tuple[Mark, ...]
    needs_raster: tuple[str, ...]
    effort: Effort


def read_scene(tree: Tree) -> Scene:
    """Return what the drawing draws.

    Raises:
        SvgError: if something in it cannot be read, or it has no size.

    """
    view = view_box(tree.root)
    walk = _Walk(tree, view.size)
    context = Context(inherited(INITIAL, tree.root), Matrix.shift(-view.x, -view.y))
    walk.effects(tree.root)
    if transform(tree.root.get("transform")) != Matrix():
        walk.reasons["a transform of the whole drawing"] = None
    walk.children(tree.root, context)
    walk.fade(tree.root, 0)
    walk.layers(tree.root, 0, context)
    if any(node.tag == "style" and node.text.strip() for node in tree.root.walk()):
        walk.reasons["a style sheet"] = None
    marks = clipped_to_view(walk.marks, view.size, walk.reasons)
    if walk.reasons:  # else nothing has to be rendered
        walk.tally.paints(walk.marks)
    return Scene(view.size, tuple(marks), tuple(walk.reasons), walk.tally.effort)


def read_marks(tree: Tree) -> tuple[Mark, ...]:
    """Return what the drawing draws as far as marks can tell, for measuring how thick it is.

    Style sheets are followed; effects, and colors that a PDF cannot paint, count for nothing. Left
    out is what has a scale of its own: a drawing within the drawing, a symbol, a marker.

    Raises:
        SvgError: if something in it cannot be read.

    """
    apply_sheets(tree.root)
    view = view_box(tree.root)
    walk = _Walk(tree, view.size, rough=True)
    matrix = transform(tree.root.get("transform")).then(Matrix.shift(-view.x, -view.y))
    walk.children(tree.root, Context(inherited(INITIAL, tree.root), matrix))
    return tuple(clipped_to_view(walk.marks, view.size, walk.reasons))


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
    """The marks found so far, and the reasons (in order, each once).

    A `rough` one is for measuring, whatever the reasons.
    """

    def __init__(self, tree: Tree, view: Size, *, rough: bool = False) -> None:
        self.tree = tree
        self.view = view
        self.rough = rough
        self.marks: list[Mark] = []
        self.reasons: dict[str, None] = {}
        self.segments = 0
        self.markers = 0
        self.tally = Tally(tree, view)

    def children(self, node: Node, context: Context) -> None:
        for child in node.children:
            if child.tag not in _UNSEEN:
                self.element(child, context)

    def element(self, node: Node, context: Context) -> None:
        if node.get("display") == "none":
            return
        self.effects(node)
        first = len(self.marks)
        matrix = transform(node.get("transform")).then(context.matrix)
        if node.tag == "use":  # its clip moves along
            matrix = shift_of(node, self.view).then(matrix)
        context = Context(inherited(context.style, node), matrix, context.clip)
        path = outline(node, self.view) if node.tag in SHAPES else []
        context, seen = self.clipped(node, path, context)
        if node.tag in SHAPES:
            self.shape(path, context)
        elif node.tag in _GROUPS:
            self.children(node, context)
        elif node.tag == "use":
            self.use(node, context)
        else:
            self.reasons[f"a <{node.tag}> element"] = None
            if node.tag in _UNFOLLOWED and (node.tag == "switch" or not self.rough):
                self.children(node, context)
        self.fade(node, first)
        self.layers(node, first, context)
        if not seen:
            del self.marks[first:]

    def clipped(self, node: Node, path: list[Segment], context: Context) -> tuple[Context, bool]:
        """Return the context with the node's clip, and whether anything is seen through that."""
        if not reference(node.get("clip-path")):
            if node.get("clip-path", "none") != "none":
                self.reasons["a clip by a CSS shape"] = None
            return context, True
        if context.clip is not None:
            self.reasons["a clip within a clip"] = None
        clip = clip_outline(self.tree, node, path, context.matrix, self.view, self.reasons)
        return replace(context, clip=clip), bool(clip)

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
        if target is not None:
            self.element(target, context)

    def shape(self, path: list[Segment], context: Context) -> None:
        if not path or context.style["visibility"] != "visible":
            return
        self.drawn(self.segments + len(path))
        fill, stroke = None, None
        try:
            if not is_flat(path):
                fill = filled(self.tree, path, context.style, context.matrix, self.view)
            stroke = stroked(context.style, context.matrix, self.view)
        except ColorError as error:
            self.reasons[str(error)] = None
            fill = _UNKNOWN
            if self.rough:
                stroke = roughly(context.style, context.matrix, self.view)
            for name in references(f"{context.style['fill']} {context.style['stroke']}"):
                self.serve(name, "pattern", context)
        if fill is None and stroke is None:
            return
        if stroke and stroke[2] != "butt":
            m = context.matrix
            width = stroke[1] / abs(m.a * m.d - m.b * m.c) ** 0.5
            path = dotted(path, width / 200)  # half a percent
        placed = moved(path, context.matrix)
        even_odd = context.style["fill-rule"] == "evenodd"
        if fill and stroke and strokes_first(context.style["paint-order"]):
            self.marks.append((placed, None, stroke, False, context.clip))
            stroke = None
        self.marks.append((placed, fill, stroke, even_odd, context.clip))

    def layers(self, node: Node, first: int, context: Context) -> None:
        """Tally what the node's layers take, its marks being those from `first` on."""
        layers = layers_of(node)
        if layers is None:
            return
        for tag, names in (("clipPath", layers.clips), ("mask", layers.masks)):
            for name in names:
                self.serve(name, tag, context)
        vertices = sum(len(mark[0]) for mark in self.marks[first:])
        for name in layers.markers:
            self.serve(name, "marker", context, vertices)
        self.markers += vertices * len(layers.markers)
        if self.markers > MAX_MARKERS:
            raise LimitError(f"more than {MAX_MARKERS:,} markers")
        self.tally.layers(layers, self.marks[first:], context.matrix)

    def serve(self, name: str, tag: str, context: Context, times: int = 1) -> None:
        """Tally what drawing the content of a clip, mask, pattern or marker `times` takes."""
        node = self.tree.referred(name)
        if node is None or node.tag != tag:
            return
        first, segments = len(self.marks), self.segments
        context = Context(inherited(INITIAL, node), context.matrix)  # not of what it is used on
        with self.tally.serving(times):
            self.children(node, context)
            self.layers(node, first, context)
            self.tally.paints(self.marks[first:])
        del self.marks[first:]
        self.drawn(segments + (self.segments - segments) * times)

    def drawn(self, segments: int) -> None:
        """Take note of how many segments there are by now, repeats counted."""
        self.segments = segments
        if segments > MAX_SEGMENTS:
            raise LimitError(f"more than {MAX_SEGMENTS:,} path segments")

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
