"""An entry of a role -> its block; and what to say of an entry that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from brochure.blocks import BLOCKS
from brochure.reading import MISSING, Mapping, Scalar, called, did_you_mean, shown

if TYPE_CHECKING:
    from brochure.blocks import Block
    from brochure.problems import Where
    from brochure.reading import Decoder, Node

_KNOWN = dict(BLOCKS)
_MOST = 2048  # blocks kept: some fifty brochures' worth
_before: dict[tuple[Node, Node, str, bool], Block] = {}


def decode_block(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Block or MISSING
    """Return a block: a mapping with one key that names it, or the bare name.

    One that stands in the same place with the same words is decoded once a process.
    """
    if isinstance(node, Scalar):
        key, value = node, Scalar("", node.where)
    elif isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0]  # type: ignore[assignment]
    else:
        message = f"{called(name)} must be a block: one name, and what it holds"
        return decoder.problem("BLOCK001", message, *_no_block(node))
    if key.text not in _KNOWN:
        message = f"there is no block {shown(key.text)}"
        return decoder.problem("BLOCK002", message, key.where, _unknown(key.text))
    known = (key, value, decoder.region, decoder.smart)
    if known in _before:
        return _before[known]
    problems = len(decoder.problems)
    found = decoder.struct(value, _KNOWN[key.text], key.text)
    if found is MISSING:
        return MISSING
    block = replace(found, where=key.where)
    if len(decoder.problems) == problems:
        if len(_before) >= _MOST:
            _before.clear()
        _before[known] = block
    return block


def _no_block(node: Node) -> tuple[Where, str]:
    """Return the place of what is no block, and how to make it one."""
    if isinstance(node, Mapping) and len(node.entries) > 1:
        (name, value), (second, _), *_ = node.entries
        if name.text in _KNOWN and isinstance(value, Scalar) and value.empty:
            hint = f"what belongs to `{name.text}` stands further right: put two more spaces before"
            return second.where, f"{hint} `{second.text}`"
        if name.text in _KNOWN and second.text in _KNOWN:
            return second.where, f"begin each block with `- `: `- {second.text}: …`"
    return node.where, "begin each block with `- ` and its name, such as `- heading: …`"


def _unknown(words: str) -> str:
    """Return what to write in place of `words`, which name no block."""
    match = re.fullmatch(r"([\w-]+)(:?)\s*(.*)", words, re.DOTALL)
    if match and match[1] in _KNOWN:
        name, colon, rest = match.groups()
        missing = "a space after the colon" if colon else "a colon after the name"
        return f"write {missing}: {shown(f'{name}: {rest}')}"
    return did_you_mean(words, _KNOWN)
