"""QR codes: they say what they should, and their modules are large enough to scan."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from brochure.blocks import code
from brochure.clinic import Clinic
from brochure.fields import Href, Phone, Website
from brochure.problems import Source, Where

HERE = Where(Source("content.yaml", ""), 1)
CLINIC = Clinic(
    where=HERE,
    name="The Clinic; north, and south",
    clinician="Dr. A. B\u00e9",
    phone=Phone("(210) 879-4809", Href("tel:+12108794809"), HERE),
    website=Website("www.example.com", Href("https://www.example.com"), HERE),
)


def decoded(symbol: tuple[tuple[bool, ...], ...], scale: int = 4) -> str:
    """Return what a reader finds in the drawn symbol with its quiet zone."""
    side = len(symbol) + 2 * code.QUIET
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(symbol):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + code.QUIET, y + code.QUIET), 0)
    (found,) = zxingcpp.read_barcodes(picture.resize((side * scale, side * scale), 0))
    return str(found.text)


@pytest.mark.parametrize("to", ["website", "vcard", Href("https://example.org/a?b=c")])
def test_a_code_says_what_it_should(to: Href) -> None:
    """Decoded again by a reader."""
    said = code.message(CLINIC, to)
    assert decoded(code.modules(said, 98)) == said


def test_a_vcard_escapes_what_has_a_meaning() -> None:
    """Commas and semicolons in a name do not part it (RFC 2426, section 5)."""
    lines = code.vcard(CLINIC).split("\r\n")
    assert "ORG:The Clinic\\; north\\, and south" in lines
    assert "TEL;TYPE=WORK:+12108794809" in lines
    assert lines[0] == "BEGIN:VCARD"
    assert lines[-2:] == ["END:VCARD", ""]


def test_a_smaller_code_gives_up_error_correction_for_larger_modules() -> None:
    """The same words have fewer modules on a smaller code."""
    said = code.vcard(CLINIC)
    assert len(code.modules(said, 70)) < len(code.modules(said, 200))
