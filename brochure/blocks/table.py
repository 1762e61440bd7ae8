"""A small table, such as healing day by day."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.prose import bolded
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.frame import Element, Group, Role
from brochure.geometry import Point
from brochure.richtext import Inline
from brochure.shape import Shape, Stroke, line
from brochure.typography import ENDLESS

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.frame import Item

_PADDING = 3.5  # pt above and below a row's words: with a line of 14 pt, a row is 1.5 grid lines
_GAP = 12.0  # pt between columns
_WIDEST = 0.4  # share of the measure that one head column may take
_FAINT = 0.35  # opacity of the rules between rows


class Table(Block, frozen=True):
    """A small table, such as healing day by day.

    Attributes:
        rows: The rows, each a list of cells; the first cell of a row heads it.
        header: The columns' names.
        caption: The words above the table.

    """

    SHORTHAND: ClassVar[str] = "rows"

    rows: tuple[tuple[Inline, ...], ...]
    header: tuple[Inline, ...] = ()
    caption: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return a strip for each row, a rule under each; the table's rows stay together."""
        table = Element(Role.TABLE)
        widths = self._widths(setting)
        rows = [*([self.header] if self.header else []), *self.rows]
        strips = []
        if self.caption:
            strips += setting.paragraph(self.caption, "caption", (table, Element(Role.CAPTION)))
        for index, row in enumerate(rows):
            heads = bool(self.header) and index == 0
            last = index == len(rows) - 1
            strips.append(
                _row(setting, row, widths, table, heads=heads, first=index == 0, last=last),
            )
        after = setting.theme.grid
        kept = [replace(strip, keep=True) for strip in strips[:-1]]
        return [*kept, *(replace(strip, after=after) for strip in strips[-1:])]

    def _widths(self, setting: Setting) -> list[float]:
        """Return the columns' widths: each as its widest cell, the last takes the rest."""
        style = replace(setting.style("table"), bold=True)
        rows = [*([self.header] if self.header else []), *self.rows]
        count = max((len(row) for row in rows), default=1)
        widths = []
        for column in range(count - 1):
            cells = [row[column] for row in rows if column < len(row)]
            natural = max(
                (setting.lines(cell, style, ENDLESS)[0].width for cell in cells if cell.spans),
                default=0.0,
            )
            widths.append(min(natural + setting.length(_GAP), setting.measure * _WIDEST))
        return [*widths, setting.measure - fsum(widths)]


def _row(  # noqa: PLR0913 - a row is all of these
    setting: Setting,
    cells: tuple[Inline, ...],
    widths: list[float],
    table: Element,
    *,
    heads: bool,
    first: bool,
    last: bool,
) -> Strip:
    """Return one row; its first cell heads it, or every cell heads its column."""
    items: list[Item] = []
    padding, gap = setting.length(_PADDING), setting.length(_GAP)
    x, tallest, baseline = 0.0, 0.0, 0.0
    for index, cell in enumerate(cells):
        heading = heads or index == 0
        element = Element(
            Role.HEADER if heading else Role.CELL,
            scope=("Column" if heads else "Row") if heading else None,
        )
        column = setting.narrowed(widths[index] - (gap if index < len(widths) - 1 else 0.0))
        text = bolded(cell) if heading else cell
        lines = column.paragraph(text, "table")
        baseline = max(baseline, *(padding + (line.baseline or 0.0) for line in lines[:1]), 0.0)
        words, height = stacked(lines)
        left = setting.across(x, column.measure)
        items.append(Group((shifted(words, left, padding),), element=element))
        tallest = max(tallest, height)
        x += widths[index]
    height = tallest + 2 * padding
    edges = ([0.0] if first else []) + ([height] if last else [])
    rules = [_rule(setting, y) for y in edges]
    if not last:
        rules.append(_rule(setting, height, _FAINT))
    return Strip(
        height,
        (Group(tuple(rules), element=Element(Role.ARTIFACT)), *items),
        cells[0].where,
        path=(table, Element(Role.ROW)),
        before=padding if first else 0.0,
        baseline=baseline,
        step=0.5,
    )


def _rule(setting: Setting, y: float, alpha: float = 1.0) -> Shape:
    """Return a line across the column: the table's first and last are full, the others faint."""
    stroke = Stroke(setting.color("rule").with_alpha(alpha), setting.panel.weight)
    return Shape(line(Point(0, y), Point(setting.measure, y)), stroke=stroke)
