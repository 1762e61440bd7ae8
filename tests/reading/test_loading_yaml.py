"""Loading: YAML text gives nodes that know their places, or problems with a cause and a cure."""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.cache import Cache
from brochure.problems import BrochureError, FileError, Problem, Source
from brochure.reading import Mapping, Scalar, Sequence, load, load_file

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.reading import Node

READING = import_module("brochure.reading.load")  # a function of the package bears its name


def refused(text: str) -> list[Problem]:
    """Return the problems of `text`, whether or not they stop the parser."""
    found: list[Problem] = []
    try:
        load(Source("a.yaml", text), found)
    except BrochureError as error:
        return list(error.problems)
    return found


@pytest.mark.parametrize(
    ("text", "code", "place", "says", "hint"),
    [
        ("a: 'open\nb: c", "YAML001", "1:4", "never closed", "another '"),
        ("a: 'It's so'", "YAML001", "1:8", "closing quotation mark", "use double ones"),
        ('a: "Soft" skin', "YAML001", "1:11", "closing quotation mark", "single quotes"),
        ("a: Hours: 9", "YAML001", "1:9", "second colon", "need quotes"),
        ("a: b\n  c: d", "YAML001", "2:3", "too far right", "right below"),
        ("title:A\nb:\n  c: d", "YAML001", "1:6", "space is missing", "`title: A`"),
        ("a:\n  - b: c\n   - d: e", "YAML001", "3:4", "out of line", "same number of spaces"),
        ("a:\n  b: c\n d: e", "YAML001", "3:2", "out of line", "same number of spaces"),
        ("a: b\nc\nd: e", "YAML001", "2:1", "no `key: value`", "further right"),
        ("a: [b, c\nd: e", "YAML001", "1:4", "bracket here is never closed", "comma"),
        ("a: - b", "YAML001", "1:4", "on the line of its key", "next line"),
        ('a: "C:\\pics"', "YAML001", "1:7", "backslash", "single quotes"),
        ("a: **b** c", "YAML001", "1:5", "cannot begin with *", "quotes"),
        ("a: [b](c) d", "YAML001", "1:7", "closing bracket", "begin with ["),
        ("- a: b\nc\n- d: {e: f}", "YAML001", "2:1", "no `key: value`", "further right"),
        ("a: @b", "YAML001", "1:4", "cannot begin with @", "quotes"),
        ("a: | b", "YAML001", "1:6", "cannot begin with |", "below |"),
        ("a: }b", "YAML001", "1:4", "no value begins with }", "delete it"),
        ("a:\n\t- b", "YAML001", "2:1", "begins with a tab", "spaces"),
        ("%TAG ! !\na: b", "YAML001", "2:1", "not YAML: did not find", "check the indentation"),
        ("a: b\x07", "YAML001", "1:5", "U+0007", "cannot be seen"),
        ('a: "b\\u0007"', "YAML001", "1:4", "U+0007", "cannot be seen"),
        ("a: b\u2028c", "YAML001", "1:5", "U+2028", "cannot be seen"),
        ("a: b\x85c", "YAML001", "1:5", "U+0085", "cannot be seen"),
        ("? [a]\n: b", "YAML001", "1:3", "a key must be a word", "key: value"),
        ("", "YAML003", "1:1", "empty", "title"),
        ("# note\n", "YAML003", "1:1", "empty", "title"),
        ("a: b\n---\nc: d", "YAML004", "3:1", "several", "---"),
        ("a: *b", "YAML005", "1:4", "&b before", "need quotes"),
        ("a: &b [*b]", "YAML005", "1:8", "holds itself", "write the value out"),
        ("a: 1\nb: 2\na: 3", "YAML006", "3:1", "the first is on line 1", "keep one"),
        ("- " * 41 + "a", "YAML007", "1:81", "nested", "right file"),
        ("a: !!python/name:os.system x", "YAML008", "1:4", "tags", "delete"),
        ("a: &x {b: c}\nd: {<<: *x}", "YAML009", "2:5", "merged", "write the keys out"),
        ("a: mi\ufeffcro", "YAML001", "1:4", "U+FEFF", "delete it"),
        ("a: We are your #1 clinic", "YAML010", "1:16", "`#1` begins a comment", "put quotes"),
        ("a:\n  - two\n    lines #3", "YAML010", "3:11", "`#3` begins a comment", "put quotes"),
        ("a:\n  b: #2B3A67\n  c: 1", "YAML010", "2:6", "`#2B3A67` begins", "put quotes"),
    ],
)
def test_what_is_no_sound_yaml_is_told(
    text: str, code: str, place: str, says: str, hint: str
) -> None:
    """One problem each, with its code, line and column, and how to mend it."""
    (problem,) = refused(text)
    assert problem.where is not None
    assert (problem.code, f"{problem.where.line}:{problem.where.column}") == (code, place)
    assert says in problem.message
    assert hint in problem.hint


def test_what_need_not_stop_the_parser_is_told_together() -> None:
    """A key twice, a tag, a merge: all in one run, and with what stops it at last."""
    text = "a: {b: 1, b: 2}\nb: !t 3\nc: {<<: d}\ne: *f"
    assert [p.code for p in refused(text)] == ["YAML006", "YAML008", "YAML009", "YAML005"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("a: b".encode("utf-16"), "UTF-16"),
        ("a: b".encode("utf-16-le"), "UTF-16"),
        ("a: b".encode("utf-16-be"), "UTF-16"),
        (b"a: b\nc: \xe9", "line 2"),
    ],
)
def test_other_encodings_are_told(tmp_path: Path, data: bytes, says: str) -> None:
    """With what to do about it."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(BrochureError) as caught:
        load_file(path, [])
    (problem,) = caught.value.problems
    assert problem.code == "YAML002"
    assert says in problem.message
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_move_nothing(tmp_path: Path, end: str, mark: bytes) -> None:
    """Files from Windows and from old Macs count lines as editors do."""
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + f"a: b{end}c: d{end}".encode())
    source, tree = load_file(path, [])
    assert isinstance(tree, Mapping)
    key = tree.entries[1][0]
    assert (key.where.line, key.where.column, source.line(2)) == (2, 1, "c: d")


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a\0b"])
def test_a_file_that_cannot_be_read_has_its_own_error(tmp_path: Path, name: str) -> None:
    """With a hint, and another exit code than content has."""
    with pytest.raises(FileError) as caught:
        load_file(tmp_path / name, [])
    assert caught.value.problems[0].code == "FILE001"
    assert caught.value.problems[0].hint


def test_a_file_too_large_is_refused(tmp_path: Path) -> None:
    """One byte over the limit."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * 48_001)
    with pytest.raises(BrochureError, match="larger than 48 kB"):
        load_file(path, [])


def test_aliases_that_multiply_are_refused_at_once() -> None:
    """Nine levels of nine would be 387 million values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    start = time.perf_counter()
    assert [p.code for p in refused("\n".join(lines))] == ["YAML007"]
    assert time.perf_counter() - start < 2


def test_an_alias_stands_for_its_value() -> None:
    """At the place where the value is written."""
    tree = load(Source("a", "a: &x words\nb: *x"), [])
    assert isinstance(tree, Mapping)
    assert tree.get("a") is tree.get("b")


def _scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items):
            return [scalar for item in items for scalar in _scalars(item)]
        case Mapping(entries):
            return [s for key, value in entries for s in (key, *_scalars(value))]


_TREES = st.recursive(
    st.from_regex(r"[a-z][a-z0-9 ]{0,8}[a-z]", fullmatch=True),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcd"), inner),
    max_leaves=12,
)


@settings(max_examples=60)
@given(tree=_TREES)
def test_every_plain_word_stands_where_it_says(tree: object) -> None:
    """JSON is YAML: cut the source at each scalar's place, and there is its text."""
    source = Source("a", str(tree).replace("'", ""))
    found = _scalars(load(source, []))
    for scalar in found:
        at = scalar.where.column - 1
        assert source.line(scalar.where.line)[at : at + len(scalar.text)] == scalar.text
    assert len(found) == len(_scalars(load(Source("b", source.text), [])))


@settings(max_examples=150)
@given(text=st.text(max_size=200) | st.text(alphabet="- :[]{}&*!|>'\"%@`#<\n\tab", max_size=200))
def test_any_text_gives_nodes_or_problems(text: str) -> None:
    """And nothing else; every problem lies in the text."""
    # As `open_source` reads a file: its line ends are bare.
    source = Source("a", text.encode(errors="replace").decode().replace("\r", "\n"))
    for problem in refused(source.text):
        assert problem.where is not None
        assert 1 <= problem.where.line <= len(source.lines)


@pytest.mark.parametrize(
    "text",
    ["a: b # c", "a: b  #", "a: 'b #1'", "a: |\n  b #1\n", "a: b#1", "# a\na: b", "a: # c\n  b: d"],
)
def test_comments_are_let_be(text: str) -> None:
    """With a space after their sign; and signs that begin none."""
    assert refused(text) == []


def test_the_tree_of_an_unchanged_file_is_kept_for_the_next_process(tmp_path: Path) -> None:
    """Values, styles and places alike; a changed text is read anew, and problems are told again."""
    cache, path = Cache(tmp_path / "cache"), tmp_path / "a.yaml"

    def next_process() -> tuple[object, list[str], bool]:
        READING._seen.clear()
        problems: list[Problem] = []
        with pytest.MonkeyPatch.context() as patch:
            parsed: list[object] = []
            real = READING.load
            patch.setattr(READING, "load", lambda *given: parsed.append(given) or real(*given))
            source, tree = load_file(path, problems, cache)
        assert tree.where.source is source
        return tree, [problem.code for problem in problems], bool(parsed)

    path.write_text("a: [1, 'two']\n\u00e9: &x {b: ~, c: \"d\"}\ne: *x\nf: >\n  three\n")
    first = next_process()
    assert first[1:] == ([], True)
    assert next_process() == (first[0], [], False)
    assert first[0] == load_file(path, [])[1]
    path.write_text("a: 1\n")
    assert next_process() != first
    path.write_text("a: 1\na: 2\n")
    twice = next_process()
    assert twice[1:] == (["YAML006"], True)
    assert next_process() == twice
