"""Which way languages run."""

from __future__ import annotations

from enum import StrEnum

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr"})


class Direction(StrEnum):
    """Which way a text runs; the values are HarfBuzz's."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def direction_of(tag: str) -> Direction:
    """Return which way the language of a canonical tag runs."""
    language, *others = tag.split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004 - ISO 15924
    runs_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return Direction.RIGHT_TO_LEFT if runs_left else Direction.LEFT_TO_RIGHT
