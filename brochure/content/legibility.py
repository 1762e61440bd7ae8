"""Words that the author's colors make hard to read, told before anything is laid out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brochure.blocks.callout import Callout
from brochure.problems import Problem
from brochure.themes.contrast import faint_words, passing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.content.document import Document
    from brochure.problems import Where
    from brochure.themes import Theme
    from brochure.themes.contrast import Faint
    from brochure.themes.theme import PanelRole

_ROUNDING = 1e-3  # pt
_PANELS: tuple[PanelRole, ...] = ("cover", "flap", "inside", "back")


def check_contrast(document: Document, theme: Theme, where: Where) -> Iterator[Problem]:
    """Yield a problem for each color that is too faint on its ground, on the panels with copy.

    It stands at the change that caused it, else where the theme is named, else at `where`.
    """
    panels = {
        role: any(isinstance(block, Callout) for block in blocks)
        for role in _PANELS
        if (blocks := getattr(document, role))
    }
    for faint in faint_words(theme, panels):
        yield _problem(faint, document, theme, where)


def check_size(document: Document, theme: Theme) -> Iterator[Problem]:
    """Yield a problem if the author's scale makes running text smaller than its theme allows."""
    choice, size, least = document.theme, theme.styles["body"].size, theme.copyfit.least
    if choice is None or choice.scale >= 1 or size >= least - _ROUNDING:
        return
    smallest = math.ceil(choice.scale * least / size * 100) / 100
    message = (
        f"`scale: {choice.scale:g}` sets running text in {size:.1f} points, which is too small"
    )
    hint = f"patients read {least:g} points with ease: `scale: {smallest:g}` is the least here"
    yield Problem("SCALE001", message, choice.where, hint)


def _problem(faint: Faint, document: Document, theme: Theme, where: Where) -> Problem:
    choice = document.theme
    changed = choice.colors if choice else {}
    # The change is to blame; where both colors are changed, that of the words.
    name = next((it for it in (faint.color, faint.ground) if it in changed), faint.color)
    other = faint.ground if name == faint.color else faint.color
    better = passing(theme.color(name), theme.color(other), faint.needed)
    return Problem(
        "COLOR003",
        f"{faint.style} on the {faint.panel} is hard to read: {_shown(theme, faint.color)} on "
        f"{_shown(theme, faint.ground)} has a contrast of {_floored(faint.ratio)}:1, and letters "
        f"of that size need {faint.needed:g}:1",
        changed[name].where if name in changed else choice.where if choice else where,
        f'`{name}: "{better.hex.upper()}"` would pass'
        if better
        else f"change `{other}` as well: no color is clear enough on it",
    )


def _shown(theme: Theme, name: str) -> str:
    return f"`{name}` ({theme.color(name).hex.upper()})"


def _floored(ratio: float) -> str:
    """Return a ratio with two places, never rounded up: 4.499 does not pass as 4.5."""
    return f"{math.floor(ratio * 100) / 100:.2f}"
