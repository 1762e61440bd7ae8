"""What to do with a PDF that was made, in a line for who stands at the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.folds import Fold


def how_to_print(paths: Sequence[Path], editions: Sequence[Edition], fold: Fold) -> list[str]:
    """Return a line of advice for each PDF that is meant for paper; a ticket needs none."""
    pdfs = [path for path in paths if path.suffix == ".pdf"]
    sides = f"both sides, flip on the {fold.duplex} edge" if fold.duplex else "one side"
    then = "; then fold" if fold.folded else ""
    return [
        f"To print {path.name}: "
        + edition.how_to_print.format(edge=edition.edge(fold.duplex), sides=sides, then=then)
        for path, edition in zip(pdfs, editions, strict=True)
        if edition.how_to_print
    ]
