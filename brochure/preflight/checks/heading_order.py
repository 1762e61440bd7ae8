"""Headings open with the title and go down one level at a time.

Who listens to a page moves by its headings, and takes a part of a section for what its level says.
The painted file is always sound, since its headings are numbered by how they nest; but where the
author left the title out, or put a part (`level: 3`, the title of a callout) under no section, that
numbering is a guess at what was meant.

Source: WCAG 2.2, 1.3.1 and 2.4.6; PDF/UA-1 (ISO 14289-1), 7.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.callout import Callout
from brochure.blocks.heading import Heading
from brochure.blocks.title import Title
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem, Where
    from brochure.richtext import Inline

SKIPPED = Rule("ACCESS002", Severity.WARNING, "headings that skip a level, or lack the title")
CODES = (SKIPPED,)
SCOPE = Scope.TAGGED
LOOKS_AT = Evidence.COPY

_PART = 3  # the level of a callout's title


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each heading that is more than one level below the one before."""
    before = 0
    for level, text, where, boxed in _headings(manuscript):
        if level > before + 1 and not before:
            hint = "begin the cover with `- title: …`"
            yield SKIPPED.broken(f"no title comes before the heading “{text.plain}”", where, hint)
        elif level > before + 1:
            message = f"“{text.plain}” is a part (level {level}), but no section is open"
            instead = "make it the box's `label:`" if boxed else "give it `level: 2`"
            hint = f"put a `heading:` of level 2 before it, or {instead}"
            yield SKIPPED.broken(message, where, hint)
        before = level


def _headings(manuscript: Manuscript) -> Iterator[tuple[int, Inline, Where, bool]]:
    """Yield the level, the words and the place of each heading, and whether a box has it."""
    for _, block in manuscript.blocks():
        match block:
            case Title(text=text):
                yield 1, text, text.where, False
            case Heading(text=text, level=level):
                yield level, text, text.where, False
            case Callout(title=title) if title is not None:
                yield _PART, title, title.where, True
