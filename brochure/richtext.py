"""Copy with inline emphasis, each span knowing where in the author's file it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from brochure.fields import Href
    from brochure.problems import Where

LINE_BREAK = "\u2028"  # Unicode's LINE SEPARATOR stands for a break that the author asked for


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of characters in one style; `where` is the place of its first character.

    `address` marks one that is typed or copied as it stands: its capitals stay, and lines break in
    it by rules of its own.
    """

    text: str
    where: Where
    bold: bool = False
    italic: bool = False
    href: Href | None = None
    address: bool = False


class Inline(msgspec.Struct, frozen=True, gc=False):
    """One paragraph's worth of spans: a heading, a list item, a table cell."""

    spans: tuple[Span, ...]
    where: Where

    @property
    def plain(self) -> str:
        """The characters without any style, line breaks as spaces."""
        return "".join(span.text for span in self.spans).replace(LINE_BREAK, " ")


class ListOf(msgspec.Struct, frozen=True, gc=False):
    """A list inside a text; `start` is the first number, or None for bullets."""

    items: tuple[Inline, ...]
    start: int | None = None


class RichText(msgspec.Struct, frozen=True, gc=False):
    """Paragraphs and lists, in the author's order."""

    parts: tuple[Inline | ListOf, ...]
    where: Where
