"""The job ticket: one page of plain text that tells a print shop what the file beside it is.

It holds no date, so that the same content gives the same ticket. How many copies, on which stock
and by when is agreed with the printer.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from brochure.folds import panel_rects
from brochure.frame import Text, leaves
from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.clinic import Clinic
    from brochure.folds import Slot
    from brochure.model import Brochure, Sheet
    from brochure.profiles import PrintingCondition

_COLUMN = 14  # characters before what a line says


def ticket(
    brochure: Brochure, sheets: Sequence[Sheet], condition: PrintingCondition, file: str
) -> str:
    """Return the ticket of `file`, which holds `sheets` for a press under `condition`."""
    parts = (
        [f"JOB TICKET: {brochure.title}"],
        [_line(name, words) for name, words in _job(brochure, sheets)],
        [_line(name, words) for name, words in _file(brochure, sheets, condition, file)],
        ["Please check", *(f"- {words}" for words in _checks(brochure))],
        ["Contact", *(f"  {words}" for words in _contact(brochure.clinic))],
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _job(brochure: Brochure, sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    """Yield what is made: size, fold, sides and colors."""
    fold, paper = brochure.fold, brochure.paper
    yield "Flat size", _size((paper.size.width, paper.size.height))
    if fold.folded:
        rects = [rect for _, slots in fold.sides for rect in panel_rects(slots, paper)]
        folded = max(rect.width for rect in rects), max(rect.height for rect in rects)
        yield "Folded size", _size(folded)
        count = len(sheets[0].folds) + len(sheets[0].cross_folds)
        yield "Fold", f"{fold.name.replace('-', ' ')}, {count} fold{'s' if count > 1 else ''}"
    else:
        yield "Fold", "none"
    for page, (side, slots) in enumerate(fold.sides, 1):
        rows = [list(row) for _, row in groupby(slots, key=lambda slot: slot.row)]
        names = "; below ".join(", ".join(_named(slot) for slot in row) for row in rows)
        widths = [rect.width for rect in panel_rects(tuple(rows[0]), paper)]
        yield f"Page {page}", f"{side}; from the left {names}"
        yield "  panels", _size(widths, " + ")
    both = fold.duplex is not None
    turned = f"the sheet turns on its {fold.duplex} edge" if both else "the other is blank"
    yield "Sides", f"{len(sheets)}; {turned}"
    inks = "cyan, magenta, yellow and black"
    where = f"4/4: {inks} on both sides" if both else f"4/0: {inks} on one side"
    yield "Colors", f"{where}, no spot colors"


def _named(slot: Slot) -> str:
    return f"{slot.name} (upside down)" if slot.turned else slot.name


def _file(
    brochure: Brochure, sheets: Sequence[Sheet], condition: PrintingCondition, file: str
) -> Iterator[tuple[str, str]]:
    """Yield what the file is."""
    trim, page = sheets[0].trim, sheets[0].frame.size
    marked = trim is not None and page.width > trim.width + 2 * brochure.bleed
    yield "File", f"{file}, PDF/X-4, {len(sheets)} pages"
    yield "Bleed", f"{_size([brochure.bleed])} on all four sides"
    kinds = "crop marks and dashed fold ticks" if brochure.fold.folded else "crop marks"
    yield "Marks", f"{kinds}, outside the bleed" if marked else "none"
    yield "Profile", f"{condition.info} (output intent: {condition.identifier})"
    yield "Total ink", f"{condition.total_ink:g} percent at most"
    yield "Black", "text in black is on the black plate alone and overprints; not trapped"
    fonts = _fonts(sheets)
    yield "Fonts", "all embedded, as subsets:" if fonts else "none: there is no text"
    yield from (("", name) for name in fonts)


def _checks(brochure: Brochure) -> Iterator[str]:
    """Yield what goes wrong most often."""
    fold, paper = brochure.fold, brochure.paper
    tucked = sorted((slot for slot in fold.outside if slot.short), key=lambda slot: -slot.short)
    for at, slot in enumerate(tucked):
        order = "first" if at == 0 else "next"
        less = _size([slot.short * paper.tuck])
        yield f"the {slot.name} folds in {order}; it is narrower by {less}"
    front = f"folded, the {fold.reading[0]} is in front" if fold.folded else "the cover is in front"
    yield f"{front}, and page 2 is not upside down" if fold.duplex else front
    if fold.folded:
        yield "fold a dummy of the proof before the run"
        yield "print at actual size: the folds are where the panels end"


def _contact(clinic: Clinic) -> list[str]:
    said = (clinic.phone, clinic.email, clinic.website)
    return [clinic.name, *clinic.address, *(entry.text for entry in said if entry)]


def _fonts(sheets: Sequence[Sheet]) -> list[str]:
    items = (item for sheet in sheets for item in leaves(sheet.frame.items))
    return sorted({item.run.font.name for item in items if isinstance(item, Text)})


def _line(name: str, words: str) -> str:
    return f"{name:<{_COLUMN}}{words}"


def _size(points: Sequence[float], between: str = " x ") -> str:
    """Return lengths in inches and in millimeters: `11 x 8.5 in (279.4 x 215.9 mm)`."""
    inches = between.join(f"{length / INCH:.4f}".rstrip("0").rstrip(".") for length in points)
    millimeters = between.join(f"{length / MM:.1f}".removesuffix(".0") for length in points)
    return f"{inches} in ({millimeters} mm)"
