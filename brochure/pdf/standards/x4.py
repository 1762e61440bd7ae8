"""PDF/X-4 (ISO 15930-7): for a print shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.standards.standard import Intent, Standard

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition

_CLAIMS = """<rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
"""


def _intent(condition: PrintingCondition | None) -> Intent:
    """Return the printing condition, its profile embedded (6.2.3)."""
    if condition is None:
        message = "PDF/X-4 needs a printing condition"
        raise ValueError(message)
    return Intent(
        "/GTS_PDFX", condition.identifier, condition.info, condition.icc, 4, condition.registry
    )


X4 = Standard(
    name="x-4",
    version=(1, 6),
    tagged=False,
    # An annotation inside the bleed box disqualifies the file (6.17), and all of ours would be.
    links=False,
    claims=_CLAIMS,
    intent=_intent,
)
