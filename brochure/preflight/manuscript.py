"""What checks of the copy look at: the author's words for one edition, before they are laid out."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, get_args

import msgspec

from brochure.blocks.shown import shown
from brochure.folds import PanelRole
from brochure.preflight.copy import copy_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.model import Brochure
    from brochure.preflight.copy import Copy


def this_day() -> date:
    """Return today, or the day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where it is set."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):  # not set, or no such time
        return datetime.now().astimezone().date()


class Manuscript(msgspec.Struct, frozen=True, dict=True, eq=False, kw_only=True):
    """The copy of one edition; there is one of any brochure that was read.

    `today` is the day on which it is judged.
    """

    brochure: Brochure
    edition: Edition
    today: date = msgspec.field(default_factory=this_day)

    @property
    def roles(self) -> tuple[PanelRole, ...]:
        """The roles in the order in which their panels are read."""
        if self.edition.pages == "pages":
            roles: tuple[PanelRole, ...] = get_args(PanelRole)
            return roles
        hosts = dict.fromkeys(self.panel_roles[name] for name in self.brochure.fold.reading)
        return tuple(role for host in hosts for role in self.brochure.fold.copy_of(host))

    @cached_property
    def panel_roles(self) -> dict[str, PanelRole]:
        """The role of each panel of the fold, by the panel's name."""
        return {slot.name: slot.role for _, slots in self.brochure.fold.sides for slot in slots}

    def blocks(self) -> Iterator[tuple[PanelRole, Block]]:
        """Yield the blocks that the edition shows, in reading order, each with its role."""
        for role in self.roles:
            for block in shown(self.brochure, role, self.edition):
                yield role, block

    @cached_property
    def copy(self) -> tuple[Copy, ...]:
        """The author's texts that the edition shows, in reading order."""
        return tuple(copy for role, block in self.blocks() for copy in copy_of(role, block))

    @cached_property
    def prose(self) -> tuple[Copy, ...]:
        """Those of the author's texts that are in the brochure's own language."""
        own = self.brochure.language.partition("-")[0]
        return tuple(
            copy for copy in self.copy if (copy.block.language or own).partition("-")[0] == own
        )
