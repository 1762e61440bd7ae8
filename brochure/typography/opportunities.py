"""Where a line may end: a subset of Unicode's line breaking algorithm (UAX #14) for alphabetic
scripts, with breaks between ideographs.
"""  # noqa: D205 - one sentence

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from brochure.richtext import LINE_BREAK


class Break(IntEnum):
    """What a break costs the eye, cheapest first; `FORCED` is the author's own."""

    SPACE = 0
    JOINT = 1  # after a hyphen or a dash inside a word
    HYPHEN = 2  # a hyphen must be added
    ADDRESS = 3  # inside an address, where nothing is added
    EMERGENCY = 4  # inside a word wider than the measure
    FORCED = 5


_SPACES = " \t\u2002\u2003\u2009\u200b"  # breaking spaces; U+00A0 and U+202F are not
_IDEOGRAPH = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"
_ALPHABETIC = (
    # From the first space on alone: else each of thousands would look for where they end.
    rf"(?P<forced>(?<![ ])[ ]*+{LINE_BREAK})"
    rf"|(?P<space>(?<![{_SPACES}])[{_SPACES}]++)(?=[^{_SPACES}{LINE_BREAK}])"
    # LB21: after a hyphen or a Hebrew maqaf between letters; LB17: after an em dash; LB13 keeps
    # digits together.
    r"|(?P<joint>(?<=[^\W\d])[-\u05be\u2010\u2013](?=[^\W\d])"
    r"|(?<=\w)\u2014(?=\w)|(?<=\w)/(?=\w{3}))"
)
_BETWEEN = rf"|(?P<ideograph>[{_IDEOGRAPH}](?=[{_IDEOGRAPH}](?![\u3001\u3002\uff0c\uff0e])))"


@cache
def _pattern(*, ideographs: bool) -> re.Pattern[str]:
    """Return the pattern of a break; its ideographs take 2 ms to compile, so only where wanted."""
    return re.compile(_ALPHABETIC + _BETWEEN if ideographs else _ALPHABETIC)


def opportunities(text: str) -> list[tuple[int, int, Break]]:
    """Return each (end of the line's ink, start of the next line, kind), in order.

    The characters between the two are spaces that hang invisibly at the line's end.
    """
    found = []
    pattern = _pattern(ideographs=max(text, default="") >= _IDEOGRAPH[0])
    for match in pattern.finditer(text):
        if match["forced"] is not None:
            found.append((match.start(), match.end(), Break.FORCED))
        elif match["space"] is not None:
            found.append((match.start(), match.end(), Break.SPACE))
        else:
            found.append((match.end(), match.end(), Break.JOINT))
    return found


_IN_ADDRESS = r"(?<=[/:@=&])(?![/:])|(?=[.,\-?#%~_=&])"


def address_opportunities(address: str) -> list[int]:
    """Return the indexes before which a line may end inside an address, nothing added.

    The Chicago Manual of Style (17th ed., 7.46 and 14.18): after slashes, colons and `@`, before
    other signs, on either side of `=` and `&`. So no line ends in a stop, which would look like
    the sentence's, or in a hyphen, which would look like one that the break put in.
    """
    places = (match.start() for match in re.finditer(_IN_ADDRESS, address))
    return [place for place in places if 0 < place < len(address)]
