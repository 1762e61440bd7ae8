"""Painted items before a page takes them: operators that depend on nothing around them.

A fragment starts from the graphics state that a page starts with and leaves it as it was, and it
names resources by their content, so one fragment serves every page, edition and document that shows
the same items. What changes from document to document (marks for the reading structure) is put in
by `assembly`, between its pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from brochure.geometry import UNMOVED

if TYPE_CHECKING:
    from brochure.frame import Element, Link
    from brochure.geometry import Matrix, Point, Rect
    from brochure.pdf.glyphs import Cluster
    from brochure.typography.fonts import Font


class Content(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Operators that paint, and so belong to the element around them.

    `stands_for` is what they read as, where that is not what their glyphs say.
    """

    operators: str
    stands_for: str | None = None


class Target(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A link, at its place among the pieces."""

    link: Link


class Nested(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A fragment within one: moved by `matrix`, between the operators `before` and `after`.

    `corner` is the top left of a heading that can be led to, `box` what a figure takes up; both
    in the space around the fragment.
    """

    inner: Fragment
    before: str = ""
    after: str = ""
    matrix: Matrix = UNMOVED
    element: Element | None = None
    corner: Point | None = None
    box: Rect | None = None


Piece: TypeAlias = "str | Content | Target | Nested"
"""A plain string is of operators that paint nothing: they save, move, clip, open a text."""


Kind: TypeAlias = Literal["XObject", "Shading", "ExtGState", "ColorSpace"]
"""The resource dictionary that an entry goes into (7.8.3); fonts have their own way."""


class Need(msgspec.Struct, frozen=True, gc=False):
    """A resource that operators call by `name`; `made_from` says what it is (see `resources`)."""

    kind: Kind
    name: str
    made_from: object


class Fragment(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Pieces in painting order, and what they need of the document.

    `shown` holds what the glyphs of each font must read as; `transparent` tells whether anything
    shines through.
    """

    pieces: tuple[Piece, ...]
    needs: tuple[Need, ...] = ()
    shown: tuple[tuple[Font, tuple[Cluster, ...]], ...] = ()
    transparent: bool = False
