"""Import reportlab, untouched by what a user's machine has set for it.

reportlab runs `~/.reportlab_settings`, a module `reportlab_settings` and `RL_*` environment
variables at its first import. None of them may change a brochure, so they are hidden while the
import lasts; what another part of the process imported earlier is not undone.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")
_LATER = {
    "reportlab.lib.rl_safe_eval": (
        *("rl_safe_exec", "rl_safe_eval"),
        *("safer_globals", "rl_extended_literal_eval"),
    ),
    "reportlab.lib.rltempfile": ("get_rl_tempfile", "get_rl_tempdir"),
}
"""What reportlab imports to read colors and to find fonts, which ours come without: 7 of 110 ms."""


@contextmanager
def _sealed() -> Iterator[None]:
    """Hide a user's settings: empty modules in their place, and no variables."""
    modules = {name: ModuleType(name) for name in _SETTINGS if name not in sys.modules}
    for name in _LATER.keys() - sys.modules.keys():
        modules[name] = _later(name)
    variables = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("RL_")}
    sys.modules.update(modules)
    try:
        yield
    finally:
        os.environ.update(variables)
        for name, module in modules.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _later(name: str) -> ModuleType:
    """Return a stand-in for the module `name`, whose functions load it when they are called.

    What another version of reportlab has in it besides is loaded at once.
    """

    def found(attribute: str) -> Any:  # noqa: ANN401 - of a module
        if attribute.startswith("__"):  # the import system asks whether it is a package
            raise AttributeError(attribute)
        if sys.modules.get(name) is made:
            del sys.modules[name]
        return getattr(import_module(name), attribute)

    def called(function: str, *given: object, **named: object) -> object:
        return found(function)(*given, **named)

    made = ModuleType(name)
    made.__getattr__ = found  # type: ignore[method-assign]
    for function in _LATER[name]:
        setattr(made, function, partial(called, function))
    return made


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
    )

rl_config.useA85 = 0  # Base-85 makes a fifth more bytes of every stream, for nothing
rl_config.invariant = 1  # no comments with class names, no clock

__all__ = [
    "PDFDocument",
    "PDFObject",
    "PDFStream",
]
