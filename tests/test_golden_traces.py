"""The real brochure's sheets, item by item, as they were when somebody last looked at the pages.

`pytest --rewrite-golden` writes the trace anew: look at the pages first, and at the diff after.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brochure import read
from brochure.editions import OFFICE
from brochure.images import Library
from brochure.imposition import impose
from brochure.layout import lay_out
from brochure.themes import THEMES
from tests.traces import trace

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Return whether the golden files are to be written; never in continuous integration."""
    wanted = bool(request.config.getoption("--rewrite-golden"))
    if wanted and os.environ.get("CI"):
        pytest.fail("golden files are not rewritten in CI")
    return wanted


def traced(*overrides: str) -> str:
    """Return the trace of the real brochure."""
    brochure = read(ROOT / "content.yaml", overrides)
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    return trace(impose(layout, brochure, OFFICE))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_item_stands_where_it_stood(paper: str, *, rewrite: bool) -> None:
    """Text by line, pictures and links by box."""
    golden = GOLDEN / f"microneedling-{paper}.txt"
    found = traced(f"paper={paper}")
    if rewrite:
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("theme", THEMES[1:])
def test_every_item_stands_where_it_stood_in_another_theme(theme: str, *, rewrite: bool) -> None:
    """On Letter, which is what themes are made for."""
    golden = GOLDEN / f"microneedling-{theme}.txt"
    found = traced(f"theme={theme}")
    if rewrite:
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_the_trace_tells_a_change() -> None:
    """A word more, and it differs: the comparison can fail."""
    assert traced("cover.2.subtitle=Other words") != traced()


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a test above."""
    assert {path.name for path in GOLDEN.iterdir()} == {
        "microneedling-letter.txt",
        "microneedling-a4.txt",
        *(f"microneedling-{theme}.txt" for theme in THEMES[1:]),
    }
