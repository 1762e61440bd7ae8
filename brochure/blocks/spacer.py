"""White space that the author asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Meta

from brochure.blocks.block import Block
from brochure.blocks.strip import Strip

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting


class Spacer(Block, frozen=True):
    """White space.

    Attributes:
        lines: How many lines of white; `fill` moves what follows to the panel's foot.

    """

    SHORTHAND: ClassVar[str] = "lines"

    lines: Annotated[float, Meta(gt=0, le=60)] | Literal["fill"] = 1.0

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the white, in lines of the grid, or a share of what the panel has left."""
        if self.lines == "fill":
            return [Strip(0.0, (), self.where, fill=1.0)]
        return [Strip(float(self.lines) * setting.theme.grid, (), self.where)]
