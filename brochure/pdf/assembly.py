"""Fragments → one page: its operators in order, and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Role
from brochure.geometry import Matrix, Point
from brochure.pdf import operators
from brochure.pdf.fragment import Content, Nested, Target
from brochure.pdf.objects import utf16
from brochure.pdf.painter import paint_items

if TYPE_CHECKING:
    from brochure.frame import Element, Frame, Link
    from brochure.geometry import Rect, Size
    from brochure.pdf.fonts import Shown
    from brochure.pdf.fragment import Fragment
    from brochure.pdf.medium import Medium
    from brochure.pdf.resources import Resources
    from brochure.pdf.structure import Node, Structure


Box = tuple[float, float, float, float]


class Area(msgspec.Struct, frozen=True):
    """A link on a page: left, bottom, right and top in PDF's own points, y upward.

    `node` is its element in a tagged file.
    """

    box: Box
    link: Link
    node: Node | None = None


class Page(msgspec.Struct, frozen=True):
    """A page's operators; its links; its headings with their corners; whether all is opaque."""

    content: bytes
    links: tuple[Area, ...]
    headings: tuple[tuple[Element, Point], ...]
    transparent: bool


def assemble(
    frame: Frame,
    medium: Medium,
    resources: Resources,
    shown: Shown,
    structure: Structure | None = None,
) -> Page:
    """Return `frame` as a page; what it names is added to `resources`, its glyphs to `shown`.

    In a tagged file every piece of content is marked as of its element in `structure`, or as an
    artifact.
    """
    flip = Matrix(d=-1, f=frame.size.height)
    assembler = _Assembler(frame.size, resources, shown, structure)
    assembler.out.append(operators.concatenate(flip))
    assembler.take(paint_items(frame.items, medium), flip, structure.top if structure else None)
    return Page(
        "\n".join(assembler.out).encode("ascii"),
        tuple(assembler.links),
        tuple(assembler.headings),
        assembler.transparent,
    )


class _Assembler:
    """Walks fragments, outermost first, and gathers what a page is made of."""

    def __init__(
        self, size: Size, resources: Resources, shown: Shown, structure: Structure | None
    ) -> None:
        self.size = size
        self.structure = structure
        self.resources = resources
        self.shown = shown
        self.out: list[str] = []
        self.links: list[Area] = []
        self.headings: list[tuple[Element, Point]] = []
        self.transparent = False

    def take(self, fragment: Fragment, matrix: Matrix, node: Node | None) -> None:
        """Take `fragment`, whose space `matrix` turns into the page's, as content of `node`.

        Where there is no node, it is an artifact, or the file is not tagged.
        """
        self.resources.require(fragment.needs)
        self.shown.add(fragment.shown)
        self.transparent |= fragment.transparent
        for piece in fragment.pieces:
            match piece:
                case str():
                    self.out.append(piece)
                case Content():
                    self._content(piece, node)
                case Target(link):
                    self.links.append(Area(_box(link.rect, matrix), link, node))
                case Nested():
                    self._nested(piece, matrix, node)

    def _content(self, content: Content, node: Node | None) -> None:
        if self.structure is not None:
            marked = self.structure.mark(node, content.stands_for) if node else "/Artifact BMC"
            self.out += (marked, content.operators, "EMC")
        elif content.stands_for is None:
            self.out.append(content.operators)
        else:
            # ISO 32000-1, 14.9.4: ActualText replaces what the glyphs of a marked sequence say.
            opening = f"/Span <</ActualText <FEFF{utf16(content.stands_for)}>>> BDC"
            self.out += (opening, content.operators, "EMC")

    def _nested(self, nested: Nested, matrix: Matrix, node: Node | None) -> None:
        node = self._entered(nested, matrix, node)
        if nested.element is not None and nested.corner is not None:
            self.headings.append((nested.element, matrix.apply(nested.corner)))
        if nested.before:
            self.out.append(nested.before)
        self.take(nested.inner, nested.matrix.then(matrix), node)
        if nested.after:
            self.out.append(nested.after)

    def _entered(self, nested: Nested, matrix: Matrix, node: Node | None) -> Node | None:
        """Return the node of what is nested; within an artifact all is one."""
        if nested.element is None or node is None or self.structure is None:
            return node
        if nested.element.role is Role.ARTIFACT:
            return None
        found = self.structure.child(nested.element, node)
        if nested.box is not None and found.box is None:
            found.box = _within(_box(nested.box, matrix), self.size)
        return found


def _within(box: Box, size: Size) -> Box:
    """Return the part of `box` that lies on a page of `size`."""
    left, bottom, right, top = box
    return max(left, 0.0), max(bottom, 0.0), min(right, size.width), min(top, size.height)


def _box(rect: Rect, matrix: Matrix) -> Box:
    corners = [
        matrix.apply(Point(x, y)) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
    ]
    xs, ys = [point.x for point in corners], [point.y for point in corners]
    return min(xs), min(ys), max(xs), max(ys)
