"""The days under `reviewed:`, as ISO 8601 writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from brochure.reading import Scalar, shown
from brochure.review import Day

if TYPE_CHECKING:
    from brochure.reading import Decoder, Node

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HINT = "write year, month and day: 2026-03-31"


def decode_day(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Day or MISSING
    """Return the day that `node` names; other forms than ISO's mean other days elsewhere."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    if not ISO_DAY.fullmatch(words):
        what = shown(words) if words else "nothing"
        message = f"`{name}` cannot be {what}: it is no day such as 2026-03-31"
        return decoder.problem("FIELD004", message, node.where, _HINT)
    try:
        return Day(date.fromisoformat(words), node.where)
    except ValueError:
        message = f"`{name}`: there is no day {shown(words)} in the calendar"
        return decoder.problem("FIELD004", message, node.where, _HINT)
