"""Hypothesis strategies of author's files: shaped like one, sound or with anything in any place."""

from __future__ import annotations

import types
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from hypothesis import strategies as st

from brochure.blocks import BLOCKS, Block
from brochure.content.document import Document
from brochure.content.ignore_entry import Ignores
from brochure.fields import Email, Fields, FileName, Focus, Href, Length, Phone, Website
from brochure.folds import FOLDS, PAPERS, Fold, Paper
from brochure.press import Bleed, Profile, TotalInk
from brochure.reading import fields_of
from brochure.review import Day
from brochure.richtext import Inline, RichText
from brochure.themes import THEMES
from brochure.themes.changes import ThemeChoice

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

REAL = (Path(__file__).parents[2] / "content.yaml").read_text(encoding="utf-8")

_CHARACTERS = st.characters(codec="utf-8")
_YAML = st.sampled_from("- :[]{}&*!|>'\"%@`#<,?~\n\tab\u00e9")
_WORDS = ["A", "Fine needles", "no", "12", "'", "**b** *i*", "[a](www.b.org)", "a\n\n- b", "\u00e9"]
_SCALARS: dict[Any, list[Any]] = {
    str: [*_WORDS, 12, 1.5, True],
    Inline: [*_WORDS, 2026, -0.5, False],
    RichText: [*_WORDS, 3],
    bool: [True, False, "yes", "Off"],
    int: [2, 3, "2", 3.0],
    float: [1, 2.5, "0.5"],
    Length: [140, "140pt", " 2.5 cm", ".5in", "1mm"],
    Focus: ["50% 30%", "left top", "bottom"],
    FileName: ["a.jpg", "a/b.svg", 7],
    Href: ["https://a.org/b?c", "www.a.org", "mailto:a@b.org", "tel:+12108794809"],
    Website: ["www.a.org", "https://a.org"],
    Email: ["a@b.org"],
    Phone: ["(210) 879-4809", 2108794809, "+49 30 901820"],
    Paper: [paper.name for paper in PAPERS] + ["A4", "200mm x 200mm", "9 x 8 in"],
    Fold: [fold.name for fold in FOLDS],
    ThemeChoice: [
        *THEMES,
        "Calm",
        {"name": "mono", "fonts": {"text": "open sans"}, "scale": 1.1},
        {"colors": {"accent": "#123", "ink": {"rgb": "#000000", "cmyk": [0, 0, 0, "100"]}}},
        {"name": "Bold", "colors": None, "fonts": {}},
    ],
    Profile: ["gracol", "FOGRA39", "their press.ICC"],
    Bleed: [0, "3mm", ".25in", 9],
    TotalInk: [280, "320 %"],
    Day: ["2020-02-29", "1999-12-31"],
    Ignores: [
        {},
        {"PRINT001": "the printer asked for it", "FIT004": 3},
        {"CONTACT001": {"(1)": "a", 2: 3}},
    ],
}
_NARROWER = {  # than their types are
    "language": st.sampled_from(["en-US", "ES", "de", "ar", "zh-Hant"]),
    "tuck": st.sampled_from(["1/16 in", "2mm", 4.5]),
}

texts: SearchStrategy[str] = st.text(_CHARACTERS, max_size=200) | st.text(_YAML, max_size=200)
"""Any text, and text of the characters that mean something to YAML."""

anything: SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(_CHARACTERS, max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
"""Any tree of YAML values."""


@st.composite
def mended_wrongly(draw: DrawFn) -> str:
    """Return the real brochure's file after a few slips: characters lost, put in, or doubled."""
    text = REAL
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        lost = draw(st.integers(0, 8))
        text = text[:at] + draw(st.text(_YAML, max_size=3)) + text[at + lost :]
    return text


@st.composite
def trees(draw: DrawFn, *, odd: int = 0) -> Any:
    """Return a tree of values in the form of a file; one in `odd` values is anything else."""
    tree = _drawn(draw, Document, odd)
    if isinstance(tree, dict):
        tree.setdefault("back", ["contact"])
    return tree


def as_yaml(tree: Any) -> str:
    """Return `tree` as the text of a file."""
    text: str = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text


def _drawn(draw: DrawFn, wanted: Any, odd: int) -> Any:  # noqa: PLR0911 - each kind has its line
    """Return a value that the reader takes for the type `wanted`, or anything."""
    if odd and draw(st.sampled_from([False] * (odd - 1) + [True])):
        return draw(anything)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if wanted in _SCALARS:
        return draw(st.sampled_from(_SCALARS[wanted]))
    if wanted is type(None):
        return None
    if origin is Annotated:
        return _drawn(draw, arguments[0], odd)
    if origin is Literal:
        return draw(st.sampled_from(arguments))
    if origin in {Union, types.UnionType}:
        return _drawn(draw, draw(st.sampled_from(arguments)), odd)
    if origin is tuple:
        return [_drawn(draw, arguments[0], odd) for _ in range(draw(st.integers(1, 3)))]
    if wanted is Block:
        name, block = draw(st.sampled_from(BLOCKS))
        return {name: _drawn(draw, block, odd)}
    return _mapping(draw, wanted, odd)


def _mapping(draw: DrawFn, struct: type[Fields], odd: int) -> Any:
    """Return the keys of `struct`, or, where it has one, the value of its shorthand."""
    fields = fields_of(struct)
    short = getattr(struct, "SHORTHAND", "")
    bare = short and all(entry.name == short or not entry.required for entry in fields.values())
    if bare and draw(st.booleans()):
        return _drawn(draw, fields[short].type, odd)
    return {
        name: draw(_NARROWER[name]) if name in _NARROWER else _drawn(draw, entry.type, odd)
        for name, entry in fields.items()
        if entry.required or draw(st.booleans())
    }
