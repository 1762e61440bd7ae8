"""The dummy: the sheet of a brochure without its copy, to fold by hand before a thousand are made.

It shows what no screen does: whether the printer turns the sheet on the right edge and keeps its
size, and which panel comes where once the paper is folded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cache import Cache
from brochure.files import write_atomically
from brochure.folds import panel_rects
from brochure.folds.folding import folding, mirrored
from brochure.frame import Frame, Group
from brochure.geometry import INCH, Edges, Matrix, Point, Rect
from brochure.images import Library
from brochure.model import Place, Properties, Sheet
from brochure.pdf import paint
from brochure.pipeline import slug
from brochure.proof.creases import UNTOLD, crease, on_outside, within
from brochure.proof.labels import INSET, Label, scale
from brochure.proof.lettering import Lettering
from brochure.proof.ruler import DEPTH, ruler
from brochure.proof.steps import instructions
from brochure.proof.units import said, unit_of
from brochure.shape import Shape
from brochure.stamp import stamp

if TYPE_CHECKING:
    from brochure.folds import Slot
    from brochure.frame import Item
    from brochure.model import Brochure

_EDGE = INCH / 4  # office printers leave up to 0.2 in white (domain notes §1)


def publish_dummy(brochure: Brochure, out: Path | str = "out") -> Path:
    """Write the dummy of a brochure that was read into the folder `out`; return its path.

    Raises:
        BrochureError: if it cannot be written.

    """
    path = Path(out) / f"{slug(brochure.title)}-dummy.pdf"
    write_atomically(path, dummy(brochure))
    return path


def dummy(brochure: Brochure) -> bytes:
    """Return the dummy of `brochure` as a PDF, a page for each side that bears panels."""
    sides = [("outside", brochure.fold.outside), ("inside", brochure.fold.inside)]
    printed = [(name, slots) for name, slots in sides if slots]
    lettering = Lettering.of(brochure.theme)
    sheets = [
        _side(name, slots, brochure, lettering, first=at == 0, last=at == len(printed) - 1)
        for at, (name, slots) in enumerate(printed)
    ]
    properties = Properties(
        title=f"{brochure.title}: a dummy to fold",
        author=brochure.clinic.name,
        subject="",
        keywords="",
        language="en",
        digest=stamp(brochure, Library(brochure.folder, Cache.default())),
        duplex=brochure.fold.duplex,
    )
    return paint(sheets, properties)


def _side(  # noqa: PLR0913 - a side and its place in the whole
    name: str,
    slots: tuple[Slot, ...],
    brochure: Brochure,
    lettering: Lettering,
    *,
    first: bool,
    last: bool,
) -> Sheet:
    """Return one side: folds and panels; a ruler on the `first`, what to do on the `last`."""
    fold, paper = brochure.fold, brochure.paper
    sheet = Rect(0, 0, *paper.size)
    lies = sheet.width >= sheet.height
    below, left = (DEPTH * (first and lies), DEPTH * (first and not lies))
    free = sheet.inset(Edges.all(_EDGE)).inset(Edges(0, 0, below, left))
    rects, unit = panel_rects(slots, paper), unit_of(paper)
    items = _folds(name, brochure, free, lettering)
    if first:
        items.append(ruler(paper.size, unit, _EDGE, lettering))
    large = scale(
        rect.size for side in (fold.outside, fold.inside) for rect in panel_rects(side, paper)
    )
    widest = max(rects, key=lambda rect: rect.width * rect.height)
    for slot, rect in zip(slots, rects, strict=True):
        number = fold.reading.index(slot.name) + 1
        label = Label(slot.name, number, f"{name}, {said(rect.width, unit)} wide")
        marks, bottom = label.drawn(rect.size, large, lettering)
        if last and rect is widest:
            area = Rect(0, bottom, rect.width, rect.height - bottom).inset(
                Edges(INSET / 2, INSET, INSET + below, INSET + left)
            )
            marks += instructions(fold, paper, area, lettering)
        items.append(Group(marks, Matrix.shift(rect.x, rect.y)))
    places = tuple(
        Place(slot.name, rect, fold.reading.index(slot.name))
        for slot, rect in zip(slots, rects, strict=True)
    )
    return Sheet(name, Frame(paper.size, tuple(items)), places, ())


def _folds(name: str, brochure: Brochure, free: Rect, lettering: Lettering) -> list[Item]:
    """Return the fold lines of one side, as far as it is `free`."""
    width = brochure.paper.size.width
    found = folding(brochure.fold, brochure.paper)
    items: list[Item] = []
    for fold in found.lines:
        items += crease(fold if name == "inside" else on_outside(fold, width), free, lettering)
    for start, end in found.left:
        home = Rect(start.x, start.y, end.x - start.x, end.y - start.y)
        line = home if name == "inside" else mirrored(home, width)
        path = within(Point(line.x, line.y), Point(line.right, line.bottom), free)
        items.append(Shape(path, stroke=UNTOLD))
    return items
