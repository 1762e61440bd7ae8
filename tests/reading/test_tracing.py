"""The place of words is the very words, however YAML and Markdown write them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.problems import OVERRIDE, Source
from brochure.reading import Mapping, load
from brochure.reading.markdown import inline, rich_text
from brochure.reading.nodes import Scalar
from brochure.reading.tracing import traced
from brochure.richtext import Inline, ListOf, RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.problems import Where
    from brochure.reading.nodes import Node

_TYPED = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\xa0": "_"})


def paragraphs(text: str, read: object, *, smart: bool = True) -> list[Inline]:
    """Return what `read` makes of the value of `t` in the YAML `text`: its lines, one by one."""
    tree = load(Source("a.yaml", text), [])
    assert isinstance(tree, Mapping)
    node = tree.get("t")
    assert isinstance(node, Scalar)
    assert callable(read)
    found = read(node, [], smart=smart)
    return list(_lines(found))


def _lines(found: object) -> Iterator[Inline]:
    match found:
        case RichText(parts=parts) | ListOf(items=parts):
            for part in parts:
                yield from _lines(part)
        case Inline(spans=spans) if spans:
            yield found


def words(line: Inline) -> list[tuple[str, Where]]:
    """Return each word of `line` with its place."""
    found = re.finditer(r"\S+", line.plain)
    return [(word[0], traced(line.spans, *word.span())) for word in found]


def pointed(where: Where) -> str:
    """Return what of its line a place spans."""
    return where.source.line(where.line)[where.column - 1 :][: where.length]


def typed(words: str) -> str:
    """Return `words` as a keyboard has them."""
    return words.translate(_TYPED).replace("\u2013", "--").replace("\u2026", "...")


def unescaped(written: str, style: str) -> str:
    """Return what `written` stands for in a scalar of the style, and then in Markdown."""
    if style == '"':
        written = yaml.safe_load(f'"{written}"')
    elif style == "'":
        written = written.replace("''", "'")
    return html.unescape(re.sub(r"\\([^\w\s])", r"\1", written))


@pytest.mark.parametrize("read", [rich_text, inline])
@pytest.mark.parametrize(
    ("yaml", "word", "at", "says"),
    [
        ('t: "Caf\\u00e9 is \\"painless\\" here"', "here", (1, 31), "here"),
        ('t: "Caf\\u00e9 is painless"', "Caf\u00e9", (1, 5), "Caf\\u00e9"),
        ('t: "a\\x20b c"', "c", (1, 12), "c"),
        ('t: "one\\ntwo \\\n   three"', "three", (2, 4), "three"),
        ("t: 'it''s **so** good'", "good", (1, 18), "good"),
        ("t: a **bold** [link](https://a.org/word) word", "word", (1, 42), "word"),
        ("t: caf&eacute; &amp; more", "caf\u00e9", (1, 4), "caf&eacute;"),
        ("t: caf&eacute; &amp; more", "more", (1, 22), "more"),
        ("t: 2 \\* 3 `co de` end", "de", (1, 15), "de"),
        ("t: 2 \\* 3 `co de` end", "end", (1, 19), "end"),
        ("t: yes... no -- well", "well", (1, 17), "well"),
        ("t: yes... no -- well", "yes\u2026", (1, 4), "yes..."),
        ("t: >-\n  one\n  *two*\n  three", "two", (3, 4), "two"),
        ("t: |\n    one\n    **two** \u4e2d three", "three", (3, 15), "three"),
        ("t: |\n  e\u0301 \U0001f600 end", "end", (2, 8), "end"),
        ("t: quite*ly* so", "quitely", (1, 4), "quite*ly"),
    ],
)
def test_the_place_of_a_word_is_the_word(
    yaml: str, word: str, at: tuple[int, int], says: str, read: object
) -> None:
    """Behind escapes, marks, links, entities, folds and letters of two cells."""
    (line,) = paragraphs(yaml, read)
    where = dict(words(line))[word]
    assert ((where.line, where.column), pointed(where)) == (at, says)


def test_words_on_several_lines_are_pointed_at_on_the_first() -> None:
    """As far as they go there."""
    (line,) = paragraphs("t: >-\n  It is **quite**\n  *painless* here", rich_text)
    where = traced(line.spans, 3, line.plain.index(" here"))
    assert (where.line, pointed(where)) == (2, "is **quite")
    assert pointed(traced(line.spans, 2, 5)) == "is"


def test_words_of_lists_and_cells_are_found() -> None:
    """Each at its own place, though the same words came before."""
    lines = paragraphs("t: |\n  - one two\n  - *one* two\n\n  one two\n", rich_text)
    places = [(where.line, where.column) for line in lines for _, where in words(line)]
    assert places == [(2, 5), (2, 9), (3, 6), (3, 11), (5, 3), (5, 7)]


def test_words_of_a_change_are_found() -> None:
    """In what was written on the command line; one with a # is not read again."""
    change = 'cover.0="a **b** c"'
    node: Node = load(Source(OVERRIDE, change), [], skipped=8)
    assert isinstance(node, Scalar)
    (line,) = _lines(inline(node, []))
    assert pointed(dict(words(line))["c"]) == "c"


def test_words_that_the_file_does_not_hold_lead_to_their_span() -> None:
    """Such as those that the program adds."""
    (line,) = paragraphs("t: one two", inline)
    (span,) = line.spans
    other = type(span)("two one", span.where)
    assert traced((other,), 4, 7) == span.where


_LETTERS = st.text("ab\u00e9\u4e2d\U0001f600", min_size=1, max_size=3)
_MARKED = st.sampled_from(
    [
        "{}",
        "**{}**",
        "*{}*",
        "_{}_",
        "`{}`",
        "[{}](https://a.org/{})",
        "\\*{}",
        "&amp;{}",
        "{}&eacute;",
        "it's{}",
        '"{}"',
        "{}...",
        "<https://a.org/{}>",
        "***{}***",
        "[{} *{}*](https://a.org)",
    ]
)
_WORDS = st.lists(st.builds(str.format, _MARKED, _LETTERS, _LETTERS), min_size=1, max_size=8)
_ESCAPED = {"\u00e9": ["\\xe9", "\\u00e9", "\u00e9"], " ": [" ", " ", "\\x20", "\\u0020", "\\ "]}
_BREAKS = {
    "": [" ", "\n  "],
    "'": [" ", "\n  ", "\n\n  "],
    '"': [" ", "\n  ", "\n\n  ", "\\n", "\\n\\n", " \\\n    ", "\\t"],
    "|": [" ", "\n  ", "\n\n  ", "  \n  "],
    ">": [" ", "\n  ", "\n\n  "],
}


@settings(max_examples=400, deadline=None)
@given(
    given_words=_WORDS,
    style=st.sampled_from(list(_BREAKS)),
    read=st.sampled_from([rich_text, inline]),
    smart=st.booleans(),
    data=st.data(),
)
def test_any_words_are_pointed_at(
    given_words: list[str],
    style: str,
    read: object,
    smart: bool,  # noqa: FBT001 - Hypothesis passes arguments by name
    data: st.DataObject,
) -> None:
    """In each of YAML's five styles, over breaks, with any marks: all of them, in order."""
    breaks = st.sampled_from(_BREAKS[style])
    written = ["a"]
    for word in given_words:
        written += [data.draw(breaks), _in_style(word, style, data)]
    body = "".join(written)
    end = style if style in {"'", '"'} else ""
    lead = f"{style}\n  " if style in {"|", ">"} else style
    found = paragraphs(f"t: {lead}{body}{end}\n", read, smart=smart)
    assert found
    before = (0, 0)
    for line in found:
        for word, where in words(line):
            assert typed(unescaped(pointed(where), style)) == typed(word)
            assert (where.line, where.column) > before
            before = (where.line, where.column)


def _in_style(word: str, style: str, data: st.DataObject) -> str:
    if style == "'":
        return word.replace("'", "''")
    if style != '"':
        return word
    plain = word.replace("\\", "\\\\").replace('"', '\\"')
    choices = (st.sampled_from(_ESCAPED.get(character, [character])) for character in plain)
    return "".join(map(data.draw, choices))
