"""Import reportlab, untouched by what a user's machine has set for it.

reportlab runs `~/.reportlab_settings`, a module `reportlab_settings` and `RL_*` environment
variables at its first import. None of them may change a brochure, so they are hidden while the
import lasts; what another part of the process imported earlier is not undone.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")


@contextmanager
def _sealed() -> Iterator[None]:
    """Hide a user's settings: empty modules in their place, and no variables."""
    modules = {name: ModuleType(name) for name in _SETTINGS if name not in sys.modules}
    variables = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("RL_")}
    sys.modules.update(modules)
    try:
        yield
    finally:
        os.environ.update(variables)
        for name in modules:
            del sys.modules[name]


def _defer(package: str, module: str) -> None:
    """Let `module` of `package` load when it is first used, not when it is imported.

    reportlab imports Pillow for pictures that it would decode; ours come decoded, and most builds
    decode none: 6 of 130 ms.
    """
    name = f"{package}.{module}"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = LazyLoader(spec.loader)
    spec.loader = loader
    made = sys.modules[name] = module_from_spec(spec)
    setattr(sys.modules[package], module, made)
    loader.exec_module(made)


_defer("PIL", "Image")
with _sealed():
    from reportlab import rl_config
    from reportlab.pdfbase.pdfdoc import (
        PDFDocument,
        PDFObject,
        PDFStream,
        PDFString,
    )

rl_config.useA85 = 0  # Base-85 makes a fifth more bytes of every stream, for nothing
rl_config.invariant = 1  # no comments with class names, no clock

__all__ = [
    "PDFDocument",
    "PDFObject",
    "PDFStream",
    "PDFString",
]
