"""White space that the author asks for."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from brochure.blocks.block import Block


class Spacer(Block):
    """`lines` of white, or `fill`: what follows moves to the panel's foot."""

    SHORTHAND: ClassVar[str] = "lines"

    lines: Annotated[float, Meta(gt=0, le=60)] | Literal["fill"] = 1.0
