"""A picture's file does not say where it was taken.

Phones write the place into each photograph, and that may be a patient's home. The program leaves it
out of every PDF that it makes, so no reader of the brochure learns it; but the file lies in a
folder that is copied, mailed and kept.

Source: Exif 2.32 (GPS attributes); XMP has the same as `exif:GPSLatitude`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from brochure.blocks.band import Band
from brochure.blocks.benefits import Benefits
from brochure.blocks.figure import Figure
from brochure.blocks.picture import Picture
from brochure.images import Photo
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import BrochureError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.blocks import Block
    from brochure.fields import FileName
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

POSITION = Rule("PRIVACY002", Severity.WARNING, "a picture's file that says where it was taken")
CODES = (POSITION,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

_EXIF = (b"Exif\0\0", b"eXIf", b"EXIF", b"II*\0", b"MM\0*")  # JPEG, PNG, WebP, TIFF
_GPS = 0x8825  # Exif's directory of where
_PLACES = {0x2, 0x4, 0x14, 0x16}  # latitude and longitude, of the camera and of what it shows
_XMP = b"GPSLatitude"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each file that tells its place, once."""
    seen: set[str] = set()
    for _, block in subject.blocks():
        for file in _files(block):
            if file.name in seen:
                continue
            seen.add(file.name)
            try:
                picture = subject.pictures.open(file)
            except BrochureError:  # told where it is laid out
                continue
            if isinstance(picture, Photo) and tells_place(picture.data):
                message = f"{file.name} says where it was taken; our PDFs leave that out"
                hint = "export it without its location before the folder is passed on"
                yield POSITION.broken(message, file.where, hint)


def _files(block: Block) -> Iterator[FileName]:
    match block:
        case Picture() | Figure() | Band():
            yield block.file
        case Benefits():
            yield from (item.icon for item in block.items if item.icon)
        case _:
            pass


@lru_cache(maxsize=128)  # of files that the process holds anyway
def tells_place(data: bytes) -> bool:
    """Tell whether the picture file `data` has a position in its Exif or XMP."""
    if _XMP in data:
        return True
    if not any(mark in data for mark in _EXIF):
        return False
    from io import BytesIO  # noqa: PLC0415 - few pictures come with Exif

    from PIL import Image  # noqa: PLC0415 - 40 ms that only those pay

    try:
        with Image.open(BytesIO(data)) as image:
            return not _PLACES.isdisjoint(image.getexif().get_ifd(_GPS))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False  # what cannot be read says nothing
