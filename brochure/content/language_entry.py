"""The value of a block's `language`: what its words are in, where they are not the brochure's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brochure.content.language import canonical
from brochure.fields import LanguageTag
from brochure.reading import Scalar, shown

if TYPE_CHECKING:
    from brochure.reading import Decoder, Node


def decode_language(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a LanguageTag or MISSING
    """Return the tag that `node` holds, in its usual letters."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    if tag := canonical(words):
        return LanguageTag(tag)
    what = shown(words) if words else "nothing"
    message = f"`{name}` cannot be {what}: it is not the tag of a language"
    return decoder.problem(
        "FIELD004", message, node.where, "write its tag, such as en-US, es or vi"
    )
