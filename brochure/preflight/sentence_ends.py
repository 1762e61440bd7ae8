"""Where sentences end: at their mark, unless an abbreviation has it.

What comes after a mark goes on in small letters where the sentence does; before a capital or a
figure an abbreviation decides: a title goes on ("Dr. Lee"), "No." and "Fig." before a figure, "9
a.m." before a day, an initial before what is no usual beginning ("J. K. Lee", "the U.S. Food and
Drug Administration", but "It is sold in the U.S. It is safe").
"""

from __future__ import annotations

import re
from functools import cache

from brochure.preflight.by_text import known

_LONGEST = 9  # characters of an abbreviation, and one before: "Messrs", "U. S. A"
_WORD = 24  # characters of the word before "St."
_BEGINNINGS = (
    "It|Its|It['\u2019]s|This|That|These|Those|They|There|Then|The|A|An|We|You|Your|Our|He|She|I|If|In|On|"
    "At|For|From|To|When|What|Why|How|Who|Where|Is|Are|Do|Does|Can|May|Will|Ask|Call|Wait|Rest|Use|"
    "Take|Tell|See|No|Not|Yes|So|But|And|Or|Most|Some|All|After|Before|El|La|Los|Las|Un|Una|Es|Son|"
    "Si|No|Se|Su|Sus|Esto|Este|Esta|Ya|Luego|Después|Antes|Llame|Pregunte|Espere|Use|Puede"
)
_ON = {
    # What comes before the mark, and what must come after for the sentence to go on.
    r"(?:Drs?|Dras?|Mrs?|Ms|Sra?s?|Sres|Srtas?|Prof|Profa|Rev|Hon|Lic|Lcda?|Ing|Mt|Messrs)": "",
    r"(?:e\.\s?g|i\.\s?e|vs|cf|p\.\s?ej|viz|Inc|approx|aprox|EE)": "",
    r"(?:Nos?|Figs?|figs?|pp?|págs?|núms?|nos|Vol|vol|Ch|ch|cap|Sec|sec|art|Art|Tels?|tels?|ext|Ext|ca|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)": r"\d",
    r"(?:[ap]\.\s?m)": (
        r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|[ECMP][SD]?T\b|(?:Eastern|Central|Mountain|Pacific)\b"
    ),
    r"(?:[A-Z]|(?:[A-Z]\.\s?)+[A-Z]|UU)": rf"(?!(?:{_BEGINNINGS})(?!\w))\w",
}
_SAINT = r"(?:^|(?:^|\s)[a-z]\w*\s)St$"
"""What no street ends with: "at St. Mary", not "12 Main St."."""
_NUMBER = r"\d{1,2}\.$"
"""A sentence that is nothing but a figure numbers what comes after it."""


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return after how many characters each sentence of `text` ends, its mark and quotes included.

    The last may have no mark; then its end is not among them.
    """
    return known(("sentences", text), lambda: tuple(_ends(text)))


def _ends(text: str) -> list[int]:
    found: list[int] = []
    for mark in _marks().finditer(text):
        start = found[-1] if found else 0
        if mark[0].startswith(".") and _goes_on(text, start, mark.start(), mark.end()):
            continue
        found.append(mark.end())
    return found


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the sentence from `start` on goes on after its full stop at `at`."""
    rest = text[end:].lstrip()
    if not rest or end != at + 1:
        return False
    if re.fullmatch(_NUMBER, text[start:end].strip()):
        return True
    if text.endswith("St", start, at):
        return bool(re.search(_SAINT, text[max(start, at - _WORD) : at].lstrip()))
    before = text[max(start, at - _LONGEST) : at]
    return any(
        ending.search(before) and following.match(rest) for ending, following in _abbreviations()
    )


@cache
def _marks() -> re.Pattern[str]:
    """Return what may end a sentence: a mark, with nothing after it that goes on in small letters.

    Compiled when a check asks: a build loads this module, and needs none of it.
    """
    return re.compile(r"(?<![.!?…])[.!?…]++[\"'”\u2019»)\]]*+(?=\s+[^\sa-záéíóúñü]|\s*$)")


@cache
def _abbreviations() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (re.compile(rf"(?<![\w.])(?:{ending})$"), re.compile(following))
        for ending, following in _ON.items()
    ]
