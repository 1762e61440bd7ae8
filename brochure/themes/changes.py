"""What an author changes of a theme: its colors, its fonts, its scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import msgspec
from msgspec.structs import replace

from brochure.fields import Fields
from brochure.problems import Where
from brochure.reading import Mapping, Scalar
from brochure.themes.decoding import kinds, mapping_of, one_of
from brochure.themes.kinds import FamilyName, ThemeName
from brochure.themes.scaling import scaled
from brochure.themes.theme import THEMES, Theme, ThemeColor, load_theme

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.reading import Decoder, Node

_MOST = 64  # themes kept in a process, so that whoever asks again gets the same object


class ColorChange(ThemeColor, frozen=True, kw_only=True):
    """A color in place of the theme's.

    Attributes:
        rgb: The color, such as "#1F4A47".
        cmyk: Its inks on press, in percent; left out, the press's profile decides.

    """

    where: Where


class ThemeChoice(Fields, frozen=True):
    """A theme by its name, and what is changed of it.

    Attributes:
        name: The theme; `brochure themes` lists them.
        colors: Colors in place of the theme's, by the theme's names for them.
        fonts: Families in place of the theme's: `display` for headings, `text` for all else.
        scale: By how much all is larger than in the theme; smaller below 1.

    """

    SHORTHAND: ClassVar[str] = "name"

    where: Where
    name: ThemeName = THEMES[0]
    colors: dict[str, ColorChange] = msgspec.field(default_factory=dict)
    fonts: dict[str, FamilyName] = msgspec.field(default_factory=dict)
    scale: Annotated[float, msgspec.Meta(ge=0.85, le=1.3)] = 1.0

    def theme(self, cache: Cache | None = None) -> Theme:
        """Return the theme with its changes, the same object for the same choice."""
        colors = {name: ThemeColor(rgb=it.rgb, cmyk=it.cmyk) for name, it in self.colors.items()}
        return _changed(
            self.name, tuple(colors.items()), tuple(self.fonts.items()), self.scale, cache
        )


def decode_choice(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a ThemeChoice or MISSING
    """Return what the author says of the theme; names of colors and fonts are that theme's."""
    theme = load_theme(_named(node), decoder.cache)
    custom = {
        **decoder.custom,
        **kinds(colors=theme.colors, fonts=theme.fonts),
        ThemeName: one_of(THEMES, "theme"),
        dict[str, ColorChange]: mapping_of(theme.colors, ColorChange),
    }
    custom.pop(ThemeChoice, None)  # it is what is being decoded
    return replace(decoder, custom=custom).struct(node, ThemeChoice, name)


def _named(node: Node) -> str:
    """Return the theme that `node` names; the first one where it names none."""
    inner = node.get("name") if isinstance(node, Mapping) else node
    words = inner.text.lower() if isinstance(inner, Scalar) else ""
    return words if words in THEMES else THEMES[0]


@lru_cache(maxsize=_MOST)
def _changed(
    name: str,
    colors: tuple[tuple[str, ThemeColor], ...],
    fonts: tuple[tuple[str, str], ...],
    scale: float,
    cache: Cache | None,
) -> Theme:
    theme = load_theme(name, cache)
    if colors or fonts:
        theme = replace(theme, colors=theme.colors | dict(colors), fonts=theme.fonts | dict(fonts))
    return scaled(theme, scale) if scale != 1 else theme
