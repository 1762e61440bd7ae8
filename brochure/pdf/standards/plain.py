"""A PDF 1.7 file as every office printer takes it (ISO 32000-1)."""

from brochure.pdf.standards.standard import Standard

PLAIN = Standard(
    name="plain",
    version=(1, 7),
    tagged=False,
    links=True,
    claims="",
    intent=lambda _: None,
)
