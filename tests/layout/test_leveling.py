"""Leveling: columns end together, by white where there is white, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.blocks.strip import Strip
from brochure.layout.leveling import leveled, white_fell
from tests.layout.test_stacking import HEADING, HERE, LINE, STRIPS

GRID, TOP, FOOT = 14.0, 46.0, 570.0
FILL = Strip(0.0, (), HERE, fill=1.0)


def feet(*columns: list[Strip], fell: bool = False) -> list[float]:
    """Return where columns end once they are level, those without `fill` at their foot or with."""
    given_so = [(column, fell) for column in columns]
    return [placed.bottom for placed in leveled(given_so, [TOP] * len(columns), FOOT, GRID)]


def test_a_shorter_column_is_let_out_before_its_headings() -> None:
    """As far as the longest one, a line for each of its places."""
    longer = [LINE] * 25
    shorter = [HEADING, *[LINE] * 4, HEADING, *[LINE] * 4, HEADING, *[LINE] * 4]
    natural = feet(shorter)[0]
    level = feet(longer, shorter)
    assert natural < level[0] - 2 * GRID
    assert level[1] == pytest.approx(level[0], abs=GRID)


def test_no_more_than_three_lines_come_in_at_one_place() -> None:
    """More would look like a mistake, unless the author had meant the column to be filled."""
    short, long = [HEADING, *[LINE] * 4, HEADING, LINE], [LINE] * 30
    assert feet(long, short)[1] - feet(short)[0] == pytest.approx(3 * GRID)
    assert feet(long, short, fell=True)[1] - feet(short)[0] == pytest.approx(7 * GRID)


def test_columns_that_are_all_filled_end_at_the_foot() -> None:
    """As their author wants them; beside one that is not, they end where the longest does."""
    filled, plain = [LINE, FILL, LINE], [LINE] * 10
    assert feet(filled, filled) == pytest.approx([FOOT] * 2, abs=GRID)
    both = feet(filled, plain)
    assert both[1] == feet(plain)[0]
    assert both[0] == pytest.approx(both[1], abs=GRID)


@given(columns=st.lists(STRIPS, min_size=1, max_size=4))
def test_leveling_keeps_every_strip_and_never_lengthens_the_longest(
    columns: list[list[Strip]],
) -> None:
    """Only the white before strips grows, by whole lines."""
    apart = [feet(column)[0] for column in columns]
    placed = leveled([(column, False) for column in columns], [TOP] * len(columns), FOOT, GRID)
    for column, stack in zip(columns, placed, strict=True):
        bare = [replace(strip, before=0.0) for strip in stack.strips]
        assert bare == [replace(strip, before=0.0) for strip in column]
    # Baselines that go to the grid may take what is left of a line.
    assert max(one.bottom for one in placed) <= max(*apart, FOOT) + GRID


def test_white_that_fell_away_at_a_break_is_remembered() -> None:
    """Whether it filled the column; plain white does not."""
    first, second, third = [LINE, HEADING], [LINE], [LINE, LINE]
    strips = [*first, FILL, *second, Strip(14.0, (), HERE), *third]
    assert white_fell(strips, [first, second, third]) == [True, False, False]
    assert white_fell(strips, [first, [], second]) == [True, False, False]
