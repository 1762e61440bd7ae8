"""Contrast: which words of a theme stand on a ground too much like their own color (WCAG 2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.color import BLACK, WHITE, Color, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brochure.themes.theme import PanelRole, PanelStyle, Role, TextStyle, Theme

# WCAG 2.2, 1.4.3: the ratio is compared as it is, 4.499 is not 4.5.
_SMALL, _LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 18.0, 14.0  # pt from which on letters count as large
_BOXED: tuple[Role, ...] = ("label", "subheading", "body", "item")
_LISTED: tuple[Role, ...] = ("body", "item", "caption", "small-print")  # have bullets in accent
_STEPS = 256  # shades tried on the way to black or white: one of 8 bits


class Faint(msgspec.Struct, frozen=True):
    """Words that are hard to read: their style, the panel, both colors by name, what they need."""

    style: Role
    panel: PanelRole
    color: str
    ground: str
    ratio: float
    needed: float


def faint_words(theme: Theme, panels: Mapping[PanelRole, bool]) -> list[Faint]:
    """Return the pairs of words and ground that are too much alike, each pair once.

    `panels` are those that a brochure uses, and whether there is a callout's box on them. (Figures
    in discs have the ground's color on that of bold words, a pair that is looked at anyway.)
    """
    looked_at: set[tuple[str, str, float]] = set()
    found = []
    for panel, has_box in panels.items():
        for role, style, color, ground in _pairs(theme, theme.panels[panel], has_box=has_box):
            needed = _LARGE if _is_large(style) else _SMALL
            if (color, ground, needed) in looked_at:
                continue
            looked_at.add((color, ground, needed))
            ratio = contrast(theme.color(color), theme.color(ground))
            if ratio < needed:
                found.append(Faint(role, panel, color, ground, ratio, needed))
    return found


def passing(color: Color, ground: Color, needed: float) -> Color | None:
    """Return the color nearest to `color`, darker or lighter, that is clear enough on `ground`."""
    for step in range(_STEPS + 1):
        for end in (BLACK, WHITE):
            mixed = _mixed(color, end, step / _STEPS)
            if contrast(mixed, ground) >= needed:
                return mixed
    return None


def _mixed(color: Color, end: Color, share: float) -> Color:
    """Return `color` with a share of `end`, as 8 bits a part can say it."""
    parts = zip((color.red, color.green, color.blue), (end.red, end.green, end.blue), strict=True)
    red, green, blue = (round(255 * (a + (b - a) * share)) / 255 for a, b in parts)
    return Color(red, green, blue)


def _is_large(style: TextStyle) -> bool:
    return style.size >= (_LARGE_BOLD if style.bold else _LARGE_SIZE)


def _pairs(
    theme: Theme, panel: PanelStyle, *, has_box: bool
) -> Iterator[tuple[Role, TextStyle, str, str]]:
    """Yield every style with each color that its words can have on this panel, and the ground."""
    grounds = [(panel, tuple(theme.styles))]
    if has_box:
        grounds.append((panel.boxed, _BOXED))
    for seen, roles in grounds:
        for role in roles:
            style = theme.styles[role]
            used = {style.color, *(["accent"] if role in _LISTED else [])}
            if style.color == "ink":
                used.add("heading")  # bold words
            for name in sorted(used):
                yield role, style, getattr(seen, name), seen.ground or "paper"
