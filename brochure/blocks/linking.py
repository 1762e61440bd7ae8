"""Links whose words hide their address: on paper, where nobody can click, it is spelled out."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.reading.links import printed_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.blocks.setting import Setting
    from brochure.fields import Href
    from brochure.richtext import Inline, Span

_LONGEST = 40
"""Characters that a reader types from one line: addresses set in 10.5 pt run 4.6 to 4.9 pt a
character (measured), so that with their parentheses 40 fit a column of 211 pt."""


def linked(text: Inline, setting: Setting) -> Inline:
    """Return `text` with its addresses marked as such and, on paper, none left out.

    A link whose words do not say where it leads is followed by its address in parentheses, unless
    that is long and a code in the same brochure leads there.
    """
    if not any(span.href for span in text.spans):
        return text
    spans: list[Span] = []
    for href, together in groupby(text.spans, lambda span: span.href):
        found = list(together)
        spans += _link(href, found, setting) if href else found
    return replace(text, spans=tuple(spans))


def _link(href: Href, spans: Sequence[Span], setting: Setting) -> Iterator[Span]:
    """Yield the spans of one link, and what must be added to them."""
    address = short(href, setting)
    words = "".join(span.text for span in spans)
    if _bare(words) == address.casefold():
        yield from (replace(span, address=True) for span in spans)
        return
    yield from spans
    if not setting.edition.on_paper or _says(words, href, address):
        return
    if len(address) > _LONGEST and any(short(code, setting) == address for code in setting.codes):
        return
    last = spans[-1]
    spaced = words.endswith(" ")  # a space that the author put into the link stands after it all
    yield replace(last, text="(" if spaced else " (", href=None)
    yield replace(last, text=address, address=True)
    yield replace(last, text=") " if spaced else ")", href=None)


def short(href: Href, setting: Setting) -> str:
    """Return `href` as it is printed: what a reader dials, or types into a browser or a letter.

    A web address stands without its scheme, `www.` and a slash that is its whole path.
    """
    scheme, _, rest = href.partition(":")
    if scheme == "tel":
        return _number(href, setting)
    if scheme == "mailto":
        from urllib.parse import unquote  # noqa: PLC0415 - few brochures link to a mail address

        return unquote(rest.partition("?")[0])
    site = re.sub(r"^//(?:www\.)?", "", rest, flags=re.IGNORECASE)
    return site.removesuffix("/") if site.count("/") == 1 else site


def _number(href: Href, setting: Setting) -> str:
    """Return a telephone number as people write it, the clinic's own as the author wrote it.

    Its own parentheses would stand in the ones around it: 210-879-4809, as the Chicago Manual of
    Style has it (9.57).
    """
    own = setting.clinic.phone
    if own and own.href == href:
        number = own.text
    else:
        number = printed_number(href, own.href if own else None, setting.pictures.cache)
    return number.replace(") ", "-").replace(")", "-").replace("(", "")


def _says(words: str, href: Href, address: str) -> bool:
    """Tell whether a link's words hold its address already: whole, not as part of a longer one."""
    if href.startswith("tel:"):
        return _digits(address) in _digits(words)
    whole = rf"(?<![\w@.-]){re.escape(address.casefold())}(?!/?[\w?#&=%~@-]|\.\w)"
    return re.search(whole, _bare(words)) is not None


def _bare(words: str) -> str:
    """Return `words` for comparison: without schemes and `www.`, in small letters."""
    bare = re.sub(r"https?://(?:www\.)?|mailto:|\bwww\.", "", words, flags=re.IGNORECASE)
    return bare.casefold().removesuffix("/")


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
