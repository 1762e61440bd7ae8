"""Single values from an author's words: lengths, focal points, links, phones, mail addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brochure.fields import Email, FileName, Focus, Href, Length, Phone, Website
from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from brochure.problems import Where

_UNITS = {"": 1.0, "pt": 1.0, "mm": MM, "cm": 10 * MM, "in": INCH, '"': INCH}
_LENGTH = re.compile(r'([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(pt|mm|cm|in|"|)', re.ASCII)
_LONGEST = 100 * INCH  # longer than any sheet
_SIDES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)%", re.ASCII)
_SCHEMES = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"[^\s/?#@]+\.[^\s/?#@.]{2,}(?:[/?#]\S*)?")
_MAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"().]{2,}")


def length(text: str) -> Length:
    """Return the distance that `text` says, in points.

    Raises:
        ValueError: saying what a length looks like.

    """
    match = _LENGTH.fullmatch(text.strip())
    points = float(match[1]) * _UNITS[match[2]] if match else 0.0
    if not 0 < points <= _LONGEST:
        raise ValueError(f"{text!r} is not a length such as 5mm, 0.25in or 12pt")
    return Length(points)


def focus(text: str) -> Focus:
    """Return the point of a picture that `text` says: `50% 30%`, `left top`, `center`.

    Raises:
        ValueError: saying what a focal point looks like.

    """
    words = text.split()
    shares = []
    for word in words:
        if word in _SIDES:
            shares.append(_SIDES[word])
        elif (match := _PERCENT.fullmatch(word)) and float(match[1]) <= 100:  # noqa: PLR2004
            shares.append(float(match[1]) / 100)
    if not words or len(shares) != len(words) or len(shares) > 2:  # noqa: PLR2004 - across, down
        raise ValueError(f"{text!r} is not a focal point such as 50% 30% (across, down)")
    if len(shares) == 1:
        return Focus(0.5, shares[0]) if words[0] in {"top", "bottom"} else Focus(shares[0], 0.5)
    if words[0] in {"top", "bottom"} or words[1] in {"left", "right"}:
        shares.reverse()
    return Focus(*shares)


def href(text: str) -> Href:
    """Return the absolute address of a link; an address without a scheme gains https.

    Raises:
        ValueError: if the scheme is not one of https, http, mailto and tel, or nothing follows it.

    """
    words = text.strip()
    if any(character.isspace() or not character.isprintable() for character in words):
        raise ValueError(f"{text!r} has a space or an unseen character in it")
    scheme = _SCHEME.match(words)
    if scheme and not words.startswith(f"{scheme[1]}://") and "." in scheme[1]:
        scheme = None  # example.com:8080 names a port, not a scheme
    if scheme is None:
        if not _HOST.fullmatch(words):
            raise ValueError(f"{text!r} is not an address such as www.example.com")
        return Href(f"https://{words}")
    if scheme[1].lower() not in _SCHEMES:
        raise ValueError(f"links can be https, http, mailto or tel, not {scheme[1]}")
    rest = words[scheme.end() :].removeprefix("//")
    if not rest:
        raise ValueError(f"{text!r} leads nowhere")
    return Href(words)


def website(text: str, where: Where) -> Website:
    """Return a site's address, shown as written.

    Raises:
        ValueError: if it is no web address.

    """
    address = href(text)
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{text!r} is not a web address")
    return Website(text.strip(), address, where)


def email(text: str, where: Where) -> Email:
    """Return a mail address, shown as written.

    Raises:
        ValueError: if it is no mail address.

    """
    words = text.strip()
    if not _MAIL.fullmatch(words):
        raise ValueError(f"{text!r} is not a mail address such as hello@example.com")
    from urllib.parse import quote  # noqa: PLC0415 - few clinics print a mail address

    return Email(words, Href("mailto:" + quote(words, safe="@")), where)


def phone(text: str, where: Where, region: str) -> Phone:
    """Return a telephone number, shown as written, linked in the global form (RFC 3966).

    `region` is the two-letter country whose numbers need no country code.

    Raises:
        ValueError: if no such number can exist there.

    """
    import phonenumbers  # noqa: PLC0415 - 33 ms that only a file with a phone pays

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{text!r} is not a telephone number") from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError(f"{text!r} has too few or too many digits for a telephone number")
    form = phonenumbers.PhoneNumberFormat.E164
    return Phone(text.strip(), Href(f"tel:{phonenumbers.format_number(number, form)}"), where)


def file_name(text: str, where: Where) -> FileName:
    """Return the name of a file in the content's folder.

    Raises:
        ValueError: if the name is absolute, an address, or leads out of the folder.

    """
    words = text.strip().replace("\\", "/")
    if not words or "\0" in words:
        raise ValueError("a file name is missing")
    if "://" in words or words.startswith("data:"):
        raise ValueError("pictures are files beside the content file, not addresses")
    if words.startswith(("/", "~")) or re.match(r"[a-zA-Z]:", words):
        raise ValueError(f"{text!r} is an absolute path")
    depth = 0
    for part in words.split("/"):
        depth += -1 if part == ".." else part not in {"", "."}
        if depth < 0:
            raise ValueError(f"{text!r} leads out of the content's folder")
    return FileName(words, where)
