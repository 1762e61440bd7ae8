"""The values under `ignore:`: codes of findings that the author accepts, each with the reason.

A code may have keys of its own in place of a reason: words that a finding quotes, each with the
reason. Then only findings with those words are accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from brochure.problems import Ignored, IgnoredWords
from brochure.reading import MISSING, Mapping, Scalar, shown
from brochure.reading.nodes import kind

if TYPE_CHECKING:
    from brochure.reading import Decoder, Node

_FORM = (
    'write the code and why: `PRINT002: "our printer asked for it"`; or, for one finding alone, '
    'words that it quotes: `CONTACT001: {"(800) 222-1222": "poison control"}`'
)


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
    for code, value in node.entries:
        entry = _entry(decoder, code, value)
        complete = complete and entry is not None
        found += [entry] if entry else []
    return Ignores(tuple(found)) if complete else MISSING


def _entry(decoder: Decoder, code: Scalar, value: Node) -> Ignored | None:
    """Return what is ignored of `code`; None after noting what is wrong with it."""
    if reason := _reason(value):
        return Ignored(code.text, reason, code.where)
    if not isinstance(value, Mapping) or not value.entries:
        message = f"{shown(code.text)} is ignored without a reason"
        decoder.problem("IGNORE002", message, code.where, _FORM)
        return None
    words = []
    for key, node in value.entries:
        if not key.text.strip():
            message = f"{shown(code.text)} is ignored for words that are not there"
            decoder.problem("IGNORE002", message, code.where, _FORM)
        elif reason := _reason(node):
            words.append(IgnoredWords(key.text.strip(), reason, key.where))
        else:
            message = f"{shown(key.text)} under {shown(code.text)} is ignored without a reason"
            decoder.problem("IGNORE002", message, key.where, _FORM)
    if len(words) < len(value.entries):
        return None
    return Ignored(code.text, "", code.where, tuple(words))


def _reason(node: Node) -> str:
    """Return the words of a reason, none where it is empty or something else."""
    return node.text.strip() if isinstance(node, Scalar) and not node.empty else ""
