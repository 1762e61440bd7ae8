"""The command: paths to standard output, all else to standard error, exit codes as documented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

import brochure
from brochure.cli import main
from brochure.content import read
from brochure.folds import FOLDS
from brochure.themes import THEMES, load_theme


def test_build_prints_the_path_and_how_to_print(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a file on standard output, the advice on standard error."""
    assert main(["build", str(small), "--out", str(tmp_path / "out")]) == 0
    shown = capsys.readouterr()
    written, other = (tmp_path / "out" / f"small-{name}.pdf" for name in ("office", "screen"))
    assert shown.out == f"{written}\n{other}\n"
    assert written.read_bytes().startswith(b"%PDF-")
    assert "both sides, flip on the short edge, actual size" in shown.err


def test_a_press_file_comes_with_its_ticket(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both paths are printed; the advice is for a print shop, not for a printer on a desk."""
    assert main(["build", str(small), "--out", str(tmp_path / "out"), "--edition", "press"]) == 0
    shown = capsys.readouterr()
    pdf, ticket = (tmp_path / "out" / f"small-press.{suffix}" for suffix in ("pdf", "txt"))
    assert shown.out == f"{pdf}\n{ticket}\n"
    assert ticket.read_text().startswith("JOB TICKET: Small\n")
    assert shown.err.startswith("To print small-press.pdf: send it to a print shop with its ticket")
    assert "flip on" not in shown.err


def test_no_marks_leaves_the_marks_off(small: Path, tmp_path: Path) -> None:
    """The page is the sheet and its bleed; content and stamp stay what they are."""
    boxes, stamps = [], []
    for options in ([], ["--no-marks"]):
        out = tmp_path / f"out{len(options)}"
        main(["build", str(small), "--out", str(out), "--edition", "all", *options])
        with pikepdf.open(out / "small-press.pdf") as pdf, pdf.open_metadata() as xmp:
            boxes.append(pdf.pages[0].MediaBox == pdf.pages[0].BleedBox)
            stamps.append(xmp["dc:identifier"])
    assert boxes == [False, True]
    assert stamps[0] == stamps[1]


def test_the_advice_names_the_edge_of_the_fold(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet that turns on its long edge is said to, as its PDF asks the printer."""
    sound = read(small)
    upright = replace(sound, fold=replace(sound.fold, duplex="long"))
    monkeypatch.setattr("brochure.content.read", lambda *_, **__: upright)
    assert main(["build", str(small), "--out", str(tmp_path)]) == 0
    assert "flip on the long edge" in capsys.readouterr().err
    with pikepdf.open(tmp_path / "small-office.pdf") as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge


def test_large_print_comes_with_advice_of_its_own(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each file that is meant for paper, each edition but once; none for screens."""
    editions = [f"--edition={name}" for name in ("large-print", "screen", "office", "large-print")]
    assert main(["build", str(small), "--out", str(tmp_path), *editions]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 3
    upright, folded = shown.err.splitlines()
    assert upright.startswith(
        "To print small-large-print.pdf: on one side or both (flip on the long"
    )
    assert upright.endswith("then staple the corner.")
    assert folded.startswith("To print small-office.pdf: both sides, flip on the short edge")


def test_quiet_says_nothing_but_the_path(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on standard error."""
    assert main(["build", str(small), "--out", str(tmp_path), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_problems_exit_with_1_and_keep_the_last_good_file(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message shows place, line, caret and hint."""
    main(["build", str(small), "--out", str(tmp_path)])
    before = (tmp_path / "small-office.pdf").read_bytes()
    small.write_text(small.read_text().replace("heading", "hedding"))
    capsys.readouterr()
    assert main(["build", str(small), "--out", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "content.yaml:9:5: error[BLOCK002]: there is no block `hedding`" in shown.err
    assert "    ^^^^^^^" in shown.err
    assert "hint: did you mean `heading`?" in shown.err
    assert "1 problem; nothing was written." in shown.err
    assert (tmp_path / "small-office.pdf").read_bytes() == before


def test_a_missing_file_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says so."""
    assert main(["build", str(tmp_path / "none.yaml")]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--nonsense"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """As argparse does."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: brochure" in capsys.readouterr().err


def test_set_changes_the_build(small: Path, tmp_path: Path) -> None:
    """The file is named after the title."""
    assert main(["build", str(small), "--out", str(tmp_path), "--set", "title=Été 2"]) == 0
    assert (tmp_path / "ete-2-office.pdf").exists()


def test_themes_are_listed_with_their_descriptions(capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, plain text."""
    assert main(["themes"]) == 0
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert [line.split()[0] for line in lines] == list(THEMES)
    assert all(load_theme(line.split()[0]).description in line for line in lines)
    assert shown.err == ""
    assert "\x1b" not in shown.out


def test_themes_are_listed_whole_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON that says what a theme's file says."""
    assert main(["themes", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [theme["name"] for theme in listed] == list(THEMES)
    assert listed[1]["fonts"] == {"display": "Poppins", "text": "Roboto"}
    assert listed[0]["colors"]["primary"] == {"rgb": "#1F4A47", "cmyk": [82, 40, 58, 44]}


def test_the_module_runs_as_the_command() -> None:
    """`python -m brochure --version`."""
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"brochure {brochure.__version__}\n"


def test_the_library_builds_what_the_command_builds(small: Path, tmp_path: Path) -> None:
    """`from brochure import build, read`, twice: the names stay what they are."""
    for _ in range(2):
        from brochure import build, read  # noqa: PLC0415 - the import is what is tested

        assert read(small).title == "Small"
        paths = build(small, tmp_path)
        assert [path.name for path in paths] == ["small-office.pdf", "small-screen.pdf"]
        assert all(path.exists() for path in paths)


def test_a_reader_that_has_gone_changes_nothing(small: Path, tmp_path: Path) -> None:
    """`brochure build | head -0`: the files are written, no traceback, exit code 0."""
    command = [sys.executable, "-m", "brochure", "build", str(small), "--out", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - ours
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert "Traceback" not in said
    assert (tmp_path / "small-office.pdf").exists()


def test_folds_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them, or one; as JSON for programs."""
    assert main(["folds"]) == 0
    listed = capsys.readouterr().out
    assert [line.partition(":")[0] for line in listed.splitlines() if line[:1].isalpha()] == [
        fold.name for fold in FOLDS
    ]
    assert main(["folds", "Letter-Fold", "--paper", "a4", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["fold"], found["paper"]) == ("letter-fold", "a4")
    assert main(["folds", "half-fold", "--paper", "200mm x 100mm"]) == 0
    assert "200mm x 100mm" not in capsys.readouterr().out.replace("200 x 100 mm", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["leter-fold"], "there is no fold `leter-fold`"),
        (["leter-fold"], "did you mean `letter-fold`?"),
        (["--paper", "a44"], "did you mean `a4`?"),
        (["--paper", "9mm x 9mm"], "no paper can be `9mm x 9mm`"),
    ],
)
def test_a_fold_or_paper_that_is_none_exits_with_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on standard output, and what it could be."""
    assert main(["folds", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert says in shown.err


def test_the_advice_follows_the_fold(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A french fold prints on one side; a flat sheet is not folded."""
    for fold, says in (
        ("french-fold", "one side, actual size (no scaling); then fold."),
        ("flat", "both sides, flip on the long edge, actual size (no scaling).\n"),
    ):
        change = f"fold={fold}"
        assert main(["build", str(small), "--out", str(tmp_path), "--set", change]) == 0
        assert says in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
@pytest.mark.parametrize("command", ["build", "check", "folds", "schema", "themes"])
def test_a_full_disk_behind_standard_output_is_told(
    small: Path, tmp_path: Path, command: str
) -> None:
    """In a line, without a traceback; what was built is there."""
    given = {"build": [str(small), "--out", str(tmp_path)], "check": [str(small)]}.get(command, [])
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - this interpreter, these words
            [sys.executable, "-m", "brochure", command, *given],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "standard output cannot be written: No space left on device\n"


def test_a_pipe_is_no_content_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody writes into it: it would be waited for without end."""
    mkfifo = getattr(os, "mkfifo", None) or pytest.skip("Windows has none")
    mkfifo(tmp_path / "content.yaml")
    assert main(["build", str(tmp_path / "content.yaml")]) == 2
    assert "is not a regular file" in capsys.readouterr().err


def test_thousands_of_problems_are_counted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first hundred are shown: the others are most often of the same kind."""
    small.write_text(small.read_text() + "flap:\n" + "  - nothing: a\n" * 300)
    assert main(["build", str(small)]) == 1
    shown = capsys.readouterr().err
    assert shown.count("error[") == 100
    assert "and 200 more" in shown
    assert "300 problems; nothing was written." in shown
