"""The folds and papers that there are; data only, a new one is one entry.

Panel orders and widths: domain notes §1 (letter fold: USPS and printers' templates agree that the
fold-in panel is shorter by 1/16 in on inch papers and 3 mm on A4; bleed is 1/8 in or 3 mm).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from brochure.geometry import INCH, MM, Size

PanelRole = Literal["cover", "flap", "inside", "back"]


class Paper(msgspec.Struct, frozen=True):
    """A sheet by its name, lying flat and wide; `tuck` is how much shorter a fold-in panel is.

    `page` is the upright page that any printer holds where this paper is sold: Letter or A4.
    `bleed` and `press` are what print shops use there, unless they say otherwise: the printing
    condition by its name among `profiles.NAMES`.
    """

    name: str
    size: Size
    tuck: float
    page: Size
    bleed: float
    press: str


class Slot(msgspec.Struct, frozen=True):
    """A panel's place in a fold: its name, the role it plays, and whether it is tucked in."""

    name: str
    role: PanelRole
    tucked: bool = False


class Crease(msgspec.Struct, frozen=True):
    """One fold to make: the panel that `moves`, with all beyond it, and its neighbor that stays.

    Both stand on one side of the sheet. Seen there, a `valley` brings the panel over its neighbor;
    otherwise the fold is a mountain and takes it behind.
    """

    moves: str
    at: str
    valley: bool = True


class Fold(msgspec.Struct, frozen=True):
    """A fold by its name: the panels of each side from left to right as the PDF's page shows them.

    `reading` lists panel names in the order in which a reader meets them; `duplex` is the edge on
    which the sheet turns when both sides are printed. `folding` says how the sheet is folded, step
    by step; creases of one step open together. Seen from the inside, the cover ends up on top.
    """

    name: str
    outside: tuple[Slot, ...]
    inside: tuple[Slot, ...]
    reading: tuple[str, ...]
    duplex: Literal["short", "long"]
    folding: tuple[tuple[Crease, ...], ...] = ()


_LETTER = Size(8.5 * INCH, 11 * INCH)
_A4 = Size(210 * MM, 297 * MM)

PAPERS: tuple[Paper, ...] = (
    Paper("letter", Size(11 * INCH, 8.5 * INCH), INCH / 16, _LETTER, INCH / 8, "gracol"),
    Paper("legal", Size(14 * INCH, 8.5 * INCH), INCH / 16, _LETTER, INCH / 8, "gracol"),
    Paper("a4", Size(297 * MM, 210 * MM), 3 * MM, _A4, 3 * MM, "fogra39"),
)

FOLDS: tuple[Fold, ...] = (
    Fold(
        name="letter-fold",
        outside=(
            Slot("flap", "flap", tucked=True),
            Slot("back", "back"),
            Slot("cover", "cover"),
        ),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside", tucked=True),
        ),
        reading=("cover", "flap", "inside-1", "inside-2", "inside-3", "back"),
        duplex="short",
        folding=((Crease("inside-3", "inside-2"),), (Crease("inside-1", "inside-2"),)),
    ),
)
