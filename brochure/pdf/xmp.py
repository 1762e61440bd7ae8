"""Properties → the XMP packet that says the same as the Info dictionary (ISO 32000-1, 14.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from brochure.model import Properties

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:identifier>urn:sha256:{digest}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{identity}</xmpMM:InstanceID>
</rdf:Description>
{claims}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Origin(msgspec.Struct, frozen=True):
    """By what and when a file was made: `date` in ISO 8601, `identity` its ID in hexadecimal."""

    creator: str
    producer: str
    date: str
    identity: str


def packet(properties: Properties, origin: Origin, claims: str) -> bytes:
    """Return the XMP packet of a document, in UTF-8.

    `claims` is markup that says to which standards the file conforms.
    """
    said = {
        "title": properties.title,
        "author": properties.author,
        "subject": properties.subject,
        "keywords": properties.keywords,
        "language": properties.language,
        "digest": properties.digest,
        "creator": origin.creator,
        "producer": origin.producer,
        "date": origin.date,
        "identity": origin.identity,
    }
    escaped = {key: _escape(text) for key, text in said.items()}
    return _PACKET.format_map({**escaped, "claims": claims}).encode()


def _escape(text: str) -> str:
    """Return `text` as XML content: no markup, none of the controls that XML 1.0 forbids."""
    plain = "".join(char for char in text if char >= " " or char in "\t\n")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
