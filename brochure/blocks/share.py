"""Links that share the clinic's page on social networks; for screens only."""

from __future__ import annotations

from typing import ClassVar, Literal

from brochure.blocks.block import Block
from brochure.fields import Href


class Share(Block):
    """Sharing links; `url` is the page that is shared, the clinic's website where it is left out."""

    SHORTHAND: ClassVar[str] = "networks"

    networks: tuple[Literal["facebook", "x", "linkedin", "pinterest"], ...]
    url: Href | None = None
