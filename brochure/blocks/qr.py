"""A QR code, drawn as vectors, with its quiet zone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from brochure.blocks.block import Block
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.fields import Href, Length
from brochure.frame import Element, Group, Link, Role
from brochure.geometry import Rect
from brochure.problems import Problem
from brochure.richtext import Inline

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.clinic import Clinic
    from brochure.problems import Where

_SIZE = 84.0  # pt, quiet zone included: seven grid lines
_GAP = 14.0  # pt between the code and the words beside it


class QR(Block, frozen=True):
    """A code for the camera of a phone.

    Attributes:
        to: `website` opens the clinic's site, `vcard` saves its details; or an address to open.
        caption: The words beside the code.
        size: How wide it is, with the white around it.

    """

    SHORTHAND: ClassVar[str] = "to"

    to: Literal["website", "vcard"] | Href = "website"
    caption: Inline | None = None
    size: Length | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the code with its caption beside it."""
        size = setting.length(self.size or _SIZE)
        return code_strip(setting, self.to, self.caption, size, self.where)

    def code_to(self, clinic: Clinic) -> Href | None:
        """Return where the code leads, None for one that saves the clinic's details."""
        return _opened_by(self.to, clinic)


def _opened_by(to: Literal["website", "vcard"] | Href, clinic: Clinic) -> Href | None:
    if isinstance(to, Href):
        return to
    return clinic.website.href if clinic.website and to == "website" else None


def code_strip(
    setting: Setting,
    to: Literal["website", "vcard"] | Href,
    caption: Inline | None,
    size: float,
    where: Where,
) -> list[Strip]:
    """Return a code `size` points wide, the caption level with its middle beside it.

    On a white panel the code's dark modules start at the column's edge.
    """
    from brochure.blocks import code  # noqa: PLC0415 - the encoder loads only where there is a code

    said = code.message(setting.clinic, to)
    if not said:
        setting.problems.append(
            Problem(
                "QR001",
                "the code has no website to lead to",
                where,
                "add `website:` to `clinic:`, or use `to: vcard`",
            ),
        )
        return []
    if len(said.encode()) > code.MOST:
        setting.problems.append(
            Problem(
                "QR002",
                f"a code holds {code.MOST} bytes, and this one would say {len(said.encode())}",
                where,
                "use a shorter link",
            )
        )
        return []
    symbol = code.modules(said, size, setting.pictures.cache)
    zone = size * code.QUIET / (len(symbol) + 2 * code.QUIET)
    # On white, the quiet zone may reach into the margin; on a color it is a field of its own.
    quiet = 0.0 if setting.panel.ground else zone
    if size / (len(symbol) + 2 * code.QUIET) < code.LEAST_MODULE:
        setting.problems.append(_too_small(size, len(symbol) + 2 * code.QUIET, where))
    box = Rect(setting.across(-quiet, size), -quiet, size, size)
    shapes = code.drawn(symbol, box, setting.theme.color("ink"), setting.theme.color("paper"))
    alt = _ALT.get(to, "QR code: opens {to}").format(to=to, name=setting.clinic.name)
    figure = Group(shapes, element=Element(Role.FIGURE, alt=alt, code=said))
    items = [figure]
    if href := _opened_by(to, setting.clinic):
        # The picture is what is clicked, so the link holds it (PDF/UA-1, 7.18.5); it has no words
        # by which it could be called, so it is called what the picture is.
        link = Element(Role.LINK, alt=alt)
        opening = Group((figure, Link(box, href, f"Open {href}")), element=link)
        items = [Group((opening,), element=Element(Role.PARAGRAPH))]
    ink = size - 2 * quiet
    if caption:
        x = ink + setting.length(_GAP)
        column = setting.narrowed(setting.measure - x)
        words, height = stacked(column.paragraph(caption, "caption"))
        left = setting.across(x, column.measure)
        moved = shifted(words, left, (ink - height) / 2)
        paragraph = Group((moved,), element=Element(Role.PARAGRAPH))
        items.append(paragraph)
    grid = setting.theme.grid
    # Nothing may stand in the quiet zone that reaches beyond the strip, and it covers nothing.
    white = max(grid, quiet)
    return [Strip(ink, tuple(items), where, before=white, after=white)]


_ALT: dict[str, str] = {
    "website": "QR code: opens the website of {name}",
    "vcard": "QR code: saves the contact details of {name}",
}


def _too_small(size: float, modules: int, where: Where) -> Problem:
    from brochure.blocks.code import LEAST_MODULE  # noqa: PLC0415 - as above

    return Problem(
        "QR002",
        f"a code of {round(size, 1):g} pt is too small for what it says: its {modules} squares a "
        f"side would be {size / modules / LEAST_MODULE * 0.4:.2f} mm wide, and phones need 0.4 mm",
        where,
        f"set `size: {math.ceil(modules * LEAST_MODULE)}pt` or more, or let it say less",
    )
