"""Which blocks an edition shows: the author's, but for those that make no sense in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks import BLOCKS

if TYPE_CHECKING:
    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.folds import PanelRole
    from brochure.model import Brochure

NAMES: dict[type[Block], str] = {block: name for name, block in BLOCKS}
"""The key by which an author writes each block."""


def shown(brochure: Brochure, role: PanelRole, edition: Edition) -> list[Block]:
    """Return the author's blocks for `role`, without those that `edition` leaves out."""
    blocks: tuple[Block, ...] = getattr(brochure, role)
    return [block for block in blocks if NAMES[type(block)] not in edition.leaves_out]
