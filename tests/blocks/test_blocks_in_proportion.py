"""Every block grows with its theme: nothing in it is a fixed number of points but its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PIL import Image

from brochure import read
from brochure.blocks import BLOCKS
from brochure.blocks.band import Band
from brochure.blocks.setting import Setting
from brochure.editions import SCREEN
from brochure.frame import Image as Picture
from brochure.frame import Text
from brochure.images import Library
from brochure.shape import Shape, transformed
from brochure.themes.scaling import scaled
from brochure.typography import StandingType
from tests.blocks.test_every_block import SAMPLES
from tests.test_composition import leaves

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.blocks.strip import Strip
    from brochure.model import Brochure

MEASURE = 211.0


def strips(brochure: Brochure, factor: float) -> list[Strip]:
    """Return the strips of the brochure's one block, theme and column `factor` times as large."""
    (block,) = brochure.inside
    theme = scaled(brochure.theme, factor)
    setting = Setting(
        theme=theme,
        panel=theme.panels["inside"],
        measure=MEASURE * factor,
        language="en-US",
        direction=brochure.direction,
        clinic=brochure.clinic,
        edition=SCREEN,
        pictures=Library(brochure.folder),
        problems=[],
        standing=StandingType(None, "content.yaml"),
        enlargement=factor,
    )
    made = block.panel_caption(setting, 0) if isinstance(block, Band) else block.lay_out(setting)
    assert setting.problems == []
    return made


def lengths(made: list[Strip]) -> list[float]:
    """Return every length of strips: heights, white, and where everything in them stands."""
    found: list[float] = []
    for strip in made:
        most = 0.0 if strip.most == float("inf") else strip.most
        found += [strip.height, strip.before, strip.after, strip.baseline or 0.0, most]
        for item, matrix in leaves(strip.items):
            match item:
                case Text(origin, run):
                    found += [*matrix.apply(origin), run.size]
                case Picture(rect):
                    found += [matrix.e + rect.x, matrix.f + rect.y, rect.width, rect.height]
                case Shape(path):
                    # A code's modules are whole shares of it: its extent tells its size.
                    points = [s[1:] for s in transformed(path, matrix) if len(s) > 1]
                    found += [max(p[-2] for p in points), max(p[-1] for p in points)]
    return found


@pytest.mark.parametrize("name", [name for name, _ in BLOCKS])
def test_a_block_grows_with_its_theme(name: str, tmp_path: Path) -> None:
    """At twice the size every length is twice what it was."""
    Image.new("RGB", (300, 200), (200, 120, 90)).save(tmp_path / "p.png")
    (tmp_path / "content.yaml").write_text(
        "title: A\nclinic: {name: The Clinic, website: www.example.com, phone: (210) 879-4809}\n"
        f"inside:\n  - {SAMPLES[name][0]}\n"
    )
    brochure = read(tmp_path / "content.yaml")
    once, twice = lengths(strips(brochure, 1)), lengths(strips(brochure, 2))
    assert len(once) >= 5
    assert twice == pytest.approx([2 * length for length in once], abs=0.01)


def test_a_picture_keeps_the_crop_of_the_authors_height(tmp_path: Path) -> None:
    """Higher by what the column is wider; shown smaller, not cropped, where that is too high."""
    Image.new("RGB", (300, 200)).save(tmp_path / "p.png")
    (tmp_path / "content.yaml").write_text(
        "title: A\nclinic: {name: C}\ninside:\n  - picture: {file: p.png, alt: A, height: 50pt}\n"
    )
    brochure = read(tmp_path / "content.yaml")
    (block,) = brochure.inside
    theme = brochure.theme
    setting = Setting(
        theme=theme,
        panel=theme.panels["inside"],
        measure=400,
        language="en-US",
        direction=brochure.direction,
        clinic=brochure.clinic,
        edition=SCREEN,
        pictures=Library(brochure.folder),
        problems=[],
        standing=StandingType(None, "content.yaml"),
        enlargement=2,
    )
    assert block.lay_out(setting)[0].height == 100
    low = block.lay_out(replace(setting, depth=80))[0]
    ((drawn, _),) = leaves(low.items)
    assert isinstance(drawn, Picture)
    assert (drawn.rect.width, drawn.rect.height, low.height) == (320, 80, 80)
