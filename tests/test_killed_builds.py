"""A build that is killed leaves the old PDF or the new one, never half of one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from brochure import build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")

_KILLS = 36

_DYING = """
import os, signal, sys
from brochure.cli import main
replace = os.replace
def dying(source, target):
    if not str(target).endswith(".pdf"):
        return replace(source, target)
    if when == "after":
        replace(source, target)
    os.kill(os.getpid(), signal.SIGKILL)
when = sys.argv.pop(1)
os.replace = dying
main(sys.argv[1:])
"""


def versions(small: Path, folder: Path) -> tuple[bytes, bytes]:
    """Return the PDF as it is and as it will be; the content file is left as it will be."""
    (old,) = build(small, folder / "old", editions=("office",))
    small.write_text(small.read_text().replace("A few words.", "Other words."))
    (new,) = build(small, folder / "new", editions=("office",))
    assert old.read_bytes() != new.read_bytes()
    return old.read_bytes(), new.read_bytes()


def command(small: Path, out: Path) -> list[str]:
    """Return the arguments of a build."""
    return ["build", str(small), "--edition", "office", "--out", str(out), "--quiet"]


def test_killed_at_any_moment(small: Path, tmp_path: Path) -> None:
    """Some dozens of times, from the start of the process to after its end."""
    old, new = versions(small, tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    target = out / "small-office.pdf"
    arguments = [sys.executable, "-m", "brochure", *command(small, out)]
    start = time.perf_counter()
    subprocess.run(arguments, check=True, capture_output=True)  # noqa: S603 - our own command
    whole = time.perf_counter() - start
    assert target.read_bytes() == new
    moments = random.Random(1)  # noqa: S311 - no secret
    killed = 0
    for _ in range(_KILLS):
        target.write_bytes(old)
        with subprocess.Popen(  # noqa: S603 - our own command
            arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(moments.uniform(0, 1.1 * whole))
            process.kill()
        killed += process.returncode == -signal.SIGKILL
        assert target.read_bytes() in (old, new)
    assert killed >= _KILLS // 4  # else the moments were all too late to prove anything


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_as_the_new_file_takes_the_place_of_the_old(
    small: Path, tmp_path: Path, when: str
) -> None:
    """The moment that matters, which chance seldom meets."""
    old, new = versions(small, tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    target = out / "small-office.pdf"
    target.write_bytes(old)
    arguments = [sys.executable, "-c", _DYING, when, *command(small, out)]
    ended = subprocess.run(arguments, check=False)  # noqa: S603 - our own command
    assert ended.returncode == -signal.SIGKILL
    assert target.read_bytes() == (old if when == "before" else new)
