"""Lengths as the people say them who use a paper: inches or millimeters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from brochure.geometry import INCH, MM

if TYPE_CHECKING:
    from brochure.folds import Paper

Unit: TypeAlias = Literal["in", "mm"]

POINTS: dict[Unit, float] = {"in": INCH, "mm": MM}
_DECIMALS: dict[Unit, int] = {"in": 4, "mm": 2}  # 1/16 in has four


def unit_of(paper: Paper) -> Unit:
    """Return the unit of the people who use `paper`: its bleed is a whole number of it, or not."""
    return "mm" if abs(paper.bleed / MM - round(paper.bleed / MM)) < 0.01 else "in"  # noqa: PLR2004 - mm


def said(length: float, unit: Unit) -> str:
    """Return `length`, in points, with its unit: 3.6875 in, 97 mm."""
    return f"{round(length / POINTS[unit], _DECIMALS[unit]):g} {unit}"
