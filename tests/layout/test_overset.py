"""Copy and pictures that have no room: told at their place, with what to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from brochure import BrochureError, build

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
title: A
clinic: {name: The Clinic}
inside:
  - band: {file: tall.png, alt: A%s}
  - text: Some words.
"""


def test_a_band_that_fills_the_panels_is_told(tmp_path: Path) -> None:
    """At its own place, whether or not there is copy that it leaves no room."""
    Image.new("RGB", (30, 30), "red").save(tmp_path / "tall.png")
    path = tmp_path / "content.yaml"
    for text in (TEXT % "", (TEXT % "").replace("  - text: Some words.\n", "")):
        path.write_text(text)
        with pytest.raises(BrochureError) as caught:
            build(path, tmp_path / "out")
        problem = caught.value.problems[0]
        assert problem.code == "FIT002"
        assert problem.where is not None
        assert (problem.where.line, problem.where.column) == (4, 5)
        assert "`height: 1" in problem.hint
    path.write_text(TEXT % ", height: 190pt")
    assert build(path, tmp_path / "out")
