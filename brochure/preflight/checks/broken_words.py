"""No word is broken over two lines without a hyphen.

A word that is wider than its column has to go somewhere, and the program breaks it where the line
is full rather than let it run over its neighbor: “Micron” on one line, “eedling” on the next. A
reader takes them for two words, and a reader's voice may, too. It happens to long words in large
type on a narrow panel, first of all to a title.

Looked at are the lines as they were laid out. Left out are scripts whose words stand without spaces
between (Chinese, Japanese, Thai, Khmer, ...), Korean, whose lines end between any two syllables,
and addresses of sites and of mail, in which a hyphen would be read as one of theirs.

Source: The Chicago Manual of Style, 17th edition, 7.36 and 7.46: a word is divided at the end of a
line with a hyphen, an address without; Unicode Standard Annex 14, Line Breaking Properties, rule
LB28: no break between two letters, and section 5 for the scripts without spaces.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category

from brochure.preflight.lines import lines_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.frame import Element
    from brochure.preflight.lines import TextLine
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

BROKEN = Rule("FIT015", Severity.WARNING, "a word broken over two lines without a hyphen")
CODES = (BROKEN,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

_WORD = re.compile(r"[^\s\u200b]+")
_ADDRESS = re.compile(r"[@/]|\w\.\w")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each word that is broken so."""
    for lines in _paragraphs(subject):
        said = [line.said for line in lines]
        text = "".join(said)
        ends = list(accumulate(map(len, said)))
        broken = [at for at in ends[:-1] if _together(text[at - 1 : at + 1])]
        for found in _WORD.finditer(text) if broken else ():
            start, end = found.span()
            within = [at for at in broken if start < at < end]
            if not within or _ADDRESS.search(found[0]):
                continue
            parts = [text[a:b] for a, b in zip((start, *within), (*within, end), strict=True)]
            message = f"“{found[0]}” is wider than its column, and broken without a hyphen: "
            yield BROKEN.broken(
                message + " / ".join(parts),
                lines[ends.index(within[0])].runs[-1].text.where,
                "use a shorter word, smaller type (`theme:`), or a fold with wider panels",
            )


def _paragraphs(subject: Subject) -> list[list[TextLine]]:
    """Return the lines of each paragraph of more than one, in reading order."""
    found: dict[Element, list[tuple[int, TextLine]]] = {}
    for page in subject.pages:
        reading = {place.name: place.reading for place in page.sheet.panels}
        for line in lines_of(page):
            found.setdefault(line.paragraph, []).append((reading[line.panel], line))
    return [
        [line for _, line in sorted(lines, key=lambda placed: placed[0])]
        for lines in found.values()
        if len(lines) > 1
    ]


def _together(pair: str) -> bool:
    """Tell whether a line's last character and the next one's first belong together."""
    return all(category(said)[0] in "LM" for said in pair) and not _unspaced().search(pair)


@cache
def _unspaced() -> re.Pattern[str]:
    """Return what finds letters of scripts that put no spaces between words."""
    return re.compile(
        "[\u0e00-\u109f\u1100-\u11ff"  # Thai, Lao, Tibetan, Myanmar; Hangul letters
        "\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1bbf"  # Khmer, Tai, Balinese, Sundanese
        "\u2e80-\ua4cf\ua960-\ua9ff\uaa60-\uaadf"  # Han, kana, Yi; Javanese, more Myanmar and Tai
        "\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00016fe0-\U0001b2ff\U00020000-\U0003ffff]"
    )
