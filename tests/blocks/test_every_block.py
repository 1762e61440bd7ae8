"""Every block that an author can write is laid out, and all its words are on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from brochure import build
from brochure.blocks import BLOCKS

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES: dict[str, tuple[str, str]] = {
    "title": ("{title: {label: Small, text: A title}}", "SMALL A title"),
    "subtitle": ("{subtitle: A promise}", "A promise"),
    "heading": ("{heading: {label: Over, text: Under, level: 3}}", "OVER Under"),
    "text": (
        '{text: "Some **bold** words\\n\\n2. second\\n3. third"}',
        "Some bold words 2. second",
    ),
    "list": ("{list: [one, two]}", "one"),
    "steps": ("{steps: [first, {title: Then., text: more}]}", "Then. more"),
    "benefits": ("{benefits: [{icon: p.png, title: Good, text: for you}]}", "Good for you"),
    "picture": ("{picture: {file: p.png, alt: A field, height: 50pt}}", ""),
    "figure": (
        "{figure: {file: p.png, alt: A, caption: What it is, legend: [a, b]}}",
        "What it is",
    ),
    "callout": ("{callout: {label: Mind, title: This, text: and that}}", "MIND This and that"),
    "band": ("{band: {file: p.png, alt: A, height: 80pt, captions: [{text: here}]}}", "here"),
    "table": ("{table: {header: [A, B], rows: [[c, d]], caption: Of}}", "Of A B c d"),
    "contact": ("{contact: {qr: website, caption: Scan}}", "The Clinic"),
    "qr": ("{qr: {to: 'https://example.org', caption: Open it}}", "Open it"),
    "share": ("{share: [facebook, x, linkedin, pinterest]}", ""),
    "small-print": ("{small-print: In small}", "In small"),
    "spacer": ("{spacer: fill}", ""),
}


def test_there_is_a_sample_of_every_block() -> None:
    """A new block needs one."""
    assert [name for name, _ in BLOCKS if name not in SAMPLES] == []


@pytest.mark.parametrize("name", [name for name, _ in BLOCKS])
def test_a_block_is_on_the_page(name: str, tmp_path: Path) -> None:
    """Built alone on the inside, its words read back."""
    sample, words = SAMPLES[name]
    Image.new("RGB", (300, 200), (200, 120, 90)).save(tmp_path / "p.png")
    (tmp_path / "content.yaml").write_text(
        "title: A\nclinic: {name: The Clinic, website: www.example.com, phone: (210) 879-4809}\n"
        f"inside:\n  - {sample}\n"
    )
    (path,) = build(tmp_path / "content.yaml", tmp_path, editions=["office"])
    document = pypdfium2.PdfDocument(path)
    text = re.sub(r"\s+", " ", document[1].get_textpage().get_text_range())
    document.close()
    assert words in text
    if name == "share":  # sharing is for screens
        assert "Facebook" not in text
