"""A fold of a paper, for people to look at in a terminal and for programs to read."""

from __future__ import annotations

from itertools import groupby, zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from brochure.folds.geometry import cross_folds, fold_lines, panel_rects
from brochure.folds.setting_up import set_up
from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.folds.catalogue import Fold, Slot
    from brochure.folds.papers import Paper
    from brochure.geometry import Rect

_LINE = 78  # characters: a terminal's 80, and two for those who quote it
_SIDE = 37  # characters of one side's drawing: two stand beside each other
_UNITS = {"in": (INCH, 5), "mm": (MM, 2)}  # 1/32 in has five decimals


def drawing(fold: Fold, paper: Paper) -> str:
    """Return `fold` of `paper` as lines of plain characters: what it is, and its two sides."""
    laid, sheet = set_up(fold, paper)
    sides = [list(_side(name, slots, sheet)) for name, slots in laid.sides]
    beside = zip_longest(*sides, fillvalue="")
    drawn = ["".join(f"  {line:{_SIDE}}" for line in lines).rstrip() for lines in beside]
    about = wrap(f"{fold.name}: {fold.about}", _LINE, subsequent_indent="  ")
    return "\n".join([*about, f"  {_facts(laid, sheet)}", *drawn]) + "\n"


def described(fold: Fold, paper: Paper) -> dict[str, Any]:
    """Return `fold` of `paper` as plain values for JSON, lengths in the paper's unit."""
    laid, sheet = set_up(fold, paper)

    def lengths(values: tuple[float, ...]) -> list[float]:
        return [_measured(value, sheet) for value in values]

    return {
        "fold": fold.name,
        "about": fold.about,
        "paper": sheet.name,
        "unit": sheet.unit,
        "width": _measured(sheet.size.width, sheet),
        "height": _measured(sheet.size.height, sheet),
        "tuck": _measured(sheet.tuck, sheet) if _tucks(laid) else 0.0,
        "duplex": laid.duplex,
        "reading": list(laid.reading),
        "sides": [
            {
                "side": name,
                "folds": lengths(fold_lines(slots, sheet)),
                "cross-folds": lengths(cross_folds(slots, sheet)),
                "panels": [
                    {
                        "panel": slot.name,
                        "role": slot.role,
                        "x": _measured(rect.x, sheet),
                        "y": _measured(rect.y, sheet),
                        "width": _measured(rect.width, sheet),
                        "height": _measured(rect.height, sheet),
                        "turned": slot.turned,
                    }
                    for slot, rect in zip(slots, panel_rects(slots, sheet), strict=True)
                ],
            }
            for name, slots in laid.sides
        ],
    }


def _facts(laid: Fold, sheet: Paper) -> str:
    """Return the sheet's size, how it turns, and how far a panel tucks in."""
    width, height = (shown(length, sheet) for length in sheet.size)
    size = f"{width} x {height} {sheet.unit}"
    facts = [size if sheet.custom else f"{sheet.name}, {size}"]
    facts.append(f"flip on the {laid.duplex} edge" if laid.duplex else "printed on one side")
    if _tucks(laid):
        facts.append(f"tuck {shown(sheet.tuck, sheet)} {sheet.unit}")
    if any(slot.turned for _, slots in laid.sides for slot in slots):
        facts.append("v: upside down")
    return "; ".join(facts)


def _side(name: str, slots: tuple[Slot, ...], sheet: Paper) -> Iterator[str]:
    """Yield the lines of one side: its panels as boxes, their names and widths."""
    yield name
    placed = list(zip(slots, panel_rects(slots, sheet), strict=True))
    edge = ""
    for _, row in groupby(placed, key=lambda entry: entry[0].row):
        panels = list(row)
        cells = _cells([slot.share for slot, _ in panels])
        edge = "+" + "+".join("-" * cell for cell in cells) + "+"
        yield edge
        for words in zip(*(_words(slot, rect, sheet) for slot, rect in panels), strict=True):
            inner = (word.center(cell) for word, cell in zip(words, cells, strict=True))
            yield "|" + "|".join(inner) + "|"
    yield edge


def _cells(shares: list[int]) -> list[int]:
    """Return the width of each panel's box in characters, by the panels' shares."""
    each = (_SIDE - 1 - sum(shares)) // sum(shares)
    return [share * each + share - 1 for share in shares]


def _words(slot: Slot, rect: Rect, sheet: Paper) -> tuple[str, str]:
    """Return a panel's name and its width; one that stands on its head is marked."""
    return f"{slot.name} v" if slot.turned else slot.name, shown(rect.width, sheet)


def _tucks(fold: Fold) -> bool:
    return any(slot.short for _, slots in fold.sides for slot in slots)


def _measured(points: float, sheet: Paper) -> float:
    unit, decimals = _UNITS[sheet.unit]
    return round(points / unit, decimals)


def shown(points: float, sheet: Paper) -> str:
    """Return a length in the unit of `sheet`, as short as it can be written: 3.6875, 97."""
    return f"{_measured(points, sheet):.{_UNITS[sheet.unit][1]}f}".rstrip("0").rstrip(".")
