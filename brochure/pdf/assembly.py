"""Fragments → one page: its operators in order, and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.geometry import Matrix, Point
from brochure.pdf import operators
from brochure.pdf.fragment import Content, Nested, Target
from brochure.pdf.objects import utf16
from brochure.pdf.painter import paint_items

if TYPE_CHECKING:
    from brochure.frame import Element, Frame, Link
    from brochure.pdf.fonts import Shown
    from brochure.pdf.fragment import Fragment
    from brochure.pdf.medium import Medium
    from brochure.pdf.resources import Resources


class Area(msgspec.Struct, frozen=True):
    """A link on a page: left, bottom, right and top in PDF's own points, y upward."""

    box: tuple[float, float, float, float]
    link: Link


class Page(msgspec.Struct, frozen=True):
    """A page's operators; its links; its headings with their corners; whether all is opaque."""

    content: bytes
    links: tuple[Area, ...]
    headings: tuple[tuple[Element, Point], ...]
    transparent: bool


def assemble(frame: Frame, medium: Medium, resources: Resources, shown: Shown) -> Page:
    """Return `frame` as a page; what it names is added to `resources`, its glyphs to `shown`."""
    flip = Matrix(d=-1, f=frame.size.height)
    assembler = _Assembler(resources, shown)
    assembler.out.append(operators.concatenate(flip))
    assembler.take(paint_items(frame.items, medium), flip)
    return Page(
        "\n".join(assembler.out).encode("ascii"),
        tuple(assembler.links),
        tuple(assembler.headings),
        assembler.transparent,
    )


class _Assembler:
    """Walks fragments, outermost first, and gathers what a page is made of."""

    def __init__(self, resources: Resources, shown: Shown) -> None:
        self.resources = resources
        self.shown = shown
        self.out: list[str] = []
        self.links: list[Area] = []
        self.headings: list[tuple[Element, Point]] = []
        self.transparent = False

    def take(self, fragment: Fragment, matrix: Matrix) -> None:
        """Take `fragment`, whose space `matrix` turns into the page's."""
        self.resources.require(fragment.needs)
        self.shown.add(fragment.shown)
        self.transparent |= fragment.transparent
        for piece in fragment.pieces:
            match piece:
                case str():
                    self.out.append(piece)
                case Content():
                    self._content(piece)
                case Target(link):
                    self.links.append(Area(_box(link, matrix), link))
                case Nested():
                    self._nested(piece, matrix)

    def _content(self, content: Content) -> None:
        if content.stands_for is None:
            self.out.append(content.operators)
        else:
            # ISO 32000-1, 14.9.4: ActualText replaces what the glyphs of a marked sequence say.
            opening = f"/Span <</ActualText <FEFF{utf16(content.stands_for)}>>> BDC"
            self.out += (opening, content.operators, "EMC")

    def _nested(self, nested: Nested, matrix: Matrix) -> None:
        if nested.element is not None and nested.corner is not None:
            self.headings.append((nested.element, matrix.apply(nested.corner)))
        if nested.before:
            self.out.append(nested.before)
        self.take(nested.inner, nested.matrix.then(matrix))
        if nested.after:
            self.out.append(nested.after)


def _box(link: Link, matrix: Matrix) -> tuple[float, float, float, float]:
    rect = link.rect
    corners = [
        matrix.apply(Point(x, y)) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
    ]
    xs, ys = [point.x for point in corners], [point.y for point in corners]
    return min(xs), min(ys), max(xs), max(ys)
