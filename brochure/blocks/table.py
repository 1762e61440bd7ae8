"""A small table, such as healing day by day."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block
from brochure.richtext import Inline


class Table(Block):
    """Rows of cells; the first cell of a row heads it. `header` names the columns."""

    SHORTHAND: ClassVar[str] = "rows"

    rows: tuple[tuple[Inline, ...], ...]
    header: tuple[Inline, ...] = ()
    caption: Inline | None = None
