"""Pictures opened in a test's folder, and their pixels."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from brochure.fields import FileName, Focus
from brochure.geometry import Size
from brochure.images import Drawing, Library, Photo
from brochure.problems import BrochureError, Source, Where

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.cache import Cache
    from brochure.images import Raster

WHERE = Where(Source("content.yaml", "file: x"), 1)
HALF = Focus(0.5, 0.5)


def photo(folder: Path, name: str, cache: Cache | None = None) -> Photo:
    """Open a photograph."""
    found = Library(folder, cache).open(FileName(name, WHERE))
    assert isinstance(found, Photo)
    return found


def drawing(folder: Path, text: str, cache: Cache | None = None) -> Drawing:
    """Open a drawing of the SVG `text`."""
    (folder / "a.svg").write_text(text)
    found = Library(folder, cache).open(FileName("a.svg", WHERE))
    assert isinstance(found, Drawing)
    return found


def code(folder: Path, name: str) -> str:
    """Return the code of the only problem with a picture."""
    with pytest.raises(BrochureError) as caught:
        Library(folder).open(FileName(name, WHERE))
    (problem,) = caught.value.problems
    assert problem.where == WHERE
    return problem.code


def whole(found: Photo) -> Raster:
    """Return the photograph uncropped, one pixel a point."""
    return found.fit(Size(found.width, found.height), HALF, 72).raster


def image_of(raster: Raster) -> Image.Image:
    """Return the raster's colors as an image."""
    if raster.encoding == "jpeg":
        return Image.open(io.BytesIO(raster.data))
    mode = "L" if raster.mode == "gray" else "RGB"
    return Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.data))


def pixel(found: Photo, x: float = 0.5, y: float = 0.5) -> tuple[int, ...]:
    """Return one pixel of the fitted picture."""
    raster = whole(found)
    value: Any = image_of(raster).getpixel((int(x * raster.width), int(y * raster.height)))
    return value if isinstance(value, tuple) else (value,)
