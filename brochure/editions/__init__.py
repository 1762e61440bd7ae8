"""The editions a brochure comes in: frozen values, one file each."""

from brochure.editions.edition import Edition
from brochure.editions.office import OFFICE

__all__ = ["EDITIONS", "Edition"]

EDITIONS: tuple[Edition, ...] = (OFFICE,)
