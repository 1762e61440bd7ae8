"""The sentences of the copy, section by section, for checks of how it reads.

Prose is what speaks in sentences. Headings, labels, tables, contacts and the short entries of lists
are none: a formula that takes each for a sentence makes any copy look easy (NIH, Clear
Communication: score running text alone).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from brochure.blocks.band import Band
from brochure.blocks.benefits import Benefits
from brochure.blocks.callout import Callout
from brochure.blocks.heading import Heading
from brochure.blocks.listing import List
from brochure.blocks.small_print import SmallPrint
from brochure.blocks.steps import Steps
from brochure.blocks.text import Text
from brochure.preflight.sentence_ends import sentence_ends
from brochure.preflight.spotting import spotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.folds import PanelRole
    from brochure.model import Brochure
    from brochure.preflight.copy import Copy
    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Where

Language: TypeAlias = Literal["en", "es"]

_SPEAKING = (Text, Callout, SmallPrint, Steps, Benefits, List, Band)
_FRAGMENT = 12  # words: what is longer and lacks its full stop is a sentence all the same


class Sentence(msgspec.Struct, frozen=True):
    """A sentence; `start` is where it begins in the plain words of its paragraph."""

    copy: Copy
    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Its words, without figures, addresses and marks."""
        return words(self.text)

    def place(self, start: int = 0, end: int | None = None) -> Where:
        """Return the place in the author's file of the characters `start` to `end`."""
        end = len(self.text) if end is None else end
        return spotted(self.copy.inline, self.start + start, self.start + end)


class Section(msgspec.Struct, frozen=True):
    """What stands under one heading, or before a panel's first: all of it, and its sentences."""

    role: PanelRole
    heading: str
    copy: tuple[Copy, ...]
    sentences: tuple[Sentence, ...]

    @property
    def called(self) -> str:
        """What to call it in a message."""
        return f"“{self.heading}”" if self.heading else f"the copy at the head of `{self.role}`"


def language_of(brochure: Brochure) -> Language | None:
    """Return the language whose rules of plain words hold, None where we know none."""
    match brochure.language.partition("-")[0]:
        case "en":
            return "en"
        case "es":
            return "es"
        case _:
            return None


def sections(manuscript: Manuscript) -> list[Section]:
    """Return the copy that the edition shows, section by section."""
    parts: list[tuple[PanelRole, str, list[Copy]]] = []
    for copy in manuscript.prose:
        opens = isinstance(copy.block, Heading) and copy.field == "text"
        if opens or not parts or parts[-1][0] != copy.role:
            parts.append((copy.role, copy.inline.plain if opens else "", []))
        if not opens:
            parts[-1][2].append(copy)
    return [
        Section(role, heading, tuple(copy), tuple(prose(copy))) for role, heading, copy in parts
    ]


def prose(copies: Iterable[Copy]) -> Iterator[Sentence]:
    """Yield the sentences among `copies`."""
    for copy in copies:
        if not isinstance(copy.block, _SPEAKING) or not _is_text(copy.field):
            continue
        text = copy.inline.plain
        if sentence_ends(text) or len(text.split()) >= _FRAGMENT:
            yield from sentences(copy)


def sentences(copy: Copy) -> Iterator[Sentence]:
    """Yield the sentences of one paragraph."""
    text, start = copy.inline.plain, 0
    for end in sentence_ends(text):
        yield _sentence(copy, text, start, end)
        start = end
    if text[start:].strip():
        yield _sentence(copy, text, start, len(text))


def _sentence(copy: Copy, plain: str, start: int, end: int) -> Sentence:
    text = plain[start:end]
    return Sentence(copy, text.strip(), start + len(text) - len(text.lstrip()))


def words(text: str) -> list[str]:
    """Return the words of `text`: no figures, no addresses."""
    bare = (
        token.strip("_*\"'“”\u2018\u2019«»¿?¡!().,;:[]…")
        for token in re.split(r"[\s—\u2013/…]+", text)
    )
    return [word for word in bare if word and not re.search(r"[\d@._:]|^\W+$", word)]


def _is_text(field: str) -> bool:
    """Tell whether a block's key holds what it says, not its title: `items.0.text`, `text.1`."""
    names = [part for part in field.split(".") if not part.isdigit()]
    return names[-1] in {"text", "items"}
