"""What was found on an edition before, kept on disk while nothing that it hangs on changes.

Reading a file back, scanning its codes and weighing its words takes longer than painting it. So a
build of what was judged before looks up the verdict (0.5 ms instead of 112, measured on the office
edition), and after a change only those pages are read, scanned and rendered that show something
else. What is kept stands under the content file's path and the edition, one entry each, so that
drafts of years leave no more than the last.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from brochure.cache import changed, edition_of
from brochure.images.library import find
from brochure.images.refused import RefusedError
from brochure.preflight import by_text
from brochure.problems import Problem, Severity, Source, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brochure.cache import Cache
    from brochure.preflight.subject import Subject

_T = TypeVar("_T")
_Place: TypeAlias = "tuple[str, str | None, int, int, int]"
_Plain: TypeAlias = "tuple[str, str, _Place | None, str, str]"

_opened: set[tuple[Cache, tuple[str, str]]] = set()
_LARGEST = 1_000_000  # bytes of a list that is looked into; a larger one is refused
_FOLDER = Path(__file__).parent
_READERS = ("pypdfium2_raw", "zxingcpp", "phonenumbers")


def kept(subject: Subject, what: str, page: int, made: Callable[[], _T], *also: object) -> _T:
    """Return what `made` finds on a page of the painted file, remembered while the page shows that.

    It hangs on what is `also` given, too, and is of types that `marshal` knows: numbers, strings,
    lists and dictionaries of them.
    """
    digest = sha256(repr((subject.painted.pages[page], also)).encode()).hexdigest()
    return _latest(subject, digest, made, what, page)


def verdict(
    subject: Subject, what: str, made: Callable[[], Iterable[Problem]], *also: object
) -> list[Problem]:
    """Return what `made` finds wrong with `subject`, remembered while its content and day stay.

    It hangs on what is `also` given, too.
    """
    source = subject.brochure.source
    painted = subject.painted
    hangs_on = (
        painted.identity,
        painted.pages,
        source.text,
        subject.brochure.overrides,
        repr(subject.edition),
        subject.today,
        _claims(subject),
        also,
    )
    digest = sha256(repr(hangs_on).encode()).hexdigest()

    def found() -> list[_Plain]:
        with _texts(subject):
            return [_plain(problem, source) for problem in made()]

    return [_restored(plain, source) for plain in _latest(subject, digest, found, what)]


@contextmanager
def _texts(subject: Subject) -> Iterator[None]:
    """Let checks know what was found in the copy's texts by the process before, and keep it anew.

    A process looks at the disk once a file and edition; later it remembers by itself.
    """
    cache, entry = subject.pictures.cache, _entry(subject)
    if cache is None or (cache, entry) in _opened:
        yield
        return
    _opened.add((cache, entry))
    named = str(program()), "texts", *entry
    with by_text.recorded(cache.latest(dict, *named)) as asked:
        yield
    cache.keep_latest(asked, *named)


def _entry(subject: Subject) -> tuple[str, str]:
    """Return what tells apart what is kept: the content file's path, and the edition."""
    path = os.path.abspath(subject.brochure.source.name)  # noqa: PTH100 - asked for often
    return path, subject.edition.name


def _latest(subject: Subject, digest: str, made: Callable[[], _T], *what: object) -> _T:
    cache = subject.pictures.cache
    if cache is None:
        return made()
    return cache.latest(made, f"{digest} {program()}", *what, *_entry(subject))


@cache
def program() -> tuple[int, ...]:
    """Return when what judges was last changed: our checks, and the libraries that they ask."""
    checks = changed(_FOLDER, _FOLDER / "checks")
    return (checks, *map(edition_of, _READERS))


def _claims(subject: Subject) -> str:
    """Return what stands for the author's own list of claims, which is no part of the content."""
    named = subject.brochure.claims
    if named is None:
        return ""
    try:
        path = find(subject.brochure.folder, named.name)
        status = path.stat()
        small = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
        said = path.read_bytes() if small else b""
    except (RefusedError, OSError) as error:
        return repr(error)
    return f"{status.st_ino} {status.st_mtime_ns} {status.st_size} {sha256(said).hexdigest()}"


def _plain(problem: Problem, source: Source) -> _Plain:
    where = problem.where
    place = None
    if where is not None:
        # The content file's own text is at hand when it is restored.
        text = None if where.source is source else where.source.text
        place = (where.source.name, text, where.line, where.column, where.length)
    return (problem.code, problem.message, place, problem.hint, problem.severity.value)


def _restored(plain: _Plain, source: Source) -> Problem:
    code, message, place, hint, severity = plain
    where = None
    if place is not None:
        name, text, line, column, length = place
        of = source if text is None else Source(name, text)
        where = Where(of, line, column, length)
    return Problem(code, message, where, hint, Severity(severity))
