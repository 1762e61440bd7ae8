"""Stacking and flowing: baselines on the grid, level feet, headings never alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.blocks.strip import Strip
from brochure.frame import Group
from brochure.layout.flow import flow
from brochure.layout.stack import stack
from brochure.problems import Source, Where

HERE = Where(Source("content.yaml", "text"), 1)
INK = (Group(()),)
WHITE = Strip(14.0, (), HERE)
LINE = Strip(14.0, INK, HERE, baseline=10.0)
HEADING = Strip(22.0, INK, HERE, before=14.0, after=6.0, keep=True, opens_section=True)

STRIPS = st.lists(
    st.fixed_dictionaries(
        {
            "height": st.floats(5, 60),
            "before": st.floats(0, 20),
            "after": st.floats(0, 20),
            "baseline": st.none() | st.floats(1, 12),
            "keep": st.booleans(),
        },
    ).map(lambda fields: Strip(items=INK, where=HERE, **fields)),
    min_size=1,
    max_size=30,
)


@given(strips=STRIPS)
def test_baselines_stand_on_the_grid(strips: list[Strip]) -> None:
    """Every strip that has a baseline puts it on a multiple of 14 pt, and none overlap."""
    placed = stack(strips, 46.0, 570.0, 14.0)
    for strip, top in zip(placed.strips, placed.tops, strict=True):
        if strip.baseline is not None:
            steps = (top + strip.baseline) / 14.0
            assert steps == pytest.approx(round(steps), abs=1e-6)
    pairs = zip(placed.strips, placed.tops, placed.tops[1:], strict=False)
    assert all(top + strip.height <= following + 0.36 for strip, top, following in pairs)


def test_fill_moves_what_follows_to_the_foot() -> None:
    """A line after a fill ends within a grid line of the panel's foot."""
    fill = Strip(0.0, (), HERE, fill=1.0)
    placed = stack([LINE, fill, LINE], 40.0, 400.0, 14.0)
    assert 386.0 < placed.bottom <= 400.0


def test_white_above_the_first_strip_falls_away() -> None:
    """A heading at a panel's head starts at the hang line."""
    assert stack([HEADING, LINE], 46.0, 400.0, 14.0).tops[0] == 46.0


@given(strips=STRIPS, panels=st.integers(1, 4))
def test_flow_loses_nothing_and_parts_nothing_that_is_kept(
    strips: list[Strip], panels: int
) -> None:
    """All strips, in order; no panel ends on a strip that is kept with the next one."""
    columns = flow(strips, [40.0] * panels, 500.0, 14.0)
    assert [strip for column in columns for strip in column] == strips
    assert len(columns) == panels
    rest = len(strips)
    for column in columns:
        rest -= len(column)
        if column and rest:
            assert not column[-1].keep


def test_feet_come_out_level() -> None:
    """Nine equal sections over three panels are three each."""
    section = [HEADING, LINE, LINE, LINE]
    columns = flow(section * 9, [40.0] * 3, 560.0, 14.0)
    assert [len(column) for column in columns] == [12, 12, 12]


def test_sections_stay_whole_where_they_can() -> None:
    """A break falls before a heading though another line would fit."""
    strips = [HEADING, *[LINE] * 12, HEADING, *[replace(LINE)] * 9]
    first, second = flow(strips, [40.0] * 2, 300.0, 14.0)
    assert second[0] is HEADING
    assert len(first) == 13


def test_panels_fill_from_the_first() -> None:
    """Copy that needs one panel of three stands in the first."""
    columns = flow([HEADING, *[LINE] * 6], [40.0] * 3, 560.0, 14.0)
    assert [len(column) for column in columns] == [7, 0, 0]


def test_white_falls_away_at_a_break() -> None:
    """Neither does it push the next panel's head down, nor this one's foot over the edge."""
    fill = Strip(0.0, (), HERE, fill=1.0)
    lines = [LINE] * 10
    for white in ([WHITE], [fill], [WHITE, fill, WHITE]):
        columns = flow([*lines, *white, *lines], [0.0] * 2, 144.0, 14.0)
        assert columns == [lines, lines]
    assert flow([LINE, WHITE, LINE], [0.0], 144.0, 14.0) == [[LINE, WHITE, LINE]]
    assert flow([LINE, WHITE], [0.0] * 2, 144.0, 14.0)[0] == [LINE]


def test_a_heading_keeps_what_comes_after_the_white_below_it() -> None:
    """White between them is no place to break."""
    strips = [*[LINE] * 8, HEADING, WHITE, *[LINE] * 6]
    first, second = flow(strips, [0.0] * 2, 170.0, 14.0)
    assert first == [LINE] * 8
    assert second[0] is HEADING
