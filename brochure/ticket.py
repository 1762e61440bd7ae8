"""The job ticket: one page of plain text that tells a print shop what the file beside it is.

It holds no date, so that the same content gives the same ticket. How many copies, on which stock
and by when is agreed with the printer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.folds import panel_rects
from brochure.frame import Text, leaves
from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brochure.clinic import Clinic
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
    outside = panel_rects(fold.outside, paper)
    folded = max(rect.width for rect in outside)
    yield "Flat size", _size((paper.size.width, paper.size.height))
    yield "Folded size", _size((folded, paper.size.height))
    count = len(outside) - 1
    yield "Fold", f"{fold.name.replace('-', ' ')}, {count} fold{'s' if count > 1 else ''}"
    sides = (("outside", fold.outside), ("inside", fold.inside))
    for page, (side, slots) in enumerate(sides, 1):
        widths = [rect.width for rect in panel_rects(slots, paper)]
        yield f"Page {page}", f"{side}; from the left {', '.join(slot.name for slot in slots)}"
        yield "  panels", _size(widths, " + ")
    yield "Sides", f"{len(sheets)}; the sheet turns on its {fold.duplex} edge"
    yield "Colors", "4/4: cyan, magenta, yellow and black on both sides, no spot colors"


def _file(
    brochure: Brochure, sheets: Sequence[Sheet], condition: PrintingCondition, file: str
) -> Iterator[tuple[str, str]]:
    """Yield what the file is."""
    trim, page = sheets[0].trim, sheets[0].frame.size
    marked = trim is not None and page.width > trim.width + 2 * brochure.bleed
    yield "File", f"{file}, PDF/X-4, {len(sheets)} pages"
    yield "Bleed", f"{_size([brochure.bleed])} on all four sides"
    yield "Marks", "crop marks and dashed fold ticks, outside the bleed" if marked else "none"
    yield "Profile", f"{condition.info} (output intent: {condition.identifier})"
    yield "Total ink", f"{condition.total_ink:g} percent at most"
    yield "Black", "text in black is on the black plate alone and overprints; not trapped"
    fonts = _fonts(sheets)
    yield "Fonts", "all embedded, as subsets:" if fonts else "none: there is no text"
    yield from (("", name) for name in fonts)


def _checks(brochure: Brochure) -> Iterator[str]:
    """Yield what goes wrong most often."""
    fold, paper = brochure.fold, brochure.paper
    for slot in fold.outside:
        if slot.tucked:
            yield f"the {slot.name} folds in first; it is narrower by {_size([paper.tuck])}"
    yield f"folded, the {fold.reading[0]} is in front, and page 2 is not upside down"
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
