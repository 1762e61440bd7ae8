"""Fold, paper and tuck as the author names them -> both as they are folded, or what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from msgspec.structs import replace

from brochure.folds import FOLDS, PAPERS, PanelRole, Paper, panel_rects, set_up
from brochure.folds.papers import LEAST_SIDE, LEAST_TUCK, MOST_SIDE, MOST_TUCK
from brochure.geometry import Size
from brochure.problems import FileError, Problem
from brochure.reading import Mapping, Scalar, did_you_mean, shown, values
from brochure.typography import Direction

if TYPE_CHECKING:
    from brochure.content.document import Document
    from brochure.folds import Fold
    from brochure.problems import Where
    from brochure.reading import Decoder, Node
    from brochure.themes import Theme

# Two lengths; the second has a unit, and lends it to the first. Compiled only for papers that have
# no name of ours: that takes 0.4 ms.
SIZE = rf"{values.LENGTH.pattern}\s*[x\u00d7]\s*(?!.*[0-9]\s*$){values.LENGTH.pattern}"
SIZE_HINT = "write how wide and how high it lies, with the unit: `200mm x 200mm`, `8 x 8 in`"
_KNOWN = {paper.name: paper for paper in PAPERS}
_LEAST_COLUMN = 72.0  # pt between a panel's margins: seven ems, two or three words a line
_TUCK_HINT = "write 1/32 to 1/8 in, or more on thick stock, up to 5 mm; such as `tuck: 1/16 in`"


def paper_of(words: str) -> Paper:
    """Return the paper that is called `words`, or one of the size that they give, across and down.

    Raises:
        ValueError: saying why there is none.
        KeyError: if there is none of that name.

    """
    name = " ".join(words.lower().split())
    if name in _KNOWN:
        return _KNOWN[name]
    match = re.fullmatch(SIZE, name, re.ASCII)
    if not match:
        if name[:1] in set("0123456789."):
            raise ValueError(f"{shown(words)} is not the size of a paper")
        raise KeyError(words)
    down = match[4]
    size = Size(values.length(f"{match[1]}{match[2] or down}"), values.length(f"{match[3]}{down}"))
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in size):
        raise ValueError(f"no paper can be {shown(words)}: its sides go from 50 mm to 1200 mm")
    return Paper(name, size, "mm" if down in {"mm", "cm"} else "in", custom=True)


def no_paper(words: str) -> str:
    """Return the hint for `words`, which name no paper."""
    hint = did_you_mean(words, _KNOWN)
    return hint if hint.startswith("did") else f"{hint}, or a size such as `200mm x 200mm`"


def decode_paper(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Paper or MISSING
    """Return the paper that `node` names, or one of the size that it gives."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    try:
        return paper_of(words)
    except ValueError as error:
        return decoder.problem("PAPER001", str(error), node.where, SIZE_HINT)
    except KeyError:
        message = f"there is no {name} {shown(words)}" if words else f"`{name}` must be a name"
        return decoder.problem("NAME001", message, node.where, no_paper(words))


def paper_called(words: str) -> Paper:
    """Return the paper that a command's option names, or of the size that it gives.

    Raises:
        FileError: if there is none.

    """
    try:
        return paper_of(words)
    except ValueError as error:
        raise FileError(Problem("PAPER001", str(error), hint=SIZE_HINT)) from error
    except KeyError as error:
        message = f"there is no paper {shown(words)}"
        raise FileError(Problem("NAME001", message, hint=no_paper(words))) from error


def fold_called(words: str) -> Fold:
    """Return the fold that a command's option names.

    Raises:
        FileError: if there is none.

    """
    known = {fold.name: fold for fold in FOLDS}
    if found := known.get(words.lower()):
        return found
    hint = did_you_mean(words, known)
    raise FileError(Problem("NAME001", f"there is no fold {shown(words)}", hint=hint))


def folded(
    document: Document, theme: Theme, tree: Node, direction: Direction, problems: list[Problem]
) -> Document:
    """Return `document` with its fold and paper as they are folded; note what cannot be."""
    tuck = document.tuck
    if tuck is not None and not LEAST_TUCK <= tuck <= MOST_TUCK:
        message = "a panel cannot be tucked in by so little, or so much"
        problems.append(Problem("FOLD001", message, _place(tree, "tuck"), _TUCK_HINT))
        return document
    fold, paper = set_up(
        document.fold,
        document.paper,
        tuck=tuck,
        mirrored=direction is Direction.RIGHT_TO_LEFT,
        roles=[role for role in get_args(PanelRole) if getattr(document, role)],
    )
    problems += _too_small(fold, paper, theme, _place(tree, "paper") or _place(tree, "fold"))
    return replace(document, fold=fold, paper=paper)


def _too_small(fold: Fold, paper: Paper, theme: Theme, where: Where | None) -> list[Problem]:
    """Return the problem of a panel that leaves no column between its margins, or nothing."""
    for _, slots in fold.sides:
        for slot, rect in zip(slots, panel_rects(slots, paper), strict=True):
            room = rect.inset(theme.panels[slot.role].edges)
            if min(room.width, room.height) < _LEAST_COLUMN:
                return [
                    Problem(
                        "FOLD002",
                        f"{paper.name} is too small for {fold.name}: its panel {slot.name} has no "
                        "room for words between its margins",
                        where,
                        "take a larger paper, or "
                        + ("a fold of fewer panels" if fold.folded else "leave out a part"),
                    )
                ]
    return []


def _place(tree: Node, key: str) -> Where | None:
    node = tree.get(key) if isinstance(tree, Mapping) else None
    return node.where if node else None
