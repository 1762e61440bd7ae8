"""Fold, paper and tuck as the author names them -> both as they are folded, or what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from msgspec.structs import replace

from brochure.folds import PAPERS, PanelRole, Paper, panel_rects, set_up
from brochure.folds.papers import LEAST_SIDE, LEAST_TUCK, MOST_SIDE, MOST_TUCK
from brochure.geometry import Size
from brochure.problems import Problem
from brochure.reading import Mapping, Scalar, did_you_mean, shown, values
from brochure.typography import Direction

if TYPE_CHECKING:
    from brochure.content.document import Document
    from brochure.folds import Fold
    from brochure.problems import Where
    from brochure.reading import Decoder, Node

SIZE = re.compile(rf"{values.LENGTH.pattern}\s*[x\u00d7]\s*{values.LENGTH.pattern}", re.ASCII)
_KNOWN = {paper.name: paper for paper in PAPERS}
_LEAST_COLUMN = 72.0  # pt between a panel's margins: seven ems, two or three words a line
_TUCK_HINT = "write 1/32 to 1/8 in, or more on thick stock, up to 5 mm; such as `tuck: 1/16 in`"


def decode_paper(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Paper or MISSING
    """Return the paper that `node` names, or one of the size that it gives, across and down."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    if words.lower() in _KNOWN:
        return _KNOWN[words.lower()]
    if match := SIZE.fullmatch(words):
        return _of_size(decoder, node, words, match)
    if re.match(r"[0-9.]", words):
        message = f"{shown(words)} is not the size of a paper"
        return decoder.problem("PAPER001", message, node.where, "such as `200mm x 200mm`")
    hint = did_you_mean(words, _KNOWN)
    if not hint.startswith("did"):
        hint += ", or a size such as `200mm x 200mm`"
    message = f"there is no {name} {shown(words)}" if words else f"`{name}` must be a name"
    return decoder.problem("NAME001", message, node.where, hint)


def _of_size(decoder: Decoder, node: Node, words: str, match: re.Match[str]) -> Any:  # noqa: ANN401 - as above
    across, down = match[2] or match[4], match[4]
    size = Size(values.length(f"{match[1]}{across}"), values.length(f"{match[3]}{down}"))
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in size):
        message = f"no paper can be {shown(words)}"
        hint = "its sides go from 50 mm to 1200 mm (2 to 47 in), each with its unit: `8in x 8in`"
        return decoder.problem("PAPER001", message, node.where, hint)
    metric = down in {"mm", "cm"}
    name = " ".join(words.lower().split())
    return Paper(name, size, "mm" if metric else "in", custom=True)


def folded(
    document: Document, tree: Node, direction: Direction, problems: list[Problem]
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
    problems += _too_small(fold, paper, document, _place(tree, "paper") or _place(tree, "fold"))
    return replace(document, fold=fold, paper=paper)


def _too_small(fold: Fold, paper: Paper, document: Document, where: Where | None) -> list[Problem]:
    """Return the problem of a panel that leaves no column between its margins, or nothing."""
    for _, slots in fold.sides:
        for slot, rect in zip(slots, panel_rects(slots, paper), strict=True):
            room = rect.inset(document.theme.panels[slot.role].edges)
            if min(room.width, room.height) < _LEAST_COLUMN:
                return [
                    Problem(
                        "FOLD002",
                        f"{paper.name} is too small for {fold.name}: its panel {slot.name} has no "
                        "room for words between its margins",
                        where,
                        "take a larger paper, or a fold of fewer panels",
                    )
                ]
    return []


def _place(tree: Node, key: str) -> Where | None:
    node = tree.get(key) if isinstance(tree, Mapping) else None
    return node.where if node else None
