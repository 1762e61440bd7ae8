"""The editions a brochure comes in: frozen values, one file each."""

from brochure.editions.edition import Edition
from brochure.editions.large_print import LARGE_PRINT
from brochure.editions.office import OFFICE
from brochure.editions.press import PRESS
from brochure.editions.screen import SCREEN

__all__ = ["DEFAULT", "EDITIONS", "LARGE_PRINT", "OFFICE", "PRESS", "SCREEN", "Edition"]

EDITIONS: dict[str, Edition] = {
    edition.name: edition for edition in (OFFICE, SCREEN, LARGE_PRINT, PRESS)
}
"""Every edition there is, by its name."""

DEFAULT: tuple[str, ...] = ("office", "screen")
"""Those that are built where nobody asks for others."""
