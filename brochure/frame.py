"""The one noun between layout and paint: a tree of positioned items, in points, y downward.

Painting never sees content: what an item means for a reader (a heading, a figure and its alt
text) travels with it as an `Element`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from brochure.fields import Focus
from brochure.geometry import UNMOVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brochure.color import Color
    from brochure.fields import Href
    from brochure.geometry import Matrix, Point, Rect, Size
    from brochure.images import Drawing, Photo, Raster
    from brochure.problems import Where
    from brochure.shape import Path, Shape
    from brochure.typography import GlyphRun


class Role(StrEnum):
    """What a group is to a reader; the values are PDF 1.7's standard structure types (14.8.4)."""

    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    LINK = "Link"
    SPAN = "Span"
    ASIDE = "Div"
    ARTIFACT = "Artifact"  # decoration: painted, never read aloud


class Element(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One node of the reading structure; groups that carry the same element are one to a reader.

    `alt` stands for a picture, `language` differs from the document's, `title` is what an outline
    shows for a heading, `scope` ("Column" or "Row") says what a table header heads. `code` is what
    a QR code's picture says to a camera.
    """

    role: Role
    alt: str | None = None
    language: str | None = None
    title: str | None = None
    scope: str | None = None
    code: str | None = None


class Text(msgspec.Struct, frozen=True, gc=False):
    """A run of glyphs whose baseline starts at `origin`.

    `stands_for` is what the run reads as when that differs from its characters: a hyphen that a
    line break put in stands for a soft hyphen. `where` is the place in the author's file of the
    span that it is of.
    """

    origin: Point
    run: GlyphRun
    color: Color
    stands_for: str | None = None
    where: Where | None = None


class Image(msgspec.Struct, frozen=True, gc=False):
    """A picture that covers `rect`, cropped where its proportions differ, `focus` kept in view.

    Its pixels are prepared when it is painted: editions differ in resolution and in colors.
    `palette` gives a drawing's colors by name; `currentColor` is one of them.
    """

    rect: Rect
    source: Photo | Drawing | Raster
    focus: Focus = Focus()
    palette: Mapping[str, Color] = {}


class Link(msgspec.Struct, frozen=True, gc=False):
    """An area that opens `href`; `contents` says where it leads, for those who hear it."""

    rect: Rect
    href: Href
    contents: str


class Group(msgspec.Struct, frozen=True, gc=False):
    """Items moved by `matrix`, seen through `clip` (in their own space), read as `element`."""

    items: tuple[Item, ...]
    matrix: Matrix = UNMOVED
    clip: Path | None = None
    element: Element | None = None


Item: TypeAlias = "Text | Image | Shape | Link | Group"


def leaves(items: Iterable[Item]) -> Iterator[Text | Image | Shape | Link]:
    """Yield every item within `items` that is no group, wherever groups move it."""
    for item in items:
        if isinstance(item, Group):
            yield from leaves(item.items)
        else:
            yield item


class Frame(msgspec.Struct, frozen=True, gc=False):
    """A surface of `size` and what stands on it, first item lowest."""

    size: Size
    items: tuple[Item, ...] = ()
