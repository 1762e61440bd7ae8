"""PDF/X-4 (ISO 15930-7): for a print shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.standards.standard import Intent, Standard

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition

# Trapped says the same as in the Info dictionary, which the standard asks for (domain notes §2);
# a first version that was derived from no other file is version 1, rendition default.
_CLAIMS = """<rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
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
