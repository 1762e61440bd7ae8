"""Sides of the sheet as PDFs show them, read back with another library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from brochure import build

if TYPE_CHECKING:
    from pathlib import Path

COPY = """\
title: A
clinic: {name: B, phone: (210) 879-4809}
paper: letter
cover: [title: Covering]
flap: [heading: Flapping]
inside: [text: "See [the site](https://www.example.com)."]
back: [contact]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the path of a content file with a word to look for in each role."""
    path = tmp_path / "content.yaml"
    path.write_text(COPY)
    return path


def built(content: Path, fold: str, edition: str = "office") -> Path:
    """Return the path of the PDF of `content`, folded so."""
    out = content.parent / "out"
    (path,) = build(content, out, overrides=[f"fold={fold}"], editions=[edition])
    return path


def place(path: Path, page: int, word: str) -> tuple[float, float]:
    """Return the middle of `word` on a page, from its lower left."""
    document = pypdfium2.PdfDocument(path)
    text = document[page].get_textpage()
    start = text.search(word).get_next()
    assert start is not None, word
    left, bottom, right, top = text.get_charbox(start[0])
    document.close()
    return (left + right) / 2, (bottom + top) / 2


@pytest.mark.parametrize(
    ("fold", "words"),
    [
        ("letter-fold", {"Covering": (0, 2 / 3), "Flapping": (0, 0), "See": (1, 0)}),
        ("z-fold", {"Covering": (0, 2 / 3), "Flapping": (0, 0), "See": (1, 0)}),
        ("half-fold", {"Covering": (0, 1 / 2), "Flapping": (0, 0), "See": (1, 0)}),
        ("gate-fold", {"Covering": (0, 3 / 4), "Flapping": (0, 0), "See": (1, 0)}),
        ("double-gate", {"Covering": (0, 1 / 2), "Flapping": (0, 3 / 4), "See": (1, 0)}),
        ("accordion", {"Covering": (0, 3 / 4), "Flapping": (0, 1 / 4), "See": (1, 0)}),
        ("roll-fold", {"Covering": (0, 3 / 4), "Flapping": (0, 1 / 4), "See": (1, 0)}),
        ("flat", {"Covering": (0, 0), "Flapping": (0, 1 / 4), "See": (1, 0)}),
    ],
)
def test_roles_stand_where_the_fold_puts_them(
    content: Path, fold: str, words: dict[str, tuple[int, float]]
) -> None:
    """By page, and from the left in shares of the sheet: each word begins its panel's column."""
    path = built(content, fold)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
        width = float(pdf.pages[0].MediaBox[2])
    for word, (page, share) in words.items():
        x, _ = place(path, page, word)
        assert 0.02 < x / width - share < 0.13, word


def test_a_french_fold_stands_on_its_head_in_its_upper_half(content: Path) -> None:
    """One page without a flap; its inside is read from the sheet's upper right, links on words."""
    content.write_text(re.sub("flap:.*\n", "", COPY))
    path = built(content, "french-fold")
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        width, height = (float(edge) for edge in page.MediaBox[2:])
        site = next(a.Rect for a in page.Annots if "example" in str(a.A.URI))
        left, bottom, right, top = map(float, site)
        assert "/Duplex" not in pdf.Root.ViewerPreferences
    x, y = place(path, 0, "See")
    assert x > 0.9 * width
    assert y > height / 2
    x, y = place(path, 0, "site")
    assert left < x < right
    assert bottom < y < top
    x, y = place(path, 0, "Covering")
    assert x > width / 2
    assert y < height / 2


def test_a_french_fold_with_a_flap_has_its_inside_on_the_other_side(content: Path) -> None:
    """Upright, beginning at its upper left; the sheet turns on its long edge."""
    path = built(content, "french-fold")
    with pikepdf.open(path) as pdf:
        width, height = (float(edge) for edge in pdf.pages[1].MediaBox[2:])
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert len(pdf.pages) == 2
    x, y = place(path, 1, "See")
    assert x < width / 8
    assert y > 0.9 * height
    x, y = place(path, 0, "Flapping")
    assert x > 0.8 * width
    assert y > height / 2


def test_a_screen_shows_every_panel_upright(content: Path) -> None:
    """Words begin at the left of each page, those of panels that stand on their head, too."""
    path = built(content, "french-fold", "screen")
    for page, word in enumerate(["Covering", "Flapping", "See"]):
        x, y = place(path, page, word)
        with pikepdf.open(path) as pdf:
            width, height = (float(edge) for edge in pdf.pages[page].MediaBox[2:])
        assert x < width / 4
        assert y > height / 2


def test_a_card_without_a_reverse_has_one_page(tmp_path: Path) -> None:
    """A poster: nothing to print on its back."""
    path = tmp_path / "content.yaml"
    path.write_text("title: A\nclinic: {name: B}\nfold: flat\ncover: [title: C]\n")
    (office,) = build(path, tmp_path / "out", editions=["office"])
    with pikepdf.open(office) as pdf:
        assert len(pdf.pages) == 1
        assert "/Duplex" not in pdf.Root.ViewerPreferences
