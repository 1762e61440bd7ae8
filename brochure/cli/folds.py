"""`brochure folds`: how a sheet can be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.terminal import show

if TYPE_CHECKING:
    import argparse


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = (
        "Show how a sheet can be folded: both sides as their pages show them, and the "
        "panels' widths."
    )
    command.add_argument("fold", nargs="?", metavar="FOLD", help="one fold (default: all)")
    command.add_argument(
        "--paper",
        default="letter",
        metavar="PAPER",
        help="a paper's name, or a size such as 200mmx200mm (default: letter)",
    )
    command.add_argument(
        "--format",
        default="text",
        choices=["text", "json"],
        help="text for people, json for programs (default: text)",
    )
    command.set_defaults(run=_folds)


def _folds(options: argparse.Namespace) -> int:
    from brochure.content.folding import fold_called, paper_called  # noqa: PLC0415 - for --help
    from brochure.folds import FOLDS, guide  # noqa: PLC0415 - the same

    folds = [fold_called(options.fold)] if options.fold else FOLDS
    paper = paper_called(options.paper)
    if options.format == "json":
        import json  # noqa: PLC0415 - only for programs

        text = json.dumps([guide.described(fold, paper) for fold in folds], indent=2) + "\n"
    else:
        text = "\n".join(guide.drawing(fold, paper) for fold in folds)
    show(text)
    return 0
