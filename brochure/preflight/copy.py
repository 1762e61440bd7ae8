"""The author's texts, each with its role, its block and its key, for checks of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.blocks.table import Table
from brochure.problems import Where
from brochure.richtext import Inline, ListOf, RichText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.folds import PanelRole


class Copy(msgspec.Struct, frozen=True):
    """One paragraph's worth of the author's words.

    `field` is its key in the block, such as `text`, or `items.2.title` in one that has several;
    the spans of `inline` know their places in the file.
    """

    role: PanelRole
    block: Block
    field: str
    inline: Inline


def copy_of(role: PanelRole, block: Block) -> Iterator[Copy]:
    """Yield the texts of `block` in the author's order."""
    for field, inline in _inlines(block, ""):
        yield Copy(role, block, field, inline)


def _inlines(value: object, name: str) -> Iterator[tuple[str, Inline]]:
    match value:
        case Inline():
            if value.spans:
                yield name, value
        case RichText(parts):
            # One paragraph is the field's; several, lists too, are told apart by their number.
            yield from _inlines(parts[0] if len(parts) == 1 else parts, name)
        case ListOf(items):
            yield from _inlines(items, name)
        case tuple():
            for number, item in enumerate(value):
                yield from _inlines(item, f"{name}.{number}")
        case msgspec.Struct() if not isinstance(value, Where | Span):
            for key in _ordered(value):
                yield from _inlines(getattr(value, key), f"{name}.{key}" if name else key)
        case _:  # a number, a picture's name
            pass


def _ordered(struct: msgspec.Struct) -> tuple[str, ...]:
    """Return the names of a struct's fields as the page has them: what heads it is first."""
    heads = ("label", "title", *(("caption", "header") if isinstance(struct, Table) else ()))
    first = [name for name in heads if name in struct.__struct_fields__]
    return (*first, *(name for name in struct.__struct_fields__ if name not in first))
