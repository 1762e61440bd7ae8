"""A brochure says up front what it is about: a promise on the cover, or the main points at once.

A closed brochure is judged by its cover, an opened one by the first lines met. One of these does
it: a `subtitle` or words in a text or a box on the cover, but for the clinic's name; or, first
after the cover, a `lead` text, a `callout`, a list, benefits, or what stands under a heading such
as "Key points" or "En resumen".

Source: CDC Clear Communication Index (the main message at the top, the most important first);
PEMAT-P (a summary).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from brochure.blocks.benefits import Benefits
from brochure.blocks.callout import Callout
from brochure.blocks.heading import Heading
from brochure.blocks.listing import List
from brochure.blocks.subtitle import Subtitle
from brochure.blocks.text import Text
from brochure.preflight.listed import any_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.copy import Copy
    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

MISSING = Rule("PLAIN006", Severity.WARNING, "no summary up front")
CODES = (MISSING,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_SUMMARY = (
    "in short", "in brief", "in a nutshell", "at a glance", "key point*", "key fact*",
    "main point*", "the main thing*", "the basics", "quick facts", "fast facts", "summary",
    "what to know", "what you need to know", "what you should know", "what matters most",
    "the bottom line", "en resumen", "resumen", "en breve", "en pocas palabras",
    "de un vistazo", "puntos clave",
    "lo más importante", "lo esencial", "lo básico", "lo que debe saber", "lo que necesita saber",
    "lo que debes saber", "datos clave", "ideas principales",
)  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if neither the cover nor what follows it says what matters."""
    copies = list(manuscript.prose)
    names = {
        name.casefold() for name in (manuscript.brochure.clinic.name, manuscript.brochure.title)
    }
    for copy in copies:
        is_promise = isinstance(copy.block, Subtitle | Text | Callout)
        if copy.role == "cover" and is_promise and copy.inline.plain.casefold() not in names:
            return
    later = [copy for copy in copies if copy.role != "cover"]
    above = list(takewhile(_heads, later))
    following = later[len(above)] if len(above) < len(later) else None
    if following and (_sums_up(following) or _is_called_so(above)):
        return
    if copies:
        where = (following or copies[0]).inline.where
        message = "nothing says up front what matters most"
        hint = "add a `subtitle:` to the cover, or open with a `text:` of `style: lead`"
        yield MISSING.broken(message, where, hint)


def _heads(copy: Copy) -> bool:
    return isinstance(copy.block, Heading)


def _is_called_so(headings: list[Copy]) -> bool:
    """Tell whether headings say that what comes is a summary."""
    return any(any_of(_SUMMARY).search(copy.inline.plain) for copy in headings)


def _sums_up(copy: Copy) -> bool:
    block = copy.block
    return isinstance(block, Callout | List | Benefits) or (
        isinstance(block, Text) and block.style == "lead"
    )
