"""The repository's own brochure, built and read back with other libraries."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import ImageChops

from brochure import build, read
from brochure.richtext import Inline, ListOf, RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from brochure.model import Brochure

ROOT = Path(__file__).parents[1]
INCH = 72


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the brochure, built once."""
    (path,) = build(ROOT / "content.yaml", tmp_path_factory.mktemp("out"), editions=["office"])
    return path


def page(path: Path, index: int, dpi: int) -> Image:
    """Return a page as a picture."""
    document = pypdfium2.PdfDocument(path)
    picture: Image = document[index].render(scale=dpi / INCH).to_pil().convert("RGB")
    document.close()
    return picture


def words(text: str) -> list[str]:
    """Return the words of a text, letters and digits only, in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


def copy_of(brochure: Brochure) -> Iterator[Inline]:
    """Yield every text that the author wrote, but for blocks that the edition leaves out."""
    blocks = chain(brochure.cover, brochure.flap, brochure.inside, brochure.back)

    def texts(value: object) -> Iterator[Inline]:
        match value:
            case Inline():
                yield value
            case RichText(parts) | ListOf(parts):
                for part in parts:
                    yield from texts(part)
            case tuple():
                for item in value:
                    yield from texts(item)
            case msgspec.Struct():
                for name in value.__struct_fields__:
                    yield from texts(getattr(value, name))

    yield from texts(tuple(blocks))


def test_two_letter_pages_lying_flat(built: Path) -> None:
    """For a duplex printer that flips on the short edge and does not scale."""
    with pikepdf.open(built) as pdf:
        assert [[float(x) for x in p.MediaBox] for p in pdf.pages] == [[0, 0, 792, 612]] * 2
        preferences = pdf.Root.ViewerPreferences
        assert preferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert preferences.PrintScaling == pikepdf.Name("/None")
        assert pdf.Root.Lang == "en-US"


def test_every_word_of_the_copy_is_on_the_page(built: Path) -> None:
    """Each paragraph's words stand in the page's text, in order and apart."""
    document = pypdfium2.PdfDocument(built)
    text = " ".join(words(" ".join(p.get_textpage().get_text_range() for p in document)))
    document.close()
    paragraphs = list(copy_of(read(ROOT / "content.yaml")))
    assert len(paragraphs) > 40
    for paragraph in paragraphs:
        assert " ".join(words(paragraph.plain)) in text


@pytest.mark.parametrize("dpi", [150, 300])
def test_the_code_scans_and_holds_the_clinics_details(built: Path, dpi: int) -> None:
    """Decoded from the rendered page."""
    (code,) = zxingcpp.read_barcodes(page(built, 0, dpi))
    assert "ORG:The Face and Body Place" in code.text
    assert "TEL;TYPE=WORK:+12108794809" in code.text
    assert "URL:https://www.kimberlyfindermd.com" in code.text


@pytest.mark.parametrize("index", [0, 1])
def test_a_quarter_inch_stays_white(built: Path, index: int) -> None:
    """No office printer can ink the edge; something stands inside it."""
    picture = page(built, index, 72)
    box = ImageChops.invert(picture).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert min(left, top, picture.width - right, picture.height - bottom) >= 18
    assert right - left > 700


def test_no_word_comes_near_a_fold(built: Path) -> None:
    """An eighth of an inch on each side of the folds is free of text (domain notes, folding)."""
    folds = {0: (261.0, 526.5), 1: (265.5, 531.0)}
    document = pypdfium2.PdfDocument(built)
    checked = 0
    for index, places in folds.items():
        text = document[index].get_textpage()
        for i in range(text.count_rects()):
            left, _, right, _ = text.get_rect(i)
            checked += 1
            assert all(right < fold - 9 or left > fold + 9 for fold in places)
    document.close()
    assert checked > 50


def test_the_cover_is_embedded_as_it_is(built: Path) -> None:
    """The JPEG's bytes pass through, at 300 ppi and under a megabyte in all."""
    data = (ROOT / "assets" / "cover.jpg").read_bytes()
    with pikepdf.open(built) as pdf:
        streams = [bytes(o.read_raw_bytes()) for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    assert data in streams
    assert built.stat().st_size < 1_000_000


def test_phone_and_site_can_be_tapped(built: Path) -> None:
    """Links over the number, the site and the learn-more line; none that shares."""
    with pikepdf.open(built) as pdf:
        uris = {str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", [])}
    assert uris == {"tel:+12108794809", "https://www.kimberlyfindermd.com"}


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In another folder, from a cache that is full."""
    (again,) = build(ROOT / "content.yaml", tmp_path, editions=["office"])
    assert again.read_bytes() == built.read_bytes()


def test_copy_that_does_not_fit_is_told_not_clipped(tmp_path: Path) -> None:
    """The block's line, the panel, how much, and how many words to cut."""
    from brochure import BrochureError  # noqa: PLC0415 - beside its use

    for name in ("content.yaml",):
        text = (ROOT / name).read_text().replace("assets/", f"{(ROOT / 'assets').name}/")
        (tmp_path / name).write_text(text.replace("look smaller", "and may " * 400))
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    with pytest.raises(BrochureError) as caught:
        build(tmp_path / "content.yaml", tmp_path / "out")
    problem = next(p for p in caught.value.problems if p.code == "FIT001")
    assert "panel flap of the office edition runs over by" in problem.message
    assert "words" in problem.hint
    assert not (tmp_path / "out").exists()
