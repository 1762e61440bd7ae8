"""The author's models -> a JSON Schema, with which editors complete, explain and check a file.

It is made from the very models that the reader decodes, and takes whatever the reader takes; where
a schema has no words for a rule (a phone number that exists, Markdown) the reader is the stricter.
"""

from __future__ import annotations

import json
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from brochure.blocks import BLOCKS, Block
from brochure.content.document import Document
from brochure.content.scalar_schemas import COPY, FILLED, NOTHING, SCALARS, WORDS
from brochure.reading import fields_of
from brochure.reading.descriptions import described
from brochure.richtext import Inline
from brochure.themes import THEMES, load_theme
from brochure.themes.changes import ColorChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brochure.content.scalar_schemas import JsonSchema
    from brochure.fields import Fields
    from brochure.reading import Field

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ROLES = ("cover", "flap", "inside", "back")
_BOUNDS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}
_BLOCK = "One block of copy: its name, and after the colon what it holds."


def as_json() -> str:
    """Return the schema as the text of the file that the package carries, `schema.json`."""
    return json.dumps(schema(), indent=2) + "\n"


def schema() -> JsonSchema:
    """Return the schema of an author's file (draft 2020-12)."""
    made = _Definitions()
    document = made.mapping(Document)
    return {
        "$schema": _DIALECT,
        "title": "brochure",
        "description": described(Document).summary,
        **document,
        "anyOf": [{"required": [role]} for role in _ROLES],
        "$defs": made.definitions,
    }


class _Definitions(msgspec.Struct):
    """Turns the types of fields into schemas; `definitions` grows by the models met."""

    definitions: dict[str, JsonSchema] = {}

    def of(self, wanted: Any) -> JsonSchema:  # noqa: ANN401, PLR0911 - a field is of any type, and each kind has its line
        """Return the schema of what the reader takes for a value of the type `wanted`."""
        origin, arguments = get_origin(wanted), get_args(wanted)
        if wanted in SCALARS:
            return dict(SCALARS[wanted])
        if wanted in COPY:
            return self._referred(wanted.__name__, lambda: COPY[wanted])
        if origin is Annotated:
            return self.of(arguments[0]) | _bounds(arguments[1:])
        if origin in {Union, types.UnionType}:
            return _any_of(self.of(choice) for choice in arguments)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self._item(arguments[0])}
        if origin is dict:
            return self._table(wanted)
        if wanted is Block:
            return self._referred("Block", self._block)
        return self._referred(wanted.__name__, lambda: self._struct(wanted))

    def mapping(self, struct: type[Fields]) -> JsonSchema:
        """Return the schema of a mapping of the keys of `struct`."""
        keys = described(struct).keys
        fields = fields_of(struct)
        properties = {
            name: {"description": keys.get(name, ""), **self._field(entry), **_default(entry)}
            for name, entry in fields.items()
        }
        required = [name for name, entry in fields.items() if entry.required]
        return {
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _referred(self, name: str, make: Callable[[], JsonSchema]) -> JsonSchema:
        """Return a reference to the definition `name`, made when it is first met."""
        if name not in self.definitions:
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _table(self, wanted: Any) -> JsonSchema:  # noqa: ANN401 - as above
        """Return the schema of names with values of one type: those that some theme has."""
        value = get_args(wanted)[1]
        themes = [load_theme(name) for name in THEMES]
        parts = [theme.colors if value is ColorChange else theme.fonts for theme in themes]
        what = "color" if value is ColorChange else "family of fonts"
        properties = {
            name: {"description": f"The theme's {what} of that name.", **self.of(value)}
            for part in parts
            for name in part
        }
        mapping = {"type": "object", "properties": properties, "additionalProperties": False}
        return {"anyOf": [mapping, NOTHING]}

    def _struct(self, struct: type[Fields]) -> JsonSchema:
        """Return a struct's forms: the bare value of its shorthand, its keys, or nothing."""
        fields = fields_of(struct)
        short: str = getattr(struct, "SHORTHAND", "")
        forms = [self._field(fields[short])] if short else []
        forms.append(self.mapping(struct))
        if _can_be_bare(struct):
            forms.append(NOTHING)
        return {"description": described(struct).summary, **_any_of(forms)}

    def _block(self) -> JsonSchema:
        """Return the schema of a block: a mapping with one key that names it, or its bare name."""
        named = {
            "type": "object",
            "properties": {name: self.of(block) for name, block in BLOCKS},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }
        bare = {"enum": [name for name, block in BLOCKS if _can_be_bare(block)]}
        return {"description": _BLOCK, "anyOf": [bare, named]}

    def _field(self, entry: Field) -> JsonSchema:
        """Return the schema of a field; one that must be there must hold something."""
        made = self.of(entry.type)
        if entry.required and made.get("type") == "array":
            return made | {"minItems": 1}
        return made | FILLED if entry.required and entry.type is str else made

    def _item(self, wanted: Any) -> JsonSchema:  # noqa: ANN401 - as above
        """Return the schema of a list's entry: a pair of quotes is an empty cell, `[]` is none."""
        if wanted is Inline:
            return dict(WORDS)
        made = self.of(wanted)
        return made | {"minItems": 1} if get_origin(wanted) is tuple else made


def _can_be_bare(struct: type[Fields]) -> bool:
    return not any(entry.required for entry in fields_of(struct).values())


def _any_of(choices: Iterable[JsonSchema]) -> JsonSchema:
    """Return the schema of what one of `choices` takes, flat, each choice once."""
    flat: list[JsonSchema] = []
    for choice in choices:
        nested = choice["anyOf"] if choice.keys() == {"anyOf"} else [choice]
        flat += [inner for inner in nested if inner not in flat]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _bounds(metas: Iterable[Any]) -> JsonSchema:
    return {
        key: getattr(meta, bound)
        for meta in metas
        for bound, key in _BOUNDS.items()
        if getattr(meta, bound, None) is not None
    }


def _default(entry: Field) -> JsonSchema:
    """Return what holds where the key is left out, if it is words or a number; a fold's name."""
    default = entry.default() if callable(entry.default) else entry.default
    value = getattr(default, "name", default)
    return {"default": value} if isinstance(value, (str, int, float)) and value != "" else {}
