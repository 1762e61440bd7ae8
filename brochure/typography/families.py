"""Font families by name: where their files are."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec


class Family(msgspec.Struct, frozen=True):
    """The files of a family's four faces; a face that is lacking is stood in for by the regular."""

    name: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    def face(self, *, bold: bool, italic: bool) -> Path:
        """Return the file of the face asked for."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@cache
def family(name: str) -> Family:
    """Return the family called `name` from the fonts that come with the program.

    Raises:
        LookupError: if there is no such family.

    """
    faces = {path.stem.rpartition("-")[2]: path for path in _files(_bundled() / name)}
    regular = faces.get("Regular")
    if regular is None:
        raise LookupError(name)
    bold = faces.get("Bold", regular)
    italic = faces.get("Italic", regular)
    return Family(name, regular, bold, italic, faces.get("BoldItalic", bold))


@cache
def families() -> tuple[str, ...]:
    """Return the names of all families that come with the program, in alphabetical order."""
    folders = (path for path in _bundled().iterdir() if path.is_dir())
    return tuple(sorted(path.name for path in folders if any(path.glob("*-Regular.?tf"))))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*") if path.suffix in {".ttf", ".otf"}]


@cache
def _bundled() -> Path:
    # The package's folder is looked up, not imported: only its files are wanted.
    spec = find_spec("rendercv_fonts")
    if spec is None or spec.origin is None:
        message = "rendercv-fonts is not installed"
        raise LookupError(message)
    return Path(spec.origin).parent
