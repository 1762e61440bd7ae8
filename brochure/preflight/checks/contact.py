"""Numbers and addresses in the copy are the clinic's, and can be reached.

A second number in the text is most often the old one. It may be meant (a pharmacy, a hotline),
which is what `ignore:` is for; one that nobody can have never is. So is a number in letters
("1-800-FLOWERS"), by what its keys dial. The number of a fax is another by its nature, and an
extension leads into the same house. A link leads where its words say: who taps it and who dials it
must reach the same. Another site is no problem: readers are sent to good sources. Schemes of links
are checked when the file is read.

Source: RFC 3966 for numbers, checked by the numbering plans of `phonenumbers`; ITU-T E.161 for
letters on keys; RFC 5321, 4.1.2, for addresses.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from brochure.preflight.numbers import FEWEST, is_date, is_dialed, numbers
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.spotting import spotted
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phonenumbers import PhoneNumber

    from brochure.clinic import Clinic
    from brochure.fields import Phone
    from brochure.preflight.copy import Copy
    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem, Where

OTHER_PHONE = Rule("CONTACT001", Severity.WARNING, "a telephone number other than the clinic's")
NO_PHONE = Rule("CONTACT002", Severity.WARNING, "a telephone number that nobody can have")
OTHER_MAIL = Rule("CONTACT003", Severity.WARNING, "a mail address other than the clinic's")
NO_MAIL = Rule("CONTACT004", Severity.WARNING, "a mail address that cannot be one")
LEADS_ELSEWHERE = Rule(
    "CONTACT005", Severity.WARNING, "a link to another number or address than its words say"
)
CODES = (OTHER_PHONE, NO_PHONE, OTHER_MAIL, NO_MAIL, LEADS_ELSEWHERE)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_SURELY = 9  # digits: more than sections of laws and sums have


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each number and address that is not the clinic's, or nobody's."""
    clinic = manuscript.brochure.clinic
    own = clinic.email.text.casefold() if clinic.email else None
    for copy in manuscript.copy:
        yield from _mail_links(copy)
        for address, where in _addresses(copy):
            if not _mail().fullmatch(address):
                hint = "write it as hello@example.com"
                yield NO_MAIL.broken(f"“{address}” cannot be a mail address", where, hint)
            elif own and address.casefold() != own:
                message = f"“{address}” is not the clinic's address, {own}"
                hint = _accepting(OTHER_MAIL, address)
                yield OTHER_MAIL.broken(message, where, hint)
        found = list(_numbers(copy))
        if found:
            yield from _judged(found, clinic.phone, manuscript.brochure.language)


def reaches(text: str, clinic: Clinic) -> bool:
    """Tell whether `text` has a number, an address of mail or a site, or where the clinic is."""
    said = text.casefold()
    own = re.sub(r"\D", "", clinic.phone.text) if clinic.phone else ""
    for number in numbers(text):
        digits = re.sub(r"\D", "", number.dialed)
        written = text[number.start : number.end]
        if digits == own or (len(digits) >= FEWEST and is_dialed(written)):
            return True
        if len(digits) >= _SURELY and not is_date(written):
            return True
    sites = (clinic.website.text.casefold(),) if clinic.website else ()
    return (
        any(_mail().fullmatch(found[0].rstrip(".,;:!?)")) for found in _near_mail().finditer(text))
        or any(part in said for part in sites)
        or any(line.casefold() in said for line in clinic.address[:1] if line.strip())
        or bool(_site().search(text))
    )


def _accepting(rule: Rule, written: str) -> str:
    """Return how to mend a number or address that is not the clinic's, or to say that it is meant.

    The words are in quotation marks: to YAML `(800)` and `+1` may be more than characters.
    """
    form = f'ignore: {{{rule.code}: {{"{written}": why}}}}'
    return f"correct one of them; if both are meant, say so at the top of the file: `{form}`"


class _Link(NamedTuple):
    """A link: what it says, where it leads, and where it stands."""

    text: str
    to: str
    where: Where


def _links(copy: Copy, scheme: str) -> Iterator[_Link]:
    """Yield the links to what follows `scheme`, whatever styles their words have."""
    for href, together in groupby(copy.inline.spans, lambda span: span.href):
        if href and href.startswith(scheme):
            spans = list(together)
            text = "".join(span.text for span in spans)
            yield _Link(text, href.removeprefix(scheme), spans[0].where)


def _mail_links(copy: Copy) -> Iterator[Problem]:
    """Yield a problem for each link whose words are another address."""
    for text, address, where in _mail_links_of(copy):
        said = [found[0].rstrip(".,;:!?)") for found in _near_mail().finditer(text)]
        if said and address.casefold() not in map(str.casefold, said):
            message = f"the link “{said[0]}” leads to {address}"
            hint = f"write one address in both places: `[{said[0]}](mailto:{said[0]})`"
            yield LEADS_ELSEWHERE.broken(message, where, hint)


def _mail_links_of(copy: Copy) -> Iterator[_Link]:
    for link in _links(copy, "mailto:"):
        from urllib.parse import unquote  # noqa: PLC0415 - few texts have a mail link

        yield link._replace(to=unquote(link.to.partition("?")[0]))


def _addresses(copy: Copy) -> Iterator[tuple[str, Where]]:
    """Yield what is written as a mail address, and what mail links lead to that say none."""
    text = copy.inline.plain
    told: set[str] = set()  # the same is told once
    for found in _near_mail().finditer(text) if "@" in text else ():
        address = found[0].rstrip(".,;:!?)")
        if address in told:
            continue
        told.add(address)
        yield address, spotted(copy.inline, found.start(), found.start() + len(address))
    for link in _mail_links_of(copy):
        if not _near_mail().search(link.text):
            yield link.to, link.where


class _Written(NamedTuple):
    """A number: as it is written, what is dialed, where; `said` are the words of its link."""

    written: str
    dialed: str
    where: Where
    fax: bool = False
    said: str = ""


def _numbers(copy: Copy) -> Iterator[_Written]:
    """Yield what may be a telephone number, and what telephone links lead to."""
    text = copy.inline.plain
    told: set[str] = set()  # the same is told once
    for start, end, dialed, fax in numbers(text):
        if text[start:end] not in told:
            told.add(text[start:end])
            yield _Written(text[start:end], dialed, spotted(copy.inline, start, end), fax)
    for link in _links(copy, "tel:"):
        said = next((found.dialed for found in numbers(link.text)), "")
        yield _Written(link.to, link.to, link.where, said=said)


def _judged(found: list[_Written], own: Phone | None, language: str) -> Iterator[Problem]:
    """Yield a problem for each number that nobody can have, or that is not the clinic's."""
    import phonenumbers  # noqa: PLC0415 - 16 ms that only copy with a number pays

    home = phonenumbers.parse(own.href.removeprefix("tel:"), None) if own else None
    tag = language.rpartition("-")[2]
    region = phonenumbers.region_code_for_number(home) if home else None
    region = region or (tag if len(tag) == 2 and tag.isupper() else "US")  # noqa: PLR2004 - ISO 3166
    for one in found:
        number = _parsed(one.dialed, region)
        if number is None:
            continue  # no number at all
        said = _parsed(one.said, region) if one.said else None
        if said and not _same(said, number):
            message = f"the link “{one.said}” leads to {one.written}"
            hint = f"write one number in both places: `[{one.said}](tel:{_global(said)})`"
            yield LEADS_ELSEWHERE.broken(message, one.where, hint)
        elif not phonenumbers.is_valid_number(number):
            reason = phonenumbers.is_possible_number_with_reason(number)
            if reason == phonenumbers.ValidationResult.IS_POSSIBLE or is_dialed(one.written):
                message = f"“{one.written}” is a telephone number that nobody can have"
                hint = "check its digits, and write it with its area code"
                yield NO_PHONE.broken(message, one.where, hint)
        elif own and home and not one.fax and not one.said and not _same(number, home):
            message = f"“{one.written}” is not the clinic's number, {own.text}"
            hint = _accepting(OTHER_PHONE, one.written)
            yield OTHER_PHONE.broken(message, one.where, hint)


def _parsed(written: str, region: str) -> PhoneNumber | None:
    """Return a number without its extension, which is in the same house; None where it is none."""
    import phonenumbers  # noqa: PLC0415 - see above

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    number.extension = None
    return number


def _same(first: PhoneNumber, second: PhoneNumber) -> bool:
    import phonenumbers  # noqa: PLC0415 - see above

    return bool(phonenumbers.is_number_match(first, second) >= phonenumbers.MatchType.NSN_MATCH)


def _global(number: PhoneNumber) -> str:
    import phonenumbers  # noqa: PLC0415 - see above

    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


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
