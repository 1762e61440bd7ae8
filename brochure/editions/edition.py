"""An edition: one way in which a brochure leaves the program."""

from __future__ import annotations

from typing import Literal

import msgspec


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """What sets an edition apart; distances in points.

    `pages` says what a page is: a side of the folded sheet, or a panel in reading order.
    `on_paper` editions cannot be clicked: addresses are spelled out; on a screen links are
    underlined. `leaves_out` names blocks that make no sense in it. `standard` is what the PDF
    promises to be (see `pdf.standards`), `ppi` the greatest resolution of pictures at their size.
    `unprinted` is the white that stays at the sheet's edges, `fold_inset` how far a colored field
    stays from a fold.
    """

    name: str
    pages: Literal["sides", "panels"]
    standard: Literal["plain", "accessible", "x-4"]
    ppi: float
    on_paper: bool = True
    leaves_out: frozenset[str] = frozenset()
    unprinted: float = 0.0
    fold_inset: float = 0.0
