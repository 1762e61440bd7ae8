"""Writing files so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import contextlib
import os
from tempfile import mkstemp
from typing import TYPE_CHECKING

from brochure.problems import FileError, Problem

if TYPE_CHECKING:
    from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: a temporary file in the same folder, then a rename over the old one.

    Not forced to the disk: what a power cut takes can be built again, and waiting for the disk
    would cost 8 ms, as much as the build (measured).

    Raises:
        FileError: if the folder cannot be made or the file cannot be written; the old file stays.

    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101 - a path string from mkstemp
        os.replace(temporary, path)  # noqa: PTH105 - the same
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - the same
        raise FileError(_unwritable(path, error)) from error


def _umask() -> int:
    """Return the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem(
        "FILE002",
        f"{path} cannot be written: {reason}",
        hint="the file of the last good build is untouched; free some space, close the file "
        "in other programs, or choose another folder with --out",
    )
