"""The ticket beside a press file: what a print shop needs to know, true to the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

from brochure import build
from brochure.version import __version__
from tests.editions.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def ticket_of(tmp_path: Path, *overrides: str) -> str:
    """Return the ticket of the real brochure."""
    pdf, ticket = build(ROOT / "content.yaml", tmp_path, overrides=overrides, editions=["press"])
    assert ticket.name == pdf.with_suffix(".txt").name == "microneedling-press.txt"
    return ticket.read_text(encoding="utf-8")


def test_it_says_what_is_made(tmp_path: Path) -> None:
    """Sizes in inches and millimeters, the panels of both pages, colors, the limit of ink."""
    words = ticket_of(tmp_path)
    for line in (
        "JOB TICKET: Microneedling",
        "Flat size     11 x 8.5 in (279.4 x 215.9 mm)",
        "Folded size   3.6875 x 8.5 in (93.7 x 215.9 mm)",
        "Fold          letter fold, 2 folds",
        "Page 1        outside; from the left flap, back, cover",
        "  panels      3.625 + 3.6875 + 3.6875 in (92.1 + 93.7 + 93.7 mm)",
        "  panels      3.6875 + 3.6875 + 3.625 in (93.7 + 93.7 + 92.1 mm)",
        "Sides         2; the sheet turns on its short edge",
        "File          microneedling-press.pdf, PDF/X-4, 2 pages",
        "Bleed         0.125 in (3.2 mm) on all four sides",
        "Profile       GRACoL coated grade 1, CGATS TR 006 (output intent: CGATS TR 006)",
        "Total ink     300 percent at most",
        "- the flap folds in first; it is narrower by 0.0625 in (1.6 mm)",
        "  (210) 879-4809",
    ):
        assert line in words.splitlines()
    assert max(map(len, words.splitlines())) <= 90


def test_it_follows_what_the_author_asks(tmp_path: Path) -> None:
    """Paper, bleed, marks and ink."""
    words = ticket_of(
        tmp_path, "paper=a4", "press.bleed=5mm", "press.marks=no", "press.total-ink=280"
    )
    assert "(297 x 210 mm)" in words
    assert "(97 + 100 + 100 mm)" in words
    assert "(5 mm) on all four sides" in words
    assert "Marks         none" in words
    assert "Coated FOGRA39" in words
    assert "280 percent" in words


def test_it_follows_the_fold(small: Path, tmp_path: Path) -> None:
    """One side that is folded twice; a card that is not folded; doors that tuck in."""
    for changes, lines in (
        (
            ["fold=french-fold"],
            [
                "Flat size     8.5 x 11 in (215.9 x 279.4 mm)",
                "Folded size   4.25 x 5.5 in (107.9 x 139.7 mm)",
                "Fold          french fold, 2 folds",
                "  panels      4.25 + 4.25 in (107.9 + 107.9 mm)",
                "Sides         1; the other is blank",
                "Colors        4/0: cyan, magenta, yellow and black on one side, no spot colors",
            ],
        ),
        (
            ["fold=flat", "inside=[]", "paper=a5"],
            [
                "Fold          none",
                "Page 2        inside; from the left back",
                "Sides         2; the sheet turns on its long edge",
                "Marks         crop marks, outside the bleed",
                "- the cover is in front, and page 2 is not upside down",
            ],
        ),
        (
            ["fold=roll-fold", "paper=legal"],
            [
                "- the flap-2 folds in first; it is narrower by 0.1562 in (4 mm)",
                "- the flap-1 folds in next; it is narrower by 0.0938 in (2.4 mm)",
            ],
        ),
    ):
        _, ticket = build(small, tmp_path, overrides=changes, editions=["press"])
        words = ticket.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line not in words] == []
    _, ticket = build(small, tmp_path, overrides=["fold=french-fold"], editions=["press"])
    upper = "from the left inside-2 (upside down), inside-1 (upside down); below back, cover"
    assert f"Page 1        outside; {upper}" in ticket.read_text(encoding="utf-8")


def test_its_fonts_are_those_in_the_file(tmp_path: Path) -> None:
    """Each by its name, none left out."""
    words = ticket_of(tmp_path)
    with pikepdf.open(tmp_path / "microneedling-press.pdf") as pdf:
        fonts = pdf.pages[0].Resources.Font
        names = {str(fonts[key].BaseFont).partition("+")[2] for key in fonts.keys()}  # noqa: SIM118 - pikepdf's
    assert len(names) > 3
    _, _, listed = words.partition("all embedded, as subsets:")
    listed = listed.partition("\n\n")[0]
    assert set(listed.split()) == names


def test_a_file_without_words_has_no_fonts(tmp_path: Path) -> None:
    """And says so."""
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    (tmp_path / "content.yaml").write_text(
        "title: A\nclinic: {name: B}\nback:\n  - picture: {file: a.svg, alt: C}\n"
    )
    _, ticket = build(tmp_path / "content.yaml", tmp_path, editions=["press"])
    assert "Fonts         none: there is no text" in ticket.read_text()


def test_it_holds_no_date(tmp_path: Path) -> None:
    """The same content gives the same ticket, whenever and by whichever release."""
    words = ticket_of(tmp_path)
    assert not re.search(r"\b20\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2}", words)
    assert __version__ not in words
