"""A theme: the faces, sizes, colors and spaces of every role, read from one YAML file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml

from brochure.cache import Cache, recalled
from brochure.color import Color
from brochure.fields import Fields
from brochure.geometry import Edges

_FOLDER = Path(__file__).parent

THEMES: tuple[str, ...] = ("calm",)
"""The themes that come with the program, each a YAML file beside this module."""

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


class TextStyle(Fields, frozen=True):
    """How one role is set. Sizes and spaces are points, `tracking` thousandths of an em.

    `before` and `after` are the white above and below the whole paragraph; of two that meet, the
    larger holds. `balance` evens the lines of a heading; `snap` puts baselines on the
    grid, or on every half of it.
    """

    font: str
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
    snap: Literal["grid", "half"] | None = None


class PanelStyle(Fields, frozen=True):
    """How a panel of one role looks: its ground, if it has one, and the colors that stand on it.

    `margins` are top, right, bottom, left, in points from the panel's edge.
    """

    ink: str
    heading: str
    accent: str
    quiet: str
    rule: str
    margins: tuple[float, float, float, float]
    ground: str | None = None

    @property
    def edges(self) -> Edges:
        """The margins as edges."""
        return Edges(*self.margins)


class LinkStyle(Fields, frozen=True):
    """How a screen shows what can be clicked: by a line under it, not by color alone (WCAG 1.4.1).

    `width` of the line is in points; `drop`, from the baseline down to its middle, in shares of the
    words' size; `color` is what the line is on its panel.
    """

    color: Literal["ink", "heading", "accent", "quiet"] = "accent"
    width: Annotated[float, msgspec.Meta(gt=0, le=4)] = 0.6
    drop: Annotated[float, msgspec.Meta(ge=0, le=0.5)] = 0.16


class ThemeColor(Fields, frozen=True):
    """A color for screens and office printers, and the inks chosen for it on press, in percent."""

    rgb: str
    cmyk: tuple[float, float, float, float]


class Theme(Fields, frozen=True):
    """Everything a brochure's look is made of.

    `grid` is the distance of baselines in points; `fonts` maps the names that styles use to font
    families, `fallback` lists families that lend the characters a family lacks. `scale` is by what
    lengths that blocks give of themselves, such as an icon's size, are multiplied.
    """

    name: str
    description: str
    grid: float
    fonts: dict[str, str]
    fallback: tuple[str, ...]
    colors: dict[str, ThemeColor]
    styles: dict[Role, TextStyle]
    panels: dict[Literal["cover", "flap", "inside", "back"], PanelStyle]
    scale: float = 1.0
    link: LinkStyle = LinkStyle()

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
    cyan, magenta, yellow, black = (ink / 100 for ink in entry.cmyk)
    return Color(plain.red, plain.green, plain.blue, cmyk=(cyan, magenta, yellow, black))


@cache
def load_theme(name: str, cache: Cache | None = None) -> Theme:
    """Return the theme called `name`, one of `THEMES`; its parsed YAML is kept in `cache`."""
    source = (_FOLDER / f"{name}.yaml").read_bytes()

    def parsed() -> Any:  # noqa: ANN401 - whatever a YAML file holds
        return yaml.load(source, Loader=yaml.CSafeLoader)

    return msgspec.convert(recalled(cache, parsed, "theme", source), Theme)
