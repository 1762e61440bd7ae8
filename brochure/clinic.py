"""The clinic that a brochure comes from."""

from __future__ import annotations

from brochure.fields import Email, Fields, Phone, Website
from brochure.problems import Where


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
