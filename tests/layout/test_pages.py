"""Copy on upright pages: which pages there are, and how those are composed that stand alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pixels

from brochure import BrochureError, read
from brochure.editions import LARGE_PRINT
from brochure.frame import Image, Role, Text
from brochure.images import Library
from brochure.layout import lay_out
from tests.test_composition import leaves

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.model import Panel

HEAD = "title: A\nclinic: {name: C}\n"
FOOT = 792 - 72


def pages(folder: Path, copy: str) -> tuple[Panel, ...]:
    """Return the pages of a brochure with `copy`."""
    (folder / "content.yaml").write_text(HEAD + copy)
    brochure = read(folder / "content.yaml")
    return lay_out(brochure, LARGE_PRINT, Library(folder)).panels


def baselines(page: Panel) -> dict[str, float]:
    """Return how far down each line of a page stands, by its text."""
    return {
        item.run.text.strip(): matrix.apply(item.origin).y
        for item, matrix in leaves(page.frame.items)
        if isinstance(item, Text)
    }


def test_a_role_without_copy_has_no_page(tmp_path: Path) -> None:
    """Blocks that the edition leaves out are no copy, nor is white; page numbers close up."""
    found = pages(
        tmp_path,
        "cover: [title: A]\nflap: [{share: {networks: [x], url: 'https://e.org'}}]\n"
        "inside: [spacer: 3]\nback: [text: b]\n",
    )
    assert [page.name for page in found] == ["1", "2"]
    assert "b" in baselines(found[1])


def test_a_brochure_without_copy_is_an_empty_page(tmp_path: Path) -> None:
    """A PDF needs one."""
    (page,) = pages(tmp_path, "inside: [spacer: 3]\n")
    assert page.ground == ()
    assert baselines(page) == {}


def test_a_picture_that_fills_its_panel_fills_a_page(tmp_path: Path) -> None:
    """Even without copy on it, and only the first page of those that its role runs over."""
    Pixels.new("RGB", (30, 40)).save(tmp_path / "p.png")
    picture = "{picture: {file: p.png, alt: A, place: panel}}"
    (cover,) = pages(tmp_path, f"cover: [{picture}]\n")
    (drawn,) = (item for item, _ in leaves(cover.ground) if isinstance(item, Image))
    assert drawn.rect.size == (612, 792)
    cover, more = pages(tmp_path, f"cover: [{picture}, text: {'many words ' * 220}]\n")
    assert [isinstance(item, Image) for item, _ in leaves(cover.ground)] == [False, True]
    assert [isinstance(item, Image) for item, _ in leaves(more.ground)] == [False]


def test_white_that_fills_a_panel_fills_its_page(tmp_path: Path) -> None:
    """What follows it stands at the foot; where copy runs over pages it opens nothing."""
    (page,) = pages(tmp_path, "back: [text: first, spacer: fill, text: last]\n")
    assert FOOT - baselines(page)["last"] < 2 * 21.4
    words = " ".join(f"word-{n}" for n in range(300))
    first, second = pages(tmp_path, f"back: [text: one, spacer: fill, text: {words}, text: last]\n")
    found = sorted(baselines(first).values())
    assert found[0] < 120
    assert max(b - a for a, b in pairwise(found[:-1])) < 2 * 21.4
    assert "last" in baselines(second)


def test_white_larger_than_a_page_makes_none(tmp_path: Path) -> None:
    """Sixty lines of white under a word are no copy that does not fit."""
    (page,) = pages(tmp_path, "back: [text: word, spacer: 60]\n")
    assert "word" in baselines(page)


def test_white_between_a_heading_and_its_text_is_the_same_on_every_page(tmp_path: Path) -> None:
    """Wherever on the page it stands."""
    copy = "".join(f"  - heading: H{n}\n  - text: T{n} {'and so on ' * n}\n" for n in range(1, 25))
    distances = []
    for page in pages(tmp_path, f"inside:\n{copy}"):
        found = baselines(page)
        for text, y in found.items():
            if text.startswith("H"):
                body = next(b for t, b in found.items() if t.startswith(f"T{text[1:]} "))
                distances.append(body - y)
    assert len(distances) == 24
    assert max(distances) - min(distances) < 0.5


def test_the_band_crosses_the_page_over_its_captions(tmp_path: Path) -> None:
    """As wide as prints, whole, in the proportions it has across the sheet."""
    Pixels.new("RGB", (400, 100)).save(tmp_path / "p.png")
    (page,) = pages(
        tmp_path,
        "inside:\n  - text: copy\n  - band: {file: p.png, alt: A, height: 165pt, captions: "
        "[one, two, three]}\n",
    )
    ((drawn, matrix),) = (
        (item, matrix) for item, matrix in leaves(page.frame.items) if isinstance(item, Image)
    )
    assert isinstance(drawn, Image)
    assert matrix.e + drawn.rect.x == pytest.approx(18)
    assert matrix.f + drawn.rect.y == pytest.approx(18)
    assert drawn.rect.width == 576
    assert drawn.rect.height == pytest.approx(165 * 576 / 792, abs=11)
    found = baselines(page)
    assert 18 + drawn.rect.height < found["one"] < found["two"] < found["three"] < found["copy"]


def test_what_no_page_holds_is_told(tmp_path: Path) -> None:
    """A box is never cut; the page is named."""
    with pytest.raises(BrochureError) as caught:
        pages(tmp_path, f"inside: [text: a, callout: {'many words ' * 220}]\n")
    (problem,) = caught.value.problems
    assert problem.code == "FIT001"
    assert "page 2 of the large-print edition runs over by" in problem.message


def test_a_parted_paragraph_stays_one_element(tmp_path: Path) -> None:
    """Its lines on two pages carry the same element."""
    first, second = pages(tmp_path, f"inside: [text: {'many words ' * 220}]\n")

    def paragraphs(page: Panel) -> list[object]:
        section = page.frame.items[0]
        return [group.element for group in section.items if group.element.role == Role.PARAGRAPH]

    assert paragraphs(first) == paragraphs(second)
    assert len(paragraphs(first)) == 1


def test_a_number_stands_where_the_page_is_turned(tmp_path: Path) -> None:
    """At the right; in a language that runs to the left, at the left."""
    copy = "cover:\n  - text: A\nback:\n  - text: B\n"
    starts = {}
    for language in ("en", "ar"):
        _, page = pages(tmp_path, f"language: {language}\n{copy}")
        starts[language] = next(
            matrix.apply(item.origin).x
            for item, matrix in leaves(page.frame.items)
            if isinstance(item, Text) and item.run.text == "2"
        )
    measure = 26 * 16  # em of running text at 16 pt
    left = (612 - measure) / 2
    assert starts["ar"] == pytest.approx(left)
    assert left + measure - 14 < starts["en"] < left + measure
