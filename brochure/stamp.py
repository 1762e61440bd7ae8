"""The stamp of a brochure's content: same content, same stamp, whatever it is built into."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from brochure.fields import FileName
from brochure.problems import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.images import Library
    from brochure.model import Brochure


def stamp(brochure: Brochure, pictures: Library) -> str:
    """Return the SHA-256, in hexadecimal, of the file's text, its changes, its pictures' bytes.

    All pictures that the copy names count, shown or not: an edition that leaves blocks out has the
    stamp of the one that does not, and the two are known to say the same.
    """
    blocks = (*brochure.cover, *brochure.flap, *brochure.inside, *brochure.back)
    digests = [pictures.digest(file) for block in blocks for file in _files_of(block)]
    content = (brochure.source.text, tuple(brochure.overrides), digests)
    return sha256(repr(content).encode()).hexdigest()


@lru_cache(maxsize=2048)
def _files_of(block: Block) -> tuple[FileName, ...]:
    return tuple(_files(block))


def _files(value: object) -> Iterator[FileName]:
    """Yield the files that `value` and what it holds name, in order."""
    match value:
        case FileName():
            yield value
        case Where():
            pass  # where a value stands names no file
        case tuple():
            for item in value:
                yield from _files(item)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _files(getattr(value, name))
        case _:
            pass  # words, numbers and the like name no file
