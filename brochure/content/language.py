"""The language that a file names: its tag, the country it implies, the way it is written."""

from __future__ import annotations

import re

from brochure.typography import Direction

_TAG = re.compile(  # RFC 5646, section 2.1, without extensions and private use
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.ASCII | re.IGNORECASE,
)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr"})
_CURLY = frozenset({"en", "es"})  # whose quotation marks are those that smart punctuation makes


def canonical(tag: str) -> str:
    """Return a language's tag in its usual letters (`EN-us` is `en-US`); empty if it is none."""
    match = _TAG.fullmatch(tag.strip())
    if not match:
        return ""
    parts = [match["language"].lower()]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["variants"].lower()


def region(tag: str) -> str:
    """Return the country that a canonical tag names, the United States if it names none."""
    match = _TAG.fullmatch(tag)
    found = match["region"] if match else None
    return found if found and found.isalpha() else "US"


def direction(tag: str) -> Direction:
    """Return which way the language of a canonical tag runs."""
    language, *others = tag.split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004 - ISO 15924
    runs_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return Direction.RIGHT_TO_LEFT if runs_left else Direction.LEFT_TO_RIGHT


def has_curly_quotes(tag: str) -> bool:
    """Tell whether typewriter quotes become “these” in the language of a canonical tag."""
    return tag.partition("-")[0] in _CURLY
