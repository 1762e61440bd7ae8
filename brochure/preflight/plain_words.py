"""Words for comparison: letters and digits alone, whatever a page makes of their looks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u00ad\u200b\u200c\u200d\u2060\ufeff])*")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[tuple[str, int], ...]:
    """Return the words of `text`, and where each starts.

    Capitals are small and ligatures apart, as a page may show either for the other.
    """
    return tuple((plain(found.group()), found.start()) for found in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def bare(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return `text` without unseen characters, and where each that is left stands in it.

    None where there are none.
    """
    seen = text if text.isascii() else text.translate(_UNSEEN)
    if len(seen) == len(text):
        return text, None
    return seen, tuple(at for at, said in enumerate(text) if ord(said) not in _UNSEEN)


def word_at(text: str, offset: int) -> str:
    """Return the word that starts at `offset`, as it is written."""
    found = _WORD.match(text, offset)
    return found[0] if found else ""


def plain(word: str) -> str:
    """Return `word` without what sets its looks: capitals, ligatures, unseen characters."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_UNSEEN)
