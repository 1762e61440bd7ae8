"""The editions a brochure comes in: frozen values, one file each."""

from brochure.editions.edition import Edition
from brochure.editions.office import OFFICE
from brochure.editions.screen import SCREEN

__all__ = ["DEFAULT", "EDITIONS", "OFFICE", "SCREEN", "Edition"]

EDITIONS: dict[str, Edition] = {edition.name: edition for edition in (OFFICE, SCREEN)}
"""Every edition there is, by its name."""

DEFAULT: tuple[str, ...] = ("office", "screen")
"""Those that are built where nobody asks for others."""
