"""Writing: the old file or the new one, never half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.files import write_atomically
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


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the last good file stays, and no temporary one."""
    path = tmp_path / "a.pdf"
    write_atomically(path, b"good")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="no space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """`--out` names a file."""
    (tmp_path / "out").write_text("")
    with pytest.raises(FileError) as caught:
        write_atomically(tmp_path / "out" / "a.pdf", b"x")
    assert caught.value.exit_code == 2
