"""What checks look at: one edition of a brochure on its way to paper or screen, never written.

What takes time (painting, opening the painted file) is done when a check first asks for it, once.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
from brochure.blocks.shown import shown
from brochure.folds import PanelRole
from brochure.preflight.copy import copy_of
from brochure.preflight.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.fields import Href
    from brochure.images import Library
    from brochure.model import Brochure, Layout, Painted, Sheet
    from brochure.preflight.copy import Copy
    from brochure.preflight.reading_back import ReadBack
    from brochure.problems import Problem, Where
    from brochure.profiles import PrintingCondition


def this_day() -> date:
    """Return today, or the day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where it is set."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):  # not set, or no such time
        return datetime.now().astimezone().date()


class Subject(msgspec.Struct, frozen=True, dict=True, eq=False):
    """One edition, laid out and imposed.

    `condition` is the press's, None for other editions. `paint` turns sheets into a PDF file of
    that edition. `problems` are those met on the way, such as a profile that is not
    there: then there is nothing to paint with. `today` is the day on which it is judged.
    """

    brochure: Brochure
    edition: Edition
    layout: Layout
    sheets: tuple[Sheet, ...]
    pictures: Library
    paint: Callable[[Sequence[Sheet]], Painted]
    condition: PrintingCondition | None = None
    problems: tuple[Problem, ...] = ()
    today: date = msgspec.field(default_factory=this_day)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The sheets, and where everything stands on them."""
        return tuple(map(Page, self.sheets))

    @cached_property
    def painted(self) -> Painted:
        """The painted file.

        Raises:
            BrochureError: if a picture's pixels turn out to be damaged.

        """
        return self.paint(self.sheets)

    @cached_property
    def read_back(self) -> ReadBack:
        """The painted file, opened by another library."""
        from brochure.preflight.reading_back import ReadBack  # noqa: PLC0415 - loads for 30 ms

        return ReadBack(self.painted.data)

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

    def host(self, role: PanelRole) -> PanelRole:
        """Return the role on whose panels the copy of `role` stands: its own, or one it joins."""
        if self.edition.pages == "pages":
            return role
        return dict(self.brochure.fold.joins).get(role, role)

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

    def codes(self) -> Iterator[tuple[str, Where]]:
        """Yield what each QR code of the content should say, and its block's place."""
        from brochure.blocks.code import message  # noqa: PLC0415 - only where codes are asked for

        for _, block in self.blocks():
            to = code_of(block)
            if to is not None:
                yield message(self.brochure.clinic, to), block.where

    def opening(self, panel: str) -> Where:
        """Return the place of the first block on `panel`, for what is wrong with it as a whole.

        A panel without blocks, such as one that shows its color alone, has the first of all.
        """
        role = self.panel_roles.get(panel)
        wanted = self.brochure.fold.copy_of(role) if role else ()
        places = [(role in wanted, block.where) for role, block in self.blocks()]
        own = next((where for is_own, where in places if is_own), None)
        return own or next((where for _, where in places), self.brochure.clinic.where)


def code_of(block: Block) -> Literal["website", "vcard"] | Href | None:
    """Return what the code of `block` leads to, None where it has none."""
    match block:
        case QR():
            return block.to
        case Contact():
            return block.qr
        case _:
            return None
