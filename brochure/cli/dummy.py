"""`brochure dummy`: the empty sheet, to fold by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.advice import how_to_print
from brochure.cli.options import add_content, add_out, brochure_of
from brochure.cli.terminal import say, tell
from brochure.editions import EDITIONS

if TYPE_CHECKING:
    import argparse


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = (
        "Make a PDF of the brochure's sheet with its folds and its panels' names, to "
        "print and fold by hand before the brochure itself is printed."
    )
    add_content(command)
    add_out(command, "PDF")
    command.set_defaults(run=_dummy)


def _dummy(options: argparse.Namespace) -> int:
    from brochure.proof.dummy import publish_dummy  # noqa: PLC0415 - --help stays instant

    brochure = brochure_of(options)
    path = publish_dummy(brochure, options.out)
    tell([path])
    say(*how_to_print([path], [EDITIONS["office"]], brochure.fold))
    return 0
