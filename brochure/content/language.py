"""The language that a file names: its tag, the country it implies, how it quotes."""

from __future__ import annotations

import re

_TAG = re.compile(  # RFC 5646, section 2.1, without extensions and private use
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.ASCII | re.IGNORECASE,
)
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


def has_curly_quotes(tag: str) -> bool:
    """Tell whether typewriter quotes become “these” in the language of a canonical tag."""
    return tag.partition("-")[0] in _CURLY
