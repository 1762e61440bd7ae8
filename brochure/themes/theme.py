"""A theme: the faces, sizes, colors and spaces of every role, read from one YAML file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec.structs import replace

from brochure.cache import Cache, recalled
from brochure.color import Color
from brochure.fields import Fields
from brochure.geometry import Edges
from brochure.themes.kinds import ColorName, FamilyName, FontName, Hex, InkShares, Margins, Tint

_FOLDER = Path(__file__).parent

THEMES: tuple[str, ...] = ("calm", "bold", "mono")
"""The themes that come with the program, each a YAML file beside this module.

The first is the default, and the others say only what differs from it.
"""

Role = Literal[
    "title",
    "subtitle",
    "cover-label",
    "label",
    "heading",
    "subheading",
    "lead",
    "body",
    "number",
    "item-title",
    "item",
    "caption",
    "table",
    "contact-name",
    "contact",
    "phone",
    "website",
    "small-print",
]
PanelRole = Literal["cover", "flap", "inside", "back"]


class RuleStyle(Fields, frozen=True, omit_defaults=True):
    """A rule above a heading, in the panel's color for rules.

    `weight` is in points, `gap`, from the rule to the words' line, and `length` in ems of the
    words; without a length it runs across the column.
    """

    weight: Annotated[float, msgspec.Meta(ge=0.25, le=12)]
    gap: Annotated[float, msgspec.Meta(ge=0, le=4)] = 0.25
    length: Annotated[float, msgspec.Meta(gt=0, le=40)] | None = None


class TextStyle(Fields, frozen=True, omit_defaults=True):
    """How one role is set. Sizes and spaces are points, `tracking` thousandths of an em.

    `before` and `after` are the white above and below the whole paragraph; of two that meet, the
    larger holds. `balance` evens the lines of a heading; `snap` puts baselines on the grid, on
    every half of it, or (`between`) the first one halfway between two lines of it, so that a
    heading stands one and a half lines above its text wherever it comes. `rule` stands above a
    title or a heading, its label included.
    """

    font: FontName
    size: Annotated[float, msgspec.Meta(ge=4, le=120)]
    leading: Annotated[float, msgspec.Meta(ge=4, le=160)]
    color: Literal["ink", "heading", "accent", "quiet"] = "ink"
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0
    uppercase: bool = False
    features: tuple[str, ...] = ()
    before: float = 0.0
    after: float = 0.0
    balance: bool = False
    justify: bool = False
    hyphenate: bool = False
    snap: Literal["grid", "half", "between"] | None = None
    rule: RuleStyle | None = None


class BoxStyle(Fields, frozen=True, omit_defaults=True):
    """A callout's box: its ground, the weight of its frame in points, and its own colors.

    Colors left out are the panel's; the frame has the panel's color for rules.
    """

    ground: ColorName | None = "surface"
    frame: Annotated[float, msgspec.Meta(ge=0, le=6)] = 0.0
    ink: ColorName | None = None
    heading: ColorName | None = None
    accent: ColorName | None = None
    quiet: ColorName | None = None


class PictureStyle(Fields, frozen=True, omit_defaults=True):
    """How a picture lies that fills its panel.

    It begins at `start`, a share of the panel's height, and leaves the ground above it to the
    words; `inset` keeps it within the margins. `tint` are the colors that photographs have in place
    of their own: of their shadows and of their lights.
    """

    start: Annotated[float, msgspec.Meta(ge=0, le=0.9)] = 0.0
    inset: bool = False
    tint: Tint | None = None


class PanelStyle(Fields, frozen=True, omit_defaults=True):
    """How a panel of one role looks: its ground, if it has one, and the colors that stand on it.

    `margins` are top, right, bottom, left, in points from the panel's edge; `weight` is that of the
    rules in tables and contacts.
    """

    ink: ColorName
    heading: ColorName
    accent: ColorName
    quiet: ColorName
    rule: ColorName
    margins: Margins
    ground: ColorName | None = None
    weight: Annotated[float, msgspec.Meta(ge=0.25, le=6)] = 0.75
    box: BoxStyle = BoxStyle()
    picture: PictureStyle = PictureStyle()

    @property
    def edges(self) -> Edges:
        """The margins as edges."""
        return Edges(*self.margins)

    @property
    def boxed(self) -> PanelStyle:
        """The panel as its box is to the words in it: the box's ground and colors."""
        box = self.box
        return replace(
            self,
            ground=box.ground or self.ground,
            ink=box.ink or self.ink,
            heading=box.heading or self.heading,
            accent=box.accent or self.accent,
            quiet=box.quiet or self.quiet,
        )


class LinkStyle(Fields, frozen=True, omit_defaults=True):
    """How a screen shows what can be clicked: by a line under it, not by color alone (WCAG 1.4.1).

    `width` of the line is in points; `drop`, from the baseline down to its middle, in shares of the
    words' size; `color` is what the line is on its panel.
    """

    color: Literal["ink", "heading", "accent", "quiet"] = "accent"
    width: Annotated[float, msgspec.Meta(gt=0, le=4)] = 0.6
    drop: Annotated[float, msgspec.Meta(ge=0, le=0.5)] = 0.16


class ThemeColor(Fields, frozen=True, omit_defaults=True):
    """A color for screens and office printers, and the inks chosen for it on press.

    Attributes:
        rgb: The color, such as "#1F4A47".
        cmyk: Its inks on press, in percent; left out, the press's profile decides.

    """

    SHORTHAND: ClassVar[str] = "rgb"

    rgb: Hex
    cmyk: InkShares | None = None


class Copyfit(Fields, frozen=True, omit_defaults=True):
    """Between which sizes running text may be set so that copy fits, in points.

    10 pt is the least that patients read with ease, 12 what RNIB asks for (domain notes §4).
    """

    least: Annotated[float, msgspec.Meta(ge=6, le=40)] = 10.0
    most: Annotated[float, msgspec.Meta(ge=6, le=40)] = 12.0


class Theme(Fields, frozen=True, omit_defaults=True):
    """Everything a brochure's look is made of.

    `grid` is the distance of baselines in points; `fonts` maps the names that styles use to font
    families, `fallback` lists families that lend the characters a family lacks. `scale` is by what
    lengths that blocks give of themselves, such as an icon's size, are multiplied.
    """

    name: str
    description: str
    grid: float
    fonts: dict[str, FamilyName]
    fallback: tuple[FamilyName, ...]
    colors: dict[str, ThemeColor]
    styles: dict[Role, TextStyle]
    panels: dict[PanelRole, PanelStyle]
    scale: float = 1.0
    link: LinkStyle = LinkStyle()
    copyfit: Copyfit = Copyfit()

    def color(self, name: str) -> Color:
        """Return the color called `name`, with its inks."""
        return _color(self.colors[name])

    @property
    def palette(self) -> dict[str, Color]:
        """Every color by its name."""
        return {name: _color(color) for name, color in self.colors.items()}


@cache
def _color(entry: ThemeColor) -> Color:
    plain = Color.from_hex(entry.rgb)
    if entry.cmyk is None:
        return plain
    cyan, magenta, yellow, black = (ink / 100 for ink in entry.cmyk)
    return Color(plain.red, plain.green, plain.blue, cmyk=(cyan, magenta, yellow, black))


@cache
def load_theme(name: str, cache: Cache | None = None) -> Theme:
    """Return the theme called `name`, one of `THEMES`; what its file says is kept in `cache`."""
    files = [_FOLDER / f"{named}.yaml" for named in dict.fromkeys((THEMES[0], name))]
    sources = [path.read_bytes() for path in files]

    def read() -> Any:  # noqa: ANN401 - a Theme as plain values
        from brochure.themes.file import read_theme  # noqa: PLC0415 - once a version of the file

        return msgspec.to_builtins(read_theme(*files))

    return msgspec.convert(recalled(cache, read, "theme", *sources), Theme)
