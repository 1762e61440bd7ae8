"""A theme made larger or smaller: sizes, leadings, spaces and margins in proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from brochure.themes.theme import PanelStyle, TextStyle, Theme

_kept: dict[tuple[int, float, float], tuple[Theme, Theme]] = {}


def scaled(theme: Theme, factor: float, least: float = 0.0) -> Theme:
    """Return `theme` with all its lengths multiplied by `factor`, no type smaller than `least` pt.

    What would be smaller grows to `least` with its leading. The same theme gives the same object:
    whoever keeps what was made with a theme tells themes apart by identity.
    """
    key = (id(theme), factor, least)
    if key not in _kept:
        # The theme is kept too, so that its id stays its own.
        _kept[key] = (theme, _scaled(theme, factor, least))
    return _kept[key][1]


def _scaled(theme: Theme, factor: float, least: float) -> Theme:
    return replace(
        theme,
        grid=theme.grid * factor,
        styles={role: _style(style, factor, least) for role, style in theme.styles.items()},
        panels={role: _panel(panel, factor) for role, panel in theme.panels.items()},
        scale=theme.scale * factor,
    )


_MOST = 256  # themes kept in a process
_LEGIBLE = 8.0  # pt: what is set as small as that does not shrink (domain notes §2, reversed type)
_set: dict[tuple[int, float, float], tuple[Theme, Theme]] = {}


def set_at(theme: Theme, factor: float, space: float = 1.0) -> Theme:
    """Return `theme` with its type `factor` times as large, on panels whose margins stay.

    The white above and below paragraphs is `space` times what it would be. Type that is 8 pt or
    less does not shrink. The same theme gives the same object, as `scaled` does.
    """
    key = (id(theme), factor, space)
    if key not in _set:
        if len(_set) >= _MOST:
            _set.clear()
        made = replace(_scaled(theme, factor, _LEGIBLE), panels=theme.panels)
        styles = {
            role: replace(style, before=style.before * space, after=style.after * space)
            for role, style in made.styles.items()
        }
        _set[key] = (theme, replace(made, styles=styles))
    return _set[key][1]


def _style(style: TextStyle, factor: float, least: float) -> TextStyle:
    larger = max(factor, least / style.size)
    return replace(
        style,
        size=style.size * larger,
        leading=style.leading * larger,
        before=style.before * factor,
        after=style.after * factor,
    )


def _panel(panel: PanelStyle, factor: float) -> PanelStyle:
    top, right, bottom, left = (margin * factor for margin in panel.margins)
    return replace(panel, margins=(top, right, bottom, left))
