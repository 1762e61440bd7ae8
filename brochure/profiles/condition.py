"""A printing condition: the press and paper that a file is made for, named as PDF/X-4 names it."""

from __future__ import annotations

from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import msgspec

from brochure.profiles.header import check

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

_FOLDER = Path(__file__).parent
_MAX_BYTES = 16 * 2**20  # profiles of presses have 0.2 to 3 MB
_SUFFIXES = {".icc", ".icm"}
_COATED = 300.0  # percent: usual for coated paper, 280 for uncoated
_ONE_INK, _ALL_INKS = 100.0, 400.0  # percent; below one ink, black alone would be too much


class PrintingCondition(msgspec.Struct, frozen=True, dict=True):
    """What a press edition's output intent says, and what its colors are separated by.

    `identifier` is the output intent's OutputConditionIdentifier: the name in the registry at
    `registry`, or `Custom`, with an empty registry, for a profile that a printer sent.
    `info` is for people. `total_ink` is the most ink in one place, in percent of one ink's solid.
    """

    name: str
    icc: bytes
    identifier: str
    registry: str
    info: str
    total_ink: float = _COATED

    @cached_property
    def key(self) -> tuple[str, float]:
        """What decides how a color is separated: the profile's SHA-256 and the ink limit."""
        return sha256(self.icc).hexdigest(), self.total_ink


class _Packaged(msgspec.Struct, frozen=True):
    """A profile that comes with the program."""

    file: str
    identifier: str
    info: str
    registry: str = "http://www.color.org"


_PACKAGED = {
    "gracol": _Packaged(
        "gracol-tr006-coated.icc", "CGATS TR 006", "GRACoL coated grade 1, CGATS TR 006"
    ),
    "fogra39": _Packaged("fogra39-coated.icc", "FOGRA39", "Coated FOGRA39, ISO 12647-2"),
}

NAMES: tuple[str, ...] = tuple(_PACKAGED)
"""The printing conditions that come with the program, each an ICC profile beside this module."""


def load(
    name_or_path: str | Path, total_ink: float | None = None, *, called: str = ""
) -> PrintingCondition:
    """Return the condition called `name_or_path`, one of `NAMES`, or that of an ICC profile's file.

    `total_ink` is the printer's limit in percent, where it is not the usual 300 of coated paper.
    `called` is what a message calls the file, where that is not its path.

    Raises:
        ValueError: if there is no such condition, the file is not the profile of a CMYK press
            in a version that PDF/X-4 allows, or the limit is not between 100 and 400.

    """
    condition = (
        _packaged(name_or_path)
        if isinstance(name_or_path, str) and name_or_path in _PACKAGED
        else _from_file(Path(name_or_path), called or str(name_or_path))
    )
    if total_ink is None or total_ink == condition.total_ink:
        return condition
    if not _ONE_INK <= total_ink <= _ALL_INKS:
        message = f"a total ink limit of {total_ink:g} % is not between 100 and 400"
        raise ValueError(message)
    return msgspec.structs.replace(condition, total_ink=total_ink)


@cache
def _packaged(name: str) -> PrintingCondition:
    entry = _PACKAGED[name]
    icc = (_FOLDER / entry.file).read_bytes()
    return PrintingCondition(name, icc, entry.identifier, entry.registry, entry.info)


def _from_file(path: Path, called: str) -> PrintingCondition:
    icc = _content(path, called)
    try:
        check(icc)
        from brochure.profiles.proving import description  # noqa: PLC0415 - Pillow, for a file

        info = description(icc)
    except ValueError as error:
        message = f"{called} {error}"
        raise ValueError(message) from error
    return PrintingCondition(path.name, icc, "Custom", "", info or path.stem)


def _content(path: Path, called: str) -> bytes:
    try:
        if not path.is_file():
            if path.exists():
                message = f"{called} is not a file"
            elif path.suffix.lower() in _SUFFIXES:
                message = f"{called} does not exist"
            else:
                message = (
                    f"{called!r} is not a printing condition: name {' or '.join(NAMES)}, "
                    "or the path of an ICC profile"
                )
            raise ValueError(message)
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        message = f"{called} cannot be read: {(error.strerror or str(error)).lower()}"
        raise ValueError(message) from error
    if len(data) > _MAX_BYTES:
        message = f"{called} is larger than {_MAX_BYTES >> 20} MB"
        raise ValueError(message)
    return data
