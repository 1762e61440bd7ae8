"""Fold, paper and tuck in an author's file: names, sizes, and what cannot be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure import BrochureError, read
from brochure.folds import panel_rects
from brochure.geometry import INCH, MM
from tests.content.test_schema import told

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "title: A\nclinic: {name: B}\ncover: [title: C]\n"


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        ("letter", (11 * INCH, 8.5 * INCH)),
        ("A4", (297 * MM, 210 * MM)),
        ("postcard", (6 * INCH, 4.25 * INCH)),
        ("200mm x 300mm", (200 * MM, 300 * MM)),
        ("20x30 cm", (200 * MM, 300 * MM)),
        ("8 1/2in \u00d7 14 in", (8.5 * INCH, 14 * INCH)),
    ],
)
def test_a_named_paper_is_turned_as_its_fold_wants_and_a_size_is_as_it_says(
    small: Path, paper: str, size: tuple[float, float]
) -> None:
    """Folded in half, a paper lies wide; a size is across and down."""
    found = read(small, ["fold=half-fold", f"paper={paper}"]).paper
    assert found.size == pytest.approx(size)
    assert told(f"{HEAD}paper: {paper}\n") == []


def test_a_flat_sheet_lies_as_it_is_read(small: Path) -> None:
    """A flyer upright, a postcard lying."""
    letter = read(small, ["fold=flat", "paper=letter"])
    card = read(small, ["fold=flat", "paper=postcard", "back=[]"])
    assert letter.paper.size == (8.5 * INCH, 11 * INCH)
    assert card.paper.size == (6 * INCH, 4.25 * INCH)
    assert (letter.fold.duplex, card.fold.duplex) == ("long", "short")
    assert letter.fold.reading == ("cover", "inside", "back")


@pytest.mark.parametrize("tuck", ["1/8 in", "5mm", "1/32in", "2 mm"])
def test_a_tuck_is_the_authors(small: Path, tuck: str) -> None:
    """The flap is narrower than the cover by just that."""
    brochure = read(small, [f"tuck={tuck}"])
    flap, _, cover = panel_rects(brochure.fold.outside, brochure.paper)
    assert cover.width - flap.width == pytest.approx(brochure.paper.tuck)
    points = {"1/8 in": 9, "5mm": 5 * MM, "1/32in": 2.25, "2 mm": 2 * MM}[tuck]
    assert brochure.paper.tuck == pytest.approx(points)


@pytest.mark.parametrize(
    ("lines", "code", "place", "says"),
    [
        ("tuck: 1/64 in\n", "FOLD001", "4:7", "1/32 to 1/8 in"),
        ("tuck: 6mm\n", "FOLD001", "4:7", "up to 5 mm"),
        ("paper: leter\n", "NAME001", "4:8", "did you mean `letter`?"),
        ("paper: foolscap\n", "NAME001", "4:8", "or a size such as `200mm x 200mm`"),
        ("paper: [a4]\n", "NAME001", "4:8", "must be a name"),
        ("paper: 200 by 300 mm\n", "PAPER001", "4:8", "`200mm x 200mm`"),
        ("paper: 200 x 300\n", "PAPER001", "4:8", "with the unit"),
        ("paper: 20mm x 300mm\n", "PAPER001", "4:8", "from 50 mm"),
        ("paper: 20in x 60in\n", "PAPER001", "4:8", "to 1200 mm"),
        ("fold: rol-fold\n", "NAME001", "4:7", "did you mean `roll-fold`?"),
        ("paper: postcard\nfold: accordion\n", "FOLD002", "4:8", "a fold of fewer panels"),
        ("paper: 60mm x 60mm\n", "FOLD002", "4:8", "no room for words"),
        ("paper: 50mm x 50mm\nfold: flat\n", "FOLD002", "4:8", "or leave out a part"),
    ],
)
def test_what_cannot_be_folded_is_told_where_it_stands(
    tmp_path: Path, lines: str, code: str, place: str, says: str
) -> None:
    """With how to mend it."""
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + lines)
    with pytest.raises(BrochureError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert f"{problem.where}".endswith(f":{place}")
    assert says in f"{problem.message} {problem.hint}"


def test_right_to_left_mirrors_the_panels(small: Path) -> None:
    """The cover is leftmost on page 1, and the inside is read from its right."""
    brochure = read(small, ["language=he"])
    assert [slot.name for slot in brochure.fold.outside] == ["cover", "back", "flap"]
    assert [slot.name for slot in brochure.fold.inside] == ["inside-3", "inside-2", "inside-1"]
    assert brochure.fold.reading[2:5] == ("inside-1", "inside-2", "inside-3")
