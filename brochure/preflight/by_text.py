"""What checks of words found in a text before: it depends on the text alone, and most texts stay.

Two editions say nearly the same, and a change is a word in one paragraph of eighty. Looking for
passives, claims and terms in all of them takes 4 ms, and 24 more to compile the patterns, of which
a text that is known needs none. A process remembers what it found; between processes it is kept on
disk beside the verdict (`kept`).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_T = TypeVar("_T")
_Key: TypeAlias = "tuple[str | int, ...]"

_MOST = 20_000  # findings: of some twenty brochures
_known: dict[_Key, Any] = {}
_records: list[dict[_Key, Any]] = []


def known(key: _Key, made: Callable[[], _T]) -> _T:
    """Return what `made` finds, which `key` decides: what is looked for, and the text.

    It is of types that `marshal` knows: numbers, strings, tuples of them.
    """
    try:
        found = _known[key]
    except KeyError:
        if len(_known) >= _MOST:
            _known.clear()
        found = _known[key] = made()
    for record in _records:
        record[key] = found
    return found  # type: ignore[no-any-return]  # as it was made


@contextmanager
def recorded(before: dict[_Key, Any]) -> Iterator[dict[_Key, Any]]:
    """Know what an earlier process found `before`, and yield what is asked for within."""
    _known.update(before)
    record: dict[_Key, Any] = {}
    _records.append(record)
    try:
        yield record
    finally:
        _records.remove(record)
