"""How the real brochure's pages are composed, measured on the laid out items."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure import read
from brochure.color import BLACK
from brochure.editions import EDITIONS
from brochure.frame import UNMOVED, Group, Image, Text
from brochure.images import Drawing, Library
from brochure.layout import lay_out
from brochure.shape import Shape, transformed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.frame import Item
    from brochure.geometry import Matrix
    from brochure.model import Layout

ROOT = Path(__file__).parents[1]
GRID = 14.0
PAPERS = ("letter", "legal", "a4")
FEET = {"letter": 41 * GRID, "legal": 41 * GRID, "a4": 40 * GRID}


def laid_out(paper: str) -> Layout:
    """Return the real brochure on `paper`."""
    brochure = read(ROOT / "content.yaml", [f"paper={paper}"])
    return lay_out(brochure, EDITIONS[0], Library(brochure.folder))


def leaves(items: Iterable[Item], matrix: Matrix = UNMOVED) -> Iterator[tuple[Item, Matrix]]:
    """Yield all items in groups, each with where it stands."""
    for item in items:
        if isinstance(item, Group):
            yield from leaves(item.items, item.matrix.then(matrix))
        else:
            yield item, matrix


def foot(items: Iterable[Item]) -> float:
    """Return how far down the lowest baseline or shape reaches."""
    found = [0.0]
    for item, matrix in leaves(items):
        if isinstance(item, Text):
            found.append(matrix.apply(item.origin).y)
        elif isinstance(item, Shape):
            found += [s[-1] for s in transformed(item.path, matrix) if len(s) > 1]
    return max(found)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_inner_columns_end_level(paper: str) -> None:
    """The last line, the table's last rule and the box's edge, all on one line of the grid."""
    feet = [
        foot(panel.frame.items)
        for panel in laid_out(paper).panels
        if panel.name.startswith("inside")
    ]
    assert feet == pytest.approx([FEET[paper]] * 3, abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
def test_reading_text_stands_on_the_half_grid(paper: str) -> None:
    """Text, headings, steps, rows and what is in the box; captions and small print need not."""
    checked = 0
    for panel in laid_out(paper).panels:
        for item, matrix in leaves(panel.frame.items):
            if isinstance(item, Text) and item.run.size in {10.5, 13.5, 17, 19, 20}:
                steps = 2 * matrix.apply(item.origin).y / GRID
                # A line may stand up to 0.35 pt off where it was nudged up to the grid.
                assert steps == pytest.approx(round(steps), abs=0.06), item.run.text
                checked += 1
    assert checked > 80


def test_lines_print_in_two_weights() -> None:
    """Drawings' strokes are 1.25 and 0.75 pt on Letter; tubes, drawn as two lines, aside."""
    layout = laid_out("letter")
    widths = set()
    items = [item for panel in layout.panels for item in panel.frame.items]
    for item, matrix in leaves([*items, *(i for spread in layout.spreads for i in spread.items)]):
        if isinstance(item, Image) and isinstance(item.source, Drawing):
            size, box = item.source.size, item.rect
            scale = max(box.width / size.width, box.height / size.height)
            widths |= {
                round(shape.stroke.width * scale, 2)
                for shape in item.source.shapes(item.palette, BLACK)
                if shape.stroke
            }
        if isinstance(item, Shape) and item.stroke:
            scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
            widths.add(round(item.stroke.width * scale, 2))
    tube = {1.8, 3.3}
    assert {1.25, 0.75} <= widths
    assert widths <= {1.25, 0.75} | tube
