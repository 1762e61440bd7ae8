"""The same copy on every fold of every paper: whole, in the author's order, away from the folds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from brochure import BrochureError, read
from brochure.blocks.band import Band
from brochure.blocks.share import Share
from brochure.editions import OFFICE, SCREEN
from brochure.folds import FOLDS, PAPERS
from brochure.frame import UNMOVED, Group, Text
from brochure.geometry import INCH, Rect
from brochure.images import Library
from brochure.imposition import impose
from brochure.layout import lay_out, panels
from brochure.richtext import Inline, ListOf, RichText
from brochure.typography import StandingType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.blocks import Block
    from brochure.frame import Item
    from brochure.geometry import Matrix
    from brochure.model import Brochure, Layout

REAL = Path(__file__).parents[2] / "content.yaml"
SHORT = """\
title: Short
clinic: {name: The Clinic, phone: (210) 879-4809}
cover: [title: Cover words]
flap: [heading: Flap words, text: One two three.]
inside: [heading: Inside words, text: Four five six., text: Seven eight.]
back: [text: Back words.]
"""
FITTING = {
    (fold, paper)
    for fold, papers in {
        "letter-fold": "letter legal tabloid a4 a3",
        "z-fold": "letter legal tabloid a4 a3",
        "half-fold": "letter legal tabloid a4 a3",
        "gate-fold": "letter legal tabloid a4 a3",
        "double-gate": "letter legal tabloid a4 a3",
        "accordion": "letter legal tabloid a4 a3",
        "roll-fold": "letter legal tabloid a4 a3",
        "french-fold": "letter legal tabloid a4 a3",
        "flat": "letter legal tabloid a4 a3",
    }.items()
    for paper in papers.split()
}

NUMBERS = (36 / 792, 301.5 / 792, 567 / 792)  # where assets/skin.svg has them


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


def written(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield the texts of blocks that stand in a column, in the author's order."""

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
            case Band() | Share():
                pass
            case msgspec.Struct():
                for name in sorted(value.__struct_fields__, key=_before):
                    yield from texts(getattr(value, name))

    yield from texts(tuple(blocks))


def _before(field: str) -> bool:
    """Sort labels and titles before what they stand above."""
    return field not in {"label", "title"}


def set_texts(items: Iterable[Item], matrix: Matrix = UNMOVED) -> Iterator[tuple[Text, Matrix]]:
    """Yield all set text, with where it stands."""
    for item in items:
        if isinstance(item, Group):
            yield from set_texts(item.items, item.matrix.then(matrix))
        elif isinstance(item, Text):
            yield item, matrix


def roles_as_read(brochure: Brochure) -> list[str]:
    """Return the roles in the order in which the fold's panels are read."""
    slots = {s.name: s.role for s in (*brochure.fold.outside, *brochure.fold.inside)}
    hosts = dict.fromkeys(slots[name] for name in brochure.fold.reading)
    return [role for host in hosts for role in brochure.fold.copy_of(host)]


@cache
def laid_out(path: Path, fold: str, paper: str) -> tuple[Brochure, Layout] | None:
    """Return the brochure at `path` and its layout, or None where it does not fit."""
    try:
        brochure = read(path, [f"fold={fold}", f"paper={paper}"])
        return brochure, lay_out(brochure, OFFICE, Library(brochure.folder))
    except BrochureError as error:
        codes = {problem.code for problem in error.problems}
    assert codes <= {"FIT001", "FIT002", "FOLD002"}
    return None


def test_the_real_copy_fits_where_it_should() -> None:
    """A change that makes it run over on one of these is told here."""
    missing = {case for case in FITTING if laid_out(REAL, *case) is None}
    assert missing == set()


@pytest.mark.parametrize("fold", [fold.name for fold in FOLDS])
def test_no_word_is_lost_and_none_out_of_order(fold: str, tmp_path: Path) -> None:
    """Panel by panel as they are read, the author's words follow one another."""
    (tmp_path / "short.yaml").write_text(SHORT)
    checked = 0
    for name in (paper.name for paper in PAPERS):
        cases = (laid_out(path, fold, name) for path in (REAL, tmp_path / "short.yaml"))
        for case in filter(None, cases):
            brochure, layout = case
            shown = iter(
                word
                for panel in layout.panels
                for text, _ in set_texts(panel.frame.items)
                for word in words(text.run.text)
            )
            for role in roles_as_read(brochure):
                for text in written(getattr(brochure, role)):
                    for word in words(text.plain):
                        assert word in shown, (name, role, word)  # and all before it are used up
                        checked += 1
    assert checked > 100


def test_roles_are_read_in_the_authors_order() -> None:
    """Cover, flap, inside, back, but where the flap opens last, or has no panel of its own."""
    found = {}
    for fold in FOLDS:
        brochure = read(REAL, [f"fold={fold.name}", "paper=a3"])
        found[fold.name] = " ".join(roles_as_read(brochure))
    later = "cover inside flap back"
    assert {name for name, roles in found.items() if roles == later} == {
        "z-fold", "half-fold", "accordion",
    }  # fmt: skip
    assert set(found.values()) == {later, "cover flap inside back"}


@pytest.mark.parametrize("case", sorted(FITTING), ids="-".join)
def test_no_text_comes_near_a_fold(case: tuple[str, str]) -> None:
    """An eighth of an inch on each side of every fold is free (domain notes §1)."""
    found = laid_out(REAL, *case)
    assert found is not None
    brochure, layout = found
    checked = 0
    for sheet in impose(layout, brochure, OFFICE):
        assert bool(sheet.folds) == (case[0] != "flat")
        assert bool(sheet.cross_folds) == (case[0] == "french-fold")
        for text, matrix in set_texts(sheet.frame.items):
            size = text.run.size
            line = Rect(text.origin.x, text.origin.y - size, text.run.width, 1.25 * size)
            box = matrix.box(line)
            assert all(clear(box.x, box.right, fold) for fold in sheet.folds)
            assert all(clear(box.y, box.bottom, fold) for fold in sheet.cross_folds)
            assert Rect(0, 0, *sheet.frame.size).contains(box)
            checked += 1
    assert checked > 100


def clear(start: float, end: float, fold: float) -> bool:
    """Tell whether what reaches from `start` to `end` keeps away from a fold."""
    return end <= fold - INCH / 8 or start >= fold + INCH / 8


@pytest.mark.parametrize("case", sorted(FITTING), ids="-".join)
def test_captions_stand_in_the_panels_of_their_parts(case: tuple[str, str]) -> None:
    """In order and on one line, each on the panel that shows its number, and not far from it."""
    found = laid_out(REAL, *case)
    assert found is not None
    brochure, layout = found
    starts, lines = [], set()
    for sheet in impose(layout, brochure, OFFICE):
        for text, matrix in set_texts(sheet.frame.items):
            if text.run.text.strip() in {"Needle.", "Repair.", "Renew."}:
                at = matrix.apply(text.origin)
                starts.append(at.x / sheet.frame.size.width)
                lines.add(round(at.y, 1))
                number = NUMBERS[len(starts) - 1]
                row = [place.rect for place in sheet.panels if place.rect.y == 0]
                (panel,) = (
                    rect for rect in row if rect.x <= number * sheet.frame.size.width < rect.right
                )
                assert panel.x < at.x < panel.right
    assert len(starts) == 3
    assert len(lines) == 1
    assert [start - starts[0] for start in starts] == pytest.approx([0, 1 / 3, 2 / 3], abs=1 / 5)


def test_captions_share_a_panel_where_there_are_more_of_them(tmp_path: Path) -> None:
    """Three over two panels of one column each: two beside one another, then one."""
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 1"><path d="M0 0h9v1z"/></svg>'
    )
    path = tmp_path / "content.yaml"
    band = "inside: [band: {file: a.svg, alt: A, captions: [One, Two, Three]}]"
    path.write_text(f"title: A\nclinic: {{name: B}}\nfold: half-fold\n{band}\n")
    brochure = read(path)
    layout = lay_out(brochure, OFFICE, Library(tmp_path))
    found = {
        panel.name: [text.run.text for text, _ in set_texts(panel.frame.items)]
        for panel in layout.panels
        if panel.frame.items
    }
    assert found == {"inside-1": ["1", "One", "2", "Two"], "inside-2": ["3", "Three"]}
    (beside,) = (panel for panel in layout.panels if panel.name == "inside-1")
    feet = {matrix.apply(text.origin).y for text, matrix in set_texts(beside.frame.items)}
    assert len(feet) <= 2  # the numbers' baseline, and the words'


def test_a_screen_shows_no_panel_without_copy() -> None:
    """A few words are not shared out; the panel without any would look like a fault on a page."""
    brochure = read(REAL, ["fold=double-gate", "paper=legal", "flap=[{heading: A few words}]"])
    layout = lay_out(brochure, SCREEN, Library(brochure.folder))
    assert "flap-2" in {panel.name for panel in layout.panels}
    pages = [sheet.name for sheet in impose(layout, brochure, SCREEN)]
    assert pages == [name for name in brochure.fold.reading if name != "flap-2"]


def test_copy_that_lacks_a_line_takes_it_from_under_the_captions(tmp_path: Path) -> None:
    """All columns begin a line higher, still at one height; one line more does not fit."""
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 1"><path d="M0 0h9v1z"/></svg>'
    )
    path = tmp_path / "content.yaml"
    found = []
    for lines in range(20, 120):
        copy = "\\n\\n".join(["A"] * lines)
        path.write_text(
            "title: A\nclinic: {name: B}\ninside:\n  - band: {file: a.svg, alt: A}\n"
            f'  - text: "{copy}"\n'
        )
        # At the theme's own size: another is found by copyfitting.
        set_once = panels(read(path), OFFICE, Library(tmp_path), StandingType(None, "a"))
        if set_once.problems:
            assert [problem.code for problem in set_once.problems] == ["FIT001"]
            break  # a column that holds no more
        layout = set_once.layout
        tops = {
            min(matrix.apply(text.origin).y for text, matrix in set_texts(panel.frame.items))
            for panel in layout.panels
            if panel.name.startswith("inside") and panel.frame.items
        }
        assert len(tops) == 1
        found += [top for top in tops if top not in found]
    assert len(found) == 2
    assert found[0] - found[1] == pytest.approx(14)


def test_a_panel_on_a_screen_is_as_high_as_its_copy_needs() -> None:
    """Links to share come on there; the back of a narrow fold has no room for them on paper."""
    brochure = read(REAL, ["fold=accordion", "paper=11 x 8 in"])
    layout = lay_out(brochure, SCREEN, Library(brochure.folder))
    pages = {sheet.name: sheet for sheet in impose(layout, brochure, SCREEN)}
    paper = brochure.paper.size.height
    assert "back" in {name for name, page in pages.items() if page.frame.size.height > paper}
    foot = brochure.theme.panels["back"].edges.bottom
    lines = [matrix.apply(text.origin).y for text, matrix in set_texts(pages["back"].frame.items)]
    assert paper - foot < max(lines) < pages["back"].frame.size.height - foot


@pytest.mark.parametrize("fold", ["double-gate", "accordion", "roll-fold", "french-fold"])
@pytest.mark.parametrize("paper", ["letter", "tabloid"])
def test_a_flap_of_two_panels_has_copy_on_both_row_by_row(fold: str, paper: str) -> None:
    """What stands on the second is level with the first one's list, not with its heading."""
    found = laid_out(REAL, fold, paper)
    assert found is not None
    _, layout = found
    lines = {
        panel.name: [
            (round(matrix.apply(text.origin).y, 1), text.run.text)
            for text, matrix in set_texts(panel.frame.items)
        ]
        for panel in layout.panels
    }
    first, second = (
        [y for y, words in lines[name] if words.startswith(started)]
        for name, started in (("flap-1", ("Scars", "Sun")), ("flap-2", ("Skin care", "What may")))
    )
    assert len(first) == len(second) == 2
    assert abs(first[0] - second[0]) < 8  # a name on two lines stands higher
    assert abs(first[1] - second[1]) < 28
    (head,) = {y for y, words in lines["flap-1"] if words.startswith("What can")}
    assert head < min(y for y, _ in lines["flap-2"])


def test_a_paragraph_is_not_parted_for_an_empty_panel(tmp_path: Path) -> None:
    """However long it is; the second panel stays quiet."""
    text = " ".join(["Words"] * 120)
    (tmp_path / "content.yaml").write_text(
        f"title: A\nclinic: {{name: B}}\nfold: accordion\nflap:\n  - text: {text}\n"
    )
    brochure = read(tmp_path / "content.yaml")
    layout = lay_out(brochure, OFFICE, Library(tmp_path))
    held = {panel.name: len([*set_texts(panel.frame.items)]) for panel in layout.panels}
    assert held["flap-1"] > 15
    assert held["flap-2"] == 0
