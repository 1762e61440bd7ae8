"""Standing type: what is taken from the shelf is what would be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from brochure.cache import Cache
from brochure.typography import Direction, Run, StandingType, Voice, family, load, standing

if TYPE_CHECKING:
    from pathlib import Path

SANS = Voice(load(family("Source Sans 3").regular), 10.5)
SERIF = Voice(load(family("EB Garamond").italic), 13.5, features=("onum",))
HEBREW = load(family("Open Sans").regular)
RUNS = (Run("A pen with very fine needles, in the ", SANS, 0), Run("office of 1984", SERIF, 1))
HOW: dict[str, Any] = {
    "setting": "ragged",
    "hyphenate": "en-US",
    "direction": Direction.LEFT_TO_RIGHT,
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache."""
    return Cache(tmp_path)


@pytest.fixture
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any paragraph that is set anew fail."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("set anew")

    monkeypatch.setattr(standing, "break_paragraph", refuse)


def shelf(cache: Cache | None) -> StandingType:
    """Open the shelf of one file as a new process does."""
    standing._opened.clear()
    return StandingType(cache, "content.yaml")


def test_the_next_build_takes_the_lines_from_the_shelf(
    cache: Cache, request: pytest.FixtureRequest
) -> None:
    """Equal to the last glyph, with the very fonts; nothing is set."""
    first = shelf(cache)
    lines = first.lines(RUNS, 90, **HOW)
    first.close()
    request.getfixturevalue("nothing_is_set")
    again = shelf(cache).lines(RUNS, 90, **HOW)
    assert again == lines
    assert len(again) > 1
    assert {piece.run.font for line in again for piece in line.pieces} == {SANS.font, SERIF.font}


def test_words_of_both_directions_come_back_as_they_were(cache: Cache) -> None:
    """Each piece at its place, those that run to the left told from the others."""
    runs = (Run("\u05d0\u05d1 (210) 879-4809 \u05d2", replace(SANS, font=HEBREW), 0),)
    how = HOW | {"direction": Direction.RIGHT_TO_LEFT}
    first = shelf(cache)
    lines = first.lines(runs, 200, **how)
    first.close()
    assert shelf(cache).lines(runs, 200, **how) == lines
    assert [piece.run.leftward for piece in lines[0].pieces] == [True, False, True]


@pytest.mark.parametrize(
    ("runs", "measure", "how"),
    [
        ((RUNS[0],), 90, HOW),
        (RUNS, 91, HOW),
        (RUNS, 90, HOW | {"setting": "justified"}),
        (RUNS, 90, HOW | {"hyphenate": None}),
        ((replace(RUNS[0], voice=replace(SANS, size=11)), RUNS[1]), 90, HOW),
        ((replace(RUNS[0], voice=replace(SANS, tracking=5)), RUNS[1]), 90, HOW),
        ((RUNS[0], replace(RUNS[1], source=2)), 90, HOW),
        ((RUNS[0], replace(RUNS[1], address=True)), 90, HOW),
        (RUNS, 90, HOW | {"direction": Direction.RIGHT_TO_LEFT}),
    ],
)
def test_whatever_decides_the_lines_sets_them_anew(
    cache: Cache,
    request: pytest.FixtureRequest,
    runs: tuple[Run, ...],
    measure: float,
    how: dict[str, Any],
) -> None:
    """Another text, measure, setting, voice."""
    first = shelf(cache)
    first.lines(RUNS, 90, **HOW)
    first.close()
    request.getfixturevalue("nothing_is_set")
    with pytest.raises(pytest.fail.Exception):
        shelf(cache).lines(runs, measure, **how)


def test_what_no_longer_occurs_is_dropped(cache: Cache, request: pytest.FixtureRequest) -> None:
    """The entry holds one build's paragraphs, not those of all there ever were."""
    for measure in (90, 120):
        build = shelf(cache)
        build.lines(RUNS, measure, **HOW)
        build.close()
    request.getfixturevalue("nothing_is_set")
    assert shelf(cache).lines(RUNS, 120, **HOW)
    with pytest.raises(pytest.fail.Exception):
        shelf(cache).lines(RUNS, 90, **HOW)


def test_later_builds_of_a_process_leave_the_disk_alone(cache: Cache) -> None:
    """They find what was set in memory, and would else drop what they did not set again."""
    first = shelf(cache)
    first.lines(RUNS, 90, **HOW)
    first.close()
    kept = [path.read_bytes() for path in cache.folder.glob("??/*")]
    later = StandingType(cache, "content.yaml")
    assert later.lines(RUNS, 120, **HOW)
    later.close()
    assert len(kept) == 1
    assert [path.read_bytes() for path in cache.folder.glob("??/*")] == kept


def test_without_a_cache_everything_is_set() -> None:
    """And closing does nothing."""
    build = shelf(None)
    assert build.lines(RUNS, 90, **HOW)
    build.close()
