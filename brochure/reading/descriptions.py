"""What the docstrings of the author's models say of each key, for editors and hints to show."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from brochure.fields import Fields

_SECTION = "\n\nAttributes:\n"
_ENTRY = re.compile(r" {4}(\w+): (.+(?:\n {8}.+)*)")


class Description(NamedTuple):
    """One sentence on a model, and one on each of its keys."""

    summary: str
    keys: dict[str, str]


def described(struct: type[Fields]) -> Description:
    """Return what the docstring of `struct` says, in the Google style that the linter holds it to.

    The words stand beside the fields, so that whoever adds a field meets its description. Keys are
    as the author writes them, with hyphens.
    """
    keys: dict[str, str] = {}
    for one in struct.__mro__:  # what it inherits is described where that stands
        _, _, section = inspect.cleandoc(one.__doc__ or "").partition(_SECTION)
        for name, text in _ENTRY.findall(section):
            keys.setdefault(name.replace("_", "-"), " ".join(text.split()))
    words, _, _ = (inspect.getdoc(struct) or "").partition(_SECTION)
    return Description(words.partition("\n\n")[0].replace("\n", " "), keys)
