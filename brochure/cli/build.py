"""`brochure build`: its arguments, and what it says of what it made."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.cli.advice import how_to_print
from brochure.cli.options import add_content, add_editions, add_out, brochure_of, chosen
from brochure.cli.terminal import say, tell
from brochure.editions import EDITIONS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from brochure.problems import Problem

_EXAMPLES = """\
examples:
  brochure build                              content.yaml here, PDFs into out/
  brochure build clinic/content.yaml          another file; its pictures lie beside it
  brochure build --edition all                every edition, not just office and screen
  brochure build --edition press              for a print shop, with its job ticket
  brochure build --set clinic.phone="(210) 555-0100" --open
"""


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = "Make the PDFs of a brochure from its YAML file."
    command.epilog = _EXAMPLES
    add_content(command)
    add_out(command, "PDFs")
    add_editions(command, "build")
    command.add_argument(
        "--no-marks",
        action="store_false",
        dest="marks",
        help="leave the marks for cutting and folding off the press edition: some printers ask so",
    )
    command.add_argument(
        "--draft",
        action="store_true",
        help="build even if copy does not fit: it stands on pages at the end, as its panel says",
    )
    command.add_argument("--open", action="store_true", help="open the first PDF when it is done")
    command.add_argument("--quiet", action="store_true", help="say nothing but problems")
    command.set_defaults(run=_build)


def _build(options: argparse.Namespace) -> int:
    from brochure.pipeline import publish  # noqa: PLC0415 - --help stays instant

    brochure = brochure_of(options)
    editions = [EDITIONS[name] for name in chosen(options)]
    if not options.marks:
        editions = [replace(edition, marks=False) for edition in editions]
    warnings: list[Problem] = []
    paths = publish(
        brochure, options.out, editions=editions, draft=options.draft, warnings=warnings
    )
    tell(paths)
    if not options.quiet:
        say(*how_to_print(paths, editions, brochure.fold), *_counted(warnings, options))
    if options.open:
        _open(paths[0])
    return 0


def _counted(warnings: Sequence[Problem], options: argparse.Namespace) -> list[str]:
    """Return a line that counts the warnings, and says how to see them; none if there are none."""
    if not warnings:
        return []
    from shlex import quote  # noqa: PLC0415 - only where there is something to type

    count = f"{len(warnings)} warning{'' if len(warnings) == 1 else 's'}"
    words = ["brochure", "check"]
    words += [] if options.content == Path("content.yaml") else [quote(str(options.content))]
    words += [f"--set {quote(change)}" for change in options.overrides]
    words += [f"--edition {name}" for name in dict.fromkeys(options.editions or ())]
    return [f"{count}: `{' '.join(words)}` tells {'it' if len(warnings) == 1 else 'them'}."]


def _open(path: Path) -> None:
    """Open `path` in the program that the system uses for PDF files."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a file that this run wrote
        return
    import subprocess  # noqa: PLC0415 - only for --open

    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([opener, str(path)])  # noqa: S603 - a file that this run wrote
    except OSError:
        say(f"no program to open it with: {opener} was not found.")
