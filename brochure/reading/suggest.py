"""Did you mean: the word nearest to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60  # characters: a whole sentence in a key's place resembles no key


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`; empty if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(word[:_LONGEST].lower(), list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to `word`, else all that are known."""
    names = list(known)
    near = nearest(word, names)
    if near:
        return f"did you mean `{near}`?"
    return "it can be " + ", ".join(f"`{name}`" for name in names)
