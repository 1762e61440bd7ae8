"""The real brochure's sheets, item by item, as they were when somebody last looked at the pages.

`pytest --rewrite-golden` writes the trace anew: look at the pages first, and at the diff after.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brochure import read
from brochure.editions import OFFICE
from brochure.folds import FOLDS
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


# Each fold on a paper that people have, some of them on a larger one.
FOLDED = {
    "z-fold": "letter",
    "half-fold": "letter",
    "gate-fold": "letter",
    "double-gate": "tabloid",
    "accordion": "letter",
    "roll-fold": "legal",
    "french-fold": "letter",
    "flat": "letter",
}


def test_every_fold_has_a_trace() -> None:
    """The letter fold's are those of the papers."""
    assert {fold.name for fold in FOLDS} == {"letter-fold", *FOLDED}


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_item_stands_where_it_stood(paper: str, *, rewrite: bool) -> None:
    """Text by line, pictures and links by box."""
    compare(f"microneedling-{paper}.txt", f"paper={paper}", rewrite=rewrite)


@pytest.mark.parametrize("fold", FOLDED)
def test_every_item_of_a_fold_stands_where_it_stood(fold: str, *, rewrite: bool) -> None:
    """The same copy, folded in another way."""
    changes = (f"fold={fold}", f"paper={FOLDED[fold]}")
    compare(f"microneedling-{fold}.txt", *changes, rewrite=rewrite)


def compare(name: str, *overrides: str, rewrite: bool) -> None:
    """Compare the trace of the real brochure with the golden file `name`."""
    golden = GOLDEN / name
    found = traced(*overrides)
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
        f"microneedling-{name}.txt" for name in ("letter", "a4", *FOLDED, *THEMES[1:])
    }
