"""Setting rich text: paragraphs and lists, wherever a block holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks.setting import baseline_in
from brochure.blocks.strip import nested
from brochure.frame import Element, Group, Role
from brochure.richtext import Inline, ListOf, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.richtext import RichText
    from brochure.themes.theme import Role as StyleRole

_INDENT = 13.0  # pt: a bullet and its space at 10.5 pt
_NUMBER_INDENT = 18.0  # pt: room for two figures and a stop


def prose(setting: Setting, text: RichText, role: StyleRole = "body") -> list[Strip]:
    """Return the strips of `text`, its lists set as items."""
    strips: list[Strip] = []
    for part in text.parts:
        match part:
            case Inline():
                strips += setting.paragraph(part, role, (Element(Role.PARAGRAPH),))
            case ListOf(items, start):
                strips += listing(setting, items, role, start)
    return strips


def listing(
    setting: Setting,
    items: Sequence[Inline],
    role: StyleRole = "item",
    start: int | None = None,
) -> list[Strip]:
    """Return `items` as a list: bullets, or numbers counted from `start`."""
    whole = Element(Role.LIST)
    strips: list[Strip] = []
    for index, item in enumerate(items):
        marker = "\u2022" if start is None else f"{start + index}."
        indent = setting.length(_INDENT if start is None else _NUMBER_INDENT)
        strips += labelled(setting, marker, item, role, whole, indent)
    if strips:
        strips[-1] = replace(strips[-1], after=setting.style("body").after)
    return strips


def labelled(  # noqa: PLR0913, PLR0917 - a list item is all of these
    setting: Setting,
    marker: str,
    item: Inline,
    role: StyleRole,
    whole: Element,
    indent: float,
) -> list[Strip]:
    """Return one item of the list `whole`, its lines moved in and its marker before the first."""
    style = setting.style(role)
    entry, body = Element(Role.ITEM), Element(Role.BODY)
    lines = setting.paragraph(item, role, indent=indent)
    accent = setting.lines(setting.plain(marker, item.where), replace(style, color="accent"))
    baseline = baseline_in(style, setting.font(style))
    label = Group(accent[0].at(0, baseline), element=Element(Role.LABEL))
    return [
        replace(
            line,
            items=((label,) if i == 0 else ()) + nested((body,), line.items),
            path=(whole, entry),
            before=0.0,
            after=0.0,
        )
        for i, line in enumerate(lines)
    ]


def led_by(title: Inline | None, text: Inline) -> Inline:
    """Return `text` after its bold `title`, in one paragraph."""
    if title is None:
        return text
    space = Span(" ", text.where)
    return Inline((*bolded(title).spans, space, *text.spans), title.where)


def bolded(text: Inline) -> Inline:
    """Return `text` with every span bold."""
    return replace(text, spans=tuple(replace(span, bold=True) for span in text.spans))
