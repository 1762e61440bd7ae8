"""Markdown: what each construct becomes, and that every span and problem knows its place."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.problems import Problem, Source, Where
from brochure.reading import Mapping, Scalar, load, markdown
from brochure.reading.markdown import inline, rich_text
from brochure.reading.places import Places
from brochure.richtext import LINE_BREAK, Inline, ListOf, RichText


def scalar(text: str) -> Scalar:
    """Return the value of the key `t` in the YAML `text`."""
    tree = load(Source("a.yaml", text), [])
    assert isinstance(tree, Mapping)
    node = tree.get("t")
    assert isinstance(node, Scalar)
    return node


def place(where: Where | None) -> str:
    """Return `line:column`."""
    assert where is not None
    return f"{where.line}:{where.column}"


@pytest.mark.parametrize(
    ("yaml", "at"),
    [
        ("t: see [x](ftp://y)", "1:8"),
        ("t: one\n  two [x](ftp://y)", "2:7"),
        ("t: é **ü** [x](ftp://y)", "1:12"),
        ("t: &a see [x](ftp://y)", "1:11"),
        ("t: 'see [x](ftp://y)'", "1:9"),
        ("t: 'it''s\n\n   [x](ftp://y)'", "3:4"),
        ("t: 'it''s [x](ftp://y)'", "1:11"),
        ('t: "a\\u00e9\\tb [x](ftp://y)"', "1:16"),
        ('t: "one \\\n   two\n   é [x](ftp://y)"', "3:6"),
        ('t: "a\\n\\n[x](ftp://y)"', "1:10"),
        ("t: |\n  one é\n  see [x](ftp://y)", "3:7"),
        ("t: |2\n    one\n  see [x](ftp://y)", "3:7"),
        ("t: | # note\n\n  one\n  [x](ftp://y)", "4:3"),
        ("t: |\n  - one\n  - two [x](ftp://y)", "3:9"),
        ("t: |-\n  a\n   b [x](ftp://y)\n\n", "3:6"),
        ("t: &a |\n  [x](ftp://y)", "2:3"),
        ("t: &a\n  |\n  [x](ftp://y)", "3:3"),
        ("t: >\n  one\n  two é [x](ftp://y)", "3:9"),
        ("t: >-\n  one\n\n  two\n  [x](ftp://y)\n", "5:3"),
    ],
)
@pytest.mark.parametrize("read", [rich_text, inline])
def test_a_problem_in_a_text_points_at_its_character(yaml: str, at: str, read: object) -> None:
    """In each of YAML's five styles, over folds, escapes and letters of two bytes."""
    found: list[Problem] = []
    assert callable(read)
    read(scalar(yaml), found)
    assert [(p.code, place(p.where)) for p in found] == [("LINK001", at)]


@pytest.mark.parametrize(
    ("text", "at", "says", "hint"),
    [
        ("a\n\n# b", "4:3", "a heading", "`heading`"),
        ("> b", "2:3", "a quotation", "`callout`"),
        ("a ![b](c)", "2:5", "a picture", "`figure`"),
        ("|a|b|\n|-|-|\n|c|d|", "2:3", "a table", "`table`"),
        ("a\n\n---\n\nb", "4:3", "a rule", "`spacer`"),
        ("```\na\n```", "2:3", "a block of code", "```"),
        ("- a\n  - b", "3:5", "a list inside a list", "one level"),
        ("a &#7;", "2:5", "U+0007", "paragraphs"),
    ],
)
def test_what_a_text_cannot_hold_is_told(text: str, at: str, says: str, hint: str) -> None:
    """With the block to use instead."""
    found: list[Problem] = []
    rich_text(scalar("t: |\n  " + text.replace("\n", "\n  ")), found)
    (problem,) = found
    assert (problem.code, place(problem.where)) == ("TEXT001", at)
    assert says in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("text", ["see [our site](our site)", "see [our site](www.x.org"])
def test_a_link_that_is_none_is_told(text: str) -> None:
    """Instead of being printed with its brackets."""
    found: list[Problem] = []
    rich_text(scalar(f"t: |\n  {text}"), found)
    assert [(p.code, place(p.where)) for p in found] == [("LINK001", "2:17")]
    assert "has a space" in found[0].message


@pytest.mark.parametrize("text", ["see \\[1](a b)", "[1], (2)", "[a] (b)", "`[a](b c)`"])
def test_brackets_that_are_no_link_are_words(text: str) -> None:
    """Escaped, apart, or in a code span."""
    found: list[Problem] = []
    assert "(" in inline(scalar(f"t: |\n  {text}"), found).plain
    assert not found


def spans(found: Inline) -> list[tuple[str, str, str]]:
    """Return each span's text, its style as letters, and its place."""
    return [
        (s.text, "b" * s.bold + "i" * s.italic + "l" * (s.href is not None), place(s.where))
        for s in found.spans
    ]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("a **b** c", [("a ", "", "1:4"), ("b", "b", "1:8"), (" c", "", "1:11")]),
        ("_a_ ***b***", [("a", "i", "1:5"), (" ", "", "1:7"), ("b", "bi", "1:11")]),
        ("a [b *c*](x.org)", [("a ", "", "1:4"), ("b ", "l", "1:7"), ("c", "il", "1:10")]),
        ("<c@d.org>", [("c@d.org", "l", "1:5")]),
        ("a `**b**` <i>", [("a **b** <i>", "", "1:4")]),
        ("it's 9--5 -- so...", [("it\u2019s 9\u20135 \u2013 so\u2026", "", "1:4")]),
        ("1. Numb", [("1. Numb", "", "1:4")]),
        ("+ more", [("+ more", "", "1:4")]),
    ],
)
def test_inline_constructs_become_spans(text: str, becomes: list[tuple[str, str, str]]) -> None:
    """Each at its own place."""
    problems: list[Problem] = []
    assert spans(inline(scalar(f"t: {text}"), problems)) == becomes
    assert not problems


def test_typewriter_quotes_stay_where_a_language_has_others() -> None:
    """German quotes are not English ones."""
    assert inline(scalar("t: 'a \"b\" -- c'"), [], smart=False).plain == 'a "b" -- c'


def test_line_breaks_are_kept_and_line_ends_are_not() -> None:
    """Two spaces or a backslash ask for a break; a line's end is a space."""
    text = rich_text(scalar("t: |\n  a\n  b  \n  c\\\n  d\n"), [])
    (part,) = text.parts
    assert isinstance(part, Inline)
    assert part.spans[0].text == f"a b{LINE_BREAK}c{LINE_BREAK}d"
    assert inline(scalar("t: |\n  a\\\n  b\n"), []).spans[0].text == f"a{LINE_BREAK}b"


@pytest.mark.parametrize("read", [rich_text, inline])
def test_a_tab_is_a_space(read: object) -> None:
    """No font has a glyph for it."""
    assert callable(read)
    found = read(scalar("t: |\n  a\tb\n"), [])
    (line,) = found.parts if isinstance(found, RichText) else (found,)
    assert line.plain == "a b"


def test_a_paragraph_of_white_alone_is_none() -> None:
    """Neither in a text nor in a list."""
    (items, last) = rich_text(scalar("t: |\n  &#32;\n\n  - &#32;\n  - a\n\n  b\n"), []).parts
    assert isinstance(items, ListOf)
    assert [item.plain for item in items.items] == ["a"]
    assert isinstance(last, Inline)


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
@pytest.mark.parametrize("words", ["a **\u00e9** b", "a [b](ftp://c) \u00e9"])
def test_a_long_text_takes_time_in_proportion(style: str, words: str) -> None:
    """A text of 300 kB that is mostly marks: one pass finds all their places."""
    end = style if style in {"'", '"'} else ""
    node = scalar(f"t: {style}\n" + f"  {words}\n" * (300_000 // len(words)) + f"  c{end}\n")
    start = time.process_time()
    rich_text(node, [])
    assert time.process_time() - start < 2


def test_a_heading_of_several_lines_is_one_paragraph() -> None:
    """What would begin a list or a paragraph in a text is words in a heading."""
    found = inline(scalar("t: |\n  1. a\n  - b\n\n  # **c**\n"), [])
    assert found.plain == "1. a - b # c"
    assert place(found.spans[1].where) == "5:7"


def test_lists_keep_their_first_number_and_their_items_paragraphs() -> None:
    """A second paragraph stays in its item."""
    text = rich_text(scalar("t: |\n  a\n\n  3. b\n\n     c\n  4. d\n\n  * e\n"), [])
    _, ordered, bullets = text.parts
    assert isinstance(ordered, ListOf)
    assert isinstance(bullets, ListOf)
    assert (ordered.start, [i.plain for i in ordered.items]) == (3, ["b c", "d"])
    assert (bullets.start, [i.plain for i in bullets.items]) == (None, ["e"])
    assert place(ordered.items[1].where) == "7:6"


_WORDS = st.lists(st.text("aé'\"\\ü€", min_size=1, max_size=4), min_size=1, max_size=6)


@settings(max_examples=80)
@given(words=_WORDS, style=st.sampled_from(["'", '"', ">", "|"]), lines=st.booleans())
def test_every_character_stands_where_it_says(words: list[str], style: str, lines: bool) -> None:  # noqa: FBT001 - Hypothesis passes arguments by name
    """Whatever the style, the file has that character, or what stands for it, at its place."""
    body = ("\n  " if lines else " ").join(words)
    if style == "'":
        body = "'" + body.replace("'", "''") + "'"
    elif style == '"':
        body = '"' + body.replace("\\", "\\\\").replace('"', '\\"') + '"'
    else:
        body = f"{style}\n  {body}\n"
    node = scalar(f"t: {body}")
    places = Places(node)
    for index, character in enumerate(node.text):
        where = places.at(index)
        written = node.where.source.line(where.line)[where.column - 1 :]
        if not character.isspace():
            assert written.removeprefix("\\" if style == '"' else "").startswith(character)


@settings(max_examples=120)
@given(text=st.text(max_size=120), style=st.sampled_from(["", "'", '"', ">", "|"]))
def test_any_words_are_kept_or_refused(text: str, style: str) -> None:
    """Markdown of any kind never breaks the reader, even where the source is not its own."""
    found: list[Problem] = []
    node = Scalar(text, Where(Source("a", text), 1), style)
    rich_text(node, found)
    inline(node, found)
    assert all(problem.code in {"TEXT001", "LINK001"} for problem in found)


@given(text=st.text(alphabet="ab .,1-#+()é\u00a0\u2019:;!", min_size=1, max_size=40))
def test_words_without_signs_read_as_the_parser_reads_them(text: str) -> None:
    """The short way for plain words gives just what Markdown gives, places included."""
    node = scalar(f't: "{text}"')
    if not node.text.strip():
        return
    quick = markdown.inline(node, [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_SPECIAL", re.compile(""))
        slow = markdown.inline(node, [])
    assert quick == slow
