"""The drawings that are kept with the brochure, against the scripts that draw them."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_script_draws_the_diagram_that_is_kept(tmp_path: Path) -> None:
    """Byte for byte, so that nobody edits one and not the other."""
    make = tmp_path / "make"
    shutil.copytree(ROOT / "assets" / "make", make)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(make))
        runpy.run_path(str(make / "skin.py"), run_name="__main__")
    kept = (ROOT / "assets" / "skin.svg").read_bytes()
    assert (tmp_path / "skin.svg").read_bytes() == kept
    assert len(kept) < 60_000
