"""The words of a tagged PDF in the order in which they are read aloud.

What is told is the structure's, not the page's: the words of marked content, pictures by their
descriptions, artifacts not at all.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tests.tagged import Node, tree

if TYPE_CHECKING:
    import pikepdf

_INLINE = {"Link", "Span"}
_JOINED = str.maketrans(
    {
        "\u00ad": None,  # a hyphen that a line's end put in
        "\u200b": None,  # a glyph that says nothing by itself
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
    }
)


def sections(pdf: pikepdf.Pdf) -> list[list[str]]:
    """Return the words of each section, in reading order; a section is a panel."""
    top = tree(pdf)
    if set(top.roles()) != {"Sect"} or len(top.roles()) != len(top.kids):
        message = "there is something outside the sections"
        raise ValueError(message)
    return [words(said(node)) for node in top.kids if isinstance(node, Node)]


def said(node: Node) -> str:
    """Return what an element says, all within it in order.

    Only elements that are no part of a line stand apart from what is before and after them: two
    lines whose words run together are heard so.
    """
    if "/ActualText" in node.entry:
        inner = str(node.entry.ActualText)
    elif "/Alt" in node.entry:
        inner = str(node.entry.Alt)
    else:
        inner = "".join(
            said(kid) if isinstance(kid, Node) else kid
            for kid in node.kids
            if isinstance(kid, Node | str)
        )
    return inner if node.role in _INLINE else f"\n{inner}\n"


def words(text: str) -> list[str]:
    """Return the words of a text, each with the signs that stand at it; quotes are straight."""
    return unicodedata.normalize("NFC", text.translate(_JOINED)).split()
