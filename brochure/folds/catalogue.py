"""The folds that there are; data only, a new one is one entry.

Panel orders and widths: domain notes §1. Sides are written as their PDF pages show them, left to
right, in a language that runs to the right.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from brochure.geometry import INCH, MM

PanelRole = Literal["cover", "flap", "inside", "back"]
Lie = Literal["wide", "tall", "as-is"]


class Slot(msgspec.Struct, frozen=True):
    """A panel's place in a fold: its name and the role it plays.

    `short` is by how many tucks it is narrower than the widest panel, `share` how many panels'
    width it has. `row` counts from the sheet's top, `depth` is the row's share of the height.
    A `turned` panel stands on its head, because its row is folded back over the one below.
    """

    name: str
    role: PanelRole
    short: float = 0.0
    share: int = 1
    row: int = 0
    depth: float = 1.0
    turned: bool = False


class Crease(msgspec.Struct, frozen=True):
    """One fold to make: the panel that `moves`, with all beyond it, and the neighbor it hangs `at`.

    Both stand on one side of the sheet. Seen there, a `valley` brings the panel over its neighbor;
    otherwise the fold is a mountain and takes it behind.
    """

    moves: str
    at: str
    valley: bool = True


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """A fold by its name: the panels of each side from left to right as the PDF's page shows them.

    `reading` lists panel names in the order in which a reader meets them. `lies` is how a paper
    that has a name is turned to be folded so. `tucks` is how much narrower a panel is that tucks
    in, on inch and on metric papers. `joins` says behind which role's copy a role's copy goes that
    has no panel here: pairs of the role, and the role before whose copy it stands. `duplex` is the
    edge on which the sheet turns when both sides are printed; None if only one is. `folding` says
    how the sheet is folded, step by step; creases of one step open together. `without` is a role,
    and how the sheet is used where that role has no copy.
    """

    name: str
    about: str
    outside: tuple[Slot, ...]
    inside: tuple[Slot, ...]
    reading: tuple[str, ...]
    lies: Lie = "wide"
    tucks: tuple[float, float] = (INCH / 16, 3 * MM)
    joins: tuple[tuple[PanelRole, PanelRole], ...] = ()
    duplex: Literal["short", "long"] | None = "short"
    folding: tuple[tuple[Crease, ...], ...] = ()
    without: tuple[PanelRole, Fold] | None = None

    @property
    def sides(self) -> tuple[tuple[str, tuple[Slot, ...]], ...]:
        """The names of the sides that bear panels, and their panels."""
        both = (("outside", self.outside), ("inside", self.inside))
        return tuple((name, slots) for name, slots in both if slots)

    @property
    def folded(self) -> bool:
        """Whether the sheet is folded at all: panels lie beside one another somewhere."""
        return any(len(slots) > len({slot.row for slot in slots}) for _, slots in self.sides)

    def copy_of(self, role: PanelRole) -> tuple[PanelRole, ...]:
        """Return the roles whose copy stands on the panels of `role`, in order."""
        return (*(guest for guest, host in self.joins if host == role), role)


_QUARTERS = ("inside-1", "inside-2", "inside-3", "inside-4")
"""The inside of a fold in quarters, as it is read."""

_FRENCH_ON_ONE_SIDE = Fold(
    name="french-fold",
    about="printed on one side; folded in half down, then in half across",
    outside=(
        Slot("inside-2", "inside", turned=True),
        Slot("inside-1", "inside", turned=True),
        Slot("back", "back", row=1),
        Slot("cover", "cover", row=1),
    ),
    inside=(),
    reading=("cover", "inside-1", "inside-2", "back"),
    lies="tall",
    joins=(("flap", "back"),),
    duplex=None,
    folding=(
        (Crease("inside-1", "cover", valley=False),),
        (Crease("back", "cover", valley=False),),
    ),
)
_CARD = Fold(
    name="flat",
    about="not folded: a card",
    outside=(Slot("cover", "cover"), Slot("flap", "flap", row=1)),
    inside=(Slot("back", "back"),),
    reading=("cover", "flap", "back"),
    lies="as-is",
    joins=(("inside", "back"),),
    duplex="long",
)
_GATE_TUCKS = (INCH / 16, 2 * MM)  # the table's A4 wings are 73.25 beside 75.25 mm

FOLDS: tuple[Fold, ...] = (
    Fold(
        name="letter-fold",
        about="in thirds, the right third folded in first and the cover over it",
        outside=(
            Slot("flap", "flap", short=1),
            Slot("back", "back"),
            Slot("cover", "cover"),
        ),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside", short=1),
        ),
        reading=("cover", "flap", "inside-1", "inside-2", "inside-3", "back"),
        folding=((Crease("inside-3", "inside-2"),), (Crease("inside-1", "inside-2"),)),
    ),
    Fold(
        name="z-fold",
        about="in thirds, to and fro",
        outside=(Slot("flap", "flap"), Slot("back", "back"), Slot("cover", "cover")),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside"),
        ),
        reading=("cover", "inside-1", "inside-2", "inside-3", "flap", "back"),
        folding=(
            (Crease("inside-3", "inside-2", valley=False),),
            (Crease("inside-1", "inside-2"),),
        ),
    ),
    Fold(
        name="half-fold",
        about="once, in the middle",
        outside=(Slot("back", "back"), Slot("cover", "cover")),
        inside=(Slot("inside-1", "inside"), Slot("inside-2", "inside")),
        reading=("cover", "inside-1", "inside-2", "back"),
        joins=(("flap", "back"),),
        folding=((Crease("inside-1", "inside-2"),),),
    ),
    Fold(
        name="gate-fold",
        about="both sides folded in like doors that meet in the middle",
        outside=(
            Slot("flap", "flap", short=1),
            Slot("back", "back", share=2),
            Slot("cover", "cover", short=1),
        ),
        inside=(
            Slot("inside-1", "inside", short=1),
            Slot("inside-2", "inside", share=2),
            Slot("inside-3", "inside", short=1),
        ),
        reading=("cover", "flap", "inside-1", "inside-2", "inside-3", "back"),
        tucks=_GATE_TUCKS,
        folding=((Crease("inside-1", "inside-2"), Crease("inside-3", "inside-2")),),
    ),
    Fold(
        name="double-gate",
        about="both doors folded in, then the whole folded in the middle",
        outside=(
            Slot("flap-2", "flap", short=1),
            Slot("back", "back"),
            Slot("cover", "cover"),
            Slot("flap-1", "flap", short=1),
        ),
        inside=(
            Slot("inside-1", "inside", short=1),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside"),
            Slot("inside-4", "inside", short=1),
        ),
        reading=(
            "cover",
            "flap-1",
            "flap-2",
            *_QUARTERS,
            "back",
        ),
        tucks=_GATE_TUCKS,
        folding=(
            (Crease("inside-1", "inside-2"), Crease("inside-4", "inside-3")),
            (Crease("inside-2", "inside-3"),),
        ),
    ),
    Fold(
        name="accordion",
        about="in quarters, to and fro",
        outside=(
            Slot("back", "back"),
            Slot("flap-1", "flap"),
            Slot("flap-2", "flap"),
            Slot("cover", "cover"),
        ),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside"),
            Slot("inside-4", "inside"),
        ),
        reading=(
            "cover",
            *_QUARTERS,
            "flap-1",
            "flap-2",
            "back",
        ),
        folding=(
            (Crease("inside-4", "inside-3"), Crease("inside-3", "inside-2", valley=False)),
            (Crease("inside-1", "inside-2"),),
        ),
    ),
    Fold(
        name="roll-fold",
        about="in quarters, each folded in over the one before",
        # Tabloid: 4 5/16 in twice, 4 7/32 and 4 5/32 in: short by 3/32 and 5/32 in.
        outside=(
            Slot("flap-2", "flap", short=2.5),
            Slot("flap-1", "flap", short=1.5),
            Slot("back", "back"),
            Slot("cover", "cover"),
        ),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside", short=1.5),
            Slot("inside-4", "inside", short=2.5),
        ),
        reading=(
            "cover",
            "flap-1",
            "flap-2",
            *_QUARTERS,
            "back",
        ),
        # 5 mm of four tucks in all: the two widest are 75.5 mm on A4.
        tucks=(INCH / 16, 1.25 * MM),
        folding=(
            (Crease("inside-4", "inside-3"),),
            (Crease("inside-3", "inside-2"),),
            (Crease("inside-1", "inside-2"),),
        ),
    ),
    Fold(
        name="french-fold",
        about="folded in half down, then in half across; the inside is the whole other side",
        # Folded back, the upper row lies behind the lower: its right panel backs the cover.
        outside=(
            Slot("flap-2", "flap", turned=True),
            Slot("flap-1", "flap", turned=True),
            Slot("back", "back", row=1),
            Slot("cover", "cover", row=1),
        ),
        inside=(
            Slot("inside-1", "inside"),
            Slot("inside-2", "inside"),
            Slot("inside-3", "inside", row=1),
            Slot("inside-4", "inside", row=1),
        ),
        reading=(
            "cover",
            "flap-1",
            "flap-2",
            *_QUARTERS,
            "back",
        ),
        lies="tall",
        duplex="long",
        folding=(
            (Crease("flap-1", "cover", valley=False),),
            (Crease("back", "cover", valley=False),),
        ),
        without=("flap", _FRENCH_ON_ONE_SIDE),
    ),
    Fold(
        name="flat",
        about="not folded: a rack card, a postcard, a flyer",
        outside=(
            Slot("cover", "cover"),
            Slot("flap", "flap", row=1),
            Slot("back", "back", row=2),
        ),
        inside=(Slot("inside", "inside"),),
        reading=("cover", "flap", "inside", "back"),
        lies="as-is",
        duplex="long",
        without=("inside", _CARD),
    ),
)
