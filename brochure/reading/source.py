"""A file's bytes -> text that problems can point into, or the reason why it cannot be read."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from brochure.problems import BrochureError, FileError, Problem, Source

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 48_000  # the real brochure has 5,600
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE = "save it again with the encoding UTF-8"


def open_source(path: Path) -> Source:
    r"""Return the text of the file at `path`, each line of it ended by a bare `\n`.

    Raises:
        FileError: if there is no such file, or it cannot be read.
        BrochureError: if it is too large, or no UTF-8.

    """
    data = _read(path)
    if len(data) > MAX_BYTES:
        hint = "a brochure's words take a few kilobytes; is this the right file?"
        raise BrochureError(_problem(path, f"is larger than {MAX_BYTES // 1000} kB", hint))
    if data.startswith(_UTF_16) or 0 in data[:2]:
        # A file that starts with ASCII in UTF-16 has a zero in its first two bytes.
        raise BrochureError(_problem(path, "is UTF-16, not UTF-8 text", _SAVE, "YAML002"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        reason = f"is not UTF-8 text (line {line})"
        raise BrochureError(_problem(path, reason, _SAVE, "YAML002")) from error
    return Source(str(path), text.replace("\r\n", "\n").replace("\r", "\n"))


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileError(_problem(path, "is a folder", "name the YAML file inside it"))
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise FileError(_problem(path, "is not a regular file", "name the YAML file"))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        hint = "say which file: brochure build path/to/content.yaml"
        if isinstance(error, FileNotFoundError):
            raise FileError(_problem(path, "does not exist", hint)) from error
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise FileError(_problem(path, f"cannot be read: {reason}", hint)) from error


def _problem(path: Path, reason: str, hint: str, code: str = "FILE001") -> Problem:
    return Problem(code, f"{path} {reason}", hint=hint)
