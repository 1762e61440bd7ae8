"""What a file promises to be: a variant of PDF is one file here and one line in the table."""

from brochure.pdf.standards.accessible import ACCESSIBLE
from brochure.pdf.standards.plain import PLAIN
from brochure.pdf.standards.standard import Intent, Standard
from brochure.pdf.standards.x4 import X4

__all__ = ["STANDARDS", "Intent", "Standard"]

STANDARDS: dict[str, Standard] = {standard.name: standard for standard in (PLAIN, ACCESSIBLE, X4)}
"""Every standard by the name by which an edition asks for it."""
