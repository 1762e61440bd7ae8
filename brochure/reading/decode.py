"""Nodes -> typed values, collecting every problem of the file in one run.

The types are those of msgspec Structs' fields; a Struct's `where` field is set from the node, and
its `SHORTHAND` names the field that a bare value fills.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, field, replace
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from brochure.fields import Email, FileName, Focus, Href, Length, Phone, Website
from brochure.problems import Problem, Where
from brochure.reading import markdown, values
from brochure.reading.nodes import Mapping, Node, Scalar, Sequence, kind
from brochure.reading.suggest import did_you_mean
from brochure.richtext import Inline, RichText

if TYPE_CHECKING:
    from collections.abc import Callable

MISSING: Any = object()
"""What `decode` returns for a value that had a problem."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a Struct, as its author sees it."""

    name: str
    type: Any
    required: bool


@cache
def fields_of(struct: type[msgspec.Struct]) -> dict[str, Field]:
    """Return the fields that an author can write, by name."""
    hints = get_type_hints(struct, include_extras=True)
    return {
        info.name: Field(info.name, hints[info.name], info.required)
        for info in msgspec.structs.fields(struct)
        if info.name != "where"
    }


@dataclass
class Decoder:
    """Turns nodes into values; `problems` grows with all that is wrong.

    `region` is the country by whose rules phone numbers are read. `custom` maps further types to
    what decodes them.
    """

    region: str = "US"
    problems: list[Problem] = field(default_factory=list)
    custom: dict[Any, Callable[[Decoder, Node, str], Any]] = field(default_factory=dict)

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
        if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
            return self.struct(node, wanted, name)
        if not isinstance(node, Scalar) or node.empty:
            expected = _EXPECTED.get(wanted, "words")
            message = f"`{name}` must be {expected}, not {kind(node)}"
            return self.problem("FIELD003", message, node.where)
        return self._scalar(node, wanted, name)

    def struct(self, node: Node, struct: type[msgspec.Struct], name: str) -> Any:  # noqa: ANN401
        """Return `node` as a `struct`: a mapping of its fields, or the value of its shorthand."""
        known = fields_of(struct)
        if not isinstance(node, Mapping):
            short: str = getattr(struct, "SHORTHAND", "")
            if not short or (isinstance(node, Scalar) and node.empty):
                if isinstance(node, Scalar) and node.empty and not _required(known):
                    return struct(where=node.where)
                keys = ", ".join(f"`{key}`" for key in known)
                message = f"`{name}` must be a mapping of keys, not {kind(node)}"
                return self.problem("FIELD003", message, node.where, f"its keys are {keys}")
            entries: list[tuple[str, Node]] = [(short, node)]
        else:
            entries = []
            for written, value in node.entries:
                if written.text in known:
                    entries.append((written.text, value))
                else:
                    message = f"`{name}` has no key `{written.text}`"
                    hint = did_you_mean(written.text, known)
                    self.problem("FIELD001", message, written.where, hint)
        found = {key: self.decode(value, known[key].type, key) for key, value in entries}
        for key in _required(known):
            if key not in found:
                message = f"`{name}` lacks the key `{key}`"
                self.problem("FIELD002", message, node.where, f"add `{key}:`")
                found[key] = MISSING
        if MISSING in found.values():
            return MISSING
        return struct(where=node.where, **found)

    def _list(self, node: Node, wanted: Any, name: str) -> Any:  # noqa: ANN401
        if not isinstance(node, Sequence):
            message = f"`{name}` must be a list, not {kind(node)}"
            return self.problem("FIELD003", message, node.where, "start each line with `- `")
        found = tuple(self.decode(item, wanted, name) for item in node.items)
        return MISSING if MISSING in found else found

    def _union(self, node: Node, wanted: tuple[Any, ...], name: str) -> Any:  # noqa: ANN401
        """Return the node as the first of the types that takes it, else the last one's problem."""
        if isinstance(node, Scalar) and node.empty and types.NoneType in wanted:
            return None
        choices = [choice for choice in wanted if choice is not types.NoneType]
        choices.sort(key=lambda choice: str(get_origin(choice)) != str(Literal))
        for choice in choices[:-1]:
            trial = Decoder(self.region, [], self.custom)
            found = trial.decode(node, choice, name)
            if found is not MISSING:
                return found
        before = len(self.problems)
        found = self.decode(node, choices[-1], name)
        names = [word for choice in choices[:-1] for word in get_args(choice)]
        if names and len(self.problems) == before + 1:
            hint = "it can also be " + " or ".join(f"`{word}`" for word in names)
            self.problems[before] = replace(self.problems[before], hint=hint)
        return found

    def _literal(self, node: Node, allowed: tuple[Any, ...], name: str) -> Any:  # noqa: ANN401
        if isinstance(node, Scalar) and node.text in allowed:
            return node.text
        shown = f"`{node.text}`" if isinstance(node, Scalar) else kind(node)
        hint = did_you_mean(node.text if isinstance(node, Scalar) else "", allowed)
        return self.problem("FIELD004", f"`{name}` cannot be {shown}", node.where, hint)

    def _constrained(self, node: Node, wanted: Any, name: str) -> Any:  # noqa: ANN401
        bare = get_args(wanted)[0]
        found = self.decode(node, bare, name)
        if found is MISSING:
            return MISSING
        try:
            return msgspec.convert(found, wanted)
        except msgspec.ValidationError as error:
            reason = str(error).removeprefix("Expected ").lower()
            return self.problem("FIELD004", f"`{name}` must be {reason}", node.where)

    def _scalar(self, node: Scalar, wanted: Any, name: str) -> Any:  # noqa: ANN401
        if wanted is Inline:
            return markdown.inline(node, self.problems)
        if wanted is RichText:
            return markdown.rich_text(node, self.problems)
        read = _READERS.get(wanted)
        if read is None:
            raise TypeError(wanted)  # a field of a type that nobody can write
        try:
            return read(node, self.region)
        except ValueError as error:
            message = f"`{name}`: {error}"
            return self.problem("FIELD004", message, node.where, _HINTS.get(wanted, ""))


def _required(known: dict[str, Field]) -> list[str]:
    return [entry.name for entry in known.values() if entry.required]


def _number(node: Scalar, _: str) -> float:
    try:
        found = float(node.text)
    except ValueError:
        raise ValueError(f"{node.text!r} is not a number") from None
    if not abs(found) < 1e9:  # noqa: PLR2004 - also refuses nan and inf
        raise ValueError(f"{node.text!r} is not a number that a page could use")
    return found


def _whole(node: Scalar, region: str) -> int:
    found = _number(node, region)
    if found != int(found):
        raise ValueError(f"{node.text!r} is not a whole number")
    return int(found)


def _truth(node: Scalar, _: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    found = words.get(node.text.lower())
    if found is None:
        raise ValueError(f"{node.text!r} is neither `true` nor `false`")
    return found


_READERS: dict[Any, Callable[[Scalar, str], Any]] = {
    str: lambda node, _: node.text.strip(),
    float: _number,
    int: _whole,
    bool: _truth,
    Length: lambda node, _: values.length(node.text),
    Focus: lambda node, _: values.focus(node.text),
    Href: lambda node, _: values.href(node.text),
    FileName: lambda node, _: values.file_name(node.text, node.where),
    Website: lambda node, _: values.website(node.text, node.where),
    Email: lambda node, _: values.email(node.text, node.where),
    Phone: lambda node, region: values.phone(node.text, node.where, region),
}
_EXPECTED: dict[Any, str] = {
    float: "a number",
    int: "a whole number",
    bool: "`true` or `false`",
    Length: "a length",
    Focus: "a focal point",
    FileName: "a file's name",
}
_HINTS: dict[Any, str] = {
    Length: "a number with pt, mm, cm or in",
    FileName: "name a file in the content file's folder, such as assets/cover.jpg",
    Phone: "write it with its area code, or with + and the country code",
    Href: "write the whole address: https://www.example.com",
    Website: "write it as www.example.com",
}
