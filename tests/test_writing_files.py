"""Writing: the old file or the new one, never half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.files import write_atomically, write_together
from brochure.problems import FileError

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_made_and_nothing_is_left_beside(tmp_path: Path) -> None:
    """Only the file that was asked for."""
    path = tmp_path / "a" / "b.pdf"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """A full disk, which a limit on the size of files stands for: the last good file stays."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.pdf"
    write_atomically(path, b"good")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(FileError, match="cannot be written: file too large"):
            write_atomically(path, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """`--out` names a file."""
    (tmp_path / "out").write_text("")
    with pytest.raises(FileError) as caught:
        write_atomically(tmp_path / "out" / "a.pdf", b"x")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("bad", ["folder", "no folder", "too large"])
def test_all_files_are_written_or_none(tmp_path: Path, bad: str) -> None:
    """The first of them is not a new one beside an old second one."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    good, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_together({good: b"old"})
    if bad == "folder":
        other.mkdir()
    elif bad == "no folder":
        other.write_bytes(b"")
        other /= "c.pdf"
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    before = sorted(tmp_path.iterdir())
    try:
        with pytest.raises(FileError, match=f"{other.name} cannot be written"):
            write_together({good: b"new", other: b"new" * 1000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert good.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == before
