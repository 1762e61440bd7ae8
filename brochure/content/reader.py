"""Read: the author's file -> Brochure, or every problem that stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brochure.blocks.contact import Contact
from brochure.blocks.qr import QR
from brochure.content.document import CUSTOM, Document
from brochure.content.folding import folded
from brochure.content.language import canonical, has_curly_quotes, region
from brochure.content.legibility import check_contrast, check_size
from brochure.content.overrides import overridden
from brochure.model import Brochure
from brochure.press import Press
from brochure.problems import BrochureError, Problem
from brochure.reading import MISSING, Decoder, Mapping, Scalar, load_file, shown
from brochure.themes import THEMES, load_theme
from brochure.typography import direction_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.cache import Cache
    from brochure.reading import Node

_ROLES = ("cover", "flap", "inside", "back")
MOST_CODES = 12
"""QR codes of a brochure: two for each panel of a letter fold. Of the largest ones, whose squares
are most of the work there is, so many take a check 3 s an edition, and 5 in large print."""


def read(
    path: Path | str = "content.yaml",
    overrides: Sequence[str] = (),
    *,
    cache: Cache | None = None,
) -> Brochure:
    """Return the brochure that the file at `path` describes.

    Args:
        path: the author's file.
        overrides: changes written over it, such as `paper=a4`.
        cache: where what is slow to find out is kept between builds.

    Raises:
        FileError: if the file cannot be read.
        BrochureError: with every problem of the file.

    """
    file = Path(path)
    problems: list[Problem] = []
    source, tree = load_file(file, problems, cache)
    for change in overrides:
        tree = overridden(tree, change, problems)
    language = _language(tree, problems)
    decoder = Decoder(
        region=region(language),
        problems=problems,
        custom=CUSTOM,
        smart=has_curly_quotes(language),
        cache=cache,
    )
    document = decoder.struct(tree, Document, "the file")
    _check_copy(tree, problems)
    theme = load_theme(THEMES[0], cache)
    if document is not MISSING:
        theme = document.theme.theme(cache) if document.theme else theme
        _check_codes(document, problems)
        problems += check_contrast(document, theme, tree.where)
        problems += check_size(document, theme)
        document = folded(document, theme, tree, direction_of(language), problems)
    if problems or document is MISSING:
        raise BrochureError(*sorted(problems, key=Problem.place))
    return Brochure(
        source=source,
        folder=file.parent,
        title=document.title,
        language=language,
        direction=direction_of(language),
        paper=document.paper,
        fold=document.fold,
        theme=theme,
        clinic=document.clinic,
        press=document.press or Press(where=tree.where),
        cover=document.cover,
        flap=document.flap,
        inside=document.inside,
        back=document.back,
        subject=document.subject,
        keywords=document.keywords,
        overrides=tuple(overrides),
        ignored=document.ignore.entries,
        reviewed=document.reviewed,
        claims=document.claims,
    )


def _language(tree: Node, problems: list[Problem]) -> str:
    """Return the file's language; English where it names none, or none that could be."""
    node = tree.get("language") if isinstance(tree, Mapping) else None
    if not isinstance(node, Scalar) or node.empty:  # no language, or the decoder's problem
        return "en-US"
    found = canonical(node.text)
    if not found:
        message = f"{shown(node.text)} is not the tag of a language"
        hint = "write its tag, such as en-US, es or zh-Hant"
        problems.append(Problem("FIELD004", message, node.where, hint))
    return found or "en-US"


def _check_copy(tree: Node, problems: list[Problem]) -> None:
    """Note the problem of a file whose roles are all missing or empty."""
    if not isinstance(tree, Mapping):
        return
    roles = [tree.get(role) for role in _ROLES]
    if not any(role and getattr(role, "items", True) for role in roles):
        hint = "add `cover:`, `flap:`, `inside:` or `back:` with a list of blocks"
        problems.append(Problem("FIELD002", "the file has no copy", tree.where, hint))


def _check_codes(document: Document, problems: list[Problem]) -> None:
    """Note the problem of a file with too many QR codes, at the first that is too many."""
    found = [
        block.where
        for role in _ROLES
        for block in getattr(document, role)
        if isinstance(block, QR) or (isinstance(block, Contact) and block.qr)
    ]
    if len(found) > MOST_CODES:
        message = f"this is one of {len(found)} QR codes; a brochure may have {MOST_CODES}"
        hint = "keep a code for each thing that a reader may want to do, and take the others out"
        problems.append(Problem("QR004", message, found[MOST_CODES], hint))
