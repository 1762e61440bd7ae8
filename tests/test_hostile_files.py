"""Hostile content files and broken pictures: each is told or shown, none ends in a traceback.

Nor does any take ten seconds, or a gigabyte: each is checked in a process of its own.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from brochure.cli import main
from tests import hostile
from tests.apart import LARGEST, LONGEST, ROOT, Apart, Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PICTURES = hostile.pictures()


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """Return a server of checks."""
    with Apart() as server:
        yield server


def checked(apart: Apart, path: Path) -> tuple[int, str]:
    """Return the exit code of a check within bounds, and what it told."""
    code, told, seconds, megabytes = apart.checked(path, path.parent / "cache")
    assert code in {0, 1, 2}, told
    assert seconds < LONGEST
    assert 0 < megabytes < LARGEST
    return code, told


@pytest.mark.parametrize("name", hostile.CONTENTS)
def test_hostile_content(name: str, tmp_path: Path, apart: Apart) -> None:
    """A problem with its code and place; or nothing, where only the look is odd."""
    path = tmp_path / "content.yaml"
    path.write_bytes(hostile.CONTENTS[name])
    code, told = checked(apart, path)
    if code:
        assert "content.yaml" in told
        assert re.search(r"error\[[A-Z]+\d+\]: .+", told)
    else:
        assert name in hostile.HARMLESS


@pytest.mark.parametrize("name", _PICTURES)
def test_broken_pictures(name: str, tmp_path: Path, apart: Apart) -> None:
    """A problem that names the file; or the picture, where what is left of it is whole."""
    path = tmp_path / "content.yaml"
    path.write_text(hostile.showing(name))
    (tmp_path / name).write_bytes(_PICTURES[name])
    code, told = checked(apart, path)
    assert code in {0, 1}
    if code:
        assert name in told
        assert re.search(r"content\.yaml:\d+:\d+: error", told)


def test_what_is_left_of_broken_pictures_conforms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To PDF/UA-1 and PDF/A-2a, all of them in one brochure, without those that are refused."""
    for name, data in _PICTURES.items():
        (tmp_path / name).write_bytes(data)

    def told(names: Iterable[str]) -> str:
        blocks = (f"  - picture: {{file: {name}, alt: A, height: 5pt}}\n" for name in names)
        path = tmp_path / "content.yaml"
        path.write_text(f"title: A\nclinic: {{name: C}}\ninside:\n{''.join(blocks)}")
        main(["check", str(path), "--select", "PIC,ACCESS004,ACCESS005", "--format", "concise"])
        return capsys.readouterr().out

    refused = set(re.findall(r"error\[PIC\d+\]: (\S+)", told(_PICTURES)))
    shown = _PICTURES.keys() - refused
    assert len(shown) > 10
    assert told(sorted(shown)) == ""


@pytest.mark.parametrize("name", hostile.LARGEST)
def test_the_largest_pictures_are_shown(name: str, tmp_path: Path, apart: Apart) -> None:
    """Each has as many pixels as its kind may have, in the form that takes the most memory."""
    path = tmp_path / "content.yaml"
    path.write_text(hostile.showing(name))
    (tmp_path / name).write_bytes(hostile.LARGEST[name]())
    code, told = checked(apart, path)
    assert (code, "error" in told) == (0, False)


@pytest.mark.parametrize(
    ("deed", "expected", "says"),
    [
        ("time.sleep(60)", -signal.SIGALRM, ""),
        ("sum(iter(int, 1))", -signal.SIGXCPU, ""),
        ("len('A' * (1 << 30))", 0, ""),
        ("len('A' * (5 << 30))", 255, "MemoryError"),
        ("1 / 0", 255, "ZeroDivisionError"),
    ],
)
def test_bounds_are_seen(deed: str, expected: int, says: str) -> None:
    """A check that waits, never ends, takes memory or breaks is told as what it is."""
    code = f"""
import json, time
from tests import apart

apart.LONGEST, apart._WAIT = 1, 3
apart.cli.main = lambda _: {deed} and 0
print(json.dumps(apart._apart("content.yaml", "cache")))
"""
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - ours
    found = Checked(*json.loads(said.stdout))
    assert found.code == expected
    assert says in found.told
    assert (found.megabytes > LARGEST) == (expected == 0)
    assert (found.seconds > 0.9) == (expected == -signal.SIGXCPU)
