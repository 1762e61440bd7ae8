"""Documents say what is there: rooms exist, blocks and options are in the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochure.blocks import BLOCKS
from brochure.cli import main
from brochure.folds import FOLDS, PAPERS
from brochure.folds.guide import drawing

ROOT = Path(__file__).parents[1]


def test_rooms_named_in_the_architecture_exist() -> None:
    """Every path in the table."""
    paths = re.findall(r"`(brochure/[\w/.]+)`", (ROOT / "docs" / "architecture.md").read_text())
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_block_is_in_the_readme() -> None:
    """By the key that an author writes."""
    readme = (ROOT / "README.md").read_text()
    assert [name for name, _ in BLOCKS if f"`{name}`" not in readme] == []


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    """As the program's own help lists them, each in a line of its own."""
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE)
    assert {"build", "schema"} <= set(commands)
    readme = (ROOT / "README.md").read_text()
    usage = re.findall(r"^    brochure (\w+)", readme, re.MULTILINE)
    assert [name for name in commands if name not in usage] == []


def test_every_fold_and_paper_is_in_the_readme() -> None:
    """By the name that an author writes; and a fold as `brochure folds` draws it."""
    readme = (ROOT / "README.md").read_text()
    names = [known.name for known in (*FOLDS, *PAPERS)]
    assert [name for name in names if f"`{name}`" not in readme] == []
    assert drawing(FOLDS[0], PAPERS[0]) in readme
