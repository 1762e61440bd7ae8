"""What an editor may find where the reader takes a single value: words, a number, a length, a name.

The reader sees characters, an editor YAML's types: to it `heading: 2026` is a number and
`heading: yes` may be a truth. The patterns are those with which `reading` reads the values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from brochure.content.folding import SIZE
from brochure.content.ignore_entry import Ignores
from brochure.content.press_entry import LEAST_INK, MOST_INK
from brochure.content.review_entry import ISO_DAY
from brochure.fields import Email, FileName, Focus, Href, LanguageTag, Length, Phone, Website
from brochure.folds import FOLDS, PAPERS, Fold, Paper
from brochure.press import Bleed, Profile, TotalInk
from brochure.profiles import NAMES
from brochure.reading import values
from brochure.review import Day
from brochure.richtext import Inline, RichText
from brochure.themes import THEMES
from brochure.themes.kinds import HEX, FamilyName, Hex, InkShares, ThemeName
from brochure.typography import families

if TYPE_CHECKING:
    from collections.abc import Iterable

JsonSchema: TypeAlias = dict[str, Any]

NOTHING: JsonSchema = {"type": "null"}
FILLED: JsonSchema = {"pattern": r"\S"}
WORDS: JsonSchema = {"type": ["string", "number", "boolean"]}


def _whole(pattern: str) -> str:
    return rf"^\s*(?:{pattern})\s*$"


def _any_case(words: Iterable[str]) -> str:
    """Return a pattern of `words` in any case: JSON Schema's patterns know no flags."""
    patterns = (
        "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else c for c in word) for word in words
    )
    return _whole("|".join(patterns))


def _named(names: Iterable[str]) -> JsonSchema:
    """Return the schema of one of `names`, in any case; editors offer the small letters."""
    known = list(names)
    return {"anyOf": [{"enum": known}, {"type": "string", "pattern": _any_case(known)}]}


def _markdown(description: str) -> JsonSchema:
    return {"description": description, **WORDS, **FILLED, "contentMediaType": "text/markdown"}


_SHARE = "|".join([*values.SIDES, values.PERCENT.pattern])

COPY: dict[Any, JsonSchema] = {
    Inline: _markdown("Words in Markdown: **bold**, *italic*, [link](address)."),
    RichText: _markdown("Paragraphs and lists in Markdown."),
}
"""Words in Markdown, by the type that they become."""

SCALARS: dict[Any, JsonSchema] = {
    type(None): NOTHING,
    str: WORDS,
    float: {"type": ["number", "string"], "pattern": _whole(values.NUMBER.pattern)},
    int: {"type": ["integer", "string"], "pattern": _whole(values.NUMBER.pattern)},
    bool: {"type": ["boolean", "string"], "pattern": _any_case(values.TRUTHS)},
    Length: {
        "type": ["string", "number"],
        "pattern": _whole(values.LENGTH.pattern),
        "exclusiveMinimum": 0,
    },
    Focus: {"type": "string", "pattern": _whole(rf"(?:{_SHARE})(?:\s+(?:{_SHARE}))?")},
    FileName: WORDS | FILLED,
    LanguageTag: {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    Href: {"type": "string", "pattern": "[.:]"},
    Website: {"type": "string", "pattern": "[.:]"},
    Email: {"type": "string", "pattern": "@"},
    Phone: {"type": ["string", "number"]},
    Paper: {
        "anyOf": [
            *_named(paper.name for paper in PAPERS)["anyOf"],
            {"type": "string", "pattern": _whole(SIZE)},
        ],
    },
    Fold: _named(fold.name for fold in FOLDS),
    ThemeName: _named(THEMES),
    FamilyName: _named(families()),
    Hex: {"type": "string", "pattern": _whole(HEX.pattern)},
    InkShares: {
        "type": "array",
        "items": {"type": ["number", "string"], "pattern": _whole(values.NUMBER.pattern)},
        "minItems": 4,
        "maxItems": 4,
    },
    Profile: {
        "anyOf": [*_named(NAMES)["anyOf"], {"type": "string", "pattern": r"\.[iI][cC][cCmM]\s*$"}]
    },
    Bleed: {
        "type": ["string", "number"],
        "pattern": _whole(values.LENGTH.pattern),
        "minimum": 0,
    },
    TotalInk: {
        "type": ["number", "string"],
        "pattern": _whole(rf"{values.NUMBER.pattern}\s*%?"),
        "minimum": LEAST_INK,
        "maximum": MOST_INK,
    },
    Day: {"type": "string", "pattern": _whole(ISO_DAY.pattern), "format": "date"},
    Ignores: {
        "type": ["object", "null"],
        "additionalProperties": {
            "anyOf": [
                WORDS | FILLED,
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": FILLED,
                    "additionalProperties": WORDS | FILLED,
                },
            ]
        },
    },
}
"""Every other single value, by the type that it becomes."""
