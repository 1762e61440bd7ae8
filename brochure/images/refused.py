"""Why a picture cannot be used: raised inside this package, turned into a problem by `Library`."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """The stable codes of what can be wrong with a picture file."""

    MISSING = "PIC001"
    FOLDER = "PIC002"
    UNREADABLE = "PIC003"
    EMPTY = "PIC004"
    OUTSIDE = "PIC005"
    UNKNOWN = "PIC006"
    DAMAGED = "PIC007"
    TOO_MANY_PIXELS = "PIC008"
    TOO_LARGE = "PIC009"
    SVG_DAMAGED = "PIC010"
    SVG_UNSUPPORTED = "PIC011"
    SVG_UNSAFE = "PIC012"
    SVG_REFERENCE = "PIC013"
    TOGETHER = "PIC014"


class RefusedError(Exception):
    """A picture that cannot be used: `message` continues the file's name ("… is empty")."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        """Carry the parts of the problem that do not depend on where the file was named."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
