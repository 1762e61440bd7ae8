"""An author's file as an editor sees it: JSON values, by the core schema of YAML 1.2."""

from __future__ import annotations

import re
from typing import Any

from brochure.problems import Source
from brochure.reading import Mapping, Node, Scalar, Sequence, load

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def editor_value(text: str) -> Any:
    """Return the value of the YAML `text` (YAML 1.2.2, section 10.3.2)."""
    return _value(load(Source("a.yaml", text), []))


def _value(node: Node) -> Any:
    match node:
        case Sequence(items):
            return [_value(item) for item in items]
        case Mapping(entries):
            return {key.text: _value(inner) for key, inner in entries}
        case Scalar(text, style=style):
            return text if style else _plain(text)


def _plain(text: str) -> Any:
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if _NUMBER.fullmatch(text):
        return int(text) if re.fullmatch(r"[-+]?[0-9]+", text) else float(text)
    return text
