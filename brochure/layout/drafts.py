"""Drafts: copy that does not fit is shown on a page of its own, and its panel says so.

Nothing is dropped and nothing is clipped, also where a build would stop: an author who cuts copy
wants to see where it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import Point, Rect
from brochure.layout.overset import TOLERANCE, lines_over
from brochure.layout.stack import Stack, items_of, stack
from brochure.model import LeftOver
from brochure.shape import Shape, Stroke, line, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.frame import Item
    from brochure.geometry import Size
    from brochure.problems import Where
    from brochure.themes.theme import Role as TextRole

_HEAD = 54.0  # pt above the copy on a page of what is left over: three quarters of an inch
_RULE = 1.5  # pt
_OFF = 4.0  # pt from the copy to the rule, and from the words under it to the foot


def cut(
    column: Stack, bottom: float, setting: Setting, x: float
) -> tuple[Stack, list[Strip], tuple[Item, ...]]:
    """Return what of `column` ends above `bottom`, the strips that do not, and a mark between.

    The mark is a rule across the column, `x` from the panel's left, and under it how many lines
    follow elsewhere; it takes its room from the column.
    """
    style, grid = setting.style("caption"), setting.theme.grid
    where = column.strips[-1].where
    words = _more(lines_over(column, bottom, grid))
    room = len(setting.lines(setting.plain(words, where), style)) * style.leading + _OFF
    foot = bottom - room
    count = sum(
        top + strip.height <= foot + TOLERANCE
        for strip, top in zip(column.strips, column.tops, strict=True)
    )
    held = Stack(column.strips[:count], column.tops[:count], foot)
    rest = list(column.strips[count:])
    rule = line(Point(x, foot + _RULE), Point(x + setting.measure, foot + _RULE))
    words = _more(lines_over(column, foot, grid))
    said = _said(setting, "caption", words, Point(x, foot + _RULE), rest[0].where)
    stroke = Stroke(setting.color("accent"), _RULE)
    mark = Group((Shape(rule, stroke=stroke), *said), element=Element(Role.ARTIFACT))
    return held, rest, (mark,)


def _more(lines: int) -> str:
    return f"Draft: {lines} more {'line' if lines == 1 else 'lines'} at the end"


def left_over(
    place: str, strips: Sequence[Strip], setting: Setting, size: Size, x: float
) -> LeftOver:
    """Return the page of what does not fit on `place`, at least as large as `size`.

    It has the panel's color, for which the copy's own are made.
    """
    placed = stack(strips, _HEAD, size.height, setting.theme.grid)
    high = type(size)(size.width, max(size.height, placed.bottom + _HEAD))
    words = f"Draft: does not fit on {place}"
    head = list(_said(setting, "label", words, Point(x, _HEAD / 4), strips[0].where))
    if setting.panel.ground:
        color = setting.theme.color(setting.panel.ground)
        head.insert(0, Shape(rectangle(Rect(0, 0, *high)), fill=color))
    copy = Group(items_of([(x, placed)]), element=Element(Role.SECTION))
    return LeftOver(place, Frame(high, (Group(tuple(head), element=Element(Role.ARTIFACT)), copy)))


def _said(
    setting: Setting, role: TextRole, words: str, corner: Point, where: Where
) -> tuple[Item, ...]:
    """Return the draft's own `words` from `corner` down, on as many lines as they need."""
    style = setting.style(role)
    lines = setting.lines(setting.plain(words, where), style)
    return tuple(
        item
        for number, set_line in enumerate(lines)
        for item in set_line.at(corner.x, corner.y + style.size + number * style.leading)
    )
