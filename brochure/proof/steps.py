"""What to do with a dummy: print it, check it, fold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.folds.unfolding import panels_of, views
from brochure.frame import Group
from brochure.geometry import Matrix, Point
from brochure.proof.creases import MOUNTAIN, VALLEY
from brochure.shape import Shape, Stroke, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.folds import Crease, Fold, Paper
    from brochure.frame import Item
    from brochure.geometry import Rect
    from brochure.proof.lettering import Lettering

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # pt, largest first
_LEAST = 8.0  # pt: what would be smaller in one panel goes on over several
_LINES = (
    (VALLEY, "valley: the paper comes toward you"),
    (MOUNTAIN, "mountain: it goes away from you"),
)


class _Entry(msgspec.Struct, frozen=True):
    """A sentence and what stands before it: its number, or a line as the sentence explains it."""

    words: str
    mark: str | Stroke

    def drawn(
        self, place: Point, measure: float, size: float, lettering: Lettering
    ) -> tuple[tuple[Item, ...], float]:
        """Return the entry below `place`, `measure` wide, and the y below it."""
        if isinstance(self.mark, str):
            hang = 1.6 * size
            before, _ = lettering.paragraph(self.mark, place, hang, size)
        else:
            hang = 4 * size
            sample = line(Point(0, 0.65 * size), Point(3.4 * size, 0.65 * size))
            before = (Group((Shape(sample, stroke=self.mark),), Matrix.shift(*place)),)
        words, bottom = lettering.paragraph(
            self.words, Point(place.x + hang, place.y), measure - hang, size
        )
        return (*before, *words), bottom + 0.4 * size


def instructions(
    fold: Fold, paper: Paper, areas: Sequence[Rect], lettering: Lettering
) -> list[tuple[Item, ...]]:
    """Return what to do, and what lines mean, for each of `areas`: the free parts of panels.

    All stands in the largest where it can be read there, else it goes on from one to the next. What
    has no room even so is left out.
    """
    entries = [_Entry(said, f"{number}.") for number, said in enumerate(steps(fold, paper), 1)]
    entries += [_Entry(words, stroke) for stroke, words in _LINES if fold.folding]
    largest = max(areas, key=lambda area: round(area.width * area.height))
    alone = areas.index(largest)  # the first of those as large
    tries = [(range(alone, alone + 1), size) for size in _SIZES if size >= _LEAST]
    tries += [(range(len(areas)), size) for size in _SIZES]
    for used, size in tries:
        columns, left = _flowing(entries, [areas[at] for at in used], size, lettering)
        if not left:
            break
    return [columns[at - used.start] if at in used else () for at in range(len(areas))]


def _flowing(
    entries: Sequence[_Entry], areas: Sequence[Rect], size: float, lettering: Lettering
) -> tuple[list[tuple[Item, ...]], list[_Entry]]:
    """Return what stands in each of `areas`, and the entries for which there is no room."""
    columns = []
    left = list(entries)
    for area in areas:
        items: tuple[Item, ...] = ()
        y = area.y
        while left:
            drawn, bottom = left[0].drawn(Point(area.x, y), area.width, size, lettering)
            if bottom - 0.4 * size > area.bottom:
                break
            items, y = (*items, *drawn), bottom
            del left[0]
        columns.append(items)
    return columns, left


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
