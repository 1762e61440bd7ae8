"""What in a text may be a telephone number, however it is written, and what only looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from brochure.preflight.by_text import known

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES = "\u00a0\u2010\u2011\u2013"  # and a space: what Word makes of those between digits
_PLAIN = str.maketrans(_DASHES, " ---")
FEWEST = 7  # digits: without its area code
_TOLL_FREE = r"8(?:00|33|44|55|66|77|88)"
_LETTERS = 2  # of a number that is spelled: "FLOWERS", "SKIN-123"
_DIALED = 10  # digits of a number in North America; letters beyond are spoken, and not dialed
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_NEAR = 24  # characters before a number that may say what it is


class Number(NamedTuple):
    """What may be a number: where it stands, and what is dialed; `fax` if the words say so."""

    start: int
    end: int
    dialed: str
    fax: bool


def numbers(text: str) -> list[Number]:
    """Return what may be a telephone number in `text`: no dates, sums, versions or licenses."""
    key = ("numbers", text)
    plain = known(key, lambda: tuple((n.start, n.end, n.dialed, n.fax) for n in _numbers(text)))
    return [Number(*one) for one in plain]


def _numbers(text: str) -> Iterator[Number]:
    for found in _near_number().finditer(text):
        plain = found[0].translate(_PLAIN)
        if sum(map(str.isdigit, plain)) >= FEWEST and not is_date(plain):
            before = text[max(found.start() - _NEAR, 0) : found.start()]
            if not _is_otherwise().search(before):
                yield Number(*found.span(), plain, bool(_is_fax().search(before)))
    for found in _spelled().finditer(text):
        letters = [sign for sign in found[0] if sign.isalnum()]
        if letters[0] == "1":
            letters = letters[1:]
        if sum(map(str.isalpha, letters)) >= _LETTERS and len(letters) >= _DIALED:
            dialed = "".join(letters[:_DIALED]).translate(_KEYPAD)
            yield Number(*found.span(), f"+1{dialed}", fax=False)


def is_dialed(written: str) -> bool:
    """Tell whether a number is surely meant to be dialed, right or wrong: as its signs say.

    `879-4809` lacks its area code, `210-879-480` a figure; `878.4430` is a section of a law.
    """
    grouped = r"\d{3}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{3,5}"
    plain = written.translate(_PLAIN)
    return plain.startswith(("+", "(")) or bool(re.fullmatch(grouped, plain))


def is_date(written: str) -> bool:
    """Tell whether digits are a day or the years from one to another."""
    return bool(re.fullmatch(r"\d{4}-(?:\d{2}-\d{2}|\d{4})|\d{1,2}([.-])\d{1,2}\1\d{4}", written))


@cache
def _near_number() -> re.Pattern[str]:
    """Return what finds digits grouped as telephone numbers are; no dates, sums or versions."""
    apart = f"(?: - |[ ./{_DASHES}-])"
    return re.compile(
        rf"(?<![\w./$€-])(?:\+\d{{1,3}}{apart}?|1{apart})?(?:\(\d{{1,5}}\){apart}?)?"
        rf"(?:\d{{10,11}}|\d{{2,5}}(?:{apart}\d{{2,5}}){{0,4}})(?!(?!x\d)[\w%/]|[.,-]\d)",
        re.IGNORECASE,
    )


@cache
def _spelled() -> re.Pattern[str]:
    """Return what finds numbers in letters: "1-800-FLOWERS", "(800) 555-SKIN"."""
    apart = f"[ .{_DASHES}-]"
    return re.compile(
        rf"(?<![\w./$€-])(?:(?:\+?1{apart}?)?(?:\({_TOLL_FREE}\){apart}?|{_TOLL_FREE}[.{_DASHES}-])"
        rf"|\+?1 {_TOLL_FREE} )"
        rf"[A-Z0-9]{{2,}}(?:[.{_DASHES}-][A-Z0-9]{{2,}}){{0,3}}(?![\w%/])"
    )


@cache
def _is_fax() -> re.Pattern[str]:
    """Return what comes before the number of a fax."""
    return re.compile(
        r"\bfax\b(?:\s+(?:us\s+)?(?:at|to|number|no\.?|al|número))*[\s:.(]*$", re.IGNORECASE
    )


@cache
def _is_otherwise() -> re.Pattern[str]:
    """Return what comes before digits that nobody dials: a license's, a provider's, a book's."""
    what = (
        r"npi|licen[sc]es?|lic|ids?|isbn|issn|ein|tin|dea|doi|pmid|nct|account|acct|policy|invoice|"
        r"licencia|cédula|registro|cuenta|póliza"
    )
    return re.compile(
        rf"(?:\b(?:{what})\b\.?(?:\s*(?:number|no\.?|núm\.?|n\.º))?|#)[\s:#]*$", re.IGNORECASE
    )
