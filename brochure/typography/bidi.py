"""Which way each character of a paragraph runs, and in what order a line's parts stand.

Characters are stored as they are read. A level says how they stand: even ones run to the right, odd
ones to the left, and what runs against its sentence stands one or two levels higher. The levels are
those of the Unicode Bidirectional Algorithm (UAX #9), whose rules are in `bidi_rules`.

HarfBuzz leaves this to its callers. Pango, raqm and minikin do it as here: levels for a whole
paragraph, each run of one level shaped in its own direction, lines put in order once broken.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Hebrew to Arabic Extended-A, the marks and controls that turn text to the left, the letters'
# other forms, and the scripts of the supplementary plane that run to the left.
_LEFTWARD = (
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# A telephone number in groups: digits, or digits in parentheses, a separator between any two.
_GROUP = r"(?:\d+|\(\d+\))"
_NUMBER = rf"(?<![\w+])\+?{_GROUP}(?:(?:[ .\u00a0\u2011-]|(?<=\))|(?=\()){_GROUP})+(?!\w)"
_TAME = {0x202D: 0x202A, 0x202E: 0x202B}  # overrides to embeddings
_DIGITS = range(7, 16)  # from a local number's to the most that one has anywhere (ITU-T E.164)
_YEAR = 4  # digits


@cache
def _pattern(of: str) -> re.Pattern[str]:
    return re.compile(of)  # 0.2 ms, where type is set that needs it


def has_leftward(text: str) -> bool:
    """Tell whether anything in `text` may run to the left."""
    return not text.isascii() and _pattern(_LEFTWARD).search(text) is not None


def telephones(text: str) -> list[tuple[int, int]]:
    """Return where each telephone number in `text` starts and ends whose groups must not move.

    By the rules alone those of “(210) 879-4809” would change places in a sentence that runs to the
    left, and people would dial them so. Two groups of four digits may be two years.
    """
    found = []
    for match in _pattern(_NUMBER).finditer(text):
        groups = [len(digits) for digits in re.findall(r"\d+", match[0])]
        years = groups == [_YEAR, _YEAR] and match[0][0] not in "+("
        if sum(groups) in _DIGITS and not years:
            found.append(match.span())
    return found


def levels(text: str, base: int, isolated: Iterable[tuple[int, int]] = ()) -> list[int]:
    """Return the level of each character of a paragraph whose own level is `base`, 0 or 1.

    Each stretch (start, end) of `isolated` runs to the right, apart from what is around it, as if
    the author had put U+2066 before and U+2069 after it: the rules leave text of a known structure
    to the program that knows it (HL3). An override embeds like any other embedding, and turns no
    letter: nobody sees that it is there, and it would print a telephone number backward.
    """
    from brochure.typography.bidi_rules import resolve  # noqa: PLC0415 - most brochures need none

    stretches = list(isolated)
    opening, closing = {start for start, _ in stretches}, {end for _, end in stretches}
    marked: list[str] = []
    own: list[int] = []
    for at, character in enumerate((*text, "")):
        marked += "\u2069" * (at in closing) + "\u2066" * (at in opening)
        own.append(len(marked))
        marked.append(character)
    found = resolve("".join(marked).translate(_TAME), base)
    return [found[at] for at in own[:-1]]


def white_from(text: str, start: int, end: int) -> int:
    """Return from where on the line `start` to `end` of `text` is nothing but white (L1)."""
    from brochure.typography.bidi_rules import is_white  # noqa: PLC0415 - the same

    while end > start and is_white(text[end - 1]):
        end -= 1
    return end


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indexes of a line's parts, whose levels these are, from left to right (L2)."""
    order = list(range(len(levels)))
    lowest = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), lowest - 1, -1) if lowest else ():
        turned: list[int] = []
        for reached, together in groupby(order, [one >= level for one in levels].__getitem__):
            part = list(together)
            turned += reversed(part) if reached else part
        order = turned
    return order
