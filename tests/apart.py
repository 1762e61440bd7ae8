"""A check in a process of its own: what it told, how long it took, and its most memory.

    with Apart() as apart:
        apart.checked(path, cache)

A server that has the program loaded forks for each file, so a check starts in milliseconds, and
what is measured is that check's alone, validators aside. One that goes on for longer than it may is
killed. Time is the processor's: what else the computer does makes no check look slow.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from brochure import cli

if TYPE_CHECKING:
    from typing import Self

LONGEST = 10  # seconds that a check may take, of a processor
_WAIT = 6  # times as long by the clock, for one that only waits
LARGEST = 1024  # MB that it may take
ROOT = Path(__file__).parents[1]
SOUND = "title: A\nclinic: {name: C}\ncover: [{title: A}]\nback: [{qr: https://example.com}]\n"
_ARGUMENTS = ("--ignore", "ACCESS004,ACCESS005,ACCESS006")  # validators start threads: no forking
_UNITS = 1 << 20 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss in a MB


class Checked(NamedTuple):
    """The exit code of a check, or the signal that ended it (negative), and what it told."""

    code: int
    told: str
    seconds: float
    megabytes: float


class Apart:
    """A server of checks."""

    def __enter__(self) -> Self:
        """Start it."""
        command = [sys.executable, "-m", "tests.apart"]
        self._server = subprocess.Popen(  # noqa: S603 - this file
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self._server.communicate()

    def checked(self, path: Path, cache: Path) -> Checked:
        """Return what a check of the content file at `path` told, and what it took."""
        asked, answers = self._server.stdin, self._server.stdout
        assert asked
        assert answers
        asked.write(json.dumps([str(path), str(cache)]) + "\n")
        asked.flush()
        return Checked(*json.loads(answers.readline()))


def _serve(asked: IO[str], answers: IO[str]) -> None:
    _warm_up()
    for line in asked:
        path, cache = json.loads(line)
        answers.write(json.dumps(_apart(path, cache)) + "\n")
        answers.flush()


def _warm_up() -> None:
    """Check a sound file, so that libraries are loaded once, and not in each process."""
    with (
        tempfile.TemporaryDirectory() as folder,
        redirect_stdout(StringIO()),
        redirect_stderr(StringIO()),
    ):
        os.environ["BROCHURE_CACHE"] = folder
        path = Path(folder) / "content.yaml"
        path.write_text(SOUND)
        cli.main(["check", str(path), *_ARGUMENTS])


def _apart(path: str, cache: str) -> Checked:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        child = os.fork()
        if child == 0:
            os._exit(_check(path, cache, told))
        _, status, used = os.wait4(child, 0)
        seconds = used.ru_utime + used.ru_stime
        told.seek(0)
        code = os.waitstatus_to_exitcode(status)
        return Checked(code, told.read(), seconds, used.ru_maxrss / _UNITS)


def _check(path: str, cache: str, told: IO[str]) -> int:
    """Check a file, in a process that is only for that, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        os.dup2(told.fileno(), stream.fileno())
    os.environ["BROCHURE_CACHE"] = cache
    # Addresses are more than memory; but what asks for so many must not bring down the computer.
    resource.setrlimit(resource.RLIMIT_AS, (4 * LARGEST << 20, 4 * LARGEST << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 1))
    signal.alarm(_WAIT * LONGEST)
    try:
        return cli.main(["check", path, *_ARGUMENTS])
    except BaseException:  # noqa: BLE001 - shown, as Python does it
        sys.excepthook(*sys.exc_info())
        return 255
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()


if __name__ == "__main__":
    _serve(sys.stdin, sys.stdout)
    os._exit(0)  # with what is loaded as it is
