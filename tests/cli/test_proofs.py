"""`brochure dummy` and `brochure proof`: paths to standard output, exit codes as documented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def test_dummy_prints_its_path_and_how_to_print(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `build` does; changes apply."""
    out = tmp_path / "out"
    assert main(["dummy", str(small), "--out", str(out), "--set", "title=Other"]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{out / 'other-dummy.pdf'}\n"
    assert (out / "other-dummy.pdf").read_bytes().startswith(b"%PDF-")
    assert "other-dummy.pdf: both sides, flip on the short edge, actual size" in shown.err


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([], ["office-page-1", "office-page-2"]),
        (["--page", "2"], ["office-page-2"]),
        (["--panel", "cover", "--edition", "press"], ["press-panel-cover"]),
        (["--folded"], ["office-folded-1", "office-folded-2", "office-folded-3"]),
    ],
)
def test_proof_prints_the_paths_of_its_pictures(
    small: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    names: list[str],
) -> None:
    """Each a PNG file."""
    out = tmp_path / "out"
    assert main(["proof", str(small), "--out", str(out), "--ppi", "40", *options]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[: len(names)] == [str(out / f"small-{name}.png") for name in names]
    assert {path.read_bytes()[:8] for path in out.iterdir()} == {b"\x89PNG\r\n\x1a\n"}
    assert len(list(out.iterdir())) == len(shown)


@pytest.mark.parametrize("options", [["--panel", "covr"], ["--page", "9"], ["--ppi", "700"]])
def test_what_is_not_there_exits_with_2(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    """And writes nothing."""
    assert main(["proof", str(small), "--out", str(tmp_path / "out"), *options]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "1 problem; nothing was written." in shown.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["dummy", "proof"])
def test_problems_in_the_content_exit_with_1(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """As for `build`."""
    small.write_text(small.read_text().replace("heading", "hedding"))
    assert main([command, str(small), "--out", str(tmp_path / "out")]) == 1
    assert "did you mean `heading`?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_only_one_thing_is_shown_at_a_time(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page and a panel together are wrong usage."""
    with pytest.raises(SystemExit) as caught:
        main(["proof", str(small), "--page", "1", "--panel", "cover"])
    assert caught.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
