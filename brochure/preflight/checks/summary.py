"""A brochure says up front what it is about: a promise on the cover, or the main points at once.

A closed brochure is judged by its cover, an opened one by the first lines met. One of these does
it: a `subtitle` or words in a text or a box on the cover; or, first after the cover, a `lead` text,
a `callout`, a list, or benefits, under their heading or not.

Source: CDC Clear Communication Index (the main message at the top, the most important first);
PEMAT-P (a summary).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.benefits import Benefits
from brochure.blocks.callout import Callout
from brochure.blocks.heading import Heading
from brochure.blocks.listing import List
from brochure.blocks.subtitle import Subtitle
from brochure.blocks.text import Text
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


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if neither the cover nor what follows it says what matters."""
    copies = list(manuscript.prose)
    if any(c.role == "cover" and isinstance(c.block, Subtitle | Text | Callout) for c in copies):
        return
    following = next((c for c in copies if c.role != "cover" and not _heads(c)), None)
    if following and _sums_up(following):
        return
    if copies:
        where = (following or copies[0]).inline.where
        message = "nothing says up front what matters most"
        hint = "add a `subtitle:` to the cover, or open with a `text:` of `style: lead`"
        yield MISSING.broken(message, where, hint)


def _heads(copy: Copy) -> bool:
    return isinstance(copy.block, Heading)


def _sums_up(copy: Copy) -> bool:
    block = copy.block
    return isinstance(block, Callout | List | Benefits) or (
        isinstance(block, Text) and block.style == "lead"
    )
