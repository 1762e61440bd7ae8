"""Broken lines → items on a baseline: words in their colors, and links with what shows them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from brochure.frame import Element, Group, Link, Role, Text
from brochure.geometry import Matrix, Point, Rect
from brochure.richtext import LINE_BREAK
from brochure.shape import Shape, Stroke, line, transformed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brochure.blocks.setting import Setting
    from brochure.fields import Href
    from brochure.frame import Item
    from brochure.richtext import Span
    from brochure.themes import TextStyle
    from brochure.typography import GlyphRun, Line, Piece


_NAME = 1_000  # characters of a link's words that its name has, on each of its lines: a panel's


class SetLine(msgspec.Struct, frozen=True):
    """One line's items, their baseline at y = 0, and the width of their ink."""

    items: tuple[Item, ...]
    width: float

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """Return the items with their line's start and baseline at `x`, `y`."""
        return tuple(_moved(item, x, y) for item in self.items)


def set_lines(
    broken: Iterable[Line], spans: Sequence[Span], style: TextStyle, setting: Setting
) -> list[SetLine]:
    """Return the lines of a paragraph, whose pieces have the indexes of `spans` as sources."""
    links = _links(spans)
    found = []
    for broken_line in broken:
        items: list[Item] = []
        for link, together in groupby(broken_line.pieces, lambda piece: links.get(piece.source)):
            pieces = list(together)
            texts = [_text(piece, spans[piece.source], style, setting) for piece in pieces]
            if link is None:
                items += texts
            else:
                areas = _areas(pieces, broken_line.pieces, style)
                items.append(_shown(link, texts, areas, style, setting))
        found.append(SetLine(tuple(items), broken_line.width))
    return found


class _Linked(msgspec.Struct, frozen=True, eq=False):
    """A link of a paragraph, one element on however many lines it stands."""

    href: Href
    words: str
    element: Element


def _links(spans: Sequence[Span]) -> dict[int, _Linked]:
    """Return the link of each span that is of one; neighbors with one address are one link."""
    found: dict[int, _Linked] = {}
    for href, together in groupby(range(len(spans)), lambda index: spans[index].href):
        if href:
            indexes = list(together)
            words = "".join(spans[index].text for index in indexes).replace(LINE_BREAK, " ")
            words = words if len(words) <= _NAME else f"{words[:_NAME]}…"
            found |= dict.fromkeys(indexes, _Linked(href, words, Element(Role.LINK)))
    return found


def _text(piece: Piece, span: Span, style: TextStyle, setting: Setting) -> Text:
    color = setting.color("heading" if span.bold and style.color == "ink" else style.color)
    hyphen = "\u00ad" if piece.hyphen else None
    return Text(Point(piece.x, 0.0), piece.run, color, hyphen, span.where)


def _areas(pieces: Sequence[Piece], line: Sequence[Piece], style: TextStyle) -> list[Rect]:
    """Return the boxes around `pieces` of `line`: one, unless others stand between them.

    So they may where words of one link run to the left and others to the right.
    """
    inked = [piece for piece in pieces if not piece.run.text.isspace()] or pieces
    mine = set(map(id, inked))
    rise, drop = 0.75 * style.size, 0.25 * style.size
    areas = []
    beside = [p for p in line if id(p) in mine or not p.run.text.isspace()]
    beside.sort(key=lambda piece: piece.x)
    for ours, together in groupby(beside, lambda piece: id(piece) in mine):
        if ours:
            edges = [piece.x + x for piece in together for x in _ink(piece.run)]
            left, right = min(edges), max(edges)
            areas.append(Rect(left, -rise, right - left, rise + drop))
    return areas


def _shown(
    link: _Linked,
    texts: Sequence[Text],
    areas: Sequence[Rect],
    style: TextStyle,
    setting: Setting,
) -> Group:
    """Return what of a link stands on one line: its words, what is clicked, and the underline.

    Paper needs none: there the address is what counts.
    """
    items: list[Item] = [*texts, *(Link(area, link.href, link.words) for area in areas)]
    if not setting.edition.on_paper:
        look = setting.theme.link
        under = look.drop * style.size
        stroke = Stroke(setting.color(look.color), look.width)
        for area in areas:
            path = line(Point(area.x, under), Point(area.right, under))
            # First, so that descenders stand on it.
            items.insert(0, Group((Shape(path, stroke=stroke),), element=Element(Role.ARTIFACT)))
    return Group(tuple(items), element=link.element)


def _ink(run: GlyphRun) -> tuple[float, float]:
    """Return where the ink of `run` begins and ends: spaces that hang at a line's end have none."""
    left, right = 0.0, run.width
    for text, advance in zip(run.texts, run.advances, strict=True):
        if not text.isspace():
            break
        left += advance
    for text, advance in zip(reversed(run.texts), reversed(run.advances), strict=True):
        if not text.isspace() or right <= left:
            break
        right -= advance
    return left, right


def _moved(item: Item, x: float, y: float) -> Item:
    match item:
        case Text(origin=origin):
            return replace(item, origin=Point(origin.x + x, origin.y + y))
        case Link(rect=rect):
            return replace(item, rect=rect.moved(x, y))
        case Shape(path=path):
            return replace(item, path=transformed(path, Matrix.shift(x, y)))
        case Group(items=items):
            return replace(item, items=tuple(_moved(inner, x, y) for inner in items))
        case _:
            raise AssertionError(item)  # a line holds nothing else
