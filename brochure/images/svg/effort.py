"""How much an exact renderer has to do for a drawing: it has no time limit, so we set one.

Its unit is the *pass*: one simple step over every pixel of the drawing. On the machine where the
weights were measured (resvg 0.5 at 1 and 9 million pixels) a pass takes 0.1 µs a pixel, and what it
makes is kept as 4 bytes a pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.images.svg.values import length, number, references, split_list

if TYPE_CHECKING:
    from brochure.geometry import Matrix, Size
    from brochure.images.svg.node import Node, Tree

BUDGET = 60e6  # passes times pixels: 7 seconds and 240 MB
LAYER = 1.0  # a group drawn apart; 0.3 to 0.6 measured, but nested ones are kept at once
_FILTER = 2.0  # into linear light and back
_BLUR = 2.0  # beyond its pass; below 2 pixels the renderer takes a slower way
_PER_OCTAVE = 1.0  # of feTurbulence
_PER_CELL = 0.05  # of feConvolveMatrix
_PER_NEIGHBOUR = 0.03  # of feMorphology
_PAINT, _OPAQUE_PAINT = 0.4, 0.01
_REACH = 5.0  # the renderer cuts layers at five times the drawing's width and height


class Effort(msgspec.Struct, frozen=True):
    """Passes over the drawing's pixels; `growing` of them once for each pixel that it has.

    The latter are those of neighbourhoods, whose radius in pixels grows with the resolution.
    """

    passes: float = 0.0
    growing: float = 0.0

    def plus(self, other: Effort, times: float = 1.0) -> Effort:
        """Return the effort with that of `other` added, done so many `times`."""
        return Effort(self.passes + other.passes * times, self.growing + other.growing * times)

    def most_pixels(self) -> float:
        """Return how many pixels the drawing may have, to stay within the budget."""
        root = (self.passes * self.passes + 4 * self.growing * BUDGET) ** 0.5
        return 2 * BUDGET / max(self.passes + float(root), 1e-9)


def painting(area: float, *, opaque: bool) -> Effort:
    """Return the effort of one plain (`opaque`) or other paint over `area` (in drawings)."""
    return Effort(covered(area) * (_OPAQUE_PAINT if opaque else _PAINT))


def filtering(tree: Tree, value: str, box: Size | None, matrix: Matrix, view: Size) -> Effort:
    """Return the effort of the `filter` property's `value` on something as large as `box`.

    `box` and `view` are in the drawing's space; None is of unknown size.
    """
    effort = Effort()
    functions = value.count("(") - len(references(value))
    size = box or view
    if functions > 0:
        area = 1.44 * size.width * size.height / (view.width * view.height)  # 120 % each way
        effort = Effort(covered(area) * functions * (_FILTER + 1))
    for name in references(value):
        node = tree.referred(name)
        if node is not None and node.tag == "filter":
            effort = effort.plus(_of_filter(tree.chain(node), size, matrix, view))
    return effort


def covered(area: float) -> float:
    """Return `area`, counted in drawings, as far as the renderer works on it."""
    return min(area, _REACH * _REACH)


def _of_filter(chain: list[Node], size: Size, matrix: Matrix, view: Size) -> Effort:
    own = {name: value for node in reversed(chain) for name, value in node.attributes.items()}
    boxed = own.get("filterUnits", "objectBoundingBox") == "objectBoundingBox"
    if boxed:
        width = size.width * number(own.get("width", ""), 1.2)
        height = size.height * number(own.get("height", ""), 1.2)
    else:
        across = length(own.get("width", ""), 1.2 * view.width, view.width)
        down = length(own.get("height", ""), 1.2 * view.height, view.height)
        width = abs(matrix.a) * across + abs(matrix.c) * down
        height = abs(matrix.b) * across + abs(matrix.d) * down
    area = covered(abs(width * height) / (view.width * view.height))
    scale = max(abs(matrix.a) + abs(matrix.c), abs(matrix.b) + abs(matrix.d))
    if own.get("primitiveUnits") == "objectBoundingBox":
        scale = max(size)
    steps = next((node.children for node in chain if node.children), [])
    effort = Effort(_FILTER * area)
    for step in steps:
        effort = effort.plus(_of_step(step, scale * scale / (view.width * view.height)), area)
    return effort


def _of_step(step: Node, density: float) -> Effort:
    """Return the effort of a filter's primitive over one drawing.

    `density` is how much of the drawing a square with sides of one of the filter's units covers.
    """
    passes = float(sum(1 for _ in step.walk()))
    match step.tag:
        case "feGaussianBlur" | "feDropShadow":
            return Effort(passes + _BLUR)
        case "feTurbulence":
            return Effort(passes + _PER_OCTAVE * number(step.get("numOctaves"), 1))
        case "feConvolveMatrix":
            return Effort(passes + _PER_CELL * len(split_list(step.get("kernelMatrix"))))
        case "feMorphology":
            across, *rest = [abs(number(part)) for part in split_list(step.get("radius"))] or [0.0]
            down = rest[0] if rest else across
            return Effort(passes, _PER_NEIGHBOUR * 4 * across * down * density)
        case _:
            return Effort(passes)
