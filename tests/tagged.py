"""A tagged PDF read back: its structure tree, and what its pages' marked content says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = {*"fFSsBb", "f*", "B*", "b*", "sh", "Do", "BI", "INLINE IMAGE", *_SHOWS}


@dataclass(eq=False)
class Node:
    """An element of the tree: its role, its dictionary, and what it holds, in order.

    Kids are elements, the words of marked content, and annotations.
    """

    role: str
    entry: pikepdf.Dictionary
    kids: list[Kid] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def all(self, role: str) -> list[Node]:
        """Return the elements of one role, this one and those below it."""
        return [node for node in self.walk() if node.role == role]

    def roles(self) -> list[str]:
        """Return the roles of the elements that this one holds, in order."""
        return [kid.role for kid in self.kids if isinstance(kid, Node)]


Kid: TypeAlias = "Node | str | pikepdf.Dictionary"


@dataclass
class Marked:
    """A page's content: the words of each number, of artifacts, and painting that is neither."""

    words: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)


@dataclass
class _Open:
    """A marked sequence that has not ended yet."""

    tag: str
    number: int | None
    stands_for: str | None
    said: list[str] = field(default_factory=list)


def tree(pdf: pikepdf.Pdf) -> Node:
    """Return the structure tree of `pdf` as its one top element."""
    pages = {page.objgen: marked(page) for page in pdf.pages}
    (top,) = _kids(pdf.Root.StructTreeRoot.K)
    return _node(top, pages)


def _kids(entry: Any) -> list[Any]:
    return list(entry) if isinstance(entry, pikepdf.Array) else [entry]


def _node(entry: pikepdf.Dictionary, pages: dict[tuple[int, int], Marked]) -> Node:
    node = Node(str(entry.S).removeprefix("/"), entry)
    for kid in _kids(entry.get("/K", pikepdf.Array())):
        if isinstance(kid, int):
            node.kids.append(pages[entry.Pg.objgen].words[kid])
        elif kid.get("/Type") == "/MCR":
            node.kids.append(pages[kid.get("/Pg", entry.get("/Pg")).objgen].words[int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            node.kids.append(kid.Obj)
        else:
            node.kids.append(_node(kid, pages))
    return node


def marked(page: pikepdf.Page) -> Marked:
    """Return what the marked content of a page says.

    An ActualText replaces what is shown within it (ISO 32000-1, 14.9.4).
    """
    found = Marked()
    fonts = {name: _to_unicode(font) for name, font in page.resources.get("/Font", {}).items()}
    decode: dict[str, str] = {}
    stack: list[_Open] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in {"BMC", "BDC"}:
            properties = operands[1] if operator == "BDC" else {}
            stands_for = properties.get("/ActualText")
            number = properties.get("/MCID")
            stack.append(
                _Open(
                    str(operands[0]),
                    None if number is None else int(number),
                    None if stands_for is None else str(stands_for),
                )
            )
        elif operator == "EMC":
            _end(stack, found)
        elif operator == "Tf":
            decode = fonts[str(operands[0])]
        if operator in _SHOWS:
            parts = operands[-1] if operator == "TJ" else [operands[-1]]
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            text = "".join(decode[codes[i : i + 2].hex().upper()] for i in range(0, len(codes), 2))
            if stack:
                stack[-1].said.append(text)
        if operator in _PAINTS and not any(
            o.tag == "/Artifact" or o.number is not None for o in stack
        ):
            found.unmarked.append(operator)
    return found


def _end(stack: list[_Open], found: Marked) -> None:
    """Close the innermost sequence: its words are its number's, or of the sequence around it."""
    last = stack.pop()
    said = "".join(last.said) if last.stands_for is None else last.stands_for
    if last.number is not None:
        if last.number in found.words:
            message = f"two sequences are number {last.number}"
            raise ValueError(message)
        found.words[last.number] = said
    elif last.tag == "/Artifact":
        found.artifacts.append(said)
    elif stack:
        stack[-1].said.append(said)


def _to_unicode(font: pikepdf.Dictionary) -> dict[str, str]:
    """Return what each code of a font reads as (9.10.3); its codes are of two bytes."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[str, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", section):
            found[code.upper()] = bytes.fromhex(text).decode("utf-16-be")
    for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", section):
            start = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = f"{int(first, 16) + step:04X}"
                found[code] = start[:-1] + chr(ord(start[-1]) + step)
    return found
