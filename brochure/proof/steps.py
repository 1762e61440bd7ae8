"""What to do with a dummy: print it, check it, fold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds.unfolding import panels_of, views
from brochure.frame import Group
from brochure.geometry import Matrix, Point
from brochure.proof.creases import MOUNTAIN, VALLEY
from brochure.shape import Shape, line

if TYPE_CHECKING:
    from brochure.folds import Crease, Fold, Paper
    from brochure.frame import Item
    from brochure.geometry import Rect
    from brochure.proof.lettering import Lettering

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)  # pt, largest first
_LINES = (
    (VALLEY, "valley: the paper comes toward you"),
    (MOUNTAIN, "mountain: it goes away from you"),
)


def instructions(fold: Fold, paper: Paper, area: Rect, lettering: Lettering) -> tuple[Item, ...]:
    """Return what to do as numbered lines in `area`, as large as it allows, and what lines mean."""
    said = steps(fold, paper)
    for size in _SIZES:
        items, bottom = _set(said, area, lettering, size, folded=bool(fold.folding))
        if bottom <= area.bottom:
            break
    return items


def steps(fold: Fold, paper: Paper) -> tuple[str, ...]:
    """Return what to do, in order, a sentence or two each."""
    sides = f"both sides, flip on the {fold.duplex} edge" if fold.duplex else "one side"
    said = [f"Print {sides}, actual size (no scaling), on the paper meant for the brochure."]
    said.append("Measure the ruler. If it is not exact, turn scaling off and print again.")
    if fold.duplex:
        said.append("Hold it to the light: the triangles of both sides must point the same way.")
    if fold.folding:
        said.append(f"Lay it down with its {_facing_up(fold)} up.")
        said += [
            f"Fold {number}: bring {' and '.join(_brought(crease, fold) for crease in creases)}."
            for number, creases in enumerate(fold.folding, 1)
        ]
        front = " and ".join(panels_of(views(fold, paper)[0], fold, paper))
        said.append(f"In front now: {front}. Open it step by step: the numbers count up.")
    return tuple(said)


def _facing_up(fold: Fold) -> str:
    """Return the side on which the panels stand that the steps name."""
    named = {crease.moves for step in fold.folding for crease in step}
    return "inside" if named & {slot.name for slot in fold.inside} else "outside"


def _brought(crease: Crease, fold: Fold) -> str:
    """Return one fold in words: inside-3, the short panel, over inside-2."""
    short = {slot.name for _, slots in fold.sides for slot in slots if slot.short}
    # A letter fold has one short panel, which is two to those who count both its faces.
    alone = len(short) == len(fold.sides) and crease.moves in short
    what = f"{crease.moves}, the short panel," if alone else crease.moves
    return f"{what} {'over' if crease.valley else 'behind'} {crease.at}"


def _set(
    sentences: tuple[str, ...], area: Rect, lettering: Lettering, size: float, *, folded: bool
) -> tuple[tuple[Item, ...], float]:
    items: list[Item] = []
    y, hang = area.y, 1.6 * size
    for number, sentence in enumerate(sentences, 1):
        figure, _ = lettering.paragraph(f"{number}.", Point(area.x, y), hang, size)
        text, y = lettering.paragraph(sentence, Point(area.x + hang, y), area.width - hang, size)
        items += [*figure, *text]
        y += 0.4 * size
    if not folded:
        return tuple(items), y
    y += 0.6 * size
    for stroke, words in _LINES:
        sample = Shape(line(Point(0, 0.65 * size), Point(3.4 * size, 0.65 * size)), stroke=stroke)
        items.append(Group((sample,), Matrix.shift(area.x, y)))
        text, y = lettering.paragraph(
            words, Point(area.x + 4 * size, y), area.width - 4 * size, size
        )
        items += text
    return tuple(items), y
