"""Whether words claim what they say: not negated, not asked, no part of a warning."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from brochure.preflight.by_text import known
from brochure.preflight.sentence_ends import sentence_ends
from brochure.preflight.spotting import spotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.preflight.copy import Copy
    from brochure.preflight.listed import Finder
    from brochure.problems import Where

_BEFORE = 200  # characters before a phrase that are looked at: more than those words have
_REACH = 6  # words before a phrase that may negate it: "no treatment of the skin is risk-free"
_DENYING = frozenset(
    [
        "not",
        "never",
        "nobody",
        "myth",
        "untrue",
        "none",
        "nothing",
        "neither",
        "cannot",
        "isn't",
        "aren't",
        "wasn't",
        "doesn't",
        "don't",
        "can't",
        "won't",
        "nunca",
        "jamás",
        "nadie",
        "mito",
        "falso",
        "nada",
        "tampoco",
    ]
)
_LACKING = frozenset(
    ["no", "nor", "without", "rarely", "hardly", "sin", "ni", "ningún", "ninguna", "zero", "cero"]
)
"""Words that deny only what they stand before: not "painless" in "no surgery, painless"."""
_MERELY = frozenset({"only", "just", "merely", "solo", "sólo", "solamente"})


class Paragraph(msgspec.Struct, frozen=True):
    """A text of the copy; `whole` is all that its item says, `ends` are where its sentences end."""

    copy: Copy
    text: str
    whole: str
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> Where:
        """Return the place in the author's file of the characters `start` to `end`."""
        return spotted(self.copy.inline, start, end)

    def around(self, index: int) -> str:
        """Return the sentence that holds the character `index`, its mark included."""
        start, end = self.bounds(index)
        return self.text[start:end]

    def bounds(self, index: int) -> tuple[int, int]:
        """Return where the sentence that holds the character `index` starts and ends."""
        at = bisect_right(self.ends, index)
        start = self.ends[at - 1] if at else 0
        return start, self.ends[at] if at < len(self.ends) else len(self.text)


def paragraphs(copies: Iterable[Copy]) -> list[Paragraph]:
    """Return the texts of `copies`."""
    found: list[tuple[Copy, str]] = [(copy, copy.inline.plain) for copy in copies]
    wholes: dict[tuple[int, str], str] = {}
    for copy, text in found:
        item = id(copy.block), _item(copy)
        wholes[item] = f"{wholes.get(item, '')} {text}"
    return [
        Paragraph(
            copy,
            text,
            wholes[id(copy.block), _item(copy)],
            sentence_ends(text),
        )
        for copy, text in found
    ]


def _item(copy: Copy) -> str:
    """Return the key of the item that a text belongs to: `items.2` of `items.2.title`."""
    return copy.field.rpartition(".")[0]


def claimed(paragraph: Paragraph, words: Finder, unless: Finder) -> tuple[tuple[int, int], ...]:
    """Return where `paragraph` claims one of `words`: the first and after the last character.

    The same words are told once a paragraph.
    """
    if not words.search(paragraph.text):
        return ()
    key = ("claims", words.key, unless.key, paragraph.text)
    return known(key, lambda: tuple(_claimed(paragraph, words, unless)))


def _claimed(paragraph: Paragraph, words: Finder, unless: Finder) -> Iterator[tuple[int, int]]:
    text, harmless = paragraph.text, unless.spans(paragraph.text)
    told: set[str] = set()
    for start, end in words.spans(text):
        said = text[start:end].casefold()
        if said in told:
            continue
        if any(first <= start and end <= last for first, last in harmless):
            continue
        if paragraph.around(start).rstrip().endswith("?") or _negated(text, start, end):
            continue
        told.add(said)
        yield start, end


def _negated(text: str, start: int, end: int) -> bool:
    """Tell whether the clause before the phrase, or the verb after it, denies it."""
    clause = (
        _clauses().split(text[max(start - _BEFORE, 0) : start])[-1].lower().replace("\u2019", "'")
    )
    lacks = text[start:end].lower().split(maxsplit=1)[0] in _LACKING  # "no surgery, no downtime"
    near = set(_words(clause.rpartition(",")[2]))
    if lacks and not _is_said_of().search(clause):  # but "no treatment is without risk"
        near = set()
    said = _words(clause)
    for index, word in enumerate(said):
        merely = index + 1 < len(said) and said[index + 1] in _MERELY
        if word in _DENYING | (_LACKING & near) and not merely:
            return True
    return bool(_denied_after().match(text, end))


def _words(clause: str) -> list[str]:
    """Return the last words of a clause: those that may negate what comes next."""
    return re.findall(r"[^\W_]+(?:'\w+)?", clause)[-_REACH:]


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(r"[.!?;:…]|\b(?:but|yet|pero|sino)\b", re.IGNORECASE)


@cache
def _is_said_of() -> re.Pattern[str]:
    """Return the end of a clause that says of no thing that it is as the phrase says."""
    thing = (
        r"(?:treatments?|procedures?|methods?|devices?|medicines?|tratamientos?|procedimientos?)"
    )
    thing += r"|(?:métodos?|aparatos?|medicinas?)"
    return re.compile(
        r"\b(?:(?:no|ningún|ninguna)\s+(?:\w+\s+){1,4}"
        r"(?:is|are|comes?|es|son|está|están|viene)\s+(?:\w+(?:ly|mente)\s+)?"
        rf"|(?:is|are|hay|existe|existen|no)\s+(?:un\s+|una\s+)?(?:{thing})\s+(?:\w+\s+){{0,3}}"
        r"|no\s+es\s+(?:cierto|verdad)\s+que\s+(?:\w+\s+){0,2})$"
    )


@cache
def _denied_after() -> re.Pattern[str]:
    return re.compile(
        r"(?:\W+\w+){0,2}?\W+(?:(?:is|are|was|were|does|do|can|will|should)(?:n['\u2019]t|\s+not|not)\b"
        r"|(?:is|are)\s+(?:a\s+myth|untrue)\b|es\s+(?:un\s+mito|falso)\b"
        r"|no\s+(?:es|son|está|están|existe|existen|hay|se)\b)",
        re.IGNORECASE,
    )
