"""Benefits: an icon, a name and a sentence each."""

from __future__ import annotations

from typing import ClassVar

from brochure.blocks.block import Block, Part
from brochure.fields import FileName
from brochure.richtext import Inline


class Benefit(Part):
    """One benefit; its icon is decoration, since the words beside it say the same."""

    title: Inline
    text: Inline | None = None
    icon: FileName | None = None


class Benefits(Block):
    """A column of benefits."""

    SHORTHAND: ClassVar[str] = "items"

    items: tuple[Benefit, ...]
