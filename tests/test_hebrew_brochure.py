"""A Hebrew brochure with English words and numbers: each stands, leads and reads in its order."""

# ruff: noqa: RUF001 - Hebrew letters and dashes that look like others are what this is about
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from brochure import BrochureError, build, check, read
from brochure.editions import LARGE_PRINT, OFFICE, PRESS, SCREEN
from brochure.frame import Image, Link, Text
from brochure.geometry import Rect
from brochure.images import Library
from brochure.layout import lay_out
from brochure.preflight import lettered
from brochure.preflight.placed import _ink
from brochure.shape import Shape, bounds
from tests.tagged import tree
from tests.test_composition import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.frame import Item
    from brochure.model import Layout

FONTS = "theme: {name: calm, fonts: {text: Open Sans, display: Open Sans}}\n"
HEAD = """\
title: ביקור ראשון
language: he
clinic: {name: The Clinic, phone: (210) 879-4809, website: www.example.com}
"""
COPY = """\
cover:
  - title: {text: ביקור ראשון, label: ברוכים הבאים}
flap:
  - heading: שעות הפתיחה
  - table:
      header: [יום, שעות]
      rows:
        - [ראשון, "9:00–17:00"]
        - [שני, "50% הנחה (עד 4)"]
inside:
  - heading: איך מתחילים
  - text: התקשרו אל (210) 879-4809 בין 3–5.5.2026, מחיר 50% פחות.
  - text: מילים **חשובות Open House** ועוד מילים [עם קישור Wi-Fi כאן](https://example.org/a), וזהו.
  - list: [נקודה אחת, נקודה Wi-Fi]
  - steps:
      - {title: לקבוע תור, text: "באתר [www.example.com](https://www.example.com)."}
      - {title: להגיע, text: חניה (חינם) ליד הבניין.}
  - text: {language: en-US, text: "They say שלום רב (peace), in 2026."}
back:
  - contact
  - text: לחצו [כאן abc](https://example.org/b) def.
reviewed: {by: Dr. A. Example, on: 2020-01-31, due: 2099-01-31}
"""


@pytest.fixture
def hebrew(tmp_path: Path) -> Path:
    """Return the path of the brochure's file."""
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + FONTS + COPY, encoding="utf-8")
    return path


def laid(path: Path, *overrides: str, edition: Edition = OFFICE) -> Layout:
    """Return the brochure at `path`, laid out."""
    brochure = read(path, overrides)
    return lay_out(brochure, edition, Library(brochure.folder))


def glyphs(layout: Layout) -> Iterator[tuple[tuple[str, float], float, str]]:
    """Yield each glyph's panel and baseline, its left edge, and what it stands for."""
    for panel in layout.panels:
        for item, matrix in leaves(panel.frame.items):
            if isinstance(item, Text):
                x, y = matrix.apply(item.origin)
                for text, advance in zip(item.run.texts, item.run.advances, strict=True):
                    yield (panel.name, round(y, 1)), x, text
                    x += advance


def seen(layout: Layout) -> list[str]:
    """Return the lines of all panels as they stand, each from left to right."""
    lines: dict[tuple[str, float], list[tuple[float, str]]] = {}
    for line, x, text in glyphs(layout):
        lines.setdefault(line, []).append((x, text))
    return ["".join(text for _, text in sorted(found)) for found in lines.values()]


def test_every_line_stands_in_its_order(hebrew: Path) -> None:
    """Hebrew from the right; in it telephones, dates and English words from the left."""
    page = "\n".join(seen(laid(hebrew)))
    for words in (
        "(210) 879-4809 לא ורשקתה",
        "5.5.2026–3 ןיב",
        "50% ריחמ",
        "Open House תובושח םילימ",
        "17:00–9:00",
        ")4 דע( החנה 50%",
        ")םניח( הינח עיגהל",
        "They say בר םולש (peace), in 2026.",
    ):
        assert words in page, words


def test_what_leads_a_line_stands_at_its_right(hebrew: Path) -> None:
    """Bullets and the numbers of steps; a table's first column."""
    layout = laid(hebrew)
    lines: dict[tuple[str, float], list[tuple[float, str]]] = {}
    for line, x, text in glyphs(layout):
        lines.setdefault(line, []).append((x, text))
    led = ["".join(t for _, t in sorted(found)).strip() for found in lines.values()]
    assert sum(line.endswith("•") for line in led) == 2
    assert [line[-1] for line in led if line.endswith(("1", "2"))] == ["1", "2"]
    (days,) = (line for line in led if "ןושאר" in line and "17:00" in line)
    assert days.index("ןושאר") > days.index("17:00")


def test_links_lie_on_their_own_words(hebrew: Path) -> None:
    """In two parts, where a word that is not of the link comes to stand between."""
    (panel,) = (panel for panel in laid(hebrew, edition=SCREEN).panels if panel.name == "back")
    items = list(leaves(panel.frame.items))
    boxes = [m.box(i.rect) for i, m in items if isinstance(i, Link) and i.href.endswith("/b")]
    inks = {
        item.run.text.strip(): matrix.box(_ink(item))
        for item, matrix in items
        if isinstance(item, Text)
    }
    assert len(boxes) == 2
    for word, linked in (("כאן", 1), ("abc", 1), ("def", 0)):
        x = inks[word].x + inks[word].width / 2
        y = inks[word].y + inks[word].height / 2
        over = [box for box in boxes if box.x < x < box.right and box.y < y < box.bottom]
        assert len(over) == linked
    assert inks["abc"].right < inks["def"].x < inks["כאן"].x


def test_it_is_heard_in_the_authors_order(hebrew: Path, tmp_path: Path) -> None:
    """The tagged file's marked content, element by element, letter by letter."""
    build(hebrew, tmp_path / "out", editions=["screen"])
    (file,) = (tmp_path / "out").glob("*screen.pdf")
    with pikepdf.open(file) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
        paragraphs = [_said(node) for node in tree(pdf).walk() if node.role in {"P", "LI", "TR"}]
        headings = [_said(node) for node in tree(pdf).walk() if node.role in {"H1", "H2"}]
    assert headings == ["ביקור ראשון", "שעות הפתיחה", "איך מתחילים"]
    for said in (
        "התקשרו אל (210) 879-4809 בין 3–5.5.2026, מחיר 50% פחות.",
        "מילים חשובות Open House ועוד מילים עם קישור Wi-Fi כאן, וזהו.",
        "•נקודה Wi-Fi",
        "1לקבוע תור באתר www.example.com.",
        "2להגיע חניה (חינם) ליד הבניין.",
        "ראשון9:00–17:00",
        "שני50% הנחה (עד 4)",
        "They say שלום רב (peace), in 2026.",
    ):
        assert said in paragraphs


def _said(node: object) -> str:
    """Return the words of an element and those below it."""
    kids = getattr(node, "kids", ())
    return "".join(kid if isinstance(kid, str) else _said(kid) for kid in kids)


def test_letters_that_another_family_has_are_told_once_a_text(hebrew: Path) -> None:
    """With the change that sets them."""
    hebrew.write_text(HEAD + COPY, encoding="utf-8")
    with pytest.raises(BrochureError) as caught:
        build(hebrew, hebrew.parent / "out", editions=["office"])
    hints = {problem.hint for problem in caught.value.problems}
    assert {problem.code for problem in caught.value.problems} == {"FONT001"}
    change = "theme: {name: calm, fonts: {text: Open Sans, display: Open Sans}}"
    assert hints == {f"Open Sans has it: `{change}`; or write it in another way"}
    assert len(caught.value.problems) < COPY.count(" ") / 4


ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h22v22z"/></svg>'
ALIKE = """\
theme: {name: bold, fonts: {text: Open Sans, display: Open Sans}}
fold: flat
cover:
  - title: שלום שלום
flap:
  - heading: {text: שלום שלום שלום, label: שלום}
  - qr: {to: https://example.com, caption: שלום שלום שלום שלום שלום שלום}
inside:
  - band: {file: i.svg, alt: A, height: 1in, captions: [שלום שלום]}
  - benefits: [{icon: i.svg, title: שלום, text: שלום שלום שלום שלום}]
  - list: [שלום שלום, שלום]
  - steps: [שלום שלום, שלום]
  - table: {header: [שלום, שלום שלום, שלום], rows: [[שלום שלום, שלום, שלום]]}
  - figure: {file: i.svg, alt: A, height: 1in, caption: שלום שלום}
  - callout: {label: שלום, title: שלום, text: שלום שלום}
back:
  - contact: {qr: vcard, caption: שלום שלום}
"""


LOW = """\
theme: {name: calm, fonts: {text: Open Sans, display: Open Sans}}
fold: french-fold
back:
  - contact: {qr: vcard, caption: שלום}
  - list: [שלום, שלום, שלום, שלום, שלום, שלום, שלום, שלום, שלום, שלום, שלום, שלום]
"""
TALL = """\
theme: {name: calm, fonts: {text: Open Sans, display: Open Sans}}
inside:
  - picture: {file: t.svg, alt: A}
"""


@pytest.mark.parametrize(
    ("copy", "edition", "least"), [(ALIKE, OFFICE, 40), (LOW, OFFICE, 30), (TALL, LARGE_PRINT, 1)]
)
def test_blocks_are_mirrored(copy: str, edition: Edition, least: int, tmp_path: Path) -> None:
    """All that a block sets, in a brochure whose language runs to the left.

    The words are the same in both, so that their lines are, too. On a low panel the code stands
    beside the clinic's details; in large print a picture may be narrower than its column.
    """
    (tmp_path / "i.svg").write_text(ICON)
    (tmp_path / "t.svg").write_text(ICON.replace("0 0 24 24", "0 0 24 72"))
    path = tmp_path / "content.yaml"
    clinic = "title: A\nclinic: {name: שלום שלום, phone: (210) 879-4809}\n"
    path.write_text(clinic + copy, encoding="utf-8")
    fields = [laid(path, f"language={tag}", edition=edition) for tag in ("en-US", "he")]
    count = 0
    for straight, mirrored in zip(*(layout.panels for layout in fields), strict=True):
        width = straight.frame.size.width
        boxes, turned = _boxes(straight.frame.items), _boxes(mirrored.frame.items)
        count += len(boxes)
        assert len(turned) == len(boxes)
        for left, top, right, bottom in boxes:
            there = pytest.approx((width - right, top, width - left, bottom), abs=0.05)
            assert there in turned
    assert count >= least


def test_signs_that_set_directions_need_no_glyph(hebrew: Path) -> None:
    """Marks, isolates and embeddings, as editors put them in; they change no letter's place."""
    copy = (HEAD + FONTS + COPY).encode()
    before = seen(laid(hebrew))
    clinic = b"Open House"
    hebrew.write_bytes(copy.replace(clinic, "\u2066\u202aOpen House\u202c\u2069\u200f".encode()))
    after = ["".join(c for c in line if c.isprintable()) for line in seen(laid(hebrew))]
    build(hebrew, hebrew.parent / "out", editions=["office"])
    assert after == before


def _boxes(items: tuple[Item, ...]) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of all that is seen."""
    found = []
    for item, matrix in leaves(items):
        if isinstance(item, Text) and not item.run.text.isspace():
            found.append(matrix.box(_ink(item)))
        elif isinstance(item, Image):
            found.append(matrix.box(item.rect))
        elif isinstance(item, Shape):
            left, top, right, bottom = bounds(item.path)
            found.append(matrix.box(Rect(left, top, right - left, bottom - top)))
    return [(box.x, box.y, box.right, box.bottom) for box in found]


@pytest.mark.parametrize("edition", [OFFICE, SCREEN, LARGE_PRINT, PRESS], ids=lambda one: one.name)
def test_every_word_is_read_back(hebrew: Path, edition: Edition) -> None:
    """In lines of both directions, with ligatures, joined signs and tracked capitals."""
    copy = hebrew.read_text(encoding="utf-8")
    copy = copy.replace("נקודה Wi-Fi", "נקודה Office Wi-Fi (5)").replace("ועוד", "fluffy ועוד")
    hebrew.write_text(copy, encoding="utf-8")
    assert check(hebrew, editions=[edition], select=["COPY"]) == []


def test_a_word_that_is_lost_is_told(hebrew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one whose letters stand in another order."""
    real = lettered._pieces
    for index, word in ((slice(0, 1), "ברוכים"), (slice(3, 1, -1), "ברוכים")):

        def slipped(*given: Any, index: slice = index) -> Iterator[Any]:
            pieces = list(real(*given))
            pieces[index] = pieces[2:4] if index.step else []
            yield from pieces

        monkeypatch.setattr(lettered, "_pieces", slipped)
        monkeypatch.setenv("BROCHURE_CACHE", str(hebrew.parent / str(index)))
        found, *_ = check(hebrew, editions=["office"], select=["COPY"])
        assert f"`{word}`" in found.problem.message
