"""Printing conditions: the ICC profiles of presses, and how a color becomes their inks."""

from brochure.profiles.condition import NAMES, Inks, PrintingCondition, load

__all__ = ["NAMES", "Inks", "PrintingCondition", "load"]
