"""`brochure check`: its arguments, what it prints, and its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.cli.options import add_content, add_editions, chosen
from brochure.cli.terminal import say, show
from brochure.problems import FileError, Finding, Problem, Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from brochure.preflight.accepted import Choice

_EXAMPLES = """\
examples:
  brochure check                              what is wrong, in the editions usually built
  brochure check --edition all --strict       every edition; a warning fails, too
  brochure check --select PRINT,FIT003        only some rules, by code or by what codes begin with
  brochure check --explain PRINT003           what a code means, why, and how to mend it
  brochure check --explain                    a line on each code
"""
_FORMATS = ("full", "concise", "json", "sarif", "github")  # those of `reports`, which load later


def add(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    command.description = (
        "Read, lay out and paint a brochure in memory and tell what is wrong with it. "
        "Nothing is written. Exit code 1 if there are errors."
    )
    command.epilog = _EXAMPLES
    add_content(command)
    add_editions(command, "judge")
    command.add_argument(
        "--format",
        default="full",
        choices=_FORMATS,
        help="full for people, concise for a line each; json, sarif or github for programs "
        "(default: full)",
    )
    command.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    for name, what in (("select", "judge by these rules alone"), ("ignore", "leave these out")):
        command.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="CODES",
            help=f"{what}: codes, or what they begin with, with commas between",
        )
    command.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="CODE",
        help="print what a code means, why, and how to mend it; without a code, a line on each",
    )
    command.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if options.explain is not None:
        show(_explained(options.explain.upper()))
        return 0
    from brochure.checking import check  # noqa: PLC0415 - --help stays instant
    from brochure.preflight.checks.conformance import missing  # noqa: PLC0415 - the same
    from brochure.preflight.every import CHECKS, RULES  # noqa: PLC0415 - the same
    from brochure.reports import report  # noqa: PLC0415 - the same

    choice = _choice(_codes(options.select), _codes(options.ignore))
    names = chosen(options)
    unread = 0
    try:
        found = check(
            options.content,
            overrides=options.overrides,
            editions=names,
            select=choice.select,
            ignore=choice.ignore,
        )
    except FileError as error:  # what cannot be read is a finding, for programs too
        found, unread = [Finding(problem) for problem in error.problems], error.exit_code
    looked_at = {
        code: RULES[code]
        for one in choice.checks(CHECKS)
        for code in (rule.code for rule in one.CODES)
        if choice.takes(code) and not unread
    }
    show(report(found, options.format, looked_at))
    if unread:
        say("nothing was judged.")
        return unread
    say(_summary(found, names))
    if "ACCESS004" in looked_at and (absent := missing()):
        say(f"Not checked: conformance. It needs {' and '.join(absent)}.")
    return int(any(options.strict or _is_error(one) for one in found))


def _is_error(finding: Finding) -> bool:
    return finding.problem.severity is Severity.ERROR


def _summary(found: Sequence[Finding], names: Sequence[str]) -> str:
    errors = sum(map(_is_error, found))
    warnings = len(found) - errors
    counts = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return f"{' and '.join(counts) or 'nothing found'} ({', '.join(names)})."


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        code.strip().upper() for codes in given for code in codes.split(",") if code.strip()
    )


def _explained(code: str) -> str:
    """Return what `code` means; a line each, if several begin so.

    Raises:
        FileError: if none does.

    """
    from brochure.preflight.explained import (  # noqa: PLC0415 - --help stays instant
        every_code,
        explained,
        overview,
    )

    if code in every_code():
        return explained(code)
    if found := overview(code):
        return found
    raise _unknown("code", code, every_code())


def _choice(select: tuple[str, ...], ignore: tuple[str, ...]) -> Choice:
    """Return the choice of rules that the command asks for.

    Raises:
        FileError: if no rule's code begins so.

    """
    from brochure.preflight.accepted import Choice  # noqa: PLC0415 - the same

    choice = Choice(select, ignore)
    for beginning in choice.unknown():
        raise _unchosen(beginning)
    return choice


def _unchosen(code: str) -> FileError:
    from brochure.preflight.accepted import codes  # noqa: PLC0415 - only a mistake needs it
    from brochure.preflight.explained import kept_from  # noqa: PLC0415 - the same

    if keeps := kept_from(code):
        message = f"`{code}` can be neither selected nor ignored: it keeps {keeps}"
        hint = "leave it out: it is told in any case"
        return FileError(Problem("CHECK002", message, hint=hint))
    return _unknown("rule", code, codes())


def _unknown(what: str, code: str, known: Sequence[str]) -> FileError:
    from brochure.preflight.accepted import suggested  # noqa: PLC0415 - only a mistake needs it

    return FileError(
        Problem("CHECK001", f"there is no {what} `{code}`", hint=suggested(code, known))
    )
