"""What checks look at: one edition of a brochure on its way to paper or screen, never written.

What takes time (painting, opening the painted file) is done when a check first asks for it, once.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
from brochure.preflight.manuscript import Manuscript
from brochure.preflight.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from brochure.blocks import Block
    from brochure.editions import Edition
    from brochure.fields import Href
    from brochure.folds import PanelRole
    from brochure.images import Library
    from brochure.model import Brochure, Layout, Painted, Sheet
    from brochure.preflight.reading_back import ReadBack
    from brochure.problems import Problem, Where
    from brochure.profiles import PrintingCondition


class Subject(Manuscript, frozen=True, dict=True, eq=False):
    """One edition, laid out and imposed: its manuscript, and what became of it.

    `condition` is the press's, None for other editions. `paint` turns sheets into a PDF file of
    that edition. `problems` are those met on the way, such as a profile that is not there: then
    there is nothing to paint with. `light` paints in the colors of a screen what `paint`
    paints in inks, which PDFium shows darker than they print: it does without their profile.
    """

    brochure: Brochure
    edition: Edition
    layout: Layout
    sheets: tuple[Sheet, ...]
    pictures: Library
    paint: Callable[[Sequence[Sheet]], Painted]
    condition: PrintingCondition | None = None
    problems: tuple[Problem, ...] = ()
    light: Callable[[Sequence[Sheet]], Painted] | None = None

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

    @cached_property
    def in_light(self) -> ReadBack:
        """The same, in the colors of a screen."""
        from brochure.preflight.reading_back import ReadBack  # noqa: PLC0415 - loads for 30 ms

        return ReadBack(self.light(self.sheets).data) if self.light else self.read_back

    def close(self) -> None:
        """Let go of the painted file as another library has it open, if any has."""
        opened: set[ReadBack] = {
            self.__dict__.pop(name) for name in ("read_back", "in_light") if name in self.__dict__
        }
        for one in opened:
            one.close()

    def host(self, role: PanelRole) -> PanelRole:
        """Return the role on whose panels the copy of `role` stands: its own, or one it joins."""
        if self.edition.pages == "pages":
            return role
        return dict(self.brochure.fold.joins).get(role, role)

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
