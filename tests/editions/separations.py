"""Renders a PDF's plates with Ghostscript, which knows overprint and mixes no inks."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

PLATES = ("Cyan", "Magenta", "Yellow", "Black")

needs_ghostscript = pytest.mark.skipif(
    shutil.which("gs") is None, reason="Ghostscript separates plates, and is not installed"
)


def plates(pdf: Path, folder: Path, page: int, dpi: int) -> dict[str, Image.Image]:
    """Return a page's plates by name: 0 for no ink, 255 for solid."""
    _ghostscript(pdf, "tiffsep", folder / "plate.tif", page, dpi)
    found = {}
    for name in PLATES:
        with Image.open(folder / f"plate({name}).tif") as image:
            found[name] = image.convert("L").point([255 - v for v in range(256)])
    return found


def inked(pdf: Path, folder: Path, page: int, dpi: int) -> Image.Image:
    """Return a page as "CMYK" pixels, as a press lays it down."""
    path = folder / f"inked-{page}.tif"
    _ghostscript(pdf, "tiff32nc", path, page, dpi)
    with Image.open(path) as image:
        image.load()
        return image


def most_ink(image: Image.Image) -> float:
    """Return the largest sum of four inks in a picture, in percent."""
    data = image.tobytes()
    return max(map(sum, zip(*(data[i::4] for i in range(4)), strict=True))) / 2.55


def _ghostscript(pdf: Path, device: str, out: Path, page: int, dpi: int) -> None:
    chosen = [f"-sDEVICE={device}", f"-r{dpi}", f"-dFirstPage={page}", f"-dLastPage={page}"]
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dOverprint=/simulate", *chosen]
    subprocess.run([*command, f"-sOutputFile={out}", str(pdf)], check=True, capture_output=True)  # noqa: S603 - our own words
