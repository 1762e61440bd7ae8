"""How much room items take: what a figure's box encloses."""

from __future__ import annotations

import zlib

from pdf_samples import run_of, serif_and_charter, text_of

from brochure.fields import Href
from brochure.frame import Group, Image, Link
from brochure.geometry import Matrix, Rect
from brochure.images import Raster
from brochure.pdf.extent import extent
from brochure.shape import Shape, rectangle

SERIF, _ = serif_and_charter()


def test_nothing_takes_no_room() -> None:
    """None, not an empty rectangle at the corner."""
    assert extent([]) is None
    assert extent([Group(())]) is None


def test_each_kind_of_item_counts() -> None:
    """A shape by its path, a picture and a link by their rectangles, text by its baseline."""
    raster = Raster(zlib.compress(b"\x00"), "flate", "gray", 1, 1, "dot")
    run = run_of("word", SERIF)
    assert extent([Shape(rectangle(Rect(1, 2, 3, 4)))]) == Rect(1, 2, 3, 4)
    assert extent([Image(Rect(5, 6, 7, 8), raster)]) == Rect(5, 6, 7, 8)
    assert extent([Link(Rect(1, 1, 2, 2), Href("https://a.b"), "a")]) == Rect(1, 1, 2, 2)
    assert extent([text_of(run, 20, 40)]) == Rect(20, 40, run.width, 0)


def test_several_items_are_enclosed_where_their_groups_put_them() -> None:
    """Scaled and moved, one group in another."""
    dot = Shape(rectangle(Rect(0, 0, 1, 1)))
    inner = Group((dot,), Matrix.shift(10, 0))
    outer = Group((inner,), Matrix(2, 0, 0, 2, 0, 5))
    assert extent([dot, outer]) == Rect(0, 0, 22, 7)


def test_a_turned_group_is_enclosed_by_its_corners() -> None:
    """A quarter turn makes a wide box a tall one."""
    wide = Shape(rectangle(Rect(0, 0, 10, 2)))
    assert extent([Group((wide,), Matrix(0, 1, -1, 0, 0, 0))]) == Rect(-2, 0, 2, 10)
