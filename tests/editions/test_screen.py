"""The screen edition: what validators say, what is heard, and how it is built."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING, Any, NamedTuple

import outloud
import page as validator
import pikepdf
import pypdfium2
import pytest
import yaml
from PIL import Image

from brochure import build
from brochure.blocks import BLOCKS
from tests.authored import copy_of, plain
from tests.heard import said, sections, words
from tests.tagged import marked, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
PANELS = ["Cover", "Flap", "Inside 1", "Inside 2", "Inside 3", "Back"]


def real() -> dict[str, Any]:
    """Return the repository's own content."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "content.yaml").read_text())
    return found


def every_block() -> dict[str, Any]:
    """Return content with every block."""
    path = Path(__file__).parent / "every_block.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text())
    return found


def without_share() -> dict[str, Any]:
    """Return the real content without its links to share."""
    content = real()
    content["back"] = [block for block in content["back"] if "share" not in block]
    return content


def decorated() -> dict[str, Any]:
    """Return the real content, its cover's picture decoration, which nobody hears of."""
    content = real()
    content["cover"][0]["picture"]["decorative"] = True
    return content


CONTENTS = {
    "real": real,
    "every block": every_block,
    "without share": without_share,
    "in Spanish": lambda: {**real(), "language": "es"},
    "on A4": lambda: {**real(), "paper": "a4"},
    "decorated": decorated,
}


class Made(NamedTuple):
    """A screen edition: what it was made from, its file, and that opened."""

    content: dict[str, Any]
    path: Path
    pdf: pikepdf.Pdf


def made_from(content: dict[str, Any], folder: Path) -> Path:
    """Build the screen edition of a parsed content file."""
    copytree(ROOT / "assets", folder / "assets", ignore=ignore_patterns("make"))
    Image.new("RGB", (2400, 1800), (240, 200, 180)).save(folder / "p.png")
    (folder / "i.svg").write_text(SQUARE)
    (folder / "content.yaml").write_text(yaml.safe_dump(content, allow_unicode=True))
    (path,) = build(folder / "content.yaml", folder / "out", editions=["screen"])
    return path


@pytest.fixture(scope="module", params=list(CONTENTS))
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Made]:
    """Return each brochure, built once."""
    content = CONTENTS[request.param]()
    path = made_from(content, tmp_path_factory.mktemp("screen"))
    with pikepdf.open(path) as pdf:
        yield Made(content, path, pdf)


def complaints(path: Path) -> list[str]:
    """Return what validators and a checker find wrong with a file."""
    found = []
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf(str(path), profile=profile)
        found += [] if report.is_compliant else [f"{profile}: {report.failures}"]
    result = outloud.check(str(path))
    assert sum(run.status == "ran" for run in result.runs) > 50
    found += [f"{f.severity} {f}" for f in result.findings if f.severity != "info"]
    return [*found, *([result.error] if result.error else [])]


def test_every_block_is_in_the_small_one() -> None:
    """A new block needs a place in it."""
    content = every_block()
    found = {next(iter(b)) for role in ("cover", "flap", "inside", "back") for b in content[role]}
    assert {name for name, _ in BLOCKS} == found


def test_validators_find_nothing(made: Made) -> None:
    """PDF/UA-1, PDF/A-2a, and what a checker of meaning warns of."""
    assert complaints(made.path) == []


def test_validators_find_what_is_wrong(made: Made, tmp_path: Path) -> None:
    """Each of the three, in a file that was spoilt; so the test above can fail."""
    pdf = pikepdf.open(made.path)
    figure = tree(pdf).all("Figure")[0]
    del figure.entry["/Alt"], pdf.Root["/OutputIntents"]
    pdf.save(tmp_path / "spoilt.pdf")
    found = " ".join(complaints(tmp_path / "spoilt.pdf"))
    assert "ua1" in found
    assert "2a" in found
    assert "FIG-001" in found


def test_what_is_heard_is_what_the_author_wrote(made: Made) -> None:
    """Word for word, panel by panel, in the author's order; a band's captions panel by panel."""
    expected = copy_of(made.content)
    cover, flap, *inside, back = sections(made.pdf)
    assert cover == expected.cover
    assert flap == expected.flap
    assert back == expected.back
    opening = len(words(plain(made.content["inside"][0]["band"]["alt"])))
    assert len(inside) == 3
    for panel, caption in zip(inside, expected.captions, strict=False):
        assert panel[opening : opening + len(caption)] == caption
        del panel[opening : opening + len(caption)]
        opening = 0  # the picture is told of once
    assert [word for panel in inside for word in panel] == expected.inside


def test_nothing_is_painted_that_is_neither_told_nor_an_artifact(made: Made) -> None:
    """And artifacts say nothing."""
    for page in made.pdf.pages:
        content = marked(page)
        assert content.unmarked == []
        assert "".join(content.artifacts).strip() == ""
        assert content.words


def test_headings_begin_at_the_top_and_skip_no_level(made: Made) -> None:
    """One H1, the title."""
    levels = [int(node.role[1]) for node in tree(made.pdf).walk() if node.role[0] == "H"]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert len(levels) > 4
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lists_and_tables_are_whole(made: Made) -> None:
    """L > LI > (Lbl) LBody; Table > (Caption) TR > TH with its Scope, TD."""
    top = tree(made.pdf)
    assert len(top.all("L")) > 2
    for node in top.all("L"):
        assert set(node.roles()) == {"LI"}
        assert len(node.kids) == len(node.roles())
    for node in top.all("LI"):
        assert node.roles() in (["Lbl", "LBody"], ["LBody"])
    assert top.all("Table")
    for table in top.all("Table"):
        caption, rows = [n for n in table.roles() if n != "TR"], table.all("TR")
        assert caption in ([], ["Caption"])
        assert len(rows) > 1
        assert len({len(row.kids) for row in rows}) == 1
        for row in rows:
            assert row.roles()[0] == "TH"
            assert set(row.roles()) <= {"TH", "TD"}
    assert {str(node.entry.A.Scope) for node in top.all("TH")} <= {"/Row", "/Column"}


def test_pictures_say_what_they_show_and_where(made: Made) -> None:
    """Every figure has its description, and a box on its page."""
    figures = tree(made.pdf).all("Figure")
    assert len(figures) > 2
    for figure in figures:
        assert len(str(figure.entry.Alt)) > 10
        left, bottom, right, top = (float(edge) for edge in figure.entry.A.BBox)
        _, _, width, height = (float(edge) for edge in figure.entry.Pg.MediaBox)
        assert 0 <= left < right <= width
        assert 0 <= bottom < top <= height


def test_links_are_tied_to_their_words(made: Made) -> None:
    """Each annotation is in one Link that says something, and says itself where it leads."""
    links = tree(made.pdf).all("Link")
    tied = [k for link in links for k in link.kids if isinstance(k, pikepdf.Dictionary)]
    on_pages = [a for page in made.pdf.pages for a in page.get("/Annots", [])]
    assert len(links) > 2
    assert len(tied) == len(on_pages) >= len(links)
    assert {a.objgen for a in tied} == {a.objgen for a in on_pages}
    parents = parent_tree(made.pdf)
    for link in links:
        assert said(link).strip()
        annotations = [k for k in link.kids if isinstance(k, pikepdf.Dictionary)]
        assert annotations
        for annotation in annotations:
            assert str(annotation.Contents).strip()
            assert parents[int(annotation.StructParent)].objgen == link.entry.objgen


def parent_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """Return what each key of the parent tree leads to."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def test_the_parent_tree_leads_back(made: Made) -> None:
    """From each number on a page to the element that holds it; there are no more keys."""
    parents = parent_tree(made.pdf)
    root = made.pdf.Root.StructTreeRoot
    assert int(root.ParentTreeNextKey) == len(parents)
    used = [int(a.StructParent) for page in made.pdf.pages for a in page.get("/Annots", [])]
    for page in made.pdf.pages:
        used.append(int(page.StructParents))
        elements = list(parents[used[-1]])
        assert len(elements) == len(marked(page).words)
        for number, element in enumerate(elements):
            assert (page.objgen, number) in set(numbers_of(element))
    assert sorted(used) == sorted(parents)
    for node in tree(made.pdf).walk():
        for kid in node.kids:
            if not isinstance(kid, str | pikepdf.Dictionary):
                assert kid.entry.P.objgen == node.entry.objgen


def numbers_of(element: pikepdf.Dictionary) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the pages and numbers of the marked content that an element itself holds."""
    for kid in element.K:
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def test_a_page_is_a_panel(made: Made) -> None:
    """Named, in reading order, all of one size, with the tab key following the structure."""
    labels = list(made.pdf.Root.PageLabels.Nums)
    assert [int(at) for at in labels[::2]] == list(range(6))
    assert [str(label.P) for label in labels[1::2]] == PANELS
    assert len(made.pdf.pages) == 6
    width = {"letter": 265.5, "a4": 100 / 25.4 * 72}[made.content.get("paper", "letter")]
    for page in made.pdf.pages:
        assert float(page.MediaBox[2]) == pytest.approx(width, abs=0.01)
        assert page.Tabs == "/S"


def test_the_outline_follows_the_headings(made: Made) -> None:
    """The same words in the same order, each leading to a page no earlier than the one before."""
    top = tree(made.pdf)
    headings = [words(said(node)) for node in top.walk() if node.role[0] == "H"]
    found, pages = [], []
    objects = [page.objgen for page in made.pdf.pages]
    with made.pdf.open_outline() as outline:
        entries = list(outline.root)
        while entries:
            entry = entries.pop(0)
            found.append(words(entry.title))
            pages.append(objects.index(entry.destination[0].objgen))
            entries = [*entry.children, *entries]
    assert found == headings
    assert pages == sorted(pages)


def test_the_file_says_what_it_is(made: Made) -> None:
    """Language, title in the window's bar, Info and XMP alike, no printer's wishes."""
    root, info = made.pdf.Root, made.pdf.docinfo
    assert root.Lang == made.content.get("language", "en-US")
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert "/Duplex" not in root.ViewerPreferences
    with made.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["dc:title"] == str(info.Title) == made.content["title"]
        assert xmp["dc:creator"] == [str(info.Author)] == [made.content["clinic"]["name"]]
        assert xmp["dc:description"] == str(info.Subject) == made.content["subject"]
        assert xmp["pdf:Keywords"] == str(info.Keywords) == ", ".join(made.content["keywords"])
        assert xmp["xmp:CreateDate"][:4] == str(info.CreationDate)[2:6]
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"]) == ("1", "2")
        assert xmp["pdfaid:conformance"] == "A"


def test_it_is_small_enough_to_mail_and_sharp_enough_to_see(made: Made) -> None:
    """Under 500 kB; pictures between 150 and 200 ppi at their size."""
    assert made.path.stat().st_size < 500_000
    document = pypdfium2.PdfDocument(made.path)
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    pictures = [o.get_metadata() for page in document for o in page.get_objects(filter=[kind])]
    document.close()
    assert pictures
    for picture in pictures:
        assert 150 <= picture.horizontal_dpi <= 200
        assert 150 <= picture.vertical_dpi <= 200


def test_a_paragraph_parted_by_a_panels_end_is_one(tmp_path: Path) -> None:
    """And so is a list; both are told whole, on the panel where they begin."""
    long = " ".join(f"word{at}" for at in range(330))
    items = [f"point {at}" for at in range(40)]
    content = {**every_block(), "inside": [{"text": long}, {"list": items}]}
    path = made_from(content, tmp_path)
    with pikepdf.open(path) as pdf:
        _, _, first, second, third, _ = tree(pdf).kids
        assert first.roles() == ["P"]
        assert second.roles() == ["L"]
        assert third.roles() == []
        for node in (first.all("P")[0], second.all("L")[0]):
            pages = {page for inner in node.walk() for page, _ in numbers_of_any(inner.entry)}
            assert len(pages) == 2
        assert words(said(first)) == long.split()
        assert len(second.all("LI")) == 40
    assert complaints(path) == []


def numbers_of_any(element: pikepdf.Dictionary) -> list[tuple[tuple[int, int], int]]:
    """Return the marked content of an element that may hold other elements, too."""
    kids = [k for k in element.K if isinstance(k, int) or k.get("/Type") == "/MCR"]
    return [
        (element.Pg.objgen, k) if isinstance(k, int) else (k.Pg.objgen, int(k.MCID)) for k in kids
    ]


@pytest.mark.parametrize("cover", [[], [{"heading": {"text": "A part", "level": 3}}]])
def test_headings_are_sound_though_the_author_left_the_title_out(
    tmp_path: Path, cover: list[Any]
) -> None:
    """Validators ask for an H1 first, and for no gaps."""
    path = made_from({**every_block(), "cover": cover}, tmp_path)
    assert complaints(path) == []
