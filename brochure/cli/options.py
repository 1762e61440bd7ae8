"""Options that several commands have: which brochure is meant, and which of its editions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brochure.editions import DEFAULT, EDITIONS

if TYPE_CHECKING:
    import argparse

    from brochure.model import Brochure


def add_content(command: argparse.ArgumentParser) -> None:
    """Add what says which brochure is meant."""
    command.add_argument(
        "content",
        nargs="?",
        default="content.yaml",
        metavar="CONTENT",
        type=Path,
        help="the author's file (default: content.yaml)",
    )
    command.add_argument(
        "--set",
        action="append",
        default=[],
        dest="overrides",
        metavar="KEY.PATH=VALUE",
        help="change a value of the file for this run; may be given more than once",
    )


def add_out(command: argparse.ArgumentParser, made: str) -> None:
    """Add what says where the files go that are `made`."""
    command.add_argument(
        "--out",
        default="out",
        metavar="DIR",
        type=Path,
        help=f"the folder for the {made} (default: out)",
    )


def add_editions(command: argparse.ArgumentParser, verb: str) -> None:
    """Add what says which editions to build or judge; `chosen` reads it."""
    command.add_argument(
        "--edition",
        action="append",
        dest="editions",
        choices=[*EDITIONS, "all"],
        metavar="EDITION",
        help=f"what to {verb}: {', '.join(EDITIONS)} or all; may be given more than once "
        f"(default: {' and '.join(DEFAULT)})",
    )


def chosen(options: argparse.Namespace) -> list[str]:
    """Return the names of the editions that were asked for, each once."""
    names = options.editions or DEFAULT
    return list(EDITIONS) if "all" in names else list(dict.fromkeys(names))


def brochure_of(options: argparse.Namespace) -> Brochure:
    """Return the brochure that was asked for.

    Raises:
        BrochureError: with every problem of its file.

    """
    from brochure.cache import Cache  # noqa: PLC0415 - --help stays instant
    from brochure.content import read  # noqa: PLC0415 - the same

    return read(options.content, options.overrides, cache=Cache.default())
