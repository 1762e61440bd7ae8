"""A panel a page: sizes, order, what runs across, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import read
from brochure.color import BLACK
from brochure.folds import panel_rects
from brochure.frame import Frame, Group, Role
from brochure.geometry import Point, Rect
from brochure.imposition.panels import impose_panels
from brochure.model import Layout, Panel, Spread
from brochure.shape import Shape, rectangle

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.frame import Item
    from brochure.model import Brochure, Sheet

BAND = (Group((Shape(rectangle(Rect(0, 0, 800, 9)), fill=BLACK),)),)
WORDS = (Group(()),)


def laid_out(brochure: Brochure) -> Layout:
    """Return a layout of empty panels, with a band across the inside."""
    rects = {
        slot.name: rect
        for side in (brochure.fold.outside, brochure.fold.inside)
        for slot, rect in zip(side, panel_rects(side, brochure.paper), strict=True)
    }
    panels = tuple(
        Panel(name, (), Frame(rects[name].size, WORDS)) for name in brochure.fold.reading
    )
    return Layout(panels, (Spread("inside", BAND, Rect(0, 0, *brochure.paper.size)),))


@pytest.fixture(params=["letter", "legal", "a4"])
def brochure(request: pytest.FixtureRequest, small: Path) -> Brochure:
    """Return a small brochure on each paper."""
    return read(small, [f"paper={request.param}"])


def items_of(page: Sheet) -> tuple[Item, ...]:
    """Return what stands in the section that is a page."""
    (section,) = page.frame.items
    assert isinstance(section, Group)
    assert section.element is not None
    assert section.element.role is Role.SECTION
    assert section.clip == rectangle(Rect(0, 0, *page.frame.size))
    return section.items


def test_pages_come_as_they_are_read_and_are_alike(brochure: Brochure) -> None:
    """As wide as the widest panel; each is a panel whole, without a fold."""
    pages = impose_panels(laid_out(brochure), brochure)
    widths = [r.width for r in panel_rects(brochure.fold.outside, brochure.paper)]
    assert [page.name for page in pages] == list(brochure.fold.reading)
    assert {page.frame.size.width for page in pages} == {max(widths)}
    assert {page.frame.size.height for page in pages} == {brochure.paper.size.height}
    for reading, page in enumerate(pages):
        (place,) = page.panels
        assert (place.name, place.reading) == (page.name, reading)
        assert place.rect == Rect(0, 0, *page.frame.size)
        assert page.folds == ()


def test_a_tucked_panel_stands_in_the_middle_of_its_page(brochure: Brochure) -> None:
    """The same white at its left and right; the others start at the edge."""
    pages = impose_panels(laid_out(brochure), brochure)
    tucked = {"flap", "inside-3"}
    for page in pages:
        words = items_of(page)[-1]
        assert isinstance(words, Group)
        expected = brochure.paper.tuck / 2 if page.name in tucked else 0
        assert words.matrix.apply(Point(0, 0)) == pytest.approx((expected, 0))


def test_what_runs_across_is_seen_on_each_page_and_told_once(brochure: Brochure) -> None:
    """Each page of its side shows its own part; after the first it is an artifact."""
    pages = {page.name: page for page in impose_panels(laid_out(brochure), brochure)}
    rects = dict(
        zip(
            ["inside-1", "inside-2", "inside-3"],
            panel_rects(brochure.fold.inside, brochure.paper),
            strict=True,
        )
    )
    told = []
    for name, rect in rects.items():
        band, _ = items_of(pages[name])
        assert isinstance(band, Group)
        assert band.items is BAND
        margin = (pages[name].frame.size.width - rect.width) / 2
        assert band.matrix.apply(Point(rect.x, 0)) == pytest.approx((margin, 0))
        told.append(band.element is None)
        if band.element:
            assert band.element.role is Role.ARTIFACT
    assert told == [True, False, False]
    for name in ("cover", "flap", "back"):
        assert len(items_of(pages[name])) == 1
