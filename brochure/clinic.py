"""The clinic that a brochure comes from."""

from __future__ import annotations

from brochure.fields import Email, Fields, Phone, Website
from brochure.problems import Where

_FURTHEST = 24  # lines of the file that hold a clinic's details


class Clinic(Fields, frozen=True):
    """Who the clinic is and how to reach it; what the author leaves out is not shown.

    Attributes:
        name: The clinic's name.
        clinician: Who treats there, with the title before the name.
        area: The city or region.
        address: The lines of the street address.
        phone: The number, as it should be printed; it can be tapped on a screen.
        email: The mail address.
        website: The site's address, as it should be printed.

    """

    where: Where
    name: str
    clinician: str = ""
    area: str = ""
    address: tuple[str, ...] = ()
    phone: Phone | None = None
    email: Email | None = None
    website: Website | None = None

    def place(self, words: str) -> Where:
        """Return where `words`, one of the details, stand in the file, as far as can be seen."""
        lines = self.where.source.lines
        for number in range(self.where.line, min(self.where.line + _FURTHEST, len(lines) + 1)):
            line = lines[number - 1]
            at = line.find(words)
            before, after = line[max(at - 1, 0) : at], line[at + len(words) : at + len(words) + 1]
            if at >= 0 and not (before.isalnum() or after.isalnum()):
                return Where(self.where.source, number, at + 1, len(words))
        return self.where
