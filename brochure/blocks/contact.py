"""How to reach the clinic, from the clinic's own entry at the head of the file."""

from __future__ import annotations

from typing import ClassVar, Literal

from brochure.blocks.block import Block
from brochure.richtext import Inline


class Contact(Block):
    """The clinic's name, doctor, place, phone and site; `qr` sets a code beside a `caption`."""

    SHORTHAND: ClassVar[str] = "qr"

    qr: Literal["website", "vcard"] | None = None
    caption: Inline | None = None
