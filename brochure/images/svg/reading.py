"""Read an SVG file into a tree, refusing what could harm: entities, bombs, outside references.

Expat alone is used: it takes a third of ElementTree's time to import, and hands over each
declaration before anything is expanded.
"""

from __future__ import annotations

from xml.parsers import expat

from brochure.images.refused import Code, RefusedError
from brochure.images.svg.node import Node, Tree
from brochure.images.svg.sheets import apply_effects
from brochure.images.svg.values import LimitError, references

MAX_BYTES = 5 * 2**20
MAX_DEPTH = 100
MAX_ELEMENTS = 50_000
_SVG = "http://www.w3.org/2000/svg "
_XLINK = "http://www.w3.org/1999/xlink "
_REFUSED = {
    "text": ("holds text", "convert the text to outlines (paths) in the drawing program"),
    "foreignObject": ("holds a piece of HTML", "redraw it as shapes"),
    "script": ("holds a script", "export it as a plain drawing"),
    "image": ("holds a picture within the drawing", "save that picture as a file of its own"),
    "feImage": ("holds a picture within the drawing", "save that picture as a file of its own"),
}


def read_tree(data: bytes) -> Tree:
    """Return the elements of the SVG file `data`; those of other namespaces are left out.

    Raises:
        RefusedError: if it is no well-formed SVG (PIC010), holds what is never drawn (PIC011),
            could harm (PIC012), or refers to other files (PIC013).

    """
    if len(data) > MAX_BYTES:
        raise unsafe(f"is an SVG larger than {MAX_BYTES >> 20} MB")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        raise RefusedError(
            Code.SVG_DAMAGED,
            f"is not a well-formed SVG: {expat.ErrorString(error.code)}, line {error.lineno}",
            "export the drawing again",
        ) from error
    except (
        ValueError,
        LookupError,
    ) as error:  # ValueError: expat's, of encodings that are no single bytes
        raise RefusedError(Code.SVG_DAMAGED, "is an SVG in an unknown encoding") from error
    if reader.root is None or reader.root.tag != "svg":
        raise RefusedError(
            Code.SVG_DAMAGED,
            "is not an SVG",
            'its first element must be <svg xmlns="http://www.w3.org/2000/svg">',
        )
    try:
        apply_effects(reader.root)
    except LimitError as error:
        raise unsafe(f"has {error}") from error
    _bound_references(reader.root, reader.by_id)
    return Tree(reader.root, reader.by_id, reader.root_at)


def unsafe(message: str) -> RefusedError:
    """Return the refusal of a drawing that could stall or harm the build."""
    return RefusedError(Code.SVG_UNSAFE, message, "simplify the drawing, or export it again")


class _Reader:
    """What expat calls, and the tree that grows from it."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.doctype
        self.root: Node | None = None
        self.root_at = 0
        self.by_id: dict[str, Node] = {}
        self.open: list[Node] = []
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise unsafe(f"is an SVG of more than {MAX_ELEMENTS:,} elements")
        if len(self.open) >= MAX_DEPTH:
            raise unsafe(f"is an SVG nested more than {MAX_DEPTH} deep")
        tag = name.removeprefix(_SVG) if name.startswith(_SVG) else ""
        if tag in _REFUSED:
            what, hint = _REFUSED[tag]
            raise RefusedError(Code.SVG_UNSUPPORTED, what, hint)
        own, styled = _own(attributes)
        node = Node(tag, own, styled=styled)
        if tag:
            _check_references(node)
        if self.root is None:
            self.root = node
            self.root_at = self.parser.CurrentByteIndex
        elif tag and self.open[-1].tag:
            self.open[-1].children.append(node)
        else:
            node.tag = ""
        if node.tag and "id" in attributes:
            self.by_id.setdefault(attributes["id"], node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        if self.open and self.open[-1].tag == "style":
            self.open[-1].text += text
            _check_urls(text)

    def doctype(self, *_: object) -> None:
        raise RefusedError(
            Code.SVG_UNSAFE,
            "declares a document type, which drawings do not need and attacks use",
            "delete its <!DOCTYPE …> part in a text editor",
        )


def _own(attributes: dict[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    """Return the attributes by local name, the declarations of `style` over them (CSS cascade).

    The names of what `style` declares come second.
    """
    own, styled = {}, set()
    for name, value in attributes.items():
        if " " not in name:
            own[name] = value
        elif name.startswith(_XLINK):
            own.setdefault(name.removeprefix(_XLINK), value)
    if "style" in own:
        for declaration in own.pop("style").split(";"):
            name, colon, value = declaration.partition(":")
            if colon:
                own[name.strip().lower()] = value.replace("!important", "").strip()
                styled.add(name.strip().lower())
    return own, frozenset(styled)


def _check_references(node: Node) -> None:
    href = node.get("href").strip()
    if href and not href.startswith("#") and node.tag != "a":
        raise _outside(href)
    for value in node.attributes.values():
        if "(" in value:
            _check_urls(value)


def _check_urls(text: str) -> None:
    for address in references(text):
        if not address.startswith("#"):
            raise _outside(address)
    if "@import" in text:
        raise _outside("@import")


def _outside(address: str) -> RefusedError:
    return RefusedError(
        Code.SVG_REFERENCE,
        f"refers to something outside the drawing, {address[:60]!r}",
        "put all that it shows into the one file",
    )


def _bound_references(root: Node, by_id: dict[str, Node]) -> None:
    """Refuse circles of references, and more than `MAX_ELEMENTS` elements once all are followed.

    What is nested deeper than `MAX_DEPTH`, references counted as nesting, is refused too.
    """
    known: dict[Node, tuple[int, int]] = {}
    busy: set[Node] = set()

    def measured(node: Node, depth: int) -> tuple[int, int]:
        """Return how many elements `node` amounts to, and how deep they go."""
        if node in busy:
            raise unsafe("is an SVG with a part that refers to itself")
        total, height = known.get(node, (1, 0))
        if depth + height > MAX_DEPTH:
            raise unsafe(f"is an SVG whose references go more than {MAX_DEPTH} deep")
        if node in known:
            return total, height
        busy.add(node)
        for part in [*node.children, *_referred(node, by_id)]:
            more, below = measured(part, depth + 1)
            total, height = total + more, max(height, below + 1)
        busy.discard(node)
        if total > MAX_ELEMENTS:
            raise unsafe(f"is an SVG of more than {MAX_ELEMENTS:,} elements, repeats counted")
        known[node] = total, height
        return total, height

    measured(root, 0)


def _referred(node: Node, by_id: dict[str, Node]) -> list[Node]:
    names = [name for value in node.attributes.values() for name in references(value)]
    if node.tag != "a" and "href" in node.attributes:
        names.append(node.get("href").strip())
    return [by_id[name[1:]] for name in names if name[1:] in by_id]
