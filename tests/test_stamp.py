"""The stamp names the content: every edition of it has the same, any other content another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from brochure import build, read
from brochure.editions import EDITIONS
from brochure.images import Library
from brochure.stamp import stamp

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
title: A
subject: What it is & how it helps
keywords: [skin, fine needles]
clinic: {name: The Clinic}
cover: [{picture: {file: one.png, alt: A}}]
inside: [{benefits: [{title: B, icon: two.png}]}]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the path of a file that names two pictures, one of them deep in a block."""
    for name, color in (("one", "red"), ("two", "green")):
        Image.new("RGB", (60, 40), color).save(tmp_path / f"{name}.png")
    path = tmp_path / "content.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def stamped(path: Path, *overrides: str) -> str:
    """Return the stamp of the file."""
    brochure = read(path, overrides)
    return stamp(brochure, Library(brochure.folder))


def test_the_same_content_has_the_same_stamp(content: Path) -> None:
    """Whatever its lines end with, and when it was written."""
    first = stamped(content)
    assert re.fullmatch("[0-9a-f]{64}", first)
    content.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert stamped(content) == first


def test_other_content_has_another_stamp(content: Path) -> None:
    """A word, a change from the command line, either picture: each has a stamp of its own."""
    stamps = {stamped(content), stamped(content, "paper=a4"), stamped(content, "paper=legal")}
    for name in ("one", "two"):
        Image.new("RGB", (60, 40), "blue").save(content.parent / f"{name}.png")
        stamps.add(stamped(content))
    content.write_text(TEXT.replace("helps", "works"), encoding="utf-8")
    stamps.add(stamped(content))
    assert len(stamps) == 6


def test_a_picture_that_is_not_there_counts_as_none(content: Path) -> None:
    """The layout tells its problem; a block that an edition leaves out has none."""
    before = stamped(content)
    (content.parent / "two.png").unlink()
    assert stamped(content) != before


def test_every_edition_carries_the_same_stamp_and_properties(content: Path, tmp_path: Path) -> None:
    """Also one that leaves a picture out; Info and XMP agree."""
    (office,) = EDITIONS
    plain = replace(office, name="plain", leaves_out=frozenset({"picture"}))
    paths = build(content, tmp_path / "out", editions=[office, plain])
    said = []
    for path in paths:
        with pikepdf.open(path) as pdf:
            info = {key: str(pdf.docinfo[f"/{key}"]) for key in ("Subject", "Keywords", "Author")}
            with pdf.open_metadata() as xmp:
                assert xmp["dc:description"] == info["Subject"]
                assert xmp["pdf:Keywords"] == info["Keywords"]
                said.append((info, xmp["dc:identifier"]))
    assert said[0] == said[1]
    assert said[0] == (
        {
            "Subject": "What it is & how it helps",
            "Keywords": "skin, fine needles",
            "Author": "The Clinic",
        },
        f"urn:sha256:{stamped(content)}",
    )
    assert paths[0].read_bytes() != paths[1].read_bytes()
