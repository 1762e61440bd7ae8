"""The clinic that a brochure comes from."""

from __future__ import annotations

from brochure.fields import Email, Fields, Phone, Website
from brochure.problems import Where


class Clinic(Fields, frozen=True):
    """Who the clinic is and how to reach it; what the author leaves out is not shown.

    `area` is a city or region, `address` lines of a street address.
    """

    where: Where
    name: str
    clinician: str = ""
    area: str = ""
    address: tuple[str, ...] = ()
    phone: Phone | None = None
    email: Email | None = None
    website: Website | None = None
