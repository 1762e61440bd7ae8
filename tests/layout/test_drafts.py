"""Drafts: copy that does not fit stands on pages of its own, and every word is somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from brochure import BrochureError, build

ROOT = Path(__file__).parents[2]
WORDS = " ".join(f"word{number}" for number in range(900))


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Return a file whose inside is far too long."""
    path = tmp_path / "content.yaml"
    path.write_text(
        "title: Long\nclinic: {name: B}\ncover:\n  - title: Long\ninside:\n"
        f"  - heading: All of it\n  - text: {WORDS}\n"
    )
    return path


def text_of(path: Path) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def test_a_draft_shows_every_word_and_says_so(long: Path, tmp_path: Path) -> None:
    """On the panel, on the page at the end, and in the file's name."""
    with pytest.raises(BrochureError, match="FIT001"):
        build(long, tmp_path, editions=["office"])
    (path,) = build(long, tmp_path, editions=["office"], draft=True)
    assert path.name == "long-office-draft.pdf"
    outside, inside, *rest = text_of(path)
    assert "Draft: does not fit on panel inside-3" in rest[-1].replace("DRAFT", "Draft").replace(
        "DOES NOT FIT ON PANEL INSIDE-3", "does not fit on panel inside-3"
    )
    assert "more lines at the end" in inside
    assert "Draft" not in outside
    shown = [w for w in " ".join([inside, *rest]).split() if w.startswith("word")]
    assert shown == WORDS.split()


def test_a_draft_of_copy_that_fits_is_the_brochure(tmp_path: Path) -> None:
    """The same bytes, under the same name."""
    (path,) = build(ROOT / "content.yaml", tmp_path / "a", editions=["office"])
    (draft,) = build(ROOT / "content.yaml", tmp_path / "b", editions=["office"], draft=True)
    assert draft.name == path.name
    assert draft.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("overrides", [["paper=a5"], ["fold=gate-fold", "paper=dl"]])
def test_a_draft_of_narrow_panels_can_be_read(tmp_path: Path, overrides: list[str]) -> None:
    """Its own words in full, on as many lines as they need; light copy on its panel's color."""
    (path,) = build(
        ROOT / "content.yaml", tmp_path, overrides=overrides, editions=["office"], draft=True
    )
    outside, inside, flap, *others = (" ".join(page.split()) for page in text_of(path))
    assert re.search(r"Draft: \d+ more lines at the end", outside)
    assert re.search(r"Draft: \d+ more lines at the end", inside)
    assert flap.upper().startswith("DRAFT: DOES NOT FIT ON PANEL FLAP")
    assert all(page.upper().startswith("DRAFT: DOES NOT FIT ON PANEL ") for page in others)
    document = pypdfium2.PdfDocument(path)
    light = document[2].render().to_pil().convert("L").getpixel((3, 3))
    document.close()
    assert light < 80


def test_a_draft_mends_nothing_else(tmp_path: Path) -> None:
    """A picture that is not there stops it as ever."""
    path = tmp_path / "content.yaml"
    path.write_text("title: A\nclinic: {name: B}\ninside:\n  - picture: {file: a.png, alt: A}\n")
    with pytest.raises(BrochureError, match="PIC001"):
        build(path, tmp_path, draft=True)


def test_a_draft_of_large_print_shows_what_no_page_holds(tmp_path: Path) -> None:
    """A box is never cut: it stands on a page as high as it is, after the others, and tagged."""
    path = tmp_path / "content.yaml"
    path.write_text(
        "title: Long\nclinic: {name: B}\ncover:\n  - title: Long\ninside:\n"
        f"  - text: Before it.\n  - callout: {' '.join(WORDS.split()[:500])}\n"
    )
    with pytest.raises(BrochureError, match="of the large-print edition runs over"):
        build(path, tmp_path, editions=["large-print"])
    (made,) = build(path, tmp_path, editions=["large-print"], draft=True)
    assert made.name == "long-large-print-draft.pdf"
    *pages, last = text_of(made)
    assert "Before it." in "".join(pages)
    assert "more lines at the end" in "".join(pages)
    assert "DOES NOT FIT ON PAGE" in last.upper()
    assert [w for w in last.split() if w.startswith("word")] == WORDS.split()[:500]
    assert not any(word in "".join(pages) for word in ("word0", "word499"))
    with pikepdf.open(made) as pdf:
        assert float(pdf.pages[-1].MediaBox[3]) > 792
        assert "/StructParents" in pdf.pages[-1]
