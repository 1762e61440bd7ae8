"""Copy and pictures that have no room: told at their place, with what to change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from brochure import BrochureError, build, read
from brochure.editions import OFFICE
from brochure.frame import Group
from brochure.frame import Image as Placed
from brochure.images import Library
from brochure.layout import lay_out

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


def test_a_band_grows_with_the_sheet(tmp_path: Path) -> None:
    """Its height is meant for Letter and A4; on a wider sheet no more of it is cropped."""
    Image.new("RGB", (90, 30), "red").save(tmp_path / "tall.png")
    path = tmp_path / "content.yaml"
    path.write_text(TEXT % ", height: 140pt")
    found = {}
    for paper in ("letter", "a4", "tabloid"):
        brochure = read(path, [f"paper={paper}"])
        (spread,) = lay_out(brochure, OFFICE, Library(tmp_path)).spreads
        (group,) = spread.items
        assert isinstance(group, Group)
        (image,) = group.items
        assert isinstance(image, Placed)
        found[paper] = image.rect.height - 9  # beyond the sheet's head
    assert found == {"letter": 140.0, "a4": 140.0, "tabloid": 15 * 14.0}


def test_the_words_to_cut_are_those_of_the_lines_that_run_over(tmp_path: Path) -> None:
    """As many as a line holds there, in a narrow column as in a wide one; the edition is named."""
    words = " ".join(["about"] * 1600)
    path = tmp_path / "content.yaml"
    for fold, inner in (("letter-fold", "inside-3"), ("accordion", "inside-4")):
        path.write_text(
            f"title: A\nclinic: {{name: B}}\nfold: {fold}\ninside:\n  - text: {words}\n"
        )
        with pytest.raises(BrochureError) as caught:
            build(path, tmp_path / "out")
        (problem,) = caught.value.problems
        found = re.search(
            rf"panel {inner} of the office edition runs over by (\d+) lines", problem.message
        )
        cut = re.search(r"cut about (\d+) words", problem.hint)
        assert found
        assert cut
        lines, told = int(found[1]), int(cut[1])
        draft = next(iter(build(path, tmp_path / "out", editions=["office"], draft=True)))
        document = pypdfium2.PdfDocument(draft)
        left = document[len(document) - 1].get_textpage().get_text_range().count("about")
        document.close()
        assert lines > 20
        assert told == pytest.approx(left, rel=0.2)
