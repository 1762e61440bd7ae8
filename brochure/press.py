"""What an author may ask of the print shop: its press, the bleed, the marks, the most ink."""

from __future__ import annotations

import msgspec

from brochure.fields import Fields, FileName
from brochure.problems import Where


class Bleed(float):
    """How far colors run over the cut, in points, 0 for none."""

    __slots__ = ()


class Profile(msgspec.Struct, frozen=True):
    """A press by the name of its printing condition, or by its ICC profile's `file`."""

    name: str
    file: FileName | None = None


class TotalInk(msgspec.Struct, frozen=True):
    """The most ink in one place, in percent of one ink's solid, and where the author says so."""

    percent: float
    where: Where


class Press(Fields, frozen=True):
    """What the print shop asks for; what is left out follows the paper.

    Attributes:
        profile: The press: gracol, fogra39, or an ICC profile's file beside the content file.
        bleed: How far colors run over the cut; 1/8 in, or 3 mm on metric paper.
        marks: `false` leaves out the marks that show where to cut and to fold.
        total_ink: The most ink in one place, in percent: 300 for coated paper, 280 for uncoated.

    """

    where: Where
    profile: Profile | None = None
    bleed: Bleed | None = None
    marks: bool = True
    total_ink: TotalInk | None = None
