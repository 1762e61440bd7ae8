"""Who reviewed the copy, when, and when it is due again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.fields import Fields
from brochure.problems import Where

if TYPE_CHECKING:
    from datetime import date


class Day(msgspec.Struct, frozen=True):
    """A day as the author wrote it, and its place."""

    date: date
    where: Where


class Review(Fields, frozen=True):
    """A clinician's review of the copy; no page shows it.

    Attributes:
        by: Who read it, with the title.
        on: The day on which it was read, such as 2026-03-31.
        due: The day by which it should be read again.

    """

    where: Where
    by: str
    on: Day
    due: Day
