"""The papers that there are, and papers of any other size; data, a new one is one entry.

Sizes: ISO 216 and ISO 269 (DL), ANSI Y14.1; postcards: domain notes §1; rack card: as US
printers sell it, no standard.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from brochure.geometry import INCH, MM, Size

Unit = Literal["in", "mm"]


class _Usual(msgspec.Struct, frozen=True):
    """What is usual where papers of one unit are sold."""

    page: Size
    bleed: float
    press: str


_USUAL: dict[Unit, _Usual] = {
    "in": _Usual(Size(8.5 * INCH, 11 * INCH), INCH / 8, "gracol"),
    "mm": _Usual(Size(210 * MM, 297 * MM), 3 * MM, "fogra39"),
}


class Paper(msgspec.Struct, frozen=True):
    """A sheet by its name and the unit of the people who use it, as wide as it is folded or read.

    `tuck` is how much narrower a panel is that tucks in. Those of `PAPERS` stand upright, but for
    cards that are read lying; `folds.set_up` turns a paper as its fold wants it, unless it is
    `custom`: then it lies as its author gave it.
    """

    name: str
    size: Size
    unit: Unit
    tuck: float = 0.0
    custom: bool = False

    @property
    def page(self) -> Size:
        """The upright page that any printer holds where this paper is sold: Letter or A4."""
        return _USUAL[self.unit].page

    @property
    def bleed(self) -> float:
        """The bleed that print shops there ask for, in points."""
        return _USUAL[self.unit].bleed

    @property
    def press(self) -> str:
        """The printing condition that is usual there, by its name among `profiles.NAMES`."""
        return _USUAL[self.unit].press


PAPERS: tuple[Paper, ...] = (
    Paper("letter", Size(8.5 * INCH, 11 * INCH), "in"),
    Paper("legal", Size(8.5 * INCH, 14 * INCH), "in"),
    Paper("tabloid", Size(11 * INCH, 17 * INCH), "in"),
    Paper("a3", Size(297 * MM, 420 * MM), "mm"),
    Paper("a4", Size(210 * MM, 297 * MM), "mm"),
    Paper("a5", Size(148 * MM, 210 * MM), "mm"),
    Paper("dl", Size(99 * MM, 210 * MM), "mm"),
    Paper("rack-card", Size(4 * INCH, 9 * INCH), "in"),
    # US postcards at card rate go from 3.5 x 5 to 4.25 x 6 in.
    Paper("postcard", Size(6 * INCH, 4.25 * INCH), "in"),
    Paper("postcard-small", Size(5 * INCH, 3.5 * INCH), "in"),
    Paper("postcard-a6", Size(148 * MM, 105 * MM), "mm"),
)

LEAST_SIDE = 50 * MM  # smaller holds no panel with margins
MOST_SIDE = 1200 * MM  # more than any brochure press takes

LEAST_TUCK = INCH / 32  # below it a panel that tucks in bulges (domain notes §1)
MOST_TUCK = 5 * MM  # on thick stock
