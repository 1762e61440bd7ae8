"""The values under `ignore:`: codes of findings that the author accepts, each with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from brochure.problems import Ignored
from brochure.reading import MISSING, Mapping, Scalar, shown
from brochure.reading.nodes import kind

if TYPE_CHECKING:
    from brochure.reading import Decoder, Node

_FORM = 'write the code and why: `PRINT002: "our printer asked for it"`'


class Ignores(msgspec.Struct, frozen=True):
    """What is ignored, in the author's order."""

    entries: tuple[Ignored, ...] = ()


def decode_ignores(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - Ignores or MISSING
    """Return the codes with their reasons; whether there are such codes preflight knows."""
    if isinstance(node, Scalar) and node.empty:
        return Ignores()
    if not isinstance(node, Mapping):
        message = f"`{name}` must hold codes with reasons, not {kind(node)}"
        return decoder.problem("FIELD003", message, node.where, _FORM)
    found = []
    complete = True
    for code, reason in node.entries:
        if isinstance(reason, Scalar) and reason.text.strip() and not reason.empty:
            found.append(Ignored(code.text, reason.text.strip(), code.where))
        else:
            message = f"{shown(code.text)} is ignored without a reason"
            decoder.problem("IGNORE002", message, code.where, _FORM)
            complete = False
    return Ignores(tuple(found)) if complete else MISSING
