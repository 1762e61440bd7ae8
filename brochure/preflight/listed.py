"""Lists of words that checks look for, read from YAML as an author's file is: ours, or an author's.

The phrases in them are plain: a hyphen or any white space stands for a space, `*` at a word's end
for any ending.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from brochure.problems import BrochureError, Problem
from brochure.reading import MISSING, Decoder, load_file

if TYPE_CHECKING:
    from collections.abc import Sequence
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


@cache
def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `phrases`, the longest first; none matches nothing."""
    longest = sorted(phrases, key=len, reverse=True)
    patterns = "|".join(filter(None, map(_pattern, longest)))
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)" if patterns else r"(?!)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    parts = re.split(r"[\s-]+", phrase.strip())
    return r"[\s\-\u2010\u2011]++".join(
        re.escape(part).replace(r"\*", r"\w*").replace("'", "['\u2019]") for part in parts if part
    )
