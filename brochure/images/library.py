"""The pictures of one content folder: found, read once, told apart by content, and opened."""

from __future__ import annotations

import os
import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.cache import recalled
from brochure.images.drawing import Drawing, open_drawing
from brochure.images.jpeg import read_header
from brochure.images.limits import (
    JPEG_SHARE,
    MAX_BYTES,
    MAX_SVG_TOGETHER,
    MAX_TOGETHER,
    Budget,
    check_pixels,
)
from brochure.images.photo import Photo, refusal
from brochure.images.refused import Code, RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.cache import Cache
    from brochure.fields import FileName

_SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:[?!]|[\w:]*svg\b)")
_PICTURES = {"jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp", "svg"}
_MOST = 128  # files kept in a process
_before: dict[str, tuple[tuple[int, ...], Photo | Drawing]] = {}
"""By the path as it is written: what tells the file from any other, and its picture."""


class Library:
    """Opens pictures of the content folder `folder`; what is slow to make is kept in `cache`.

    A file is looked at once a library, and read again only if it has changed since an earlier one.
    `opened` lists the names asked for, in order.
    """

    def __init__(self, folder: Path, cache: Cache | None = None) -> None:
        self.folder = folder
        self.cache = cache
        self.opened: list[FileName] = []
        self._known: dict[str, Photo | Drawing | RefusedError] = {}
        self._bytes = 0
        self._drawn: dict[str, int] = {}
        self._budget = Budget()
        self._last: tuple[FileName, RefusedError] | None = None

    def open(self, file: FileName) -> Photo | Drawing:
        """Return the picture `file` names.

        Raises:
            BrochureError: with one problem at `file.where`, if there is no picture of that name
                in the folder, or none that can be used (PIC001 to PIC014, see `refused.Code`).

        """
        self.opened.append(file)
        found = self._looked_up(file)
        if isinstance(found, RefusedError):
            named = self._last[0] if self._last and self._last[1] is found else file
            raise refusal(named, found) from found
        return replace(found, named=file)

    def digest(self, file: FileName) -> str:
        """Return what names the content of the picture `file`; empty where there is none."""
        found = self._looked_up(file)
        return "" if isinstance(found, RefusedError) else found.digest

    def _looked_up(self, file: FileName) -> Photo | Drawing | RefusedError:
        found = self._known.get(file.name)
        if found is None and self._last:
            found = self._last[1]  # all that come after one too many are that one problem
        elif found is None:
            try:
                found = self._weighed(self._read(file))
            except RefusedError as error:
                # Without the stack that it came from, which holds on to the file's bytes.
                found = RefusedError(error.code, error.message, error.hint)
                if error.code is Code.TOGETHER:
                    self._last = (file, found)
            self._known[file.name] = found
        return found

    def _read(self, file: FileName) -> Photo | Drawing:
        path = os.path.join(self.folder, file.name)  # noqa: PTH118 - asked for each picture anew
        seen = _signature(path)
        before = _before.get(path)
        if before is None or before[0] != seen:
            real = find(self.folder, file.name)
            found = self._opened(real, self._counted(_content(real)), file)
            if seen is None:  # it has come since
                return found
            if len(_before) >= _MOST:
                _before.clear()
            _before[path] = (seen, found)
            return found
        self._counted(before[1].data)
        return replace(before[1], cache=self.cache, budget=self._budget)

    def _weighed(self, picture: Photo | Drawing) -> Photo | Drawing:
        """Return `picture` if it and those before it do not take too long together."""
        if isinstance(picture, Photo):
            share = JPEG_SHARE if picture.jpeg else 1.0
            pixels = picture.width * picture.height * share
            self._budget.spend("opened", picture.digest, pixels)
            return picture
        self._drawn[picture.digest] = len(picture.data)
        if sum(self._drawn.values()) > MAX_SVG_TOGETHER:
            raise RefusedError(
                Code.TOGETHER,
                f"brings the drawings to more than {MAX_SVG_TOGETHER >> 20} MB",
                "simplify their paths, or export the largest as PNGs",
            )
        return picture

    def _counted(self, data: bytes) -> bytes:
        """Return the file `data` if it and those before it are not too much to be kept at once."""
        self._bytes += len(data)
        if self._bytes > MAX_TOGETHER:
            raise RefusedError(
                Code.TOO_LARGE,
                f"brings the pictures to more than {MAX_TOGETHER >> 20} MB",
                "export them as JPEGs at the size that they will have in print, at 300 ppi",
            )
        return data

    def _opened(self, path: Path, data: bytes, file: FileName) -> Photo | Drawing:
        digest = sha256(data).hexdigest()
        if _SVG.match(data[:2000]) and b"svg" in data:
            return open_drawing(path, digest, data, file, self.cache, self._budget)
        if data.startswith(b"\xff\xd8\xff"):
            jpeg = read_header(data)
            width, height = jpeg.width, jpeg.height
            if jpeg.orientation > 4:  # noqa: PLR2004 - EXIF: 5 to 8 lie on their side
                width, height = height, width
            check_pixels(width, height, jpeg=True)
            return Photo(path, digest, width, height, jpeg, file, data, self.cache, self._budget)
        width, height = self._measured(data, digest)
        return Photo(path, digest, width, height, None, file, data, self.cache, self._budget)

    def _measured(self, data: bytes, digest: str) -> tuple[int, int]:
        """Return the upright size in pixels, known from an earlier build or by decoding once."""

        def decoded() -> tuple[int, int]:
            from brochure.images.pixels import measure  # noqa: PLC0415 - Pillow loads for 40 ms

            return measure(data)

        return recalled(self.cache, decoded, "size", digest)


def _signature(path: str) -> tuple[int, ...] | None:
    """Return what tells the file at `path`, links followed, from any other, None for none.

    A file that was found within the folder is within it as long as it is the same.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - the same
    except (OSError, ValueError):  # told by `find`
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


def find(folder: Path, name: str) -> Path:
    """Return the path of the file `name`, relative to `folder`.

    Raises:
        RefusedError: if there is none, or it lies outside the folder, symbolic links followed.

    """
    try:
        root, path = folder.resolve(), (folder / name).resolve()
        if not path.exists() and not name.isascii():
            # An accent is one character or two: systems that copy files turn one into the other.
            spelled = (folder / unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
            path = next((other.resolve() for other in spelled if other.exists()), path)
        inside = path.is_relative_to(root)
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError, RuntimeError) as error:  # a null byte, too long, links in a circle
        raise RefusedError(Code.UNREADABLE, "is not a file that can be read") from error
    if not inside:
        raise RefusedError(
            Code.OUTSIDE,
            "lies outside the content's folder",
            f"copy the picture into {folder.name or 'that folder'}, and name the copy",
        )
    if not exists:
        raise RefusedError(Code.MISSING, "does not exist", _near(folder, name))
    if is_folder:
        raise RefusedError(Code.FOLDER, "is a folder, not a picture", _near(folder, f"{name}/"))
    return path


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would be waited for without end
            raise RefusedError(Code.UNREADABLE, "is not a regular file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RefusedError(Code.UNREADABLE, f"cannot be read: {reason}") from error
    if not data:
        raise RefusedError(Code.EMPTY, "is empty", "copy or export the picture again")
    if len(data) > MAX_BYTES:
        raise RefusedError(
            Code.TOO_LARGE,
            f"is larger than {MAX_BYTES >> 20} MB",
            "export it as a JPEG at the size that it will have in print, at 300 ppi",
        )
    return data


def _near(folder: Path, name: str) -> str:
    """Return a hint that names the pictures most like `name`, or those in its folder."""
    names = _pictures(folder)
    lowered = {n.lower(): n for n in names}
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    found = get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    if not found:  # right name, wrong folder
        last = name.lower().rsplit("/", 1)[-1]
        found = [n for n in lowered if n.rsplit("/", 1)[-1] == last][:1]
    if found:
        return f"did you mean {lowered[found[0]]}?"
    if names:
        more = ", …" if len(names) > 5 else ""  # noqa: PLR2004 - a hint is one line
        return f"there are {', '.join(names[:5])}{more}"
    return "names are relative to the folder of the content file, which holds no pictures"


def _pictures(folder: Path, most: int = 500) -> list[str]:
    """Return up to `most` names of pictures in `folder` and the two levels of folders under it."""
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        below = os.path.relpath(root, folder).replace(os.sep, "/")
        deep = 0 if below == "." else below.count("/") + 1
        folders[:] = sorted(f for f in folders if not f.startswith(".")) if deep < 2 else []  # noqa: PLR2004
        prefix = "" if below == "." else f"{below}/"
        found += [prefix + f for f in sorted(files) if f.rpartition(".")[2].lower() in _PICTURES]
        if len(found) >= most:
            break
    return found[:most]
