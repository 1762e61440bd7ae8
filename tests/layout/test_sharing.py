"""Sharing: a list over two panels, row by row; other copy stays together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from brochure.blocks.strip import Strip
from brochure.frame import Element, Role
from brochure.layout.sharing import shared_out
from brochure.layout.stack import stack
from tests.layout.test_stacking import HEADING, HERE, INK, LINE

GRID, FOOT = 14.0, 582.0
TOPS = [60.0, 60.0]
ITEM = Strip(56.0, INK, HERE, before=14.0, baseline=10.0)
BETWEEN = Strip(0.0, (), HERE, fill=0.35, most=28.0)
TITLE = replace(HEADING, keep=True)
PARAGRAPH = [replace(LINE, path=(Element(Role.PARAGRAPH),))] * 30


def test_items_stand_side_by_side_with_as_much_white_between() -> None:
    """Under the heading, on both panels; what is left of the white is at the foot."""
    listed = [TITLE, *[ITEM, BETWEEN] * 4]
    found = shared_out(listed, TOPS, FOOT, GRID)
    assert found
    columns, tops = found
    assert tops[1] > tops[0] == 60.0
    set_so = [stack(column, top, top, GRID) for column, top in zip(columns, tops, strict=True)]
    rows = [
        [top for strip, top in zip(one.strips, one.tops, strict=True) if strip.height == 56]
        for one in set_so
    ]
    assert len(rows[0]) == len(rows[1]) == 2
    assert rows[0] == pytest.approx(rows[1])
    assert rows[0][1] - rows[0][0] > 56 + 14
    shown = [strip for column in columns for strip in column if strip.items]
    assert shown == [strip for strip in listed if strip.items]


def test_a_section_that_begins_on_the_second_panel_begins_at_its_head() -> None:
    """As the first does: two headings hang on one line."""
    found = shared_out([TITLE, *[ITEM] * 4, HEADING, *[ITEM] * 4], TOPS, FOOT, GRID)
    assert found
    columns, tops = found
    assert columns[1][0] is HEADING
    assert tops == TOPS


@pytest.mark.parametrize(
    "strips",
    [
        pytest.param([TITLE, LINE, LINE], id="little"),
        pytest.param([TITLE, *PARAGRAPH], id="a paragraph"),
        pytest.param([TITLE, replace(ITEM, height=300.0)], id="one item"),
        pytest.param([ITEM] * 40, id="too much"),
    ],
)
def test_other_copy_is_not_shared_out(strips: list[Strip]) -> None:
    """It is set as ever, from the first panel on."""
    assert shared_out(strips, TOPS, FOOT, GRID) is None
