"""Single values from an author's words: a line of words, numbers, lengths, focal points."""

from __future__ import annotations

import re

from brochure.fields import Focus, Length
from brochure.geometry import INCH, MM
from brochure.reading.wording import shown

_UNITS = {"": 1.0, "pt": 1.0, "mm": MM, "cm": 10 * MM, "in": INCH, '"': INCH}
LENGTH = re.compile(
    r"((?:[0-9]{1,3}[ -])?[0-9]{1,3}/[1-9][0-9]{0,2}|[0-9]{1,6}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})"
    r'\s*(pt|mm|cm|in|"|)',
    re.ASCII,
)
_LONGEST = 100 * INCH  # longer than any sheet
SIDES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)%", re.ASCII)
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})", re.ASCII)
TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def line(text: str) -> str:
    """Return words on one line, such as a name: tabs and the ends of lines are spaces."""
    words = text.strip()
    return words if words.isprintable() else re.sub(r"[ \t]*[\t\n][ \t\n]*", " ", words)


def number(text: str) -> float:
    """Return the number that `text` says, as a page could use it.

    Raises:
        ValueError: if it is none, or has more than nine digits.

    """
    if not NUMBER.fullmatch(text.strip()):
        raise ValueError(f"{shown(text)} is not a number")
    return float(text)


def whole(text: str) -> int:
    """Return the whole number that `text` says.

    Raises:
        ValueError: if it is none.

    """
    found = number(text)
    if not found.is_integer():
        raise ValueError(f"{shown(text)} is not a whole number")
    return int(found)


def truth(text: str) -> bool:
    """Return what `true`, `yes`, `on` or their opposites say.

    Raises:
        ValueError: if `text` is another word.

    """
    found = TRUTHS.get(text.strip().lower())
    if found is None:
        raise ValueError(f"{shown(text)} is neither `true` nor `false`")
    return found


def length(text: str) -> Length:
    """Return the distance that `text` says, in points; more than none.

    Raises:
        ValueError: saying what a length looks like.

    """
    points = distance(text)
    if not points:
        raise _no_length(text)
    return Length(points)


def distance(text: str) -> float:
    """Return the distance that `text` says, in points; it may be 0.

    Raises:
        ValueError: saying what a length looks like.

    """
    match = LENGTH.fullmatch(text.strip())
    points = _amount(match[1]) * _UNITS[match[2]] if match else _LONGEST + 1
    if points > _LONGEST:
        raise _no_length(text)
    return points


def _no_length(text: str) -> ValueError:
    return ValueError(f"{shown(text)} is not a length such as 5mm, 0.25in or 12pt")


def _amount(text: str) -> float:
    """Return the number that a length begins with: `0.25`, `1/16` or `3 1/2`."""
    whole, _, fraction = text.replace("-", " ").rpartition(" ")
    above, _, below = fraction.partition("/")
    return float(whole or 0) + float(above) / float(below or 1)


def focus(text: str) -> Focus:
    """Return the point of a picture that `text` says: `50% 30%`, `left top`, `center`.

    Raises:
        ValueError: saying what a focal point looks like.

    """
    words = text.split()
    shares = []
    for word in words:
        if word in SIDES:
            shares.append(SIDES[word])
        elif (match := PERCENT.fullmatch(word)) and float(match[1]) <= 100:  # noqa: PLR2004
            shares.append(float(match[1]) / 100)
    if not words or len(shares) != len(words) or len(shares) > 2:  # noqa: PLR2004 - across, down
        raise ValueError(f"{shown(text)} is not a focal point such as 50% 30% (across, down)")
    if len(shares) == 1:
        return Focus(0.5, shares[0]) if words[0] in {"top", "bottom"} else Focus(shares[0], 0.5)
    if words[0] in {"top", "bottom"} or words[1] in {"left", "right"}:
        shares.reverse()
    return Focus(*shares)
