"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once: for screens, readers and archives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.standards.standard import Intent, Standard
from brochure.profiles.srgb import srgb

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition

# PDF/A knows no property of PDF/UA, so the packet explains it (ISO 19005-2, 6.6.2.3).
_CLAIMS = """<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def _intent(_: PrintingCondition | None) -> Intent:
    """Return sRGB: without an intent, PDF/A allows no color of a device (6.2.4.3)."""
    name = "sRGB IEC61966-2.1"
    return Intent("/GTS_PDFA1", name, name, srgb(), 3, "http://www.color.org")


ACCESSIBLE = Standard(
    name="accessible",
    version=(1, 7),
    tagged=True,
    links=True,
    claims=_CLAIMS,
    intent=_intent,
)
