"""An edition: one way in which a brochure leaves the program."""

from __future__ import annotations

from typing import Literal

import msgspec


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """What sets an edition apart; distances in points.

    `pages` says what a page is: a side of the folded sheet, a panel in reading order, or an upright
    page that copy flows over. `on_paper` editions cannot be clicked: addresses are spelled out; on
    a screen links are underlined. `leaves_out` names blocks that make no sense in it. `standard` is
    what the PDF promises to be (see `pdf.standards`), `ppi` the greatest resolution of pictures at
    their size. `unprinted` is the white that stays at the sheet's edges, `fold_inset` how far a
    colored field stays from a fold; below 0 it goes around it. What is `on_press` is separated into
    inks, runs into the bleed and is cut; a ticket for the print shop comes with it, and `marks`,
    where the author wants them. `body` is the size to which running text is brought, and all
    else with it in proportion, but for type that would be smaller than `least`; 0 leaves the theme
    as it is. `how_to_print` tells the person at the printer: `{edge}` stands for the edge on
    which the sheet turns, `{sides}` for how its sides are printed, `{then}` for what comes after.
    """

    name: str
    pages: Literal["sides", "panels", "pages"]
    standard: Literal["plain", "accessible", "x-4"]
    ppi: float
    on_paper: bool = True
    leaves_out: frozenset[str] = frozenset()
    unprinted: float = 0.0
    fold_inset: float = 0.0
    on_press: bool = False
    marks: bool = False
    body: float = 0.0
    least: float = 0.0
    how_to_print: str = ""

    def edge(self, fold: Literal["short", "long"] | None) -> Literal["short", "long"] | None:
        """Return the edge on which a sheet turns when both sides are printed; None on screens.

        A folded sheet turns as its `fold` says (None: one side is printed), an upright page on its
        long edge (domain notes §1).
        """
        if not self.on_paper:
            return None
        return "long" if self.pages == "pages" else fold
