"""A QR code, drawn as vectors, with its quiet zone."""

from __future__ import annotations

from typing import ClassVar, Literal

from brochure.blocks.block import Block
from brochure.fields import Href, Length
from brochure.richtext import Inline


class QR(Block):
    """A code that opens the website, saves the clinic's vCard, or opens a link of its own."""

    SHORTHAND: ClassVar[str] = "to"

    to: Literal["website", "vcard"] | Href = "website"
    caption: Inline | None = None
    size: Length | None = None
