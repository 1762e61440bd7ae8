"""What kind of file to paint: what it promises, in which colors, how fine its pictures are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition


class Output(msgspec.Struct, frozen=True):
    """A kind of file: the name of its standard, pictures' greatest resolution, a press's colors.

    `ppi` is in pixels an inch at printed size. Without a `condition` colors are sRGB.
    """

    standard: Literal["plain", "accessible", "x-4"]
    ppi: float
    condition: PrintingCondition | None = None


OFFICE = Output("plain", 300)
"""What an office printer takes."""
