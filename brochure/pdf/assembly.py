"""Fragments → one page: its operators in order, and what stands beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Role
from brochure.geometry import UNMOVED, Matrix, Point
from brochure.pdf import operators
from brochure.pdf.fragment import Content, Nested, Target
from brochure.pdf.objects import utf16
from brochure.pdf.painter import paint_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.frame import Element, Frame, Link
    from brochure.geometry import Rect, Size
    from brochure.pdf.fonts import Shown
    from brochure.pdf.fragment import Fragment, Need
    from brochure.pdf.glyphs import Cluster
    from brochure.pdf.medium import Medium
    from brochure.pdf.resources import Resources
    from brochure.pdf.structure import Node, Structure
    from brochure.typography.fonts import Font


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
    assembler.take(paint_items(frame.items, medium), flip)
    return Page(
        "\n".join(assembler.out).encode("ascii"),
        tuple(assembler.links),
        tuple(assembler.headings),
        assembler.transparent,
    )


class _Plain(msgspec.Struct, frozen=True, eq=False):
    """A fragment and all within it as they stand in a file without a reading structure.

    Each link, and each heading's corner, comes with the matrix from its space to the fragment's.
    """

    operators: tuple[str, ...]
    links: tuple[tuple[Link, Matrix], ...]
    headings: tuple[tuple[Element, Point, Matrix], ...]
    needs: tuple[Need, ...]
    shown: tuple[tuple[Font, tuple[Cluster, ...]], ...]
    transparent: bool


@lru_cache(maxsize=4096)
def _plain(fragment: Fragment) -> _Plain:
    """Return `fragment` without a structure's marks; one that stays is put together once."""
    out: list[str] = []
    links: list[tuple[Link, Matrix]] = []
    headings: list[tuple[Element, Point, Matrix]] = []
    needs = dict.fromkeys(fragment.needs)
    shown: dict[Font, dict[Cluster, None]] = {}
    _gather(shown, fragment.shown)
    transparent = fragment.transparent
    for piece in fragment.pieces:
        match piece:
            case str():
                out.append(piece)
            case Content(operators, stands_for) if stands_for is not None:
                # ISO 32000-1, 14.9.4: ActualText replaces what the glyphs of a marked sequence say.
                opening = f"/Span <</ActualText <FEFF{utf16(stands_for)}>>> BDC"
                out += (opening, operators, "EMC")
            case Content(operators):
                out.append(operators)
            case Target(link):
                links.append((link, UNMOVED))
            case Nested(element=element, corner=corner, matrix=matrix):
                if element is not None and corner is not None:
                    headings.append((element, corner, UNMOVED))
                inner = _plain(piece.inner)
                out += (*filter(None, (piece.before,)), *inner.operators)
                out += filter(None, (piece.after,))
                links += ((link, moved.then(matrix)) for link, moved in inner.links)
                headings += ((one, at, moved.then(matrix)) for one, at, moved in inner.headings)
                needs |= dict.fromkeys(inner.needs)
                _gather(shown, inner.shown)
                transparent |= inner.transparent
    return _Plain(
        ("\n".join(out),) if out else (),
        tuple(links),
        tuple(headings),
        tuple(needs),
        tuple((font, tuple(clusters)) for font, clusters in shown.items()),
        transparent,
    )


def _gather(
    shown: dict[Font, dict[Cluster, None]], more: Iterable[tuple[Font, tuple[Cluster, ...]]]
) -> None:
    for font, clusters in more:
        shown.setdefault(font, {}).update(dict.fromkeys(clusters))


class _Assembler:
    """Gathers what a page is made of from its fragments, outermost first."""

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

    def take(self, fragment: Fragment, matrix: Matrix) -> None:
        """Take `fragment`, whose space `matrix` turns into the page's."""
        if self.structure is not None:
            self._tagged(fragment, matrix, self.structure.top, self.structure)
            return
        plain = _plain(fragment)
        self.resources.require(plain.needs)
        self.shown.add(plain.shown)
        self.transparent |= plain.transparent
        self.out += plain.operators
        for link, moved in plain.links:
            self.links.append(Area(_box(link.rect, moved.then(matrix)), link))
        for element, corner, moved in plain.headings:
            self.headings.append((element, moved.then(matrix).apply(corner)))

    def _tagged(
        self, fragment: Fragment, matrix: Matrix, node: Node | None, structure: Structure
    ) -> None:
        """Take `fragment` as content of `node`; where there is none, it is an artifact."""
        self.resources.require(fragment.needs)
        self.shown.add(fragment.shown)
        self.transparent |= fragment.transparent
        for piece in fragment.pieces:
            match piece:
                case str():
                    self.out.append(piece)
                case Content(operators, text):
                    marked = structure.mark(node, text) if node else "/Artifact BMC"
                    self.out += (marked, operators, "EMC")
                case Target(link):
                    self.links.append(Area(_box(link.rect, matrix), link, node))
                case Nested():
                    self._nested(piece, matrix, node, structure)

    def _nested(
        self, nested: Nested, matrix: Matrix, node: Node | None, structure: Structure
    ) -> None:
        node = self._entered(nested, matrix, node, structure)
        if nested.element is not None and nested.corner is not None:
            self.headings.append((nested.element, matrix.apply(nested.corner)))
        if nested.before:
            self.out.append(nested.before)
        self._tagged(nested.inner, nested.matrix.then(matrix), node, structure)
        if nested.after:
            self.out.append(nested.after)

    def _entered(
        self, nested: Nested, matrix: Matrix, node: Node | None, structure: Structure
    ) -> Node | None:
        """Return the node of what is nested; within an artifact all is one."""
        if nested.element is None or node is None:
            return node
        if nested.element.role is Role.ARTIFACT:
            return None
        found = structure.child(nested.element, node)
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
