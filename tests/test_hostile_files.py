"""Hostile content files and broken pictures: each is told or shown, none ends in a traceback."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from brochure.cli import main
from tests import hostile

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 10.0  # seconds that any file may take; the slowest take 6, on two cores

_PICTURES = hostile.pictures()


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code of a check in good time, and what it told."""
    start = time.perf_counter()
    code = main(["check", str(path), "--ignore", "ACCESS006"])
    assert time.perf_counter() - start < _LONGEST
    shown = capsys.readouterr()
    return code, shown.out + shown.err


@pytest.mark.parametrize("name", hostile.CONTENTS)
def test_hostile_content(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem with its code and place; or nothing, where only the look is odd."""
    path = tmp_path / "content.yaml"
    path.write_bytes(hostile.CONTENTS[name])
    code, told = checked(path, capsys)
    assert code in {0, 1, 2}
    if code:
        assert "content.yaml" in told
        assert re.search(r"error\[[A-Z]+\d+\]: .+", told)
    else:
        assert name in hostile.HARMLESS


@pytest.mark.parametrize("name", _PICTURES)
def test_broken_pictures(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem that names the file; or the picture, where what is left of it is whole."""
    path = tmp_path / "content.yaml"
    path.write_text(hostile.showing(name))
    (tmp_path / name).write_bytes(_PICTURES[name])
    code, told = checked(path, capsys)
    assert code in {0, 1}
    if code:
        assert name in told
        assert re.search(r"content\.yaml:\d+:\d+: error", told)
