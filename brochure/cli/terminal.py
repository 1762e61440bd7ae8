"""What the command says: findings and paths to standard output, all else to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def say(*lines: object) -> None:
    """Write to standard error whatever the terminal can show, the rest escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    for line in lines:
        text = f"{line}\n".encode(encoding, "backslashreplace").decode(encoding)
        sys.stderr.write(text)


class UnwritableError(Exception):
    """Standard output takes no more: the disk that it goes to is full, or it is closed."""


def show(text: str) -> None:
    """Write `text` to standard output, escaped in the same way; a reader may have gone.

    Raises:
        UnwritableError: if it cannot be written.

    """
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise UnwritableError(getattr(error, "strerror", None) or str(error)) from error


def tell(paths: Sequence[Path]) -> None:
    """Write the paths of what was written to standard output.

    Raises:
        UnwritableError: if it cannot be written.

    """
    show("".join(f"{path}\n" for path in paths))
