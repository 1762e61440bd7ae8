"""The command line: arguments in, exit code out; the only place that writes to the terminal.

A module a command, which adds its options and runs it; only the one that is asked for is loaded.

Exit codes: 0 done, 1 problems in the content, 2 wrong usage or a file that cannot be read or
written. Paths of what was written, the schema and lists go to standard output, everything else to
standard error.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from brochure import __version__
from brochure.cli.terminal import UnwritableError, say
from brochure.problems import BrochureError, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "build": "make the PDFs of a brochure",
    "check": "judge a brochure before it is printed or sent",
    "dummy": "make a PDF of the empty sheet, to print and fold by hand",
    "proof": "make pictures of pages, panels, or the folded sheet",
    "folds": "show how a sheet can be folded, and its panels' widths",
    "schema": "print the JSON Schema of the YAML file, for editors",
    "themes": "list the themes that a brochure can have",
}
"""What each command does, by its name, which is its module's, too."""

_EXAMPLES = """\
examples:
  brochure build                              content.yaml here, PDFs into out/
  brochure build clinic/content.yaml          another file; its pictures lie beside it
  brochure build --edition all                every edition, not just office and screen
  brochure check                              what is wrong with it, before it is printed
"""


_MOST = 100  # problems that are shown: who mends these will build again


def run() -> NoReturn:
    """Be the process of the command, and end it with the command's exit code.

    A build makes no garbage worth collecting (7 of its 130 ms), and taking every module apart as
    the process ends would take another 20: what is written is written, so it ends at once.
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # whoever was reading has gone
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (the process's own by default); return the exit code."""
    try:
        given = sys.argv[1:] if arguments is None else arguments
        options = _parser(given).parse_args(given)
        return int(options.run(options))
    except BrochureError as error:
        say(*error.problems[:_MOST])
        if len(error.problems) > _MOST:
            say(f"and {len(error.problems) - _MOST:,} more, most often for the same reason.")
        count = sum(problem.severity is Severity.ERROR for problem in error.problems)
        say(f"{count} problem{'' if count == 1 else 's'}; nothing was written.")
        return error.exit_code
    except UnwritableError as error:
        say(f"standard output cannot be written: {error}")
        return 2
    except KeyboardInterrupt:
        say("stopped; nothing was written.")
        return 130  # 128 + SIGINT, as shells report it


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads the arguments `given`: the options of the command that they begin with."""
    parser = argparse.ArgumentParser(
        prog="brochure",
        description="One YAML file and some pictures become a folded, printable brochure.",
        epilog=_EXAMPLES,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"brochure {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asked = next((word for word in given if not word.startswith("-")), "")
    for name in [asked] if asked in COMMANDS else COMMANDS:
        command = commands.add_parser(name, help=COMMANDS[name], formatter_class=_Formatter)
        if name == asked:
            import_module(f"brochure.cli.{name}").add(command)
    return parser


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with examples as they are written, as wide as the terminal.

    argparse would ask `shutil` for the width, even if no help is printed: 2 ms to load.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """Return the terminal's width in characters; COLUMNS says otherwise, and 80 is for none."""
    with suppress(KeyError, ValueError):
        return int(os.environ["COLUMNS"])
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    return 80
