"""Impose: Layout -> Sheets."""

from brochure.imposition.sheets import impose

__all__ = ["impose"]
