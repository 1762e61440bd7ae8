"""A picture that informs, with its caption and a legend for the numbers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.drawn import containing, natural_height, opened
from brochure.blocks.picture import picture_strip
from brochure.blocks.prose import listing
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.fields import FileName, Focus, Length
from brochure.frame import Element, Group, Role
from brochure.geometry import Rect
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.images import Drawing, Photo

_BESIDE = 0.5  # share of the column under which a picture leaves room for words beside it
_GAP = 14.0  # pt between the picture and its words


class Figure(Block, frozen=True):
    """A picture that informs, with its caption.

    Attributes:
        file: The picture's file, beside the content file.
        alt: What it shows, for those who cannot see it.
        caption: The words under it; beside it, if it is narrow.
        legend: What each number in the picture means, in order.
        focus: The point that is kept where the picture is cropped.
        height: How high it is; without it, its proportions decide.
        patient: `true` for a picture that shows a patient; it needs `consent`.
        consent: Where the patient's signed consent is kept; no page shows it.

    """

    file: FileName
    alt: str
    caption: Inline | None = None
    legend: tuple[Inline, ...] = ()
    focus: Focus = Focus()
    height: Length | None = None
    patient: bool = False
    consent: str = ""

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the picture with its caption and legend: under it, or beside one that is tall."""
        picture = opened(setting, self.file)
        if picture is None:
            return []
        element = Element(Role.FIGURE, alt=self.alt)
        height = self.height and min(setting.height(self.height), setting.depth)
        if height and height / natural_height(picture, 1.0) < _BESIDE * setting.measure:
            return [self._beside(setting, picture, height, element)]
        strips = picture_strip(setting, self.file, self.focus, self.height, element)
        strips += self._words(setting)
        return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]

    def _words(self, setting: Setting) -> list[Strip]:
        """Return the caption's and the legend's lines."""
        strips = []
        if self.caption:
            strips += setting.paragraph(self.caption, "caption", (Element(Role.CAPTION),))
        return [*strips, *listing(setting, self.legend, "caption", start=1)]

    def _beside(
        self,
        setting: Setting,
        picture: Photo | Drawing,
        height: float,
        element: Element,
    ) -> Strip:
        """Return a tall picture whole, its words beside it, their foot level with its own."""
        drawn, width = containing(setting, picture, Rect(0, 0, setting.measure, height))
        x = width + setting.length(_GAP)
        column = setting.narrowed(setting.measure - x)
        words, tall = stacked(self._words(column))
        at = setting.across(0, width)
        shown = (shifted((drawn,), at, 0),) if at else (drawn,)
        items = (
            Group(shown, element=element),
            shifted(words, setting.across(x, column.measure), max(height - tall, 0.0)),
        )
        grid = setting.theme.grid
        return Strip(max(height, tall), items, self.where, before=grid, after=grid)
