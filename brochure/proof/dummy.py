"""The dummy: the sheet of a brochure without its copy, to fold by hand before a thousand are made.

It shows what no screen does: whether the printer turns the sheet on the right edge and keeps its
size, and which panel comes where once the paper is folded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cache import Cache
from brochure.files import write_atomically
from brochure.folds import panel_rects, placing
from brochure.folds.folding import folding, mirrored
from brochure.folds.guide import shown
from brochure.frame import Frame, Group
from brochure.geometry import INCH, Edges, Point, Rect
from brochure.images import Library
from brochure.model import Place, Properties, Sheet
from brochure.pdf import paint
from brochure.pipeline import slug
from brochure.proof.creases import UNTOLD, crease, on_outside, within
from brochure.proof.labels import INSET, Label, scale
from brochure.proof.lettering import Lettering
from brochure.proof.ruler import DEPTH, ruler
from brochure.proof.steps import instructions
from brochure.shape import Shape
from brochure.stamp import stamp

if TYPE_CHECKING:
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
    lettering = Lettering.of(brochure.theme)
    sheets = [_side(name, brochure, lettering) for name, _ in brochure.fold.sides]
    properties = Properties(
        title=f"{brochure.title}: a dummy to fold",
        author=brochure.clinic.name,
        subject="",
        keywords="",
        language="en",
        digest=stamp(brochure, Library(brochure.folder, Cache.default())),
        duplex=brochure.fold.duplex,
    )
    return paint(sheets, properties).data


def _side(name: str, brochure: Brochure, lettering: Lettering) -> Sheet:
    """Return one side: its folds and panels; a ruler on the first, what to do on the last."""
    fold, paper = brochure.fold, brochure.paper
    names = [side for side, _ in fold.sides]
    slots = dict(fold.sides)[name]
    panels = list(zip(slots, panel_rects(slots, paper), strict=True))
    sheet = Rect(0, 0, *paper.size)
    free = sheet.inset(Edges.all(_EDGE))
    items: list[Item] = []
    if name == names[0]:
        # Rows leave no height for a ruler at the foot, and an upright sheet has more at its left.
        lies = paper.size.width >= paper.size.height and slots[-1].row == 0
        items.append(ruler(paper, _EDGE, lettering, lies=lies))
        free = free.inset(Edges(0, 0, DEPTH * lies, DEPTH * (not lies)))
    items += _folds(name, brochure, free, lettering)
    large = scale(rect.size for _, side in fold.sides for rect in panel_rects(side, paper))
    marked: dict[str, tuple[Item, ...]] = {}
    areas: dict[str, Rect] = {}
    for slot, rect in sorted(panels, key=lambda panel: panel[0].turned):
        number = fold.reading.index(slot.name) + 1
        facts = f"{name}, {shown(rect.width, paper)} {paper.unit} wide"
        marks, bottom = Label(slot.name, number, facts).drawn(rect.size, large, lettering)
        marked[slot.name] = marks
        areas[slot.name] = _below(bottom, rect, free, turned=slot.turned)
    if name == names[-1]:
        told = instructions(fold, paper, list(areas.values()), lettering)
        for panel, more in zip(areas, told, strict=True):
            marked[panel] += more
    items += [Group(marked[slot.name], placing(rect, turned=slot.turned)) for slot, rect in panels]
    places = tuple(Place(slot.name, rect, fold.reading.index(slot.name)) for slot, rect in panels)
    return Sheet(name, Frame(paper.size, tuple(items)), places, ())


def _below(y: float, panel: Rect, free: Rect, *, turned: bool) -> Rect:
    """Return what is left of `panel` below `y`, in its own points, away from edges and ruler."""
    below = Rect(0, y, panel.width, panel.height - y)
    left = max(INSET, free.x - panel.x)
    if turned:
        return below.inset(Edges(INSET / 2, left, INSET, INSET))
    foot = max(INSET, panel.bottom - free.bottom)
    return below.inset(Edges(INSET / 2, INSET, foot, left))


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
