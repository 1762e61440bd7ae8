"""Sides of a sheet that is cut after printing: room around them, grounds into the bleed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import read
from brochure.color import REGISTRATION
from brochure.editions import OFFICE, PRESS
from brochure.frame import Group, leaves
from brochure.geometry import INCH, MM, Rect
from brochure.images import Library
from brochure.imposition import impose
from brochure.layout import lay_out
from brochure.shape import Shape, transformed
from tests.editions.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.frame import Item
    from brochure.model import Brochure, Layout, Sheet


def imposed(edition: Edition, *overrides: str) -> tuple[Brochure, Layout, tuple[Sheet, ...]]:
    """Return the real brochure, laid out and imposed."""
    brochure = read(ROOT / "content.yaml", overrides)
    layout = lay_out(brochure, edition, Library(brochure.folder))
    return brochure, layout, impose(layout, brochure, edition)


def test_an_office_sheet_is_not_cut() -> None:
    """Its page is the paper, and no mark is on it."""
    _, _, sheets = imposed(OFFICE)
    for sheet in sheets:
        assert (sheet.trim, sheet.bleed) == (None, None)
        assert sheet.frame.size == (11 * INCH, 8.5 * INCH)
        assert not _marks(sheet)


def _marks(sheet: Sheet) -> list[Shape]:
    shapes = (item for item in leaves(sheet.frame.items) if isinstance(item, Shape))
    return [shape for shape in shapes if shape.stroke and shape.stroke.color == REGISTRATION]


@pytest.mark.parametrize("bleed", ["0", "3mm", "10mm"])
def test_a_page_has_room_for_any_bleed(bleed: str) -> None:
    """Panels and folds move with the trim; marks begin outside the bleed and end on the page."""
    brochure, _, sheets = imposed(PRESS, f"press.bleed={bleed}")
    for sheet, folds in zip(sheets, ((261, 526.5), (265.5, 531)), strict=True):
        trim, area = sheet.trim, sheet.bleed
        assert trim
        assert area
        assert area.x == pytest.approx(trim.x - brochure.bleed)
        assert area.right == pytest.approx(trim.right + brochure.bleed)
        assert [fold - trim.x for fold in sheet.folds] == pytest.approx(folds)
        starts = sorted(place.rect.x - trim.x for place in sheet.panels)
        assert starts == pytest.approx([0, *folds])
        page = Rect(0, 0, *sheet.frame.size)
        assert len(_marks(sheet)) == 12
        for mark in _marks(sheet):
            (_, x1, y1), (_, x2, y2) = mark.path
            assert page.contains(Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)), 0)
            beside = max(x1, x2) < area.x or min(x1, x2) > area.right
            assert beside or max(y1, y2) < area.y or min(y1, y2) > area.bottom


def test_grounds_reach_the_largest_bleed() -> None:
    """The usual one in every edition, so that all have one layout; a larger one where asked for."""
    for bleed, reach in (("0", INCH / 8), ("3mm", INCH / 8), ("10mm", 10 * MM)):
        for edition in (OFFICE, PRESS):
            _, layout, _ = imposed(edition, f"press.bleed={bleed}")
            cover = next(panel for panel in layout.panels if panel.name == "cover")
            field = next(item for item in leaves(cover.ground) if isinstance(item, Shape))
            xs = [segment[1] for segment in field.path if len(segment) > 1]
            assert min(xs) == pytest.approx(-reach)
            (spread,) = layout.spreads
            (picture,) = leaves(spread.items)
            assert picture.rect.x == pytest.approx(-reach)
            assert picture.rect.y == pytest.approx(-reach)


def test_a_cross_fold_has_its_ticks(small: Path) -> None:
    """At the left and right, where the sheet's middle is; color that crosses it is cut there."""
    brochure = read(small, ["fold=french-fold"])
    layout = lay_out(brochure, PRESS, Library(brochure.folder))
    (sheet,) = impose(layout, brochure, PRESS)
    assert sheet.trim
    middle = sheet.trim.y + sheet.trim.height / 2
    assert sheet.cross_folds == pytest.approx((middle,))
    level = [mark.path for mark in _marks(sheet) if {s[-1] for s in mark.path} == {middle}]
    assert len(level) == 2
    assert len(_marks(sheet)) == 12


@pytest.mark.parametrize("edition", [OFFICE, PRESS], ids=lambda edition: edition.name)
def test_no_color_ends_on_a_cross_fold(edition: Edition) -> None:
    """The flap of a french fold ends beside it, like the cover below."""
    brochure = read(ROOT / "content.yaml", ["fold=french-fold"])
    layout = lay_out(brochure, edition, Library(brochure.folder))
    sheet, inside = impose(layout, brochure, edition)
    assert inside.cross_folds == sheet.cross_folds
    top = sheet.trim.y if sheet.trim else 0.0
    (fold,) = sheet.cross_folds
    ends = [y + top for group in _clipped(sheet.frame.items) for y in _levels(group)]
    assert len(ends) >= 4
    assert all(abs(y - fold) >= INCH / 32 - 0.01 for y in ends)


def _clipped(items: Iterable[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            if item.clip:
                yield item
            else:
                yield from _clipped(item.items)


def _levels(group: Group) -> Iterator[float]:
    """Yield the y at which a clipped group ends, above and below, on its sheet."""
    assert group.clip
    for segment in transformed(group.clip, group.matrix):
        if len(segment) > 1:
            yield segment[-1]
