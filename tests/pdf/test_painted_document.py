"""What a file says about itself: links, outline, metadata, print settings, identity."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from pdf_samples import PROPERTIES, file_of, run_of, serif_and_charter, sheet_of, text_of

import brochure
from brochure.fields import Href
from brochure.frame import Element, Group, Image, Link, Role
from brochure.geometry import Matrix, Rect
from brochure.images import Raster
from brochure.pdf import paint
from brochure.shape import Shape, rectangle

SERIF, CHARTER = serif_and_charter()


def sample() -> bytes:
    """Paint two pages that use most of what there is."""
    first = sheet_of(text_of(run_of("Fine office", SERIF)), text_of(run_of("Again", CHARTER), y=60))
    return paint([first, sheet_of(text_of(run_of("Back", CHARTER)))], PROPERTIES).data


def test_a_link_opens_its_address_where_the_group_moved_it() -> None:
    """Flipped, scaled, without a border, printed, and told to those who hear it."""
    link = Link(Rect(10, 10, 30, 5), Href("https://example.org/caf\u00e9"), "Visit")
    pdf = file_of(Group((link,), Matrix(2, 0, 0, 2, 5, 0)))
    (annotation,) = pdf.pages[0].Annots
    assert [float(edge) for edge in annotation.Rect] == [25, 70, 85, 80]
    assert annotation.A.URI == "https://example.org/caf%C3%A9"
    assert annotation.Contents == "Visit"
    assert annotation.F == 4
    assert [int(edge) for edge in annotation.Border] == [0, 0, 0]


def test_headings_are_the_outline_each_once() -> None:
    """Levels nest; a heading in two groups is one entry; depth never jumps."""
    text = text_of(run_of("x", SERIF))
    deep = Element(Role.HEADING_3, title="First, too deep")
    top = Element(Role.HEADING_1, title="\u00dcber")
    sub = Element(Role.HEADING_2, title="Sub")
    groups = [Group((text,), element=element) for element in (deep, top, sub, sub)]
    pdf = file_of(*groups, Group((text,), element=Element(Role.HEADING_2)))
    with pdf.open_outline() as outline:
        found = [(entry.title, [child.title for child in entry.children]) for entry in outline.root]
    assert found == [("First, too deep", []), ("\u00dcber", ["Sub"])]


def test_a_heading_goes_to_its_first_words() -> None:
    """The destination is the top of the first text or picture inside, however nested."""
    text = text_of(run_of("x", SERIF), x=20, y=40)
    rule = Shape(rectangle(Rect(0, 0, 1, 1)))
    inner = Group((text,), Matrix.shift(5, 10))
    raster = Raster(zlib.compress(b"\x00"), "flate", "gray", 1, 1, "dot")
    items = [
        Group((rule, inner), element=Element(Role.HEADING_1, title="Words")),
        Group((Image(Rect(7, 8, 1, 1), raster),), element=Element(Role.HEADING_1, title="Picture")),
        Group((rule,), element=Element(Role.HEADING_1, title="Neither")),
    ]
    pdf = file_of(*items)
    with pdf.open_outline() as outline:
        places = [[float(number) for number in list(e.destination)[2:4]] for e in outline.root]
    assert places == [[25, 60], [7, 92], [0, 100]]


def test_the_catalog_asks_for_true_size_and_the_right_duplex() -> None:
    """Folds only fit when nothing is scaled."""
    pdf = pikepdf.open(io.BytesIO(sample()))
    preferences = pdf.Root.ViewerPreferences
    assert preferences.PrintScaling == "/None"
    assert preferences.Duplex == "/DuplexFlipShortEdge"
    assert preferences.DisplayDocTitle is True
    assert preferences.PickTrayByPDFSize is True
    assert pdf.Root.Lang == "en-US"
    assert pdf.pdf_version == "1.7"
    assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 200, 100]


def test_one_sided_sheets_ask_for_no_duplex() -> None:
    """None leaves the choice to the printer."""
    data = paint([sheet_of()], replace(PROPERTIES, duplex=None)).data
    assert "/Duplex" not in pikepdf.open(io.BytesIO(data)).Root.ViewerPreferences


def test_info_and_xmp_agree() -> None:
    """Both say who, what and with which program; XMP names the content."""
    pdf = pikepdf.open(io.BytesIO(sample()))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo.Title) == PROPERTIES.title
        assert xmp["dc:creator"] == [str(pdf.docinfo.Author)] == [PROPERTIES.author]
        assert xmp["dc:description"] == str(pdf.docinfo.Subject) == PROPERTIES.subject
        assert xmp["pdf:Keywords"] == str(pdf.docinfo.Keywords) == PROPERTIES.keywords
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert (
            xmp["xmp:CreatorTool"] == str(pdf.docinfo.Creator) == f"brochure {brochure.__version__}"
        )
        assert xmp["dc:identifier"] == f"urn:sha256:{PROPERTIES.digest}"


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    """Another hash seed, reportlab settings and fonts loaded in another order change nothing."""
    code = (
        "import hashlib, test_painted_document as t;"
        "t.run_of('warm', t.CHARTER); print(hashlib.sha256(t.sample()).hexdigest())"
    )
    folder = Path(__file__).parent
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "RL_pageCompression": "1",
        "RL_documentLang": "xx",
        "PYTHONPATH": os.pathsep.join([str(folder), str(folder.parent.parent)]),
    }
    found = subprocess.run(  # noqa: S603 - this interpreter, these words
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == hashlib.sha256(sample()).hexdigest()
    assert sample() == sample()


def test_reportlab_is_whole_for_others_in_the_process() -> None:
    """What painting leaves out loads when another program's code asks for it."""
    code = (
        "import sys, brochure.pdf;"
        "later = 'reportlab.lib.rl_safe_eval' not in sys.modules;"
        "from reportlab.lib.colors import toColor;"
        "from reportlab.lib.utils import get_rl_tempdir, rl_safe_eval, safer_globals;"
        "from reportlab.lib import rl_safe_eval as module;"
        "from reportlab.platypus import Paragraph;"
        "print(later, rl_safe_eval('6 * 7'), toColor('rgb(255,0,0)'), bool(get_rl_tempdir()),"
        "    callable(safer_globals), module.rl_safe_eval('1 + 1'))"
    )
    found = subprocess.run(  # noqa: S603 - this interpreter, these words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "True 42 Color(1,0,0,1) True True 2"


def test_the_identity_follows_the_content() -> None:
    """Two halves alike, and another content another ID."""
    first = pikepdf.open(io.BytesIO(sample())).trailer.ID
    assert bytes(first[0]) == bytes(first[1])
    assert len(bytes(first[0])) == 16
    other = pikepdf.open(io.BytesIO(paint([sheet_of()], PROPERTIES).data)).trailer.ID
    assert bytes(other[0]) != bytes(first[0])


def test_every_stream_ends_on_a_line_of_its_own() -> None:
    """PDF/A wants the line end that reportlab forgets."""
    data = sample()
    assert data.count(b"endstream") > 3
    assert data.count(b"endstream") == data.count(b"\nendstream\n")


@pytest.mark.filterwarnings("default")
def test_qpdf_finds_nothing_to_mend() -> None:
    """The cross-references and lengths are right."""
    assert pikepdf.open(io.BytesIO(sample())).check_pdf_syntax() == []
