"""Drawings in their boxes, and the signs of a band's captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from brochure import build

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

HEAD = "title: A\nclinic: {name: The Clinic, phone: (210) 879-4809}\ninside:\n"
DPI = 144


def inside(folder: Path, blocks: str) -> Image:
    """Return the inside of a brochure that holds `blocks`."""
    (folder / "content.yaml").write_text(HEAD + blocks)
    (path,) = build(folder / "content.yaml", folder, editions=["office"])
    document = pypdfium2.PdfDocument(path)
    picture: Image = document[1].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    return picture


@pytest.mark.parametrize("height", ["", ", height: 100pt"])
def test_a_drawing_is_seen_as_far_as_its_view_box_and_never_cut_at_its_sides(
    tmp_path: Path, height: str
) -> None:
    """Three grid lines in a column of 207 pt, though more height is asked for."""
    (tmp_path / "d.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 207 42">'
        '<rect x="-9" y="-9" width="225" height="60" fill="#B5674A"/></svg>'
    )
    picture = inside(tmp_path, f"  - picture: {{file: d.svg, alt: A field{height}}}\n")
    field = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if picture.getpixel((x, y)) == (0xB5, 0x67, 0x4A)
    ]
    xs, ys = {x for x, _ in field}, {y for _, y in field}
    assert (min(xs), max(xs) + 1) == (54, 468)
    assert max(ys) + 1 - min(ys) == 84


def test_a_bands_captions_bear_their_numbers_in_discs(tmp_path: Path) -> None:
    """A disc of the heading's color, 16 pt wide, at the column's edge, with paper in it."""
    (tmp_path / "d.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 810 177"><rect width="1"/></svg>'
    )
    picture = inside(
        tmp_path, "  - band: {file: d.svg, alt: A, height: 168pt, captions: [One, Two]}\n"
    )
    spruce = (0x1F, 0x4A, 0x47)
    for left in (27.0, 292.5):
        column = [
            [picture.getpixel((x, y)) for y in range(picture.height)]
            for x in range(round(2 * left), round(2 * left) + 32)
        ]
        edge = column[1].index(spruce), column[16].index(spruce)
        assert edge[0] > edge[1]  # round: it begins lower at its side
        assert sum(spruce in pixels for pixels in column) >= 30  # the rims are antialiased
        assert any((255, 255, 255) in pixels[edge[1] : edge[1] + 30] for pixels in column[10:22])
