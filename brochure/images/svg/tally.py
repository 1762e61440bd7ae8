"""The effort of a drawing, added up while its tree is walked."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import astuple

from brochure.geometry import Size
from brochure.images.svg.effort import LAYER, Effort, covered, filtering, painting
from brochure.images.svg.marks import extent
from brochure.images.svg.values import references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.geometry import Matrix
    from brochure.images.svg.marks import Mark
    from brochure.images.svg.node import Node, Tree

_APART = {"opacity": "1", "mix-blend-mode": "normal", "isolation": "auto"}


class Layers(msgspec.Struct, frozen=True):
    """What makes the renderer draw an element apart before it lays it over what is below."""

    filters: str
    clips: list[str]
    masks: list[str]
    markers: list[str]
    apart: bool


def layers_of(node: Node) -> Layers | None:
    """Return the node's layers; None where it is drawn straight onto what is below."""
    markers = [node.get(name) for name in node.attributes if name.startswith("marker")]
    layers = Layers(
        "" if node.get("filter", "none") == "none" else node.get("filter"),
        references(node.get("clip-path")),
        references(node.get("mask")),
        references(" ".join(markers)),
        any(node.get(name, plain) != plain for name, plain in _APART.items()),
    )
    return layers if any(astuple(layers)) else None


class Tally:
    """The effort so far."""

    def __init__(self, tree: Tree, view: Size) -> None:
        self.tree = tree
        self.view = view
        self.effort = Effort()
        self._served = 0

    def layers(self, layers: Layers, marks: list[Mark], matrix: Matrix) -> None:
        """Add what the layers take of an element that draws `marks`."""
        box = self._box(marks)
        count = len(layers.clips) + len(layers.masks) + layers.apart
        area = self._drawings(box.width * box.height) if box else 1.0
        self.effort = self.effort.plus(Effort(covered(area) * LAYER * count))
        if layers.filters:
            found = filtering(self.tree, layers.filters, box, matrix, self.view)
            self.effort = self.effort.plus(found)

    def paints(self, marks: list[Mark]) -> None:
        """Add what painting `marks` takes.

        In a clip, a mask or the like no paint is a plain one: clips took seven times as long.
        """
        for path, fill, stroke, _, _ in marks:
            left, top, right, bottom = extent(path)
            area = self._drawings((right - left) * (bottom - top))
            for paint in (fill, stroke and stroke[0]):
                if paint:
                    opaque = not self._served and len(paint) == 3 and paint[2] == 1  # noqa: PLR2004 - an ink
                    self.effort = self.effort.plus(painting(area, opaque=opaque))

    @contextmanager
    def serving(self, times: int) -> Iterator[None]:
        """Count what is added meanwhile so many `times`, its layers as large as the drawing.

        It is the content of a mask or the like, which may be in units of what that is used on.
        """
        before, self.effort = self.effort, Effort()
        self._served += 1
        yield
        self._served -= 1
        self.effort = before.plus(self.effort, times)

    def _drawings(self, area: float) -> float:
        return area / (self.view.width * self.view.height)

    def _box(self, marks: list[Mark]) -> Size | None:
        """Return the size of what `marks` cover; None where that cannot be known."""
        if self._served or not marks:
            return None
        left, top, right, bottom = zip(*(extent(mark[0]) for mark in marks), strict=True)
        return Size(max(right) - min(left), max(bottom) - min(top))
