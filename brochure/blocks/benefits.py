"""Benefits: an icon, a name and a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brochure.blocks.block import Block, Part
from brochure.blocks.drawn import covering, opened
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.fields import FileName, Focus
from brochure.frame import Element, Group, Role
from brochure.geometry import Rect
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.frame import Item

_ICON = 36.6  # pt: icons are drawn on a 24-unit grid, their ink 22.8 units wide, to be shown so
_MARGIN = 0.9  # pt of that grid around the ink
_RISE = 2.6  # pt: the ink then reaches from the name's capitals to the third line's baseline
_SHARE = 0.35  # of what a fill spacer takes: benefits spread out, but stay one list
_MOST = 28.0  # pt that may open between two benefits
_NARROW = 32.0  # characters beside an icon; of fewer, ragged lines have about twenty
_SMALL = 25.0  # pt: an icon beside a name alone, as high as two lines
_SMALL_INDENT = 34.0  # pt: where that name begins
_INDENT = 49.0  # pt: where the words begin, the icon and a gap of 15 pt to the left


class Benefit(Part, frozen=True):
    """One benefit.

    Attributes:
        title: What it is called.
        text: A sentence about it.
        icon: A drawing beside it; decoration, since the words say the same.

    """

    title: Inline
    text: Inline | None = None
    icon: FileName | None = None


class Benefits(Block, frozen=True):
    """A column of benefits.

    Attributes:
        items: The benefits, from the top.

    """

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Benefit, ...]

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return a strip for each benefit, with equal shares of the panel's free height between."""
        whole = Element(Role.LIST)
        strips = [_benefit(setting, item, whole) for item in self.items]
        most = setting.length(_MOST)
        spread: list[Strip] = []
        for strip in strips:
            if spread:
                spread.append(Strip(0.0, (), strip.where, fill=_SHARE, most=most))
            spread.append(strip)
        return spread


def _benefit(setting: Setting, item: Benefit, whole: Element) -> Strip:
    """Return one benefit: the icon beside its name and sentence, or beside its name alone."""
    indent = setting.length(_INDENT) if item.icon else 0.0
    if item.icon and setting.characters(setting.measure - indent) < _NARROW:
        return _narrow(setting, item, item.icon, whole)
    column = setting.narrowed(setting.measure - indent)
    # Two paragraphs: in one, a reader would run the name and the sentence together.
    lines = column.paragraph(item.title, "item-title", (Element(Role.PARAGRAPH),))
    if item.text:
        lines += column.paragraph(item.text, "item", (Element(Role.PARAGRAPH),))
    words, height = stacked(lines)
    x = setting.across(indent, column.measure)
    body = Group((shifted(words, x, 0),), element=Element(Role.BODY))
    size, rise = setting.length(_ICON), setting.length(_RISE)
    icon = _icon(setting, item.icon, rise, size) if item.icon else ()
    return Strip(
        max(height, size if item.icon else 0.0),
        (*icon, body),
        item.where,
        path=(whole, Element(Role.ITEM)),
        before=setting.theme.grid,
        baseline=lines[0].baseline,
    )


def _narrow(setting: Setting, item: Benefit, file: FileName, whole: Element) -> Strip:
    """Return one benefit whose sentence runs under its icon and name, across the column.

    The name stands in the middle of two lines, or on them; so what follows keeps to the grid.
    """
    indent, size = setting.length(_SMALL_INDENT), setting.length(_SMALL)
    beside = setting.narrowed(setting.measure - indent)
    named = beside.paragraph(item.title, "item-title", (Element(Role.PARAGRAPH),))
    name, height = stacked(named)
    head = max(height, 2 * setting.theme.grid)
    down = (head - height) / 2
    items: list[Item] = [shifted(name, setting.across(indent, beside.measure), down)]
    lines = setting.paragraph(item.text, "item", (Element(Role.PARAGRAPH),)) if item.text else []
    words, below = stacked(lines)
    items.append(shifted(words, 0, head))
    body = Group(tuple(items), element=Element(Role.BODY))
    baseline = named[0].baseline
    return Strip(
        head + below,
        (*_icon(setting, file, (head - size) / 2, size), body),
        item.where,
        path=(whole, Element(Role.ITEM)),
        before=setting.theme.grid,
        baseline=None if baseline is None else baseline + down,
        step=0.5,
    )


def _icon(setting: Setting, file: FileName, top: float, size: float) -> tuple[Item, ...]:
    """Return the icon as decoration, its ink at the column's edge."""
    picture = opened(setting, file)
    if picture is None:
        return ()
    box = Rect(setting.across(-_MARGIN * size / _ICON, size), top, size, size)
    drawn = covering(setting, picture, box, Focus(), setting.color("accent"))
    return (Group((drawn,), element=Element(Role.ARTIFACT)),)
