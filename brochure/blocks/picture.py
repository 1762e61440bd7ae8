"""A picture, in the column or filling the whole panel behind the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.drawn import covering, natural_height, opened
from brochure.blocks.strip import Strip
from brochure.fields import FileName, Focus, Length
from brochure.frame import Element, Group, Role
from brochure.geometry import Edges, Rect
from brochure.images import Drawing, Photo, Tint

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.frame import Item


class Picture(Block, frozen=True):
    """A picture without a caption.

    Attributes:
        file: The picture's file, beside the content file.
        alt: What it shows, for those who cannot see it.
        decorative: `true` for a picture that says nothing; it needs no `alt`.
        focus: The point that is kept where the picture is cropped.
        place: `panel` fills the whole panel, behind the words.
        height: How high it is in the column; without it, its proportions decide.
        patient: `true` for a picture that shows a patient; it needs `consent`.
        consent: Where the patient's signed consent is kept; no page shows it.

    """

    SHORTHAND: ClassVar[str] = "file"

    file: FileName
    alt: str = ""
    decorative: bool = False
    focus: Focus = Focus()
    place: Literal["column", "panel"] = "column"
    height: Length | None = None
    patient: bool = False
    consent: str = ""

    @property
    def element(self) -> Element:
        """What the picture is to a reader."""
        return Element(Role.ARTIFACT) if self.decorative else Element(Role.FIGURE, alt=self.alt)

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the picture across the column; one that fills its panel is no part of it."""
        if self.place == "panel":
            return []
        return picture_strip(setting, self.file, self.focus, self.height, self.element)

    def ground(
        self, setting: Setting, area: Rect, sides: tuple[float, float], foot: float
    ) -> tuple[Item, ...]:
        """Return the picture filling `area`, if it is one that fills its panel.

        `area` is the panel with the bleed around it; of that it takes what the theme leaves to it.
        `sides` are the left and right ends of the panel's copy, in points; under its `foot` begins
        a picture that leaves the head of the panel to it.
        """
        picture = opened(setting, self.file) if self.place == "panel" else None
        if picture is None:
            return ()
        box = _box(setting, area, sides, foot)
        if isinstance(picture, Photo) and (tint := setting.panel.picture.tint):
            shadows, lights = map(setting.theme.color, tint)
            picture = replace(picture, tint=Tint(shadows, lights))
        return (Group((covering(setting, picture, box, self.focus),), element=self.element),)


def _box(setting: Setting, area: Rect, sides: tuple[float, float], foot: float) -> Rect:
    """Return where in `area` a picture lies that fills the panel: all over, or as its words do."""
    style, edges = setting.panel.picture, setting.panel.edges
    page = area.inset(Edges.all(-area.x))  # the panel's own corner is at 0, 0
    top, bottom = area.y, area.bottom
    left, right = area.x, area.right
    if style.inset:
        left, right = sides
        top, bottom = edges.top, page.height - edges.bottom
    if style.start:
        top = max(style.start * page.height, top, foot + setting.theme.grid if foot else 0.0)
    return Rect(left, top, right - left, bottom - top)


def picture_strip(
    setting: Setting,
    file: FileName,
    focus: Focus,
    height: float | None,
    element: Element,
) -> list[Strip]:
    """Return a picture across the column, as high as asked or as its proportions make it.

    Unless a height is asked for it is a whole number of grid lines, so that the text below goes on
    in step. A drawing says something at each place: in a column that is narrower than its author
    had in mind it is smaller, not cut at its sides.
    """
    picture = opened(setting, file)
    if picture is None:
        return []
    grid = setting.theme.grid
    natural = natural_height(picture, setting.measure)
    if height:
        tall = setting.height(height)
        tall = min(tall, natural) if isinstance(picture, Drawing) else tall
    else:
        tall = max(round(natural / grid), 1) * grid
    # One that is higher than the column allows is shown smaller, not cropped further.
    share = min(1.0, setting.depth / tall)
    width = setting.measure * share
    box = Rect(setting.across(0, width), 0, width, tall * share)
    drawn = covering(setting, picture, box, focus)
    return [Strip(box.height, (drawn,), file.where, path=(element,), before=grid, after=grid)]
