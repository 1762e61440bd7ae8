"""Strips on pages: nothing lost, as few pages as hold them, breaks where a reader minds least."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.blocks.strip import Strip
from brochure.frame import Element, Group, Role
from brochure.layout.paging import paginate
from brochure.layout.stack import stack
from brochure.problems import Source, Where

HERE = Where(Source("content.yaml", "text"), 1)
SHOWN = (Group(()),)
LINE = Strip(14.0, SHOWN, HERE, baseline=10.0)
HEADING = Strip(22.0, SHOWN, HERE, before=14.0, after=6.0, keep=True, opens_section=True)
WHITE = Strip(28.0, (), HERE)

STRIPS = st.lists(
    st.fixed_dictionaries(
        {
            "height": st.floats(5, 60),
            "items": st.sampled_from([(), SHOWN]),
            "before": st.floats(0, 20),
            "after": st.floats(0, 20),
            "baseline": st.none() | st.floats(1, 12),
            "keep": st.booleans(),
            "opens_section": st.booleans(),
        },
    ).map(lambda fields: Strip(where=HERE, **fields)),
    max_size=40,
)


@given(strips=STRIPS)
def test_nothing_is_lost_and_every_page_holds_what_is_on_it(strips: list[Strip]) -> None:
    """All that shows, in order; no strip here is as tall as a page."""
    pages = paginate(strips, 100.0, 40.0, 240.0, 14.0)
    shown = [strip for page in pages for strip in page if strip.items]
    assert [id(strip) for strip in shown] == [id(strip) for strip in strips if strip.items]
    for at, page in enumerate(pages):
        assert page[0].items
        assert page[-1].items
        assert stack(page, 40.0 if at else 100.0, 240.0, 14.0).bottom <= 240.0


@given(strips=STRIPS)
def test_ties_hold_where_what_is_tied_fits_a_page(strips: list[Strip]) -> None:
    """Runs of at most three strips never part, however they are set."""
    tied = [
        replace(strip, items=SHOWN, keep=at % 3 != 2 and at + 1 < len(strips))
        for at, strip in enumerate(strips)
    ]
    pages = paginate(tied, 40.0, 40.0, 300.0, 14.0)
    assert all(not page[-1].keep for page in pages)
    assert sum(len(page) for page in pages) == len(strips)


def test_as_few_pages_as_hold_them() -> None:
    """Twenty lines, ten to a page."""
    assert [len(page) for page in paginate([LINE] * 20, 44.0, 44.0, 188.0, 14.0)] == [10, 10]
    assert len(paginate([LINE] * 21, 44.0, 44.0, 188.0, 14.0)) == 3


def test_sections_stay_whole_where_that_takes_no_further_page() -> None:
    """A break falls before a heading though lines of its section would fit."""
    section = [HEADING, *[LINE] * 5]
    first, second = paginate(section * 3, 40.0, 40.0, 270.0, 14.0)
    assert second[0] is HEADING
    assert len(first) + len(second) == 18


def test_a_break_between_blocks_is_better_than_inside_one() -> None:
    """A list of six goes over whole, the paragraph before it stays."""
    paragraph, listing = (Element(Role.PARAGRAPH),), (Element(Role.LIST),)
    strips = [
        *[replace(LINE, path=paragraph)] * 6,
        *[replace(LINE, path=listing)] * 6,
    ]
    first, second = paginate(strips, 44.0, 44.0, 160.0, 14.0)
    assert {strip.path for strip in first} == {paragraph}
    assert {strip.path for strip in second} == {listing}


def test_pages_are_filled_evenly() -> None:
    """No page is left all but empty, though a paragraph is parted for it."""
    paragraph = (Element(Role.PARAGRAPH),)
    strips = [HEADING, LINE, *[replace(LINE, path=paragraph)] * 20]
    first, second = paginate(strips, 44.0, 44.0, 328.0, 14.0)
    assert 9 <= len(first) <= 13
    assert len(first) + len(second) == 22


def test_a_table_longer_than_a_page_goes_on_between_rows() -> None:
    """Its heading is not cut off it, though all of it is tied."""
    path = (Element(Role.TABLE),)
    row = replace(LINE, path=path, keep=True)
    pages = paginate([HEADING, *[row] * 24, replace(row, keep=False)], 44.0, 44.0, 188.0, 14.0)
    assert len(pages) == 3
    assert pages[0][0] is HEADING
    assert all(len(page) > 1 for page in pages)


def test_white_at_a_pages_head_and_foot_falls_away() -> None:
    """A spacer that comes between two pages takes no room on either."""
    strips = [WHITE, *[LINE] * 10, WHITE, *[LINE] * 10, WHITE]
    assert [len(page) for page in paginate(strips, 44.0, 44.0, 188.0, 14.0)] == [10, 10]


def test_a_strip_taller_than_a_page_stands_on_one_alone() -> None:
    """So that it is told of, and nothing else."""
    tall = replace(LINE, height=500.0)
    pages = paginate([LINE, tall, LINE], 44.0, 44.0, 188.0, 14.0)
    assert [len(page) for page in pages] == [1, 1, 1]
