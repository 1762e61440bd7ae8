"""Addresses from an author's words: links, sites, mail, telephones, files."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from brochure.cache import edition_of, recalled
from brochure.fields import Email, FileName, Href, Phone, Website
from brochure.reading.wording import shown

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.problems import Where

_LONGEST = 8_000  # characters of an address: what every server takes (RFC 9110, 4.1)
_SCHEMES = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# No top-level domain begins with a digit, so that a price or a version is no address.
_HOST = re.compile(r"[^\s/?#@]+\.[^\W\d_][^\s/?#@.]+(?:[/?#]\S*)?")
_MAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"().]{2,}")


class OutsideError(ValueError):
    """A file's name that leads out of the content's folder."""


def href(text: str) -> Href:
    """Return the absolute address of a link; an address without a scheme gains https.

    Raises:
        ValueError: if the scheme is not one of https, http, mailto and tel, if nothing follows it,
            or if it is longer than servers take.

    """
    words = text.strip()
    if len(words) > _LONGEST:
        raise ValueError(f"{shown(words)} is longer than an address can be, {_LONGEST} characters")
    if any(character.isspace() or not character.isprintable() for character in words):
        raise ValueError(f"{shown(text)} has a space, or a sign that cannot be seen, in it")
    scheme = _SCHEME.match(words)
    if scheme and not words.startswith(f"{scheme[1]}://") and "." in scheme[1]:
        scheme = None  # example.com:8080 names a port, not a scheme
    if scheme is None:
        if not _HOST.fullmatch(words):
            raise ValueError(f"{shown(text)} is not an address such as www.example.com")
        return Href(f"https://{words}")
    if scheme[1].lower() not in _SCHEMES:
        raise ValueError(f"links can be https, http, mailto or tel, not {scheme[1]}")
    if not words[scheme.end() :].removeprefix("//"):
        raise ValueError(f"{shown(text)} leads nowhere")
    return Href(scheme[1].lower() + words[scheme.end(1) :])


def website(text: str, where: Where) -> Website:
    """Return a site's address, shown as written.

    Raises:
        ValueError: if it is no web address.

    """
    address = href(text)
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{shown(text)} is not a web address")
    return Website(text.strip(), address, where)


def email(text: str, where: Where) -> Email:
    """Return a mail address, shown as written.

    Raises:
        ValueError: if it is no mail address.

    """
    words = text.strip()
    if not _MAIL.fullmatch(words):
        raise ValueError(f"{shown(text)} is not a mail address such as hello@example.com")
    from urllib.parse import quote  # noqa: PLC0415 - few clinics print a mail address

    return Email(words, Href("mailto:" + quote(words, safe="@")), where)


def phone(text: str, where: Where, region: str, cache: Cache | None = None) -> Phone:
    """Return a telephone number, shown as written, linked in the global form (RFC 3966).

    `region` is the two-letter country whose numbers need no country code. The global form is kept
    in `cache`: the library that finds it takes as long to load as YAML, Markdown and HarfBuzz.

    Raises:
        ValueError: if nobody can have that number.

    """
    named = ("phone", text, region, edition_of("phonenumbers") if cache else 0)
    return Phone(text.strip(), Href(recalled(cache, lambda: _dialed(text, region), *named)), where)


def _dialed(text: str, region: str) -> str:
    import phonenumbers  # noqa: PLC0415 - 16 ms that only a phone not seen before pays

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{shown(text)} is not a telephone number") from error
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        raise ValueError(f"{shown(text)} lacks its area code")
    if possible != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise ValueError(f"{shown(text)} has too few or too many digits for a telephone number")
    if not phonenumbers.is_valid_number(number):
        raise ValueError(f"{shown(text)} is a number that nobody can have")
    dialed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    extension = f";ext={number.extension}" if number.extension else ""
    return f"tel:{dialed}{extension}"


@lru_cache(maxsize=256)
def printed_number(address: Href, home: Href | None, cache: Cache | None = None) -> str:
    """Return the number of a tel link as it is printed: in the national form at home.

    `home` is another number of the reader's own country; one of another country gains its code. A
    number that no country has, such as that of an emergency line, stands as the author wrote it.
    """
    named = ("number", address, home, edition_of("phonenumbers") if cache else 0)
    return recalled(cache, lambda: _printed(address, home), *named)


def _printed(address: str, home: str | None) -> str:
    import phonenumbers  # noqa: PLC0415 - 16 ms that only a number not seen before pays

    said = address.removeprefix("tel:").removeprefix("//")
    own = phonenumbers.parse(home, None) if home else None
    region = phonenumbers.region_code_for_number(own) if own else None
    try:
        number = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException:
        return said.partition(";")[0]
    abroad = own and own.country_code != number.country_code
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.INTERNATIONAL if abroad else form.NATIONAL)


def file_name(text: str, where: Where) -> FileName:
    """Return the name of a file in the content's folder.

    Raises:
        OutsideError: if the name is absolute, or leads out of the folder.
        ValueError: if it is no file's name.

    """
    words = text.strip().replace("\\", "/")
    if not words:
        raise ValueError("a file's name is missing")
    if not words.isprintable():
        raise ValueError("a file's name cannot hold a character that nobody sees")
    if "://" in words or words.lower().startswith("data:"):
        raise ValueError("pictures are files beside the content file, not addresses")
    if words.startswith(("/", "~")) or re.match(r"[a-zA-Z]:", words):
        raise OutsideError(f"{shown(text)} does not start in the content file's folder")
    depth = 0
    for part in words.split("/"):
        depth += -1 if part == ".." else part not in {"", "."}
        if depth < 0:
            raise OutsideError(f"{shown(text)} leads out of the content file's folder")
    return FileName(words, where)
