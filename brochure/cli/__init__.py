"""The command line: arguments in, exit code out; the only place that writes to the terminal.

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
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from msgspec.structs import replace

from brochure import __version__
from brochure.cli.check import add_check
from brochure.cli.options import add_content, add_editions, add_out, chosen
from brochure.cli.terminal import say
from brochure.editions import EDITIONS
from brochure.problems import BrochureError, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.editions import Edition
    from brochure.folds import Fold
    from brochure.model import Brochure
    from brochure.problems import Problem

_EXAMPLES = """\
examples:
  brochure build                              content.yaml here, PDFs into out/
  brochure build clinic/content.yaml          another file; its pictures lie beside it
  brochure build --edition all                every edition, not just office and screen
  brochure build --edition press              for a print shop, with its job ticket
  brochure build --set clinic.phone="(210) 555-0100" --open
"""


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
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except BrochureError as error:
        say(*error.problems)
        count = sum(problem.severity is Severity.ERROR for problem in error.problems)
        say(f"{count} problem{'' if count == 1 else 's'}; nothing was written.")
        return error.exit_code
    except KeyboardInterrupt:
        say("stopped; nothing was written.")
        return 130  # 128 + SIGINT, as shells report it


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="brochure",
        description="One YAML file and some pictures become a folded, printable brochure.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"brochure {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_build(commands)
    add_check(commands)
    _add_dummy(commands)
    _add_proof(commands)
    _add_folds(commands)
    _add_schema(commands)
    _add_themes(commands)
    return parser


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = commands.add_parser(
        "build",
        help="make the PDFs of a brochure",
        description="Make the PDFs of a brochure from its YAML file.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_content(build)
    add_out(build, "PDFs")
    add_editions(build, "build")
    build.add_argument(
        "--no-marks",
        action="store_false",
        dest="marks",
        help="leave the marks for cutting and folding off the press edition: some printers ask so",
    )
    build.add_argument(
        "--draft",
        action="store_true",
        help="build even if copy does not fit: it stands on pages at the end, as its panel says",
    )
    build.add_argument("--open", action="store_true", help="open the first PDF when it is done")
    build.add_argument("--quiet", action="store_true", help="say nothing but problems")
    build.set_defaults(run=_build)


def _add_dummy(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    dummy = commands.add_parser(
        "dummy",
        help="make a PDF of the empty sheet, to print and fold by hand",
        description="Make a PDF of the brochure's sheet with its folds and its panels' names, to "
        "print and fold by hand before the brochure itself is printed.",
    )
    add_content(dummy)
    add_out(dummy, "PDF")
    dummy.set_defaults(run=_dummy)


def _add_proof(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    proof = commands.add_parser(
        "proof",
        help="make pictures of pages, panels, or the folded sheet",
        description="Make PNG files of a brochure: of its pages, unless you ask for others.",
    )
    add_content(proof)
    add_out(proof, "pictures")
    proof.add_argument(
        "--edition",
        default="office",
        choices=[*EDITIONS],
        metavar="EDITION",
        help=f"what to show: {', '.join(EDITIONS)} (default: office)",
    )
    what = proof.add_mutually_exclusive_group()
    what.add_argument("--page", type=int, metavar="N", help="one page, counted from 1")
    what.add_argument("--panel", metavar="NAME", help="one panel, such as cover or inside-2")
    what.add_argument(
        "--folded",
        action="store_true",
        help="the folded sheet as a reader opens it: front, back, each step of unfolding",
    )
    proof.add_argument(
        "--ppi",
        type=float,
        default=144,
        metavar="PPI",
        help="pixels an inch, from 20 to 600 (default: 144)",
    )
    proof.set_defaults(run=_proof)


def _add_folds(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    folds = commands.add_parser(
        "folds",
        help="show how a sheet can be folded, and its panels' widths",
        description="Show how a sheet can be folded: both sides as their pages show them, and the "
        "panels' widths.",
    )
    folds.add_argument("fold", nargs="?", metavar="FOLD", help="one fold (default: all)")
    folds.add_argument(
        "--paper",
        default="letter",
        metavar="PAPER",
        help="a paper's name, or a size such as 200mmx200mm (default: letter)",
    )
    folds.add_argument(
        "--format",
        default="text",
        choices=["text", "json"],
        help="text for people, json for programs (default: text)",
    )
    folds.set_defaults(run=_folds)


def _add_schema(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of the YAML file, for editors",
        description="Print the JSON Schema of the author's file. Editors complete and check by it: "
        "name it in the file's first line, # yaml-language-server: $schema=PATH",
    )
    schema.set_defaults(run=_schema)


def _add_themes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    themes = commands.add_parser(
        "themes",
        help="list the themes that a brochure can have",
        description="List the themes that a brochure can have. Name one in the file, `theme: bold`,"
        " or with what is changed of it: `theme: {name: calm, fonts: {display: Lato}}`.",
    )
    themes.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="lines for a terminal, or everything about each theme for a program (default: text)",
    )
    themes.set_defaults(run=_themes)


def _build(options: argparse.Namespace) -> int:
    from brochure.pipeline import publish  # noqa: PLC0415 - --help and --version stay instant

    brochure = _read(options)
    editions = [EDITIONS[name] for name in chosen(options)]
    if not options.marks:
        editions = [replace(edition, marks=False) for edition in editions]
    warnings: list[Problem] = []
    paths = publish(
        brochure, options.out, editions=editions, draft=options.draft, warnings=warnings
    )
    _tell(paths)
    if not options.quiet:
        say(*_how_to_print(paths, editions, brochure.fold), *_counted(warnings, options))
    if options.open:
        _open(paths[0])
    return 0


def _counted(warnings: Sequence[Problem], options: argparse.Namespace) -> list[str]:
    """Return a line that counts the warnings, and says how to see them; none if there are none."""
    if not warnings:
        return []
    count = f"{len(warnings)} warning{'' if len(warnings) == 1 else 's'}"
    words = ["brochure", "check"]
    words += [] if options.content == Path("content.yaml") else [str(options.content)]
    words += [f"--edition {name}" for name in dict.fromkeys(options.editions or ())]
    return [f"{count}: `{' '.join(words)}` tells {'it' if len(warnings) == 1 else 'them'}."]


def _dummy(options: argparse.Namespace) -> int:
    from brochure.proof.dummy import publish_dummy  # noqa: PLC0415 - as above

    brochure = _read(options)
    path = publish_dummy(brochure, options.out)
    _tell([path])
    say(*_how_to_print([path], [EDITIONS["office"]], brochure.fold))
    return 0


def _proof(options: argparse.Namespace) -> int:
    from brochure.proof.pictures import proof  # noqa: PLC0415 - as above

    paths = proof(
        _read(options),
        options.out,
        EDITIONS[options.edition],
        page=options.page,
        panel=options.panel,
        opened=options.folded,
        ppi=options.ppi,
    )
    _tell(paths)
    return 0


def _read(options: argparse.Namespace) -> Brochure:
    from brochure.cache import Cache  # noqa: PLC0415 - --help and --version stay instant
    from brochure.content import read  # noqa: PLC0415 - the same

    return read(options.content, options.overrides, cache=Cache.default())


def _tell(paths: Sequence[Path]) -> None:
    """Write the paths of what was written to standard output."""
    with suppress(BrokenPipeError):  # whoever was reading has gone; the files are there
        for path in paths:
            sys.stdout.write(f"{path}\n")
        sys.stdout.flush()


def _folds(options: argparse.Namespace) -> int:
    from brochure.content.folding import fold_called, paper_called  # noqa: PLC0415 - as above
    from brochure.folds import FOLDS, guide  # noqa: PLC0415 - the same

    folds = [fold_called(options.fold)] if options.fold else FOLDS
    paper = paper_called(options.paper)
    if options.format == "json":
        import json  # noqa: PLC0415 - only for programs

        text = json.dumps([guide.described(fold, paper) for fold in folds], indent=2) + "\n"
    else:
        text = "\n".join(guide.drawing(fold, paper) for fold in folds)
    with suppress(BrokenPipeError):  # whoever was reading has gone
        sys.stdout.write(text)
        sys.stdout.flush()
    return 0


def _how_to_print(paths: Sequence[Path], editions: Sequence[Edition], fold: Fold) -> list[str]:
    """Return a line of advice for each PDF that is meant for paper; a ticket needs none."""
    sides = f"both sides, flip on the {fold.duplex} edge" if fold.duplex else "one side"
    then = "; then fold" if fold.folded else ""
    return [
        f"To print {path.name}: "
        + edition.how_to_print.format(edge=edition.edge(fold.duplex), sides=sides, then=then)
        for path, edition in zip(_pdfs(paths), editions, strict=True)
        if edition.how_to_print
    ]


def _pdfs(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if path.suffix == ".pdf"]


def _schema(_: argparse.Namespace) -> int:
    from brochure.content.schema import as_json  # noqa: PLC0415 - a build needs none of it

    sys.stdout.write(as_json())
    return 0


def _themes(options: argparse.Namespace) -> int:
    from brochure.themes import THEMES, load_theme  # noqa: PLC0415 - a build needs no list

    themes = [load_theme(name) for name in THEMES]
    if options.format == "json":
        import msgspec  # noqa: PLC0415 - themes are Structs

        listed = msgspec.json.format(msgspec.json.encode(themes), indent=2).decode()
        sys.stdout.write(f"{listed}\n")
        return 0
    width = max(map(len, THEMES))
    for theme in themes:
        sys.stdout.write(f"{theme.name:{width}}  {theme.description}\n")
    return 0


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
