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


def plain(word: str) -> str:
    """Return `word` without what sets its looks: capitals, ligatures, unseen characters."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_UNSEEN)
