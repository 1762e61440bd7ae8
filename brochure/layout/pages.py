"""Lay out on upright pages: every role begins one and flows on over as many as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from msgspec.structs import replace

from brochure.blocks.band import MEANT_FOR, Band
from brochure.blocks.picture import Picture
from brochure.blocks.setting import Setting
from brochure.blocks.shown import shown
from brochure.blocks.strip import Strip, shifted
from brochure.folds import PanelRole
from brochure.frame import Element, Frame, Group, Role
from brochure.geometry import INCH, Rect
from brochure.layout.columns import measures
from brochure.layout.composing import codes, composed, shelf
from brochure.layout.drafts import cut, left_over
from brochure.layout.grounds import ground
from brochure.layout.overset import lines_over, overset
from brochure.layout.paging import paginate
from brochure.layout.stack import items_of, stack
from brochure.model import Layout, LeftOver, Panel
from brochure.problems import BrochureError, Problem
from brochure.themes.scaling import scaled
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.editions import Edition
    from brochure.frame import Item
    from brochure.images import Library
    from brochure.model import Brochure

_MEASURE = 26.0  # em of running text: 60 characters a line in Source Sans 3 (measured)
_HEAD = _FOOT = INCH  # a letter's margins: the staple and the page number stand in them
_NUMBER = 0.6 * INCH  # from the page's foot to its number's baseline
_TALLEST = 2 / 3  # of a page that a picture may take: its heading and caption stay with it


def lay_out_pages(
    brochure: Brochure, edition: Edition, pictures: Library, *, draft: bool = False
) -> Layout:
    """Return the pages of `brochure`, each a panel of the layout, named by its number.

    In a `draft`, what is too tall for any page is no problem; it stands on one of its own.

    Raises:
        BrochureError: with all that does not fit, cannot be set, or cannot be drawn.

    """
    problems: list[Problem] = []
    work = _Work(brochure, edition, pictures, problems)
    work.draft = draft
    for role in get_args(PanelRole):
        work.add(role)
    if not work.pages:
        work.add_page((), _HEAD, (), Element(Role.SECTION), work.setting("cover"))
    work.standing.close()
    if problems:
        raise BrochureError(*problems)
    return Layout(tuple(work.pages), (), tuple(work.left_over))


class _Work:
    """One brochure on its way onto pages."""

    def __init__(
        self, brochure: Brochure, edition: Edition, pictures: Library, problems: list[Problem]
    ) -> None:
        body = brochure.theme.styles["body"].size
        self.brochure = brochure
        self.edition = edition
        self.pictures = pictures
        self.problems = problems
        self.theme = scaled(brochure.theme, (edition.body or body) / body, edition.least)
        self.page = Rect(0, 0, *brochure.paper.page)
        self.measure = _MEASURE * self.theme.styles["body"].size
        self.left = (self.page.width - self.measure) / 2
        self.bottom = self.page.height - _FOOT
        # No column beside it to keep step with: on half lines all white comes out as it is meant.
        self.step = self.theme.grid / 2
        self.standing = shelf(brochure, edition, pictures)
        self.codes = codes(brochure, edition)
        self.folded = measures(brochure, pictures.cache)
        self.pages: list[Panel] = []
        self.draft = False
        self.left_over: list[LeftOver] = []

    def add(self, role: PanelRole) -> None:
        """Add the pages of `role`; a role without anything to show has none."""
        blocks = shown(self.brochure, role, self.edition)
        setting = self.setting(role)
        strips = composed(blocks, setting)
        first = _HEAD
        band = next((block for block in blocks if isinstance(block, Band)), None)
        if band and role == "inside":
            strips = [*self.head(band, setting), *strips]
            first = self.edition.unprinted
        pages = self.shared_out([replace(strip, step=1.0) for strip in strips], first)
        if not pages and any(isinstance(block, Picture) for block in blocks):
            pages = [[]]
        section = Element(Role.SECTION)
        for at, page in enumerate(pages):
            sides = self.left, self.left + self.measure
            behind = ground(self.page, () if at else blocks, setting, sides)
            self.add_page(page, _HEAD if at else first, behind, section, setting)

    def add_page(
        self,
        strips: Sequence[Strip],
        top: float,
        behind: tuple[Item, ...],
        section: Element,
        setting: Setting,
    ) -> None:
        """Add a page of `section`, and note what runs over its foot; the cover bears no number."""
        number = len(self.pages) + 1
        placed = stack(strips, top, self.bottom, self.step)
        marks: tuple[Item, ...] = ()
        if self.draft and lines_over(placed, self.bottom, self.theme.grid):
            placed, rest, marks = cut(placed, self.bottom, setting, self.left)
            page = f"page {number}"
            self.left_over.append(left_over(page, rest, setting, self.page.size, self.left))
        called = f"page {number} of the {self.edition.name} edition"
        self.problems += overset(
            called, placed, self.bottom, self.theme.grid, setting.characters(self.measure)
        )
        copy = Group(items_of([(self.left, placed)]), element=section)
        folio = self.folio(number, setting) if number > 1 else ()
        self.pages.append(
            Panel(
                str(number),
                (Group(behind, element=section),) if behind else (),
                Frame(self.page.size, (copy, *marks, *folio)),
            )
        )

    def setting(self, role: PanelRole) -> Setting:
        """Return the circumstances of a page that plays `role`."""
        return Setting(
            theme=self.theme,
            panel=self.theme.panels[role],
            measure=self.measure,
            language=self.brochure.language,
            direction=self.brochure.direction,
            clinic=self.brochure.clinic,
            edition=self.edition,
            pictures=self.pictures,
            problems=self.problems,
            standing=self.standing,
            codes=self.codes,
            enlargement=self.measure / self.folded.get(role, self.measure),
            depth=_TALLEST * (self.bottom - _HEAD),
        )

    def shared_out(self, strips: list[Strip], first: float) -> list[list[Strip]]:
        """Return the strips of a role, page by page.

        Where one page holds them all it is composed as its panel is, white that fills it included.
        Where they flow on, each page ends where its copy does.
        """
        pages = paginate(strips, first, _HEAD, self.bottom, self.step)
        if len(pages) == 1 and stack(strips, first, self.bottom, self.step).bottom <= self.bottom:
            return [strips]
        if len(pages) > 1:
            flowing = [strip for strip in strips if not strip.fill]
            return paginate(flowing, first, _HEAD, self.bottom, self.step)
        return pages

    def head(self, band: Band, setting: Setting) -> list[Strip]:
        """Return the band across the page as far as it prints, its captions under one another."""
        grid = self.theme.grid
        width = self.page.width - 2 * self.edition.unprinted
        # On a sheet wider than authors have in mind the band is higher than they say.
        meant = min(self.brochure.paper.size.width, MEANT_FOR)
        whole = replace(setting, enlargement=width / meant)
        art, height = band.art(whole, width, 0.0)
        items = (shifted(art, self.edition.unprinted - self.left, 0.0),)
        strips = [Strip(height, items, band.where, after=grid, keep=bool(band.captions))]
        for index in range(len(band.captions)):
            first, *rest = band.panel_caption(setting, index)
            strips += [replace(first, before=grid / 2), *rest]
        return [*strips[:-1], replace(strips[-1], after=2 * grid)]

    def folio(self, number: int, setting: Setting) -> tuple[Item, ...]:
        """Return the page's number at its foot, where the corner is turned; never read aloud."""
        style = replace(setting.style("caption"), color="quiet")
        figures = setting.plain(str(number), self.brochure.clinic.where)
        line = setting.lines(figures, style)[0]
        free, y = self.measure - line.width, self.page.height - _NUMBER
        # A line that runs to the left begins at the measure's right, and there its page turns left.
        leftward = self.brochure.direction is Direction.RIGHT_TO_LEFT
        x = self.left - free if leftward else self.left + free
        return (Group(line.at(x, y), element=Element(Role.ARTIFACT)),)
