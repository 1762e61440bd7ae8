"""What every block shares: where it stands in the author's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brochure.fields import Fields, LanguageTag
from brochure.problems import Where

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.clinic import Clinic
    from brochure.fields import Href


class Block(Fields, frozen=True, kw_only=True):
    """One block of copy; the name of its class, in kebab case, is its key in the author's file.

    `where` is set by the reader, never by the author. `SHORTHAND` names the field that a bare
    value fills: `- title: Microneedling` is `- title: {text: Microneedling}`. `GIVES_WAY` is one
    that takes less height in a tight setting.

    Attributes:
        language: The language of the block's words, if it is not the brochure's, such as es.

    """

    SHORTHAND: ClassVar[str] = ""
    GIVES_WAY: ClassVar[bool] = False

    where: Where
    language: LanguageTag | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the block's strips; none for a block that stands outside the column."""
        del setting
        return []

    def code_to(self, clinic: Clinic) -> Href | None:
        """Return the address that a code of the block's leads to, None where it has none."""
        del clinic
        return None


class Part(Fields, frozen=True):
    """A mapping inside a block, such as one step of a list of steps."""

    SHORTHAND: ClassVar[str] = ""

    where: Where
