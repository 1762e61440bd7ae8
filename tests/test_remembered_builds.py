"""What a process remembers of earlier builds changes nothing: pages and findings are as if new."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure.cache import Cache
from brochure.content import block_entry, read
from brochure.editions import EDITIONS
from brochure.images import Library
from brochure.layout import composing, flow, stack
from brochure.pdf import assembly, painter
from brochure.pipeline import prepared
from brochure.preflight import by_text, judge, lines, placed
from brochure.preflight.checks import feet, hairlines
from brochure.preflight.every import CHECKS
from brochure.preflight.rule import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = Path(__file__).parent.parent / "content.yaml"
CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "another word": lambda copy: copy.replace("springy", "firm"),
    "a longer line": lambda copy: copy.replace("springy", "springy, smooth, soft and bright"),
    "a word less": lambda copy: copy.replace(
        "Most people need several visits", "Most need several"
    ),
    "another picture": lambda copy: copy.replace("icons/scars.svg", "icons/pores.svg"),
    "another drawing": lambda copy: copy.replace("assets/pen.svg", "assets/icons/pores.svg"),
    "back again": str,
}
FOLDS = [["fold=letter-fold"], ["fold=half-fold", "paper=tabloid"], ["theme=mono"], []]


def forget() -> None:
    """Empty everything in which a process remembers what it laid out, painted and judged."""
    for kept in (
        *(block_entry._before, composing._kept, flow._kept, stack._items, stack._stacks),
        *(painter._kept, placed._kept, hairlines._kept, by_text._known),
    ):
        kept.clear()
    for remembered in (assembly._plain, lines._lines, feet._foot):
        remembered.cache_clear()


def made(folder: Path, edition: str, overrides: list[str]) -> tuple[bytes, list[str]]:
    """Return the painted file, and what checks find, validators aside."""
    cache = Cache.default()
    brochure = read(folder / "content.yaml", overrides, cache=cache)
    subject = prepared(brochure, EDITIONS[edition], Library(brochure.folder, cache), "0" * 64)
    checks = [one for one in CHECKS if one.LOOKS_AT is not Evidence.OPINION]
    findings = [str((found.code, found.where, found.message)) for found in judge(subject, checks)]
    return subject.painted.data, findings


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_change_gives_what_a_new_process_would(tmp_path: Path, edition: str) -> None:
    """Whatever was built before it: copy that is longer, another fold, another theme."""
    shutil.copytree(CONTENT.parent / "assets", tmp_path / "assets")
    copies = {name: change(CONTENT.read_text()) for name, change in CHANGES.items()}
    assert len(set(copies.values())) == len(CHANGES) - 1
    for name, copy in copies.items():
        (tmp_path / "content.yaml").write_text(copy)
        remembered = [made(tmp_path, edition, overrides) for overrides in FOLDS]
        forget()
        anew = [made(tmp_path, edition, overrides) for overrides in FOLDS]
        assert remembered == anew, name


def test_panels_that_did_not_change_are_the_very_same(tmp_path: Path) -> None:
    """So that they are neither painted nor judged again; the one that did change is another."""
    shutil.copytree(CONTENT.parent / "assets", tmp_path / "assets")
    layouts = []
    for change in ("as it is", "another word"):
        (tmp_path / "content.yaml").write_text(CHANGES[change](CONTENT.read_text()))
        brochure = read(tmp_path / "content.yaml", cache=Cache.default())
        pictures = Library(brochure.folder, Cache.default())
        layouts.append(prepared(brochure, EDITIONS["office"], pictures, "0" * 64).layout)
    before, after = layouts
    same = [
        one.name
        for one, other in zip(before.panels, after.panels, strict=True)
        if one.frame.items is other.frame.items and one.ground is other.ground
    ]
    assert same == ["cover", "flap", "inside-2", "inside-3", "back"]
