"""The nouns that the stages exchange: the Brochure that was read, its Panels laid out, its Sheets.

`content` reads a Brochure, `layout` turns it into Panels, `imposition` those into Sheets, and `pdf`
paints Sheets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.blocks import Block
    from brochure.clinic import Clinic
    from brochure.fields import FileName
    from brochure.folds import Fold, Paper
    from brochure.frame import Frame, Item
    from brochure.geometry import Rect
    from brochure.press import Press
    from brochure.problems import Ignored, Source
    from brochure.review import Review
    from brochure.themes import Theme
    from brochure.typography import Direction


class Brochure(msgspec.Struct, frozen=True):
    """One author's file, read and found sound.

    Blocks stand by role, not by position: the fold decides which panel plays which role.
    `overrides` are the changes that the command line wrote over the file, `ignored` the findings
    that its author accepts, `claims` the author's own list of what must not be claimed.
    """

    source: Source
    folder: Path
    title: str
    language: str
    direction: Direction
    paper: Paper
    fold: Fold
    theme: Theme
    clinic: Clinic
    press: Press
    cover: tuple[Block, ...]
    flap: tuple[Block, ...]
    inside: tuple[Block, ...]
    back: tuple[Block, ...]
    subject: str = ""
    keywords: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    reviewed: Review | None = None
    claims: FileName | None = None

    @property
    def bleed(self) -> float:
        """How far colors run over the cut on a press: as the author says, else the paper's."""
        return self.paper.bleed if self.press.bleed is None else self.press.bleed


class Panel(msgspec.Struct, frozen=True):
    """One panel, laid out: `ground` reaches into the largest bleed, `frame` stays inside the panel.

    Both have the panel's top-left corner as origin.
    """

    name: str
    ground: tuple[Item, ...]
    frame: Frame


class Spread(msgspec.Struct, frozen=True):
    """What runs across several panels of one side: items in the sheet's points, into the bleed.

    `area` is where those panels lie.
    """

    side: str
    items: tuple[Item, ...]
    area: Rect


class LeftOver(msgspec.Struct, frozen=True):
    """What of a place's copy does not fit, on a page of its own; only drafts have any.

    A place is what an author calls it: "panel inside-1", "page 2".
    """

    place: str
    frame: Frame


class Layout(msgspec.Struct, frozen=True):
    """A brochure laid out: its panels in reading order, and what runs across them."""

    panels: tuple[Panel, ...]
    spreads: tuple[Spread, ...]
    left_over: tuple[LeftOver, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """Where a panel lies on its sheet, in points, and where it comes in the reading order."""

    name: str
    rect: Rect
    reading: int


class Sheet(msgspec.Struct, frozen=True):
    """One page, ready to paint: its panels' places, and the folds' x in points.

    `name` is what the page is called: a side of the sheet, or a panel. A page that is cut after
    printing has a `trim`, where it is cut, and a `bleed`, to where its colors run; both lie within
    the frame, which leaves room for marks. `cross_folds` are the y of folds that run across.
    """

    name: str
    frame: Frame
    panels: tuple[Place, ...]
    folds: tuple[float, ...]
    trim: Rect | None = None
    bleed: Rect | None = None
    cross_folds: tuple[float, ...] = ()


class Properties(msgspec.Struct, frozen=True):
    """What a PDF says about itself, and how it asks to be printed.

    `digest` names the content, alike in every edition; `duplex` is the edge on which a two-sided
    sheet turns.
    """

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    digest: str
    duplex: Literal["short", "long"] | None = None


class Painted(msgspec.Struct, frozen=True):
    """A PDF file's bytes; what stands for all that is in it, and for what each page shows.

    Pages of one digest look alike and say the same, whatever file they are in.
    """

    data: bytes
    identity: str
    pages: tuple[str, ...]
