"""brochure: one YAML file and some pictures become a folded, printable PDF.

The map: `content` reads the author's file, `layout` sets it in panels, `imposition` puts panels
on sheets, `pdf` paints sheets; `pipeline` runs them in that order and `cli` is the command. They
exchange the nouns of `model`, made of `blocks`, `folds`, `themes`, `editions` and `frame`.
`docs/architecture.md` tells the same with the layers.

    from brochure import build, check, read

    build("content.yaml", "out")
    check("content.yaml")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brochure.imports import without

with without("typing_extensions"):
    # It would look there first for what Python's own `typing` has: 6 of 110 ms.
    import msgspec as _msgspec  # noqa: F401

from brochure.problems import BrochureError
from brochure.version import __version__

if TYPE_CHECKING:
    from brochure.checking import check
    from brochure.content import read
    from brochure.pipeline import build


__all__ = ["BrochureError", "__version__", "build", "check", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - typed above
    """Import `build`, `check` and `read` when they are first asked for: `--version` needs none."""
    if name == "build":
        from brochure.pipeline import build  # noqa: PLC0415 - see above

        return build
    if name == "check":
        from brochure.checking import check  # noqa: PLC0415 - see above

        return check
    if name == "read":
        from brochure.content import read  # noqa: PLC0415 - see above

        return read
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
