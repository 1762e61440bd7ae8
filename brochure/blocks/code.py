"""QR symbols: what they say, and how they are drawn so that they scan."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from brochure.cache import edition_of, recalled
from brochure.geometry import MM, Rect
from brochure.shape import Segment, Shape, rectangle

if TYPE_CHECKING:
    from brochure.cache import Cache
    from brochure.clinic import Clinic
    from brochure.color import Color
    from brochure.fields import Href

QUIET = 4  # modules of white on every side (ISO/IEC 18004:2015, 5.3.8)
MOST = 1273  # bytes at the highest error level (ISO/IEC 18004:2015, table 7)
LEAST_MODULE = 0.4 * MM  # a phone's camera at arm's length resolves no less with certainty
_EASY_MODULE = 0.55 * MM  # from here on more error correction helps more than larger modules
_LEVELS = ("H", "Q", "M", "L")  # share of damage that can be mended: 30, 25, 15, 7 percent


def vcard(clinic: Clinic) -> str:
    """Return the clinic's vCard, version 3.0 (RFC 2426), which every phone's camera reads."""

    def escaped(text: str) -> str:
        for character in "\\,;":
            text = text.replace(character, f"\\{character}")
        return text

    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{escaped(clinic.clinician or clinic.name)};;;;"]
    lines.append(f"FN:{escaped(clinic.clinician or clinic.name)}")
    lines.append(f"ORG:{escaped(clinic.name)}")
    if clinic.phone:
        lines.append(f"TEL;TYPE=WORK:{clinic.phone.href.removeprefix('tel:')}")
    if clinic.email:
        lines.append(f"EMAIL:{clinic.email.text}")
    if clinic.website:
        lines.append(f"URL:{clinic.website.href}")
    return "\r\n".join([*lines, "END:VCARD", ""])


def message(clinic: Clinic, to: Literal["website", "vcard"] | Href) -> str:
    """Return what a code for `to` says; empty where the clinic has no website to lead to."""
    if to == "vcard":
        return vcard(clinic)
    if to == "website":
        return clinic.website.href if clinic.website else ""
    return to


@lru_cache(maxsize=256)
def modules(text: str, size: float, cache: Cache | None = None) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules of a code for `text`, row by row, without its quiet zone.

    The highest error level is taken whose modules are still easy to read on a code `size` points
    wide, quiet zone included; the lowest level if none is. The symbol is kept in `cache`.
    """
    named = ("code", text, size, edition_of("zxingcpp") if cache else 0)
    return recalled(cache, lambda: _encoded(text, size), *named)


def _encoded(text: str, size: float) -> tuple[tuple[bool, ...], ...]:
    import zxingcpp  # noqa: PLC0415 - 6 ms that a code seen before does not pay

    symbol: tuple[tuple[bool, ...], ...] = ()
    for level in _LEVELS:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
        # The stub lacks the buffer that the image has: one byte a module, 0 for a dark one.
        image = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
        pixels = image.tobytes()
        side = math.isqrt(len(pixels))
        symbol = tuple(
            tuple(pixel == 0 for pixel in pixels[row * side : (row + 1) * side])
            for row in range(side)
        )
        if size / (side + 2 * QUIET) >= _EASY_MODULE:
            break
    return symbol


@lru_cache(maxsize=256)
def drawn(
    symbol: tuple[tuple[bool, ...], ...],
    box: Rect,
    ink: Color,
    paper: Color,
) -> tuple[Shape, Shape]:
    """Return the code filling `box`: its quiet zone as a field of `paper`, its modules in `ink`.

    Dark modules that touch in a row are one rectangle, so that no renderer shows seams.
    """
    module = box.width / (len(symbol) + 2 * QUIET)
    path: list[Segment] = []
    for row, line in enumerate(symbol):
        y = box.y + (QUIET + row) * module
        column = 0
        for dark, run in groupby(line):
            count = sum(1 for _ in run)
            if dark:
                x = box.x + (QUIET + column) * module
                right, bottom = x + count * module, y + module
                path += (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom))
                path.append(("Z",))
            column += count
    return Shape(rectangle(box), fill=paper), Shape(tuple(path), fill=ink)
