"""What the command says: findings and paths to standard output, all else to standard error."""

from __future__ import annotations

import sys
from contextlib import suppress
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


def show(text: str) -> None:
    """Write `text` to standard output, escaped in the same way; a reader may have gone."""
    encoding = sys.stdout.encoding or "utf-8"
    with suppress(BrokenPipeError):
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()


def tell(paths: Sequence[Path]) -> None:
    """Write the paths of what was written to standard output; a reader may have gone."""
    with suppress(BrokenPipeError):
        for path in paths:
            sys.stdout.write(f"{path}\n")
        sys.stdout.flush()
