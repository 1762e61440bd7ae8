"""The printing condition that an author asks for, or that is usual for the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.images.library import find
from brochure.images.refused import Code, RefusedError
from brochure.problems import Problem
from brochure.profiles import NAMES, PrintingCondition, load

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.fields import FileName
    from brochure.model import Brochure

_OURS = f"or write one of those that come with the program: {', '.join(NAMES)}"


def condition_of(brochure: Brochure, problems: list[Problem]) -> PrintingCondition | None:
    """Return the condition that `brochure` is printed under; None after noting what is wrong."""
    profile, limit = brochure.press.profile, brochure.press.total_ink
    total_ink = limit.percent if limit else None
    if profile is None:
        return load(brochure.paper.press, total_ink)
    if profile.file is None:
        return load(profile.name, total_ink)
    try:
        path = find(brochure.folder, profile.file.name)
        return load(path, total_ink, called=profile.file.name)
    except RefusedError as error:
        problems.append(_not_there(brochure.folder, profile.file, error))
    except ValueError as error:
        hint = f"ask the printer for the ICC profile of the press, {_OURS}"
        problems.append(Problem("PRESS005", str(error), profile.file.where, hint))
    return None


def _not_there(folder: Path, file: FileName, error: RefusedError) -> Problem:
    """Return the problem of a file that is not in the content's folder, or none to read."""
    hint = f"copy the profile into the content file's folder, {_OURS}"
    if error.code is Code.MISSING and (there := _profiles(folder)):
        hint = f"there is {', '.join(there)}; {_OURS}"
    return Problem("PRESS004", f"{file.name} {error.message}", file.where, hint)


def _profiles(folder: Path) -> list[str]:
    """Return the names of ICC profiles beside the content file."""
    names = (path.name for path in folder.glob("*") if path.suffix.lower() in {".icc", ".icm"})
    return sorted(names)[:5]
