"""Whatever sound file an author writes is built or told why not: no stage breaks on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from brochure import BrochureError, build
from tests.content.any_file import as_yaml, trees

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FITTING = {"FOLD002", "FIT001", "FIT002", "QR001", "QR002", "SHARE001", "PRIVACY001"}
JUDGED = {"ACCESS001", "YAML002", "FIELD003"}  # words on a picture; a list of claims that is none


@pytest.mark.parametrize("edition", ["office", "large-print"])
def test_any_tree_in_the_form_of_a_file_is_built(edition: str, tmp_path: Path) -> None:
    """A PDF, or a problem of room, of codes, of consent, of what is read back; many are built."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.svg").write_text(DRAWING)
    Image.new("RGB", (60, 40), "red").save(tmp_path / "a.jpg")
    Image.new("L", (40, 60), "gray").save(tmp_path / "7", format="png")
    built: list[bool] = []

    @settings(
        max_examples=60,
        deadline=timedelta(seconds=5),
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(tree=trees())
    def check(tree: Any) -> None:
        (tmp_path / "content.yaml").write_text(as_yaml(tree), encoding="utf-8")
        try:
            (path,) = build(tmp_path / "content.yaml", tmp_path / "out", editions=[edition])
        except BrochureError as error:
            built.append(False)
            found = {problem.code for problem in error.problems}
            # A code's caption, where there is no code, is on no page, or found in another's words.
            allowed = {"COPY001", "COPY002"} if "caption" in as_yaml(tree) else set()
            assert found <= FITTING | JUDGED | allowed
        else:
            built.append(True)
            assert path.read_bytes().startswith(b"%PDF-")

    check()
    assert sum(built) > len(built) / 4
