"""A band over some of the inner panels: it keeps off the fold where it ends."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from brochure import build, read
from brochure.editions import OFFICE
from brochure.folds import panel_rects
from brochure.images import Library
from brochure.layout import lay_out

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("count", [1, 2])
def test_a_band_ends_an_eighth_before_the_fold_and_copy_beside_it_rises(
    tmp_path: Path, count: int
) -> None:
    """Panels without it begin at their head; captions stand under the picture alone."""
    change = f"inside.0.band.panels={count}"
    brochure = read(ROOT / "content.yaml", [change])
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    (spread,) = layout.spreads
    rects = panel_rects(brochure.fold.inside, brochure.paper)
    assert spread.area.right == pytest.approx(rects[count - 1].right)
    (path,) = build(ROOT / "content.yaml", tmp_path, overrides=[change], editions=["office"])
    document = pypdfium2.PdfDocument(path)
    page = document[1].render(scale=1).to_pil().convert("RGB")
    text = document[1].get_textpage()
    fold, height = rects[count - 1].right, page.height
    row = height // 8  # through the band
    assert page.getpixel((int(fold) - 12, row)) != (255, 255, 255)
    assert all(
        page.getpixel((x, row)) == (255, 255, 255) for x in range(int(fold) - 8, int(fold) + 20)
    )
    beside = text.get_text_bounded(left=fold + 5, bottom=height - 80, right=792, top=height)
    under = text.get_text_bounded(left=0, bottom=height - 80, right=fold, top=height)
    document.close()
    assert beside.strip()
    assert not under.strip()
