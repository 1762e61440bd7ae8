"""How to reach the clinic, from the clinic's own entry at the head of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.qr import code_strip
from brochure.blocks.strip import Strip, shifted, stacked
from brochure.frame import Element, Group, Role
from brochure.geometry import Point
from brochure.richtext import Inline, Span
from brochure.shape import Shape, Stroke, line
from brochure.typography import ENDLESS

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.clinic import Clinic
    from brochure.fields import Email, Href, Phone, Website
    from brochure.themes import TextStyle
    from brochure.themes.theme import Role as StyleRole

_CODE = 98.0  # pt, quiet zone included: a vCard's small modules still scan at this size
_BESIDE = 14.0  # pt between the details and a code beside them, its quiet zone included
_LEAST = 30.0  # characters a line of details beside a code


class Contact(Block, frozen=True):
    """The clinic's name, doctor, place, phone and site, as written under `clinic`.

    Attributes:
        qr: A code under them: `vcard` saves the details in a phone, `website` opens the site.
        caption: The words beside the code.

    """

    SHORTHAND: ClassVar[str] = "qr"
    GIVES_WAY: ClassVar[bool] = True

    qr: Literal["website", "vcard"] | None = None
    caption: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the details under a rule, and the code under or beside them, kept together."""
        grid = setting.theme.grid
        strips = [_rule(setting, self)]
        beside = self._beside(setting, self.qr) if self.qr and setting.tight else None
        if beside:
            strips.append(beside)
        else:
            strips += self._details(setting)
            if self.qr:
                size = setting.length(_CODE)
                strips += [
                    replace(strip, before=max(1.5 * grid, strip.before))
                    for strip in code_strip(setting, self.qr, self.caption, size, self.where)
                ]
        return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]

    def _details(self, setting: Setting) -> list[Strip]:
        """Return the lines of the clinic's entry."""
        clinic = setting.clinic
        strips = []
        if clinic.clinician:
            strips += self._words(setting, clinic.clinician, "contact-name")
            strips += self._words(setting, clinic.name, "contact")
        else:
            strips += self._words(setting, clinic.name, "contact-name")
        for words in (*clinic.address, clinic.area):
            strips += self._words(setting, words, "contact") if words else []
        strips += self._way(setting, clinic.phone, "phone", setting.theme.grid / 2)
        strips += self._way(setting, clinic.website, "website", 0)
        strips += self._way(setting, clinic.email, "website", 0)
        return strips

    def _beside(self, setting: Setting, to: Literal["website", "vcard"]) -> Strip | None:
        """Return the details with the code beside them, None where that leaves them no room."""
        found = code_strip(setting, to, None, setting.length(_CODE), self.where)
        width = found[0].height if found else 0.0  # codes are square
        column = setting.narrowed(setting.measure - width - setting.length(_BESIDE))
        if not found or setting.characters(column.measure) < _LEAST:
            return None
        lines = self._details(column)
        if self.caption:
            first, *rest = column.paragraph(self.caption, "caption", (Element(Role.PARAGRAPH),))
            lines += [replace(first, before=setting.theme.grid / 2), *rest]
        words, height = stacked(lines)
        # The code's head is level with the capitals of the first line.
        baseline = lines[0].baseline or 0.0
        style = setting.style("contact-name")
        rise = baseline - setting.font(style).cap_height * style.size / 1000
        left = setting.across(setting.measure - width, width)
        code = shifted(found[0].items, left - setting.across(0, width), rise)
        if x := setting.across(0, column.measure):
            words = (shifted(words, x, 0),)
        return Strip(
            max(height, rise + width),
            (*words, code),
            self.where,
            after=found[0].after,
            baseline=lines[0].baseline,
            step=0.5,
        )

    def code_to(self, clinic: Clinic) -> Href | None:
        """Return the clinic's site, if that is what the code opens."""
        return clinic.website.href if clinic.website and self.qr == "website" else None

    def _words(self, setting: Setting, words: str, role: StyleRole) -> list[Strip]:
        text = setting.plain(words, setting.clinic.place(words))
        style = _unparted(setting, text, role) if setting.tight else role
        return setting.paragraph(text, style, (Element(Role.PARAGRAPH),))

    def _way(
        self,
        setting: Setting,
        way: Phone | Website | Email | None,
        role: StyleRole,
        before: float,
    ) -> list[Strip]:
        """Return a phone number, site or mail address that can be tapped."""
        if way is None:
            return []
        text = Inline((Span(way.text, way.where, href=way.href),), way.where)
        style = _unparted(setting, text, role) if role == "phone" or setting.tight else role
        strips = setting.paragraph(text, style, (Element(Role.PARAGRAPH),))
        return [replace(strips[0], before=before), *strips[1:]]


def _unparted(setting: Setting, text: Inline, role: StyleRole) -> TextStyle:
    """Return the style of `role`, smaller where `text` would not stand on one line of the column.

    A number is read as one. What the theme's least size does not bring onto a line is parted.
    """
    style = setting.style(role)
    size = style.size * setting.measure / setting.lines(text, style, ENDLESS)[0].width
    least = min(setting.theme.copyfit.least, style.size)
    return replace(style, size=size) if least <= size < style.size else style


def _rule(setting: Setting, block: Contact) -> Strip:
    path = line(Point(0, 0), Point(setting.measure, 0))
    shape = Shape(path, stroke=Stroke(setting.color("rule"), setting.panel.weight))
    grid = setting.theme.grid / (2 if setting.tight else 1)
    group = Group((shape,), element=Element(Role.ARTIFACT))
    return Strip(0.0, (group,), block.where, before=grid, after=grid)
