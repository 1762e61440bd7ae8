"""An edition: one way in which a brochure leaves the program."""

from __future__ import annotations

import msgspec


class Edition(msgspec.Struct, frozen=True):
    """What sets an edition apart; distances in points.

    `unprinted` is the white that stays at the sheet's edges, `fold_inset` how far a colored field
    stays from a fold; `leaves_out` names blocks that make no sense in it; `ppi` is the resolution
    of pictures at their printed size.
    """

    name: str
    unprinted: float
    fold_inset: float
    leaves_out: frozenset[str]
    ppi: float
