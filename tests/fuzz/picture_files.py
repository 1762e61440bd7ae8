"""Hunt for pictures that break the loader: `python -m tests.fuzz.picture_files FOLDER`."""

from __future__ import annotations

import io
import itertools
import tempfile
from contextlib import suppress
from pathlib import Path

from PIL import Image

from tests import hostile
from tests.fuzz.hunting import hunt, instrumented

with instrumented():
    from brochure.color import BLACK
    from brochure.fields import FileName, Focus
    from brochure.geometry import Size
    from brochure.images import Drawing, Library
    from brochure.preflight.checks.camera_position import tells_place
    from brochure.problems import BrochureError, Source, Where
    from brochure.profiles import load


ROOT = Path(__file__).parents[2]
MOST = 8_000  # bytes: each byte of a small picture counts
KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "LAB", "I", "F", "I;16")
WHERE = Where(Source("content.yaml", "file: x"), 1)
BOX = Size(40, 30)  # pt
PRESS = load("gracol", None)


def main() -> None:
    """Open whatever comes, and prepare it for a screen and for a press, as the program does."""
    names = map(str, itertools.count())  # files of one name, size and time are taken for one
    with tempfile.TemporaryDirectory() as folder:

        def attempt(data: bytes) -> None:
            path = Path(folder) / next(names)
            path.write_bytes(data)
            with suppress(BrochureError):
                shown(Library(path.parent), FileName(path.name, WHERE))
            tells_place(data)
            path.unlink()

        hunt(attempt, seeds(), words(), MOST)


def shown(pictures: Library, file: FileName) -> None:
    """Prepare a picture in every way in which the program does."""
    picture = pictures.open(file)
    if isinstance(picture, Drawing):
        if not picture.needs_raster:
            picture.shapes({}, BLACK)
        picture.raster(BOX, 72, palette={}, current=BLACK)
        return
    picture.fit(BOX, Focus(0.5, 0.5), 72)
    picture.fit(BOX, Focus(0.5, 0.5), 72, "gray")
    picture.fit(BOX, Focus(0.5, 0.5), 72, "cmyk", PRESS)


def seeds() -> list[bytes]:
    """Return small pictures of every format and mode, drawings, and broken ones."""
    ramp = Image.linear_gradient("L").resize((24, 20))
    color = Image.merge("RGB", (ramp, ramp.rotate(90), ramp.rotate(180)))
    ways = ({}, {"exif": exif()}, {"progressive": True}, {"compression": "tiff_lzw"})
    found = []
    for mode, kind, options in itertools.product(MODES, KINDS, ways):
        image = ramp if mode.startswith(("I", "F", "1")) else color
        out = io.BytesIO()
        with suppress(OSError, ValueError, KeyError):  # no such mode in that format
            image.convert(mode).save(out, kind, **options)
            found.append(out.getvalue())
    drawings = [path.read_bytes() for path in (ROOT / "assets").rglob("*.svg")]
    every = [*found, *drawings, *hostile.pictures().values()]
    return [data for data in every if len(data) <= MOST]


def exif() -> Image.Exif:
    """Return metadata of a camera: a turned picture, and its place."""
    made = Image.Exif()
    made[0x0112] = 6
    made.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    return made


def words() -> list[bytes]:
    """Return what opens files and their parts, and an SVG's elements and attributes."""
    marks = [b"\xff\xd8\xff", b"\xff\xc0", b"\xff\xda", b"\xff\xe1", b"\xff\xe2", b"Exif\0\0"]
    marks += [b"\x89PNG", b"IHDR", b"IDAT", b"iCCP", b"tRNS", b"eXIf", b"acTL", b"RIFF", b"WEBP"]
    marks += [b"VP8X", b"ICCP", b"II*\0", b"MM\0*", b"GIF89a", b"BM", b"ICC_PROFILE\0"]
    tags = "svg g path rect circle ellipse line polyline polygon text use defs linearGradient stop"
    tags += " radialGradient clipPath mask filter feGaussianBlur pattern image style symbol switch"
    keys = "d transform fill stroke opacity viewBox href id clip-path mask filter style offset"
    words = [f"<{tag} " for tag in tags.split()] + [f"</{tag}>" for tag in tags.split()]
    words += [f' {key}="' for key in keys.split()] + ["url(#a)", "var(--a,", "<!ENTITY ", "&a;"]
    return [*marks, *map(str.encode, words)]


if __name__ == "__main__":
    main()
