"""Did you mean: the word nearest to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to `word`, else all that are known."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    names = list(known)
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    return "it can be " + ", ".join(f"`{name}`" for name in names)
