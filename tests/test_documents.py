"""Documents say what is there: rooms exist, blocks and options are in the README."""

from __future__ import annotations

import re
from pathlib import Path

from brochure.blocks import BLOCKS

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
