"""Lists of words that checks look for, read from YAML as an author's file is: ours, or an author's.

The phrases in them are plain: a hyphen or any white space stands for a space, `*` at a word's end
for any ending.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from brochure.cache import Cache
from brochure.preflight.by_text import known
from brochure.preflight.plain_words import bare
from brochure.problems import BrochureError, Problem
from brochure.reading import MISSING, Decoder, load_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from brochure.fields import Fields

_Fields = TypeVar("_Fields", bound="Fields")


def read_list(path: Path, struct: type[_Fields]) -> _Fields:
    """Return the file at `path` as a `struct`.

    Raises:
        FileError: if it cannot be read.
        BrochureError: with every problem of the file.

    """
    problems: list[Problem] = []
    _, tree = load_file(path, problems)
    found = Decoder(problems=problems, smart=False).struct(tree, struct, "the file")
    if problems or found is MISSING:
        raise BrochureError(*sorted(problems, key=Problem.place))
    made: _Fields = found
    return made


def packaged_list(path: Path, struct: type[_Fields]) -> _Fields:
    """Return one of the program's own lists, which is read as YAML once after each change."""
    status = path.stat()
    named = "list", str(path), status.st_mtime_ns, status.st_size
    kept = Cache.default().recalled(lambda: msgspec.msgpack.encode(read_list(path, struct)), *named)
    return msgspec.msgpack.decode(kept, type=struct)


_Span: TypeAlias = "tuple[int, int]"
"""Where words start, and where they end."""


class Finder:
    """Finds any of `phrases` in a text, the longest first; of none it finds nothing.

    A pattern takes a third of a millisecond to compile, and there are seventy, of which a text has
    words of one or two: so a text's beginnings of words are looked at first. `key` stands for the
    phrases.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        said = (phrase for phrase in phrases if re.search(r"\w", phrase))  # "*" alone is nothing
        self._phrases = sorted(said, key=len, reverse=True)
        beginnings = list(map(_beginning, self._phrases))
        self._any = "" in beginnings
        self._beginnings = frozenset(beginnings)
        self.key = blake2b("\n".join(self._phrases).encode(), digest_size=9).hexdigest()

    def spans(self, text: str) -> tuple[_Span, ...]:
        """Return where the phrases stand in `text`, unseen characters within them or not."""
        if not self.may_be_in(text):
            return ()
        return known(("phrases", self.key, text), lambda: tuple(self._spans(text)))

    def _spans(self, text: str) -> Iterator[_Span]:
        seen, places = bare(text)
        for start, end in (one.span() for one in self._pattern.finditer(seen)):
            yield (start, end) if places is None else (places[start], places[end - 1] + 1)

    def search(self, text: str, start: int = 0, end: int | None = None) -> _Span | None:
        """Return where the first of the phrases stands in `text`, from `start` to `end`."""
        last = len(text) if end is None else end
        return next((one for one in self.spans(text) if start <= one[0] and one[1] <= last), None)

    def is_all_of(self, text: str) -> bool:
        """Tell whether `text` is one of the phrases, with nothing before or after it."""
        return self.may_be_in(text) and self._pattern.fullmatch(text) is not None

    def may_be_in(self, text: str) -> bool:
        """Tell whether any of the phrases may stand in `text`, as far as words' beginnings say."""
        return self._any or not self._beginnings.isdisjoint(_beginnings(bare(text)[0]))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        patterns = "|".join(filter(None, map(_pattern, self._phrases)))
        return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)" if patterns else r"(?!)", re.IGNORECASE)


@cache
def any_of(phrases: Sequence[str]) -> Finder:
    """Return what finds any of `phrases`, the same for the same ones."""
    return Finder(phrases)


_LETTERS = 3  # of a word's beginning


def _beginning(phrase: str) -> str:
    """Return how a word begins where `phrase` may stand; nothing where any may."""
    first = re.match(r"\w+", phrase.strip().casefold())
    if first is None:
        return ""
    is_open = phrase.strip()[first.end() : first.end() + 1] == "*"
    return "" if is_open and len(first[0]) < _LETTERS else first[0][:_LETTERS]


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in re.findall(r"\w+", text.casefold()))


def _pattern(phrase: str) -> str:
    parts = re.split(r"[\s-]+", phrase.strip())
    return r"[\s\-\u2010\u2011]++".join(
        re.sub(r"(?:\\\*)+$", r"\\w*+", re.escape(part)).replace("'", "['\u2019]")
        for part in parts
        if part
    )
