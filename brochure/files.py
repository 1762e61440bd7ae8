"""Writing files so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from brochure.problems import FileError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whose folder is made if need be.

    Raises:
        FileError: if the folder cannot be made or the file cannot be written; the old file stays.

    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write every file of `files`, or none of them: all are on the disk before one is renamed.

    Raises:
        FileError: if a folder cannot be made or a file cannot be written; the old files stay.

    """
    written: dict[Path, Path] = {}
    path = None
    try:
        for path, data in files.items():
            _make_room(path)
            written[path] = _beside(path)
            _write(written[path], data)
        for path, beside in written.items():
            beside.replace(path)
    except BaseException as error:  # a key pressed, too
        for beside in written.values():
            with suppress(OSError):
                beside.unlink()
        if path is None or not isinstance(error, OSError):
            raise
        raise FileError(_unwritable(path, error)) from error


def put_in_place(path: Path, data: bytes) -> None:
    """Write `data` to a file beside `path`, then rename it over the old one.

    Not forced to the disk: what a power cut takes can be built again, and waiting for the disk
    would cost 8 ms, as much as the build (measured). The module `tempfile` would load for 3 ms.

    Raises:
        OSError: if it cannot be written; the old file stays, and nothing lies beside it.

    """
    beside = _beside(path)
    try:
        _write(beside, data)
        beside.replace(path)
    except BaseException:  # a key pressed, too
        with suppress(OSError):
            beside.unlink()
        raise


def _make_room(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def _unwritable(path: Path, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem(
        "FILE002",
        f"{path} cannot be written: {reason}",
        hint="the file of the last good build is untouched; free some space, close the file "
        "in other programs, or choose another folder with --out",
    )
