"""Hostile content files and broken pictures: each is told or shown, none ends in a traceback.

Nor does any take ten seconds, or a gigabyte: each is checked in a process of its own.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from brochure.cli import main
from brochure.images.limits import MAX_BYTES
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


@pytest.mark.parametrize("suffix", hostile.TOGETHER)
def test_pictures_too_many_together_are_told_once(
    suffix: str, tmp_path: Path, apart: Apart
) -> None:
    """Each of them would be shown by itself; the first that is too many is told, with its place."""
    names = []
    for number, data in enumerate(hostile.TOGETHER[suffix]()):
        names.append(f"{number}.{suffix}")
        (tmp_path / names[-1]).write_bytes(data)
    path = tmp_path / "content.yaml"
    shown = hostile.showing(*names).replace("alt: A drawing", "alt: A drawing, height: 200pt")
    path.write_text(shown if suffix == "svg" else shown.replace("200pt", "20pt"))
    code, told = checked(apart, path)
    assert code == 1
    named = re.findall(r"content\.yaml:(\d+):\d+: error\[PIC014\]: (\S+) brings", told)
    assert len({*named}) == 1
    line, name = named[0]
    assert name in path.read_text().splitlines()[int(line) - 1]


def test_photographs_of_a_telephone_are_not_too_many(tmp_path: Path, apart: Apart) -> None:
    """Twelve, of 24 million pixels each."""
    out = BytesIO()
    Image.new("RGB", (6000, 4000), "tan").save(out, "JPEG")
    names = [f"{number}.jpg" for number in range(12)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(out.getvalue() + bytes(number))
    path = tmp_path / "content.yaml"
    path.write_text(hostile.showing(*names).replace("alt: A", "height: 40pt, alt: A"))
    assert checked(apart, path)[0] == 0


def test_one_picture_in_many_sizes_is_too_many(tmp_path: Path, apart: Apart) -> None:
    """It is decoded for each of them."""
    (tmp_path / "a.png").write_bytes(hostile.TOGETHER["png"]()[0])
    path = tmp_path / "content.yaml"
    blocks = (f"  - picture: {{file: a.png, alt: A, height: {5 + n}pt}}\n" for n in range(20))
    path.write_text(f"title: A\nclinic: {{name: C}}\ninside:\n{''.join(blocks)}")
    code, told = checked(apart, path)
    assert (code, "error[PIC014]: a.png brings" in told) == (1, True)


def test_many_large_files_are_not_kept(tmp_path: Path, apart: Apart) -> None:
    """More than a gigabyte of them, all refused: for what they hold, or for being too many."""
    first, *others = (tmp_path / f"{number}.png" for number in range(24))
    with first.open("wb") as file:
        file.truncate(MAX_BYTES)
    for other in others:
        other.hardlink_to(first)
    blocks = (f"  - picture: {{file: {number}.png, alt: A}}\n" for number in range(24))
    path = tmp_path / "content.yaml"
    path.write_text(f"title: A\nclinic: {{name: C}}\ninside:\n{''.join(blocks)}")
    code, told = checked(apart, path)
    assert code == 1
    assert told.count("error[PIC009]") == 20
    assert told.count("error[PIC006]") == 4


@pytest.mark.parametrize(
    ("limits", "deed", "expected", "says"),
    [
        ("_WAIT = 0.1", "time.sleep(60)", -signal.SIGALRM, ""),
        ("LONGEST = 1", "sum(iter(int, 1))", -signal.SIGXCPU, ""),
        ("LONGEST = 10", "len('A' * (5 << 28))", 0, ""),
        ("LONGEST = 10", "len('A' * (5 << 30))", 255, "MemoryError"),
        ("LONGEST = 10", "1 / 0", 255, "ZeroDivisionError"),
    ],
)
def test_bounds_are_seen(limits: str, deed: str, expected: int, says: str) -> None:
    """A check that waits, never ends, takes memory or breaks is told as what it is."""
    code = f"""
import json, time
from tests import apart

apart.{limits}
apart.cli.main = lambda _: {deed} and 0
print(json.dumps(apart._apart("content.yaml", "cache")))
"""
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - ours
    found = Checked(*json.loads(said.stdout))
    assert found.code == expected
    assert says in found.told
    assert (found.megabytes > LARGEST) == (expected == 0)
    if expected < 0:
        assert (found.seconds > 0.9) == (expected == -signal.SIGXCPU)
