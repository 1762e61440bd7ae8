"""How to reach the clinic, from the clinic's own entry at the head of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.blocks.qr import code_strip
from brochure.blocks.setting import ENDLESS
from brochure.blocks.strip import Strip
from brochure.frame import Element, Group, Role
from brochure.geometry import Point
from brochure.richtext import Inline, Span
from brochure.shape import Shape, Stroke, line

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.clinic import Clinic
    from brochure.fields import Email, Href, Phone, Website
    from brochure.themes.theme import Role as StyleRole

_CODE = 98.0  # pt, quiet zone included: a vCard's small modules still scan at this size


class Contact(Block, frozen=True):
    """The clinic's name, doctor, place, phone and site, as written under `clinic`.

    Attributes:
        qr: A code under them: `vcard` saves the details in a phone, `website` opens the site.
        caption: The words beside the code.

    """

    SHORTHAND: ClassVar[str] = "qr"

    qr: Literal["website", "vcard"] | None = None
    caption: Inline | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return the details under a rule, and the code under them, kept together."""
        clinic = setting.clinic
        grid = setting.theme.grid
        strips = [_rule(setting, self)]
        if clinic.clinician:
            strips += self._words(setting, clinic.clinician, "contact-name")
            strips += self._words(setting, clinic.name, "contact")
        else:
            strips += self._words(setting, clinic.name, "contact-name")
        for words in (*clinic.address, clinic.area):
            strips += self._words(setting, words, "contact") if words else []
        strips += self._way(setting, clinic.phone, "phone", grid / 2)
        strips += self._way(setting, clinic.website, "website", 0)
        strips += self._way(setting, clinic.email, "website", 0)
        if self.qr:
            size = setting.length(_CODE)
            strips += [
                replace(strip, before=1.5 * grid)
                for strip in code_strip(setting, self.qr, self.caption, size, self.where)
            ]
        return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]

    def code_to(self, clinic: Clinic) -> Href | None:
        """Return the clinic's site, if that is what the code opens."""
        return clinic.website.href if clinic.website and self.qr == "website" else None

    def _words(self, setting: Setting, words: str, role: StyleRole) -> list[Strip]:
        return setting.paragraph(
            setting.plain(words, setting.clinic.where),
            role,
            (Element(Role.PARAGRAPH),),
        )

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
        style = setting.style(role)
        if role == "phone":
            # A number is read as one: it is smaller in a narrow column, not parted.
            width = setting.lines(text, style, ENDLESS)[0].width
            style = replace(style, size=style.size * min(1.0, setting.measure / width))
        strips = setting.paragraph(text, style, (Element(Role.PARAGRAPH),))
        return [replace(strips[0], before=before), *strips[1:]]


def _rule(setting: Setting, block: Contact) -> Strip:
    path = line(Point(0, 0), Point(setting.measure, 0))
    shape = Shape(path, stroke=Stroke(setting.color("rule"), setting.panel.weight))
    grid = setting.theme.grid
    group = Group((shape,), element=Element(Role.ARTIFACT))
    return Strip(0.0, (group,), block.where, before=grid, after=grid)
