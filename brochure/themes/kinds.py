"""The kinds of value that only a theme's file holds: colors, inks, margins, names of its own."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from msgspec import Meta

# Each has a description, by which the reader tells one kind of words or numbers from another.
Hex: TypeAlias = Annotated[str, Meta(description="a color")]
ColorName: TypeAlias = Annotated[str, Meta(description="the name of one of the theme's colors")]
FontName: TypeAlias = Annotated[str, Meta(description="the name of one of the theme's fonts")]
FamilyName: TypeAlias = Annotated[str, Meta(description="a family of fonts")]
ThemeName: TypeAlias = Annotated[str, Meta(description="the name of a theme")]
Margins: TypeAlias = Annotated[
    tuple[float, float, float, float], Meta(description="top, right, bottom, left, in points")
]
InkShares: TypeAlias = Annotated[
    tuple[float, float, float, float], Meta(description="cyan, magenta, yellow, black, in percent")
]
Tint: TypeAlias = Annotated[
    tuple[ColorName, ColorName], Meta(description="the colors of shadows and of lights")
]

HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
MOST_INK = 300  # percent in one place, on coated paper (domain notes, press)
