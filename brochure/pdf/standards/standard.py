"""What sets one standard of PDF apart from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.profiles import PrintingCondition


class Intent(msgspec.Struct, frozen=True):
    """The colors that a file is made for (ISO 32000-1, 14.11.5), with its ICC profile.

    `components` is how many the profile's color space has; `registry` is empty where the
    condition is in none.
    """

    subtype: Literal["/GTS_PDFA1", "/GTS_PDFX"]
    identifier: str
    info: str
    icc: bytes
    components: Literal[3, 4]
    registry: str = ""


class Standard(msgspec.Struct, frozen=True):
    """What a file of this standard must have, and must not.

    `version` is PDF's own. `tagged` files carry the reading structure; a file that may not hold
    `links` has none. `claims` is the part of the XMP packet that names the standard. `intent`
    gives the output intent, None where there need be none, for the press's printing condition.
    """

    name: str
    version: tuple[int, int]
    tagged: bool
    links: bool
    claims: str
    intent: Callable[[PrintingCondition | None], Intent | None]
