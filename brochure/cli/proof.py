"""`brochure proof`: pictures of what will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.options import add_content, add_out, brochure_of
from brochure.cli.terminal import tell
from brochure.editions import EDITIONS

if TYPE_CHECKING:
    import argparse


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = "Make PNG files of a brochure: of its pages, unless you ask for others."
    add_content(command)
    add_out(command, "pictures")
    command.add_argument(
        "--edition",
        default="office",
        choices=[*EDITIONS],
        metavar="EDITION",
        help=f"what to show: {', '.join(EDITIONS)} (default: office)",
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument("--page", type=int, metavar="N", help="one page, counted from 1")
    what.add_argument("--panel", metavar="NAME", help="one panel, such as cover or inside-2")
    what.add_argument(
        "--folded",
        action="store_true",
        help="the folded sheet as a reader opens it: front, back, each step of unfolding",
    )
    command.add_argument(
        "--ppi",
        type=float,
        default=144,
        metavar="PPI",
        help="pixels an inch, from 20 to 600 (default: 144)",
    )
    command.set_defaults(run=_proof)


def _proof(options: argparse.Namespace) -> int:
    from brochure.proof.pictures import proof  # noqa: PLC0415 - --help stays instant

    paths = proof(
        brochure_of(options),
        options.out,
        EDITIONS[options.edition],
        page=options.page,
        panel=options.panel,
        opened=options.folded,
        ppi=options.ppi,
    )
    tell(paths)
    return 0
