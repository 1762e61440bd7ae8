"""Numbers and addresses in the copy are the clinic's, and can be reached.

A second number in the text is most often the old one. It may be meant (a pharmacy, a hotline),
which is what `ignore:` is for; one that nobody can have never is. Another site is no problem:
readers are sent to good sources. Schemes of links are checked when the file is read.

Source: RFC 3966 for numbers, checked by the numbering plans of `phonenumbers`; RFC 5321, 4.1.2, for
addresses.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brochure.preflight.rule import Rule, Scope
from brochure.preflight.spotting import spotted
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.clinic import Clinic
    from brochure.fields import Phone
    from brochure.preflight.copy import Copy
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem, Where

OTHER_PHONE = Rule("CONTACT001", Severity.WARNING, "a telephone number other than the clinic's")
NO_PHONE = Rule("CONTACT002", Severity.WARNING, "a telephone number that nobody can have")
OTHER_MAIL = Rule("CONTACT003", Severity.WARNING, "a mail address other than the clinic's")
NO_MAIL = Rule("CONTACT004", Severity.WARNING, "a mail address that cannot be one")
CODES = (OTHER_PHONE, NO_PHONE, OTHER_MAIL, NO_MAIL)
SCOPE = Scope.EVERY

_DASHES = "\u00a0\u2010\u2011\u2013"  # and a space: what Word makes of those between digits
_PLAIN = str.maketrans(_DASHES, " ---")
_FEWEST = 7  # digits: without its area code
_SURELY = 9  # digits: more than sections of laws and sums have


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each number and address that is not the clinic's, or nobody's."""
    clinic = subject.brochure.clinic
    own = clinic.email.text.casefold() if clinic.email else None
    for copy in subject.copy():
        for address, where in _addresses(copy):
            if not _mail().fullmatch(address):
                hint = "write it as hello@example.com"
                yield NO_MAIL.broken(f"“{address}” cannot be a mail address", where, hint)
            elif own and address.casefold() != own:
                message = f"“{address}” is not the clinic's address, {own}"
                hint = _accepting(OTHER_MAIL, address)
                yield OTHER_MAIL.broken(message, where, hint)
        numbers = list(_numbers(copy))
        if numbers:
            yield from _judged(numbers, clinic.phone, subject.brochure.language)


def _accepting(rule: Rule, written: str) -> str:
    """Return how to mend a number or address that is not the clinic's, or to say that it is meant.

    The words are in quotation marks: to YAML `(800)` and `+1` may be more than characters.
    """
    form = f'ignore: {{{rule.code}: {{"{written}": why}}}}'
    return f"correct one of them; if both are meant, say so at the top of the file: `{form}`"


def _addresses(copy: Copy) -> Iterator[tuple[str, Where]]:
    """Yield what is written as a mail address, and what mail links lead to."""
    text = copy.inline.plain
    told: set[str] = set()  # the same is told once
    for found in _near_mail().finditer(text) if "@" in text else ():
        address = found[0].rstrip(".,;:!?)")
        if address in told:
            continue
        told.add(address)
        yield address, spotted(copy.inline, found.start(), found.start() + len(address))
    for span in copy.inline.spans:
        if span.href and span.href.startswith("mailto:"):
            from urllib.parse import unquote  # noqa: PLC0415 - few texts have a mail link

            address = unquote(span.href.removeprefix("mailto:").partition("?")[0])
            if address.casefold() not in span.text.casefold():
                yield address, span.where


def _numbers(copy: Copy) -> Iterator[tuple[str, Where]]:
    """Yield what may be a telephone number, and what telephone links lead to."""
    text = copy.inline.plain
    told: set[str] = set()  # the same is told once
    for found in _near_number().finditer(text):
        if found[0] in told:
            continue
        plain = found[0].translate(_PLAIN)
        if sum(map(str.isdigit, plain)) >= _FEWEST and not _is_date(plain):
            told.add(found[0])
            yield found[0], spotted(copy.inline, *found.span())
    for span in copy.inline.spans:
        if span.href and span.href.startswith("tel:"):
            yield span.href.removeprefix("tel:"), span.where


def reaches(text: str, clinic: Clinic) -> bool:
    """Tell whether `text` has a number, an address of mail or a site, or where the clinic is."""
    said = text.casefold()
    own = re.sub(r"\D", "", clinic.phone.text) if clinic.phone else ""
    for found in _near_number().finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if digits == own or (len(digits) >= _FEWEST and _is_dialed(found[0])):
            return True
        if len(digits) >= _SURELY and not _is_date(found[0]):
            return True
    sites = (clinic.website.text.casefold(),) if clinic.website else ()
    return (
        any(_mail().fullmatch(found[0].rstrip(".,;:!?)")) for found in _near_mail().finditer(text))
        or any(part in said for part in sites)
        or any(line.casefold() in said for line in clinic.address[:1] if line.strip())
        or bool(_site().search(text))
    )


def _judged(
    numbers: list[tuple[str, Where]], own: Phone | None, language: str
) -> Iterator[Problem]:
    """Yield a problem for each number that nobody can have, or that is not the clinic's."""
    import phonenumbers  # noqa: PLC0415 - 16 ms that only copy with a number pays

    home = phonenumbers.parse(own.href.removeprefix("tel:"), None) if own else None
    tag = language.rpartition("-")[2]
    region = phonenumbers.region_code_for_number(home) if home else None
    region = region or (tag if len(tag) == 2 and tag.isupper() else "US")  # noqa: PLR2004 - ISO 3166
    for written, where in numbers:
        try:
            number = phonenumbers.parse(written.translate(_PLAIN), region)
        except phonenumbers.NumberParseException:
            continue  # no number at all
        same = home and (
            phonenumbers.is_number_match(number, home) >= phonenumbers.MatchType.NSN_MATCH
        )
        if not phonenumbers.is_valid_number(number):
            reason = phonenumbers.is_possible_number_with_reason(number)
            if reason == phonenumbers.ValidationResult.IS_POSSIBLE or _is_dialed(written):
                message = f"“{written}” is a telephone number that nobody can have"
                hint = "check its digits, and write it with its area code"
                yield NO_PHONE.broken(message, where, hint)
        elif own and not same:
            message = f"“{written}” is not the clinic's number, {own.text}"
            hint = _accepting(OTHER_PHONE, written)
            yield OTHER_PHONE.broken(message, where, hint)


def _is_dialed(written: str) -> bool:
    """Tell whether a number is surely meant to be dialed, right or wrong: as its signs say.

    `879-4809` lacks its area code, `210-879-480` a figure; `878.4430` is a section of a law.
    """
    grouped = r"\d{3}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{3,5}"
    plain = written.translate(_PLAIN)
    return plain.startswith(("+", "(")) or bool(re.fullmatch(grouped, plain))


def _is_date(written: str) -> bool:
    """Tell whether digits are a day, as ISO 8601 writes it, or the years from one to another."""
    return bool(re.fullmatch(r"\d{4}-(?:\d{2}-\d{2}|\d{4})", written))


@cache
def _near_mail() -> re.Pattern[str]:
    sign = r"[^\s@<>()\"“”,;:]"
    return re.compile(rf"(?<!{sign}){sign}+@+{sign}*")


@cache
def _mail() -> re.Pattern[str]:
    atom, label = r"[\w!#$%&'*+/=?^`{|}~-]+", r"[^\W_](?:[\w-]{0,61}[^\W_])?"
    return re.compile(rf"{atom}(?:\.{atom})*@(?:{label}\.)+[^\W\d_]{{2,63}}")


@cache
def _site() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:www\.|https?://)[^\W_]", re.IGNORECASE)


@cache
def _near_number() -> re.Pattern[str]:
    """Return what finds digits grouped as telephone numbers are; no dates, sums or versions."""
    apart = f"(?: - |[ ./{_DASHES}-])"
    return re.compile(
        rf"(?<![\w./$€-])(?:\+\d{{1,3}}{apart}?|1{apart})?(?:\(\d{{1,5}}\){apart}?)?"
        rf"(?:\d{{10,11}}|\d{{2,5}}(?:{apart}\d{{2,5}}){{0,4}})(?![\w%/]|[.,-]\d)"
    )
