"""Read: the author's file -> Brochure, or every problem that stands in the way."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.content.document import CUSTOM, Document
from brochure.content.overrides import overridden
from brochure.model import Brochure
from brochure.problems import BrochureError, Problem
from brochure.reading import MISSING, Decoder, Mapping, Scalar, load_file
from brochure.typography import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.reading import Node

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?P<region>[A-Z]{2}))?")  # RFC 5646
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_ROLES = ("cover", "flap", "inside", "back")


def read(path: Path | str = "content.yaml", overrides: Sequence[str] = ()) -> Brochure:
    """Return the brochure that the file at `path` describes.

    Args:
        path: the author's file.
        overrides: changes written over it, such as `paper=a4`.

    Raises:
        FileError: if the file cannot be read.
        BrochureError: with every problem of the file.

    """
    file = Path(path)
    source, tree = load_file(file)
    for change in overrides:
        tree = overridden(tree, change)
    decoder = Decoder(region=_region(tree), custom=CUSTOM)
    document = decoder.struct(tree, Document, "the file")
    problems = decoder.problems
    if isinstance(tree, Mapping) and not any(tree.get(role) for role in _ROLES):
        hint = "add `cover:`, `flap:`, `inside:` or `back:` with a list of blocks"
        problems.append(Problem("FIELD002", "the file has no copy", tree.where, hint))
    if document is not MISSING and not _LANGUAGE.fullmatch(document.language):
        node = tree.get("language") if isinstance(tree, Mapping) else None
        message = f"`{document.language}` is not a language such as en-US or es"
        problems.append(Problem("FIELD004", message, node.where if node else None))
    if problems:
        raise BrochureError(*sorted(problems, key=_place))
    return Brochure(
        source=source,
        folder=file.parent,
        title=document.title,
        language=document.language,
        direction=_direction(document.language),
        paper=document.paper,
        fold=document.fold,
        theme=document.theme,
        clinic=document.clinic,
        cover=document.cover,
        flap=document.flap,
        inside=document.inside,
        back=document.back,
    )


def _region(tree: Node) -> str:
    """Return the country that the file's language names, the United States if it names none."""
    node = tree.get("language") if isinstance(tree, Mapping) else None
    match = _LANGUAGE.fullmatch(node.text) if isinstance(node, Scalar) else None
    return (match["region"] if match else None) or "US"


def _direction(language: str) -> Direction:
    right_to_left = language.partition("-")[0] in _RIGHT_TO_LEFT
    return Direction.RIGHT_TO_LEFT if right_to_left else Direction.LEFT_TO_RIGHT


def _place(problem: Problem) -> tuple[str, int, int]:
    where = problem.where
    return (where.source.name, where.line, where.column) if where else ("", 0, 0)
