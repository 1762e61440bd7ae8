"""Imports that cost a build more than they give."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without(module: str) -> Iterator[None]:
    """Let imports of `module` fail while it lasts, as where it is not installed.

    One that was imported before stays.
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # so the import system marks what is not there
    try:
        yield
    finally:
        del sys.modules[module]
