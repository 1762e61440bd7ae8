"""Nodes -> typed values, collecting every problem of the file in one run.

The types are those of msgspec Structs' fields; a Struct's `where` field is set from the node, and
its `SHORTHAND` names the field that a bare value fills.
"""

from __future__ import annotations

import re
import types
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
)

import msgspec
from msgspec.structs import replace

from brochure.fields import Email, Fields, FileName, Focus, Href, Length, Phone, Website
from brochure.problems import Problem, Where
from brochure.reading import links, markdown, values
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence, kind
from brochure.reading.suggest import did_you_mean, nearest
from brochure.reading.wording import called, entry_of, listed, mended, shown
from brochure.richtext import Inline, RichText

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.cache import Cache

MISSING: Any = object()
"""What `decode` returns for a value that had a problem."""


class Field(msgspec.Struct, frozen=True):
    """One field of a Struct, as its author sees it; in Python it is called `attribute`."""

    name: str
    attribute: str
    type: Any
    required: bool
    default: Any = None


@cache
def fields_of(struct: type[Fields]) -> dict[str, Field]:
    """Return the fields that an author can write, by name."""
    return {
        info.encode_name: Field(
            info.encode_name, info.name, info.type, info.required, _default(info)
        )
        for info in msgspec.structs.fields(struct)
        if info.name != "where"
    }


def _default(info: msgspec.structs.FieldInfo) -> Any:  # noqa: ANN401 - a field is of any type
    """Return a field's default, or what makes it."""
    return info.default_factory if info.default is msgspec.NODEFAULT else info.default


class Decoder(msgspec.Struct):
    """Turns nodes into values; `problems` grows with all that is wrong.

    `region` is the country by whose rules phone numbers are read. `custom` maps further types to
    what decodes them. `smart` makes real quotes and dashes. What is slow to find out is kept in
    `cache`.
    """

    region: str = "US"
    problems: list[Problem] = []
    custom: dict[Any, Callable[[Decoder, Node, str], Any]] = {}
    smart: bool = True
    cache: Cache | None = None

    def problem(self, code: str, message: str, where: Where, hint: str = "") -> Any:  # noqa: ANN401
        """Note a problem; return MISSING."""
        self.problems.append(Problem(code, message, where, hint))
        return MISSING

    def decode(self, node: Node, wanted: Any, name: str) -> Any:  # noqa: ANN401, PLR0911 - a field is of any type, and each kind has its line
        """Return `node` as a value of the type `wanted`, or MISSING after noting why not.

        `name` is what to call the value in a message.
        """
        if wanted in self.custom:
            return self.custom[wanted](self, node, name)
        origin = get_origin(wanted)
        if origin is Annotated:
            return self._constrained(node, wanted, name)
        if origin in {Union, types.UnionType}:
            return self._union(node, get_args(wanted), name)
        if origin is Literal:
            return self._literal(node, get_args(wanted), name)
        if origin is tuple:
            return self._list(node, get_args(wanted)[0], name)
        if isinstance(wanted, type) and issubclass(wanted, Fields):
            return self.struct(node, wanted, name)
        if not isinstance(node, Scalar) or node.empty:
            expected = _EXPECTED.get(wanted, "words")
            message = f"{called(name)} must be {expected}, not {kind(node)}"
            return self.problem("FIELD003", message, node.where, mended(node, name))
        return self._scalar(node, wanted, name)

    def struct(self, node: Node, struct: type[Fields], name: str) -> Any:  # noqa: ANN401
        """Return `node` as a `struct`: a mapping of its fields, or the value of its shorthand."""
        known = fields_of(struct)
        short: str = getattr(struct, "SHORTHAND", "")
        if isinstance(node, Mapping):
            found = self._entries(node, known, name)
        elif isinstance(node, Scalar) and node.empty and not _required(known):
            return _made(struct, node.where, {})
        elif short and not (isinstance(node, Scalar) and node.empty):
            found = {short: self._field(node, known[short], name)}
        else:
            if short:
                return self._nothing(node, name)
            keys = ", ".join(f"`{key}`" for key in known)
            message = f"{called(name)} must hold keys with values, not {kind(node)}"
            hint = f"write `key: value`, one a line; its keys are {keys}"
            return self.problem("FIELD003", message, node.where, hint)
        for key in _required(known):
            if key not in found:
                message = f"{called(name)} lacks the key `{key}`"
                found[key] = self.problem("FIELD002", message, node.where, _added(struct, key))
        # By identity: a value need not know how to compare itself.
        if any(value is MISSING for value in found.values()):
            return MISSING
        named = {known[key].attribute: value for key, value in found.items()}
        return _made(struct, node.where, named)

    def _entries(self, node: Mapping, known: dict[str, Field], name: str) -> dict[str, Any]:
        """Return the values of the keys that are known; the others are problems."""
        found: dict[str, Any] = {}
        for written, value in node.entries:
            if written.text in known:
                found[written.text] = self._field(value, known[written.text], written.text)
            else:
                message = f"{called(name)} has no key {shown(written.text)}"
                hint = did_you_mean(written.text, known)
                self.problem("FIELD001", message, written.where, hint)
        return found

    def _field(self, node: Node, entry: Field, name: str) -> Any:  # noqa: ANN401
        """Return the value of a field; one that must be there must hold something."""
        found = self.decode(node, entry.type, name)
        if entry.required and (found in ("", ()) if isinstance(found, (str, tuple)) else False):
            return self._nothing(node, name)
        return found

    def _nothing(self, node: Node, name: str) -> Any:  # noqa: ANN401
        message = f"{called(name)} holds nothing"
        return self.problem("FIELD003", message, node.where, mended(node, name))

    def _list(self, node: Node, wanted: Any, name: str) -> Any:  # noqa: ANN401
        if not isinstance(node, Sequence):
            message = f"{called(name)} must be a list, not {kind(node)}"
            return self.problem("FIELD003", message, node.where, listed(node, name))
        found = []
        entry = entry_of(name)
        for item in node.items:
            value = self._cell(item) if wanted is Inline else None
            value = self.decode(item, wanted, entry) if value is None else value
            found.append(self._nothing(item, entry) if value == () else value)
        return MISSING if any(value is MISSING for value in found) else tuple(found)

    @staticmethod
    def _cell(node: Node) -> Inline | None:
        """Return the empty cell that a pair of quotes stands for."""
        if isinstance(node, Scalar) and node.style and not node.text.strip():
            return Inline((), node.where)
        return None

    def _union(self, node: Node, wanted: tuple[Any, ...], name: str) -> Any:  # noqa: ANN401
        """Return the node as the first of the types that takes it, else the last one's problem."""
        if isinstance(node, Scalar) and node.empty and types.NoneType in wanted:
            return None
        choices = [choice for choice in wanted if choice is not types.NoneType]
        choices.sort(key=lambda choice: str(get_origin(choice)) != str(Literal))
        for choice in choices[:-1]:
            if get_origin(choice) is Literal:  # no need to try, and to word a problem nobody sees
                if isinstance(node, Scalar) and node.text in get_args(choice):
                    return node.text
                continue
            trial = replace(self, problems=[])
            found = trial.decode(node, choice, name)
            if found is not MISSING:
                return found
        before = len(self.problems)
        found = self.decode(node, choices[-1], name)
        names = [word for choice in choices[:-1] for word in get_args(choice)]
        if names and len(self.problems) == before + 1:
            near = nearest(node.text, names) if isinstance(node, Scalar) else ""
            hint = "it can also be " + " or ".join(f"`{word}`" for word in names)
            hint = f"did you mean `{near}`?" if near else hint
            self.problems[before] = replace(self.problems[before], hint=hint)
        return found

    def _literal(self, node: Node, allowed: tuple[Any, ...], name: str) -> Any:  # noqa: ANN401
        if isinstance(node, Scalar) and node.text in allowed:
            return node.text
        what = kind(node) if not isinstance(node, Scalar) or node.empty else shown(node.text)
        hint = did_you_mean(node.text if isinstance(node, Scalar) else "", allowed)
        return self.problem("FIELD004", f"{called(name)} cannot be {what}", node.where, hint)

    def _constrained(self, node: Node, wanted: Any, name: str) -> Any:  # noqa: ANN401
        bare = get_args(wanted)[0]
        found = self.decode(node, bare, name)
        if found is MISSING:
            return MISSING
        try:
            return msgspec.convert(found, wanted)
        except msgspec.ValidationError as error:
            return self.problem("FIELD004", f"{called(name)} must be {_limit(error)}", node.where)

    def _scalar(self, node: Scalar, wanted: Any, name: str) -> Any:  # noqa: ANN401
        if wanted is Inline:
            line = markdown.inline(node, self.problems, smart=self.smart)
            return line if line.spans else self._nothing(node, name)
        if wanted is RichText:
            text = markdown.rich_text(node, self.problems, smart=self.smart)
            return text if text.parts or node.text.strip() else self._nothing(node, name)
        read = _READERS.get(wanted)
        if read is None:
            raise TypeError(wanted)  # a field of a type that nobody can write
        try:
            return read(node, self)
        except links.OutsideError as error:
            hint = "copy the file into the content file's folder, and name the copy"
            return self.problem("PIC005", f"{called(name)}: {error}", node.where, hint)
        except ValueError as error:
            message = f"{called(name)}: {error}"
            return self.problem("FIELD004", message, node.where, _HINTS.get(wanted, ""))


def _made(struct: type[Fields], where: Where, found: dict[str, Any]) -> Fields:
    """Return a `struct`; it knows its place if it has a field for it, as themes have not."""
    place = {"where": where} if "where" in struct.__struct_fields__ else {}
    return struct(**place, **found)


def _required(known: dict[str, Field]) -> list[str]:
    return [entry.name for entry in known.values() if entry.required]


def _added(struct: type[Fields], key: str) -> str:
    """Return the hint to add a key, with what it is for, as its description says."""
    from brochure.reading.descriptions import described  # noqa: PLC0415 - only a mistake needs it

    words = described(struct).keys.get(key, "").rstrip(".")
    return f"add `{key}:`, {words[0].lower()}{words[1:]}" if words else f"add `{key}:`"


def _limit(error: msgspec.ValidationError) -> str:
    """Return the bound that msgspec names, in words: "Expected `int` <= 3" is "at most 3"."""
    match = _LIMIT.search(str(error))
    return f"{_BOUNDS[match[1]]} {match[2].removesuffix('.0')}" if match else str(error).lower()


_READERS: dict[Any, Callable[[Scalar, Decoder], Any]] = {
    str: lambda node, _: values.line(node.text),
    float: lambda node, _: values.number(node.text),
    int: lambda node, _: values.whole(node.text),
    bool: lambda node, _: values.truth(node.text),
    Length: lambda node, _: values.length(node.text),
    Focus: lambda node, _: values.focus(node.text),
    Href: lambda node, _: links.href(node.text),
    FileName: lambda node, _: links.file_name(node.text, node.where),
    Website: lambda node, _: links.website(node.text, node.where),
    Email: lambda node, _: links.email(node.text, node.where),
    Phone: lambda node, decoder: links.phone(node.text, node.where, decoder.region, decoder.cache),
}
_EXPECTED: dict[Any, str] = {
    float: "a number",
    int: "a whole number",
    bool: "`true` or `false`",
    Length: "a length",
    Focus: "a focal point",
    FileName: "a file's name",
}
_LIMIT = re.compile(r"(>=|<=|>|<) (\S+)")
_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_HINTS: dict[Any, str] = {
    float: "write it in figures, such as 1.5",
    int: "write it in figures, such as 2",
    Focus: "shares across and down, such as 50% 30%, or left, center, right, top, bottom",
    bool: "write `true` or `false`",
    Email: "write it as hello@example.com",
    Length: "a number with pt, mm, cm or in",
    FileName: "name a file in the content file's folder, such as assets/cover.jpg",
    Phone: "check its digits; write it with its area code, or with + and the country code",
    Href: "write the whole address: https://www.example.com",
    Website: "write it as www.example.com",
}
