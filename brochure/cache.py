"""What is slow to make and depends only on a file's content, kept on disk between builds.

Entries are named by a hash of all they depend on, so they never go stale. The folder may be
deleted at any time, and nothing that goes wrong in it ever fails a build.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brochure.files import put_in_place
from brochure.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_T = TypeVar("_T")

LIMIT = 200 * 2**20  # bytes: about a thousand print-size photographs
_CHECK = 32  # bytes of the SHA-256 that starts each entry
_MAGIC = b"brochure cache 3\n"


class Cache:
    """Bytes by key, in `folder`; beyond `limit` bytes the entries longest unused are removed."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` keeps its entries in the same folder."""
        return isinstance(other, Cache) and self.folder == other.folder

    def __hash__(self) -> int:
        """Return a number that equal caches share."""
        return hash(self.folder)

    @classmethod
    def default(cls) -> Cache:
        """Return the user's cache: `BROCHURE_CACHE`, or a folder where the system keeps caches."""
        return cls(_user_folder())

    @staticmethod
    def key(*parts: object) -> str:
        """Return the key for `parts`: a content's digest and all that else decides the result."""
        named = (__version__, sys.version_info[:2], *parts)  # marshal's format follows Python's
        return sha256(repr(named).encode()).hexdigest()

    def get(self, key: str) -> bytes | None:
        """Return the bytes kept under `key`; None where there are none, or they are corrupt."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + _CHECK
        data = content[start:]
        if not content.startswith(_MAGIC) or content[len(_MAGIC) : start] != sha256(data).digest():
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def recalled(self, made: Callable[[], _T], *parts: object) -> _T:
        """Return what is kept for `parts`, else what `made` returns, which is kept.

        That must be of types that `marshal` knows: numbers, strings, bytes, and tuples of them.
        """
        key = self.key(*parts)
        if (kept := self.get(key)) is not None:
            found: _T = marshal.loads(kept)  # noqa: S302 - bytes of our own folder, their hash checked
            return found
        found = made()
        self.put(key, marshal.dumps(found))  # type: ignore[arg-type]  # see above
        return found

    def latest(self, made: Callable[[], _T], digest: str, *parts: object) -> _T:
        """Return what is kept for `parts` if it was made of what `digest` stands for, else anew.

        One entry for each `parts`, however often they change: what is new takes its place. Of types
        that `marshal` knows, as above.
        """
        key = self.key("latest", *parts)
        if (kept := self.get(key)) is not None:
            before, found = marshal.loads(kept)  # noqa: S302 - as above
            if before == digest:
                return found  # type: ignore[no-any-return]  # as it was put
        made_now = made()
        self.keep_latest(made_now, digest, *parts)
        return made_now

    def keep_latest(self, made: object, digest: str, *parts: object) -> None:
        """Keep `made` as what `latest` returns for `parts`."""
        with suppress(ValueError):  # of a type that `marshal` does not know: it is made again
            self.put(self.key("latest", *parts), marshal.dumps((digest, made)))  # type: ignore[arg-type]  # see above

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, whole or not at all; does nothing if that fails."""
        path = self._path(key)
        with suppress(OSError):
            is_new = not path.exists()
            if not is_new:
                # Renamed over another file, ext4 waits for the disk: 0.1 to 4 ms (measured). Nobody
                # misses an entry that a power cut takes.
                path.unlink()
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put_in_place(path, _MAGIC + sha256(data).digest() + data)
            if is_new and key.startswith("0"):  # one entry in sixteen looks after the size of all
                self.trim()

    def trim(self) -> None:
        """Remove the entries longest unused until the rest fit the limit."""
        found = []
        for entry in _entries(self.folder):
            with suppress(OSError):
                status = entry.stat()
                found.append((status.st_mtime, status.st_size, entry.path))
        total = sum(size for _, size, _ in found)
        if total <= self.limit:
            return
        for _, size, path in sorted(found):
            if total <= self.limit:
                return
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - as `os.scandir` has it
            total -= size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what lies in the folders of two letters in `folder`."""
    with suppress(OSError), os.scandir(folder) as shelves:
        for shelf in shelves:
            if len(shelf.name) == 2:  # noqa: PLR2004 - see `Cache._path`
                with suppress(OSError), os.scandir(shelf) as entries:
                    yield from entries


def recalled(cache: Cache | None, made: Callable[[], _T], *parts: object) -> _T:
    """Return `Cache.recalled`, or what `made` returns where there is no cache."""
    return cache.recalled(made, *parts) if cache else made()


def changed(*folders: Path) -> int:
    """Return when a file in `folders` was last changed (ns): with a program its results change."""
    return max(
        entry.stat().st_mtime_ns
        for folder in folders
        for entry in os.scandir(folder)
        if entry.is_file()
    )


def edition_of(package: str) -> int:
    """Return when an installed package was last changed (ns), without importing it.

    What a library computed is kept under this, so that a newer library computes it anew.
    """
    spec = find_spec(package)
    return Path(spec.origin).stat().st_mtime_ns if spec and spec.origin else 0


def _user_folder() -> Path:
    if named := os.environ.get("BROCHURE_CACHE"):
        return Path(named)
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "brochure"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "brochure" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "brochure"
    return home / ".cache" / "brochure"
