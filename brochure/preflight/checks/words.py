"""Every word that the author wrote stands in the painted file, in the author's order.

A brochure that lost a sentence on the risks still looks finished, and nobody proofreads what they
know by heart. So the file is opened by another library than the one that wrote it (PDFium), and its
text is compared with the content word by word, panel by panel. It also finds what a block leaves
out: a fourth caption of a band on three panels, the caption of a code that is not there. Words that
the program adds (numbers, bullets, a link's address on paper) may stand in between.

Source: the project's own promise, "every word of it where you put it"; reading order: WCAG 2.2,
1.3.2, and PDF/UA-1, 7.1.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from heapq import merge
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import msgspec

from brochure.blocks.band import Band
from brochure.blocks.contact import Contact
from brochure.preflight import plain_words
from brochure.preflight.copy import copy_of
from brochure.preflight.kept import kept
from brochure.preflight.page import nearest
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity
from brochure.richtext import Inline, Span
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.blocks import Block
    from brochure.clinic import Clinic
    from brochure.folds import PanelRole
    from brochure.model import Place
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

MISSING = Rule("COPY001", Severity.ERROR, "a word of the content is not in the painted file")
MISPLACED = Rule("COPY002", Severity.ERROR, "a text stands before what precedes it in the content")
CODES = (MISSING, MISPLACED)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.FILE

_INSERTED = 30  # words that may stand between: an address, the captions at a panel's head
_FEWEST = 20  # places looked at, however long the text is
_FOOT = 3  # words at a panel's foot: a page's number
_STEPS = 500_000  # words compared for one text: 0.14 s (measured)
_LONGEST = 40  # characters of a word in a message


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each text that the file does not say, or not where it should."""
    said = _Said(subject)
    captions = {
        subject.host(role): said.starts.get(subject.host(role), 0) for role in subject.roles
    }
    running = dict(captions)
    for copied, block, inline in _texts(subject):
        role = subject.host(copied)
        # A band's captions stand at the heads of the panels, apart from what flows under them.
        reached = captions if isinstance(block, Band) else running
        found = said.find(inline, reached[role])
        if found.end is not None:
            reached[role] = found.end
            continue
        again = said.find(inline, 0)
        if again.end is not None:
            message = f"{_quoted(inline)} stands before what precedes it in the file"
            hint = "look at the page; if it reads rightly there, `ignore:` this, and report it"
            yield MISPLACED.broken(message, inline.where, hint)
            reached[role] = again.end
        else:
            span, word = found.missing or (inline.spans[0], inline.plain)
            message = f"the word `{word}` of {_quoted(inline)} is not on the page"
            hint = "look at the page; move the words to a block that shows them, or report it"
            yield MISSING.broken(message, span.where, hint)


def _texts(subject: Subject) -> Iterator[tuple[PanelRole, Block, Inline]]:
    """Yield the author's texts, the clinic's details where a block shows them."""
    for role, block in subject.blocks():
        if isinstance(block, Contact):
            yield from ((role, block, inline) for inline in _details(subject.brochure.clinic))
        yield from ((role, block, copy.inline) for copy in copy_of(role, block))


def _details(clinic: Clinic) -> Iterator[Inline]:
    heads = (clinic.clinician, clinic.name, *clinic.address, clinic.area)
    ways = (clinic.phone, clinic.website, clinic.email)
    entries = [
        *((words, clinic.place(words)) for words in heads if words),
        *((way.text, way.where) for way in ways if way),
    ]
    for words, where in entries:
        if words:
            yield Inline((Span(words, where),), where)


def _quoted(inline: Inline) -> str:
    words = inline.plain.split()
    return f"“{' '.join(words[:5])}{' …' if len(words) > 5 else ''}”"  # noqa: PLR2004 - a glimpse


def _texts_of_panels(subject: Subject) -> list[tuple[Place, str]]:
    """Return what the painted file says on each panel, in the order in which they are read."""
    found: list[tuple[Place, str]] = []
    for number, sheet in enumerate(subject.sheets):
        said = kept(subject, "words", number, partial(_read, subject, number), sheet.panels)
        found += ((place, said.get(place.name, "")) for place in sheet.panels)
    return sorted(found, key=lambda entry: entry[0].reading)


def _read(subject: Subject, number: int) -> dict[str, str]:
    """Return what a page of the painted file says, by panel: a run a line."""
    panels = subject.sheets[number].panels
    said: dict[str, str] = {}
    leftward = subject.brochure.direction is Direction.RIGHT_TO_LEFT
    for text, middle in subject.read_back.runs(number, leftward=leftward):
        panel = nearest(middle, panels)
        said[panel] = f"{said[panel]}\n{text}" if panel in said else text
    return said


class _Found(msgspec.Struct, frozen=True):
    """Where a text ends among the words of the file, or the first word that is missing there."""

    end: int | None
    missing: tuple[Span, str] | None = None


class _Said:
    """The words of a painted file in the order in which its panels are read."""

    def __init__(self, subject: Subject) -> None:
        self.words: list[str] = []
        self.breaks: list[int] = []
        self.starts: dict[PanelRole, int] = {}
        roles = subject.panel_roles
        for place, text in _texts_of_panels(subject):
            self.breaks.append(len(self.words))
            if place.name in roles:
                self.starts.setdefault(roles[place.name], len(self.words))
            self.words += (word for word, _ in plain_words.words(text))
        self._longest = max(map(len, self.words), default=0)
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            self._places.setdefault(word, []).append(at)

    def find(self, inline: Inline, start: int) -> _Found:
        """Return where `inline` ends, looked for from `start` on."""
        text = "".join(span.text for span in inline.spans)
        linked = _link_ends(inline)
        wanted = _parted(text, linked)
        if not wanted:
            return _Found(start)
        furthest = 0
        best: int | None = None  # of several, the one that ends first: the least stands in between
        # Nearly always it is the first place; ten thousand, in copy that says one word over and
        # over, would take minutes.
        most = max(_STEPS // len(wanted), _FEWEST)
        for at in islice(self._first(wanted[0].parts[0], start), most):
            if best is not None and at + len(wanted) >= best:
                break
            matched, end = self._followed(wanted, at, linked)
            if matched == len(wanted):
                best = end if best is None else min(best, end)
            furthest = max(furthest, matched)
        if best is not None:
            return _Found(best)
        offset = wanted[furthest].offset
        word = plain_words.word_at(text, offset)
        shown = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
        return _Found(None, (_span_at(inline, offset), shown))

    def _first(self, word: str, start: int) -> Iterator[int]:
        """Yield the places from `start` on where `word` may begin, whole or in parts."""
        whole = self._places.get(word, [])
        yield from whole[bisect_left(whole, start) :]
        lengths = range(1, min(len(word), self._longest + 1))
        parts = (self._places.get(word[:length], []) for length in lengths)
        yield from merge(*(places[bisect_left(places, start) :] for places in parts if places))

    def _followed(self, wanted: Sequence[_Word], at: int, linked: list[int]) -> tuple[int, int]:
        """Return how many of the wanted words follow one another from `at` on, and where they end.

        Others stand between only where a panel ends, or where an address is spelled out.
        """
        for number, word in enumerate(wanted):
            end = self._ends("".join(word.parts), at)
            if end is None and len(word.parts) > 1:
                end = self._ends_parted(word, at)
            if end is None and number:
                before = wanted[number - 1].offset
                after_link = any(before < edge <= word.offset for edge in linked)
                end = self._resumed("".join(word.parts), at, anywhere=after_link)
            if end is None:
                return number, at
            at = end
        return len(wanted), at

    def _ends(self, word: str, at: int) -> int | None:
        """Return where `word` ends if it begins at `at`, put together from runs and lines."""
        reached = 0
        for end in range(at, len(self.words)):
            part = self.words[end]
            if not word.startswith(part, reached):
                return None
            reached += len(part)
            if reached == len(word):
                return end + 1
        return None

    def _ends_parted(self, word: _Word, at: int) -> int | None:
        """Return where a word ends after whose parts addresses are spelled out."""
        end = self._ends(word.parts[0], at)
        for part in word.parts[1:]:
            if end is not None:
                end = self._resumed(part, end, anywhere=True)
        return end

    def _resumed(self, word: str, at: int, *, anywhere: bool) -> int | None:
        """Return where `word` ends after what is inserted, None where nothing may be."""
        broken = bisect_left(self.breaks, at)
        edge = self.breaks[broken] if broken < len(self.breaks) else len(self.words)
        if not anywhere and edge - at > _FOOT:
            return None
        reach = range(at if anywhere else edge, min(at + _INSERTED, len(self.words)))
        ends = (self._ends(word, place) for place in reach)
        return next((end for end in ends if end is not None), None)


class _Word(msgspec.Struct, frozen=True):
    """A word of a text, in `parts` where a link ends within it, and where it starts."""

    parts: tuple[str, ...]
    offset: int


def _parted(text: str, linked: list[int]) -> list[_Word]:
    """Return the words of `text`; paper spells out an address where a link ends, within one too."""
    found = []
    for word, offset in plain_words.words(text):
        written = plain_words.word_at(text, offset)
        edges = [edge - offset for edge in linked if 0 < edge - offset < len(written)]
        if not edges:
            found.append(_Word((word,), offset))
            continue
        cuts = pairwise([0, *edges, len(written)])
        parts = (plain_words.plain(written[start:end]) for start, end in cuts)
        found.append(_Word(tuple(filter(None, parts)), offset))
    return found


def _link_ends(inline: Inline) -> list[int]:
    """Return after how many characters each link ends, where paper spells out its address."""
    ends, length = [], 0
    for span in inline.spans:
        length += len(span.text)
        if span.href:
            ends.append(length)
    return ends


def _span_at(inline: Inline, offset: int) -> Span:
    for span in inline.spans:
        if offset < len(span.text):
            return span
        offset -= len(span.text)
    return inline.spans[-1]
