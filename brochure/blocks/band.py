"""A figure across all panels of a side, each of its parts with a caption in its own panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from brochure.blocks.block import Block, Part
from brochure.blocks.drawn import covering, natural_height, opened
from brochure.blocks.prose import led_by
from brochure.blocks.strip import nested
from brochure.fields import FileName, Focus, Length
from brochure.frame import Element, Group, Role
from brochure.geometry import MM, Point, Rect
from brochure.images import Drawing
from brochure.richtext import Inline
from brochure.shape import Shape, ellipse

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.frame import Item
    from brochure.problems import Where

_INDENT = 22.5  # pt: where a caption's words begin, in line with those of steps
MEANT_FOR = 297 * MM  # the width that authors have in mind when they give a height: A4's
_HAIR = 0.5  # pt of a picture's sides that nobody misses
_DISC = 8.0  # pt: radius of the disc behind a caption's number


class BandCaption(Part, frozen=True):
    """What one part of the band shows.

    Attributes:
        text: The words under that part.
        title: A short name for it, bold before the words.

    """

    SHORTHAND: ClassVar[str] = "text"

    text: Inline
    title: Inline | None = None


class Band(Block, frozen=True):
    """A wide picture across the head of the inner panels.

    Attributes:
        file: The picture's file, beside the content file.
        alt: What it shows, for those who cannot see it.
        captions: One for each panel, in order; the numbers come by themselves.
        focus: The point that is kept where the picture is cropped.
        height: How high it is on Letter or A4; on a wider sheet it grows with it, so that no more
            is cropped, and a drawing on a narrower one is smaller. Without it, its proportions
            decide.
        panels: How many inner panels it runs across, from the first; all of a side without it.

    """

    file: FileName
    alt: str
    captions: tuple[BandCaption, ...] = ()
    focus: Focus = Focus()
    height: Length | None = None
    panels: Annotated[int, msgspec.Meta(ge=1, le=8)] | None = None

    def art(
        self, setting: Setting, width: float, bleed: float, *, spared: int = 0
    ) -> tuple[tuple[Item, ...], float]:
        """Return the picture across `width` points from the sheet's top, and the band's height.

        The picture reaches `bleed` points beyond the sheet at the left, right and top. Lines that
        are `spared` are taken from what it is higher than its author says.
        """
        picture = opened(setting, self.file)
        if picture is None:
            return (), 0.0
        full = width + 2 * bleed
        natural = natural_height(picture, full) - bleed
        grown = max(width / MEANT_FOR, 1.0)
        height = setting.height(self.height) * grown if self.height else natural
        lines = max(round(height / setting.theme.grid), 1)
        if self.height and self.panels is None and isinstance(picture, Drawing):
            # It says something at each place: smaller on a narrow sheet, it keeps its sides.
            lines = max(min(lines, int((natural + _HAIR) / setting.theme.grid)), 1)
        if self.height:
            asked = round(setting.height(self.height) / setting.theme.grid)
            lines = max(lines - spared, min(lines, asked))
        height = lines * setting.theme.grid
        box = Rect(-bleed, -bleed, full, height + bleed)
        drawn = covering(setting, picture, box, self.focus)
        return (Group((drawn,), element=Element(Role.FIGURE, alt=self.alt)),), height

    def panel_caption(self, setting: Setting, index: int) -> list[Strip]:
        """Return the caption of part `index`, with its number; nothing where there is none."""
        if index >= len(self.captions):
            return []
        caption = self.captions[index]
        words = led_by(caption.title, caption.text)
        lines = setting.paragraph(
            words, setting.style("item"), (Element(Role.CAPTION),), indent=setting.length(_INDENT)
        )
        mark = _numeral(setting, index + 1, caption.where, lines[0].baseline or 0.0)
        # Number and words are both elements: readers that take an element's own words before its
        # children would else say the number last.
        said = (Element(Role.SPAN),)
        first, *rest = (replace(line, items=nested(said, line.items)) for line in lines)
        return [replace(first, items=(*mark, *first.items)), *rest]


def _numeral(setting: Setting, number: int, where: Where, baseline: float) -> tuple[Item, ...]:
    """Return a caption's number in a disc, the sign that stands for its part in the picture.

    Steps and other numbered copy stand bare, so that nobody takes one count for the other.
    """
    radius = setting.length(_DISC)
    cut_out = replace(setting.panel, ink=setting.panel.ground or "paper")
    setting = replace(setting, panel=cut_out)
    style = replace(setting.style("number"), size=1.5 * radius, color="ink")
    figure = setting.lines(setting.plain(str(number), where), style)[0]
    # Lining figures are about as high as capitals: the disc's middle is that of the words'.
    words = setting.style("item")
    middle = baseline - setting.font(words).cap_height * words.size / 2000
    rise = setting.font(style).cap_height * style.size / 2000
    center = setting.across(radius, 0)
    start = setting.across(0, figure.width)  # within its own line
    disc = Shape(ellipse(Point(center, middle), radius, radius), fill=setting.color("heading"))
    return (
        Group((disc,), element=Element(Role.ARTIFACT)),
        Group(
            figure.at(center - figure.width / 2 - start, middle + rise), element=Element(Role.LABEL)
        ),
    )
