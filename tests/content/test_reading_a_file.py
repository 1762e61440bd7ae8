"""Reading: a sound file gives a Brochure; any other gives every problem, each at its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.blocks.heading import Heading
from brochure.blocks.text import Text
from brochure.content import read
from brochure.content.reader import MOST_CODES
from brochure.problems import BrochureError, FileError
from brochure.typography import Direction

HEAD = "title: A\nclinic: {name: B}\n"
ROOT = Path(__file__).parents[2]


def problems(tmp_path: Path, text: str | bytes, *overrides: str) -> list[tuple[str, str, str]]:
    """Return (code, line:column, message and hint) of each problem of a file that holds `text`."""
    path = tmp_path / "content.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(BrochureError) as caught:
        read(path, overrides)
    return [
        (p.code, f"{p.where.line}:{p.where.column}" if p.where else "", f"{p.message} {p.hint}")
        for p in caught.value.problems
    ]


def test_the_real_brochure_reads() -> None:
    """The repository's own content is sound, and its roles all have copy."""
    brochure = read(ROOT / "content.yaml")
    assert brochure.title == "Microneedling"
    assert brochure.clinic.phone is not None
    assert brochure.clinic.phone.href == "tel:+12108794809"
    assert all((brochure.cover, brochure.flap, brochure.inside, brochure.back))


@pytest.mark.parametrize(
    ("text", "code", "place", "says"),
    [
        (HEAD + "cover:\n  - titel: A\n", "BLOCK002", "4:5", "did you mean `title`?"),
        (HEAD + "cover: [{title: {txt: A}}]\n", "FIELD001", "3:18", "did you mean `text`?"),
        ("title: A\nclinic: {nmae: B}\n", "FIELD001", "2:10", "did you mean `name`?"),
        ("clinic: {name: B}\ncover: [{title: A}]\n", "FIELD002", "1:1", "`title`"),
        (HEAD + "cover: [{title: A, heading: B}]\n", "BLOCK001", "3:20", "`- heading: …`"),
        (HEAD + "cover: [titel]\n", "BLOCK002", "3:9", "did you mean `title`?"),
        (HEAD + "cover:\n  - title Peels\n", "BLOCK002", "4:5", "colon after the name: `title: P"),
        (HEAD + "cover:\n  - title:Peels\n", "BLOCK002", "4:5", "space after the colon: `title: P"),
        (HEAD + "cover:\n  - heading:\n    text: A\n    label: B\n", "BLOCK001", "5:5", "`text`"),
        (HEAD + "cover:\n  - [title]\n", "BLOCK001", "4:5", "- heading: …"),
        (HEAD + "cover:\n  title: A\n", "FIELD003", "4:3", "`- title: …`"),
        (HEAD + "cover:\n  -title: A\n", "FIELD003", "4:3", "space after the `-`: `- title"),
        (
            HEAD + "cover:\n  - title: #1 in skin\n",
            "FIELD003",
            "4:11",
            "not read what follows",
        ),
        (HEAD + "cover:\n  - title:\n", "FIELD003", "4:11", "write a value after `title:`"),
        (HEAD + "cover:\n  - figure: {file: a.jpg}\n", "FIELD002", "4:13", "`alt:`, what it shows"),
        (HEAD + "cover:\n  - list: [a, b: c]\n", "FIELD003", "4:15", 'with a colon: "like: this"'),
        (
            HEAD + "cover:\n  - list: [a, ~]\n",
            "FIELD003",
            "4:15",
            "an entry of `list` must be",
        ),
        (HEAD + "cover:\n  - table:\n    - Day 1: A\n", "FIELD003", "5:7", "in brackets: [one"),
        (HEAD + "cover:\n  - callout:\n    - text: A\n", "FIELD003", "5:5", "one text, without"),
        (
            HEAD + "cover:\n  - steps: [title: A]\n",
            "FIELD002",
            "4:13",
            "lacks the key `text`",
        ),
        (HEAD + "cover: words\n", "FIELD003", "3:8", "must be a list, not words"),
        (HEAD + "paper: leter\ncover: []\n", "NAME001", "3:8", "did you mean `letter`?"),
        (HEAD + "fold: zfold\ncover: []\n", "NAME001", "3:7", "did you mean `z-fold`?"),
        (HEAD + "language: English\ncover: []\n", "FIELD004", "3:11", "en-US"),
        (HEAD + "cover: [{spacer: 900}]\n", "FIELD004", "3:", "60"),
        (HEAD + "cover: [{picture: /etc/passwd}]\n", "PIC005", "3:19", "does not start"),
        (HEAD + "cover: [{picture: ../x.jpg}]\n", "PIC005", "3:19", "leads out"),
        (HEAD + "cover: [{picture: 'http://x/y.jpg'}]\n", "FIELD004", "3:19", "not addresses"),
        (HEAD + "cover: [{share: [myspace]}]\n", "FIELD004", "3:18", "facebook"),
        (HEAD + "cover:\n\t- title: A\n", "YAML001", "4:1", "tabs"),
        (HEAD + "title: B\ncover: []\n", "YAML006", "3:1", "line 1"),
        (HEAD + "cover: [*a]\n", "YAML005", "3:9", "&a"),
        (HEAD + "---\ntitle: B\n", "YAML004", "", "one brochure"),
        ("", "YAML003", "1:1", "empty"),
        ("# nothing\n", "YAML003", "1:1", "empty"),
        ("- a\n", "FIELD003", "1:1", "must hold keys"),
        (HEAD, "FIELD002", "1:1", "no copy"),
        (HEAD + "cover: []\nback: []\n", "FIELD002", "1:1", "no copy"),
        (b"title: \xff\n", "YAML002", "", "UTF-8"),
        (b"title: a\x00b\n", "YAML001", "1:9", "U+0000"),
        (HEAD + "a: " + "[" * 200 + "]" * 200, "YAML007", "3:", "deep"),
    ],
)
def test_a_problem_is_told_where_it_is(
    tmp_path: Path, text: str | bytes, code: str, place: str, says: str
) -> None:
    """Each with its code, line and column, and how to mend it."""
    found = problems(tmp_path, text)
    assert any(c == code and p.startswith(place) and says in m for c, p, m in found), found


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    """Three mistakes in three places, in the file's order."""
    text = HEAD + "cover:\n  - titel: A\n  - heading: {text: B, levl: 2}\n  - spacer: soon\n"
    assert [(c, p) for c, p, _ in problems(tmp_path, text)] == [
        ("BLOCK002", "4:5"),
        ("FIELD001", "5:24"),
        ("FIELD004", "6:13"),
    ]


def test_a_phone_that_cannot_exist_is_told(tmp_path: Path) -> None:
    """Too few digits for the language's country."""
    found = problems(tmp_path, "title: A\nclinic: {name: B, phone: '12'}\ncover: [contact]\n")
    assert [(c, p) for c, p, _ in found] == [("FIELD004", "2:26")]


def test_alias_bombs_are_refused_at_once(tmp_path: Path) -> None:
    """Nine levels of nine aliases would be 387 million values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    start = time.perf_counter()
    assert problems(tmp_path, "\n".join(lines))[0][0] == "YAML007"
    assert time.perf_counter() - start < 2


def test_deep_nesting_is_refused_at_once(tmp_path: Path) -> None:
    """Twenty thousand levels do not exhaust the machine's stack."""
    assert problems(tmp_path, "- " * 20_000 + "a")[0][0] == "YAML007"


@pytest.mark.parametrize("copy", ["  - qr: vcard\n", "  - contact: {qr: website}\n"])
def test_more_codes_than_a_brochure_may_have_are_refused_at_once(tmp_path: Path, copy: str) -> None:
    """At the first too many; thousands fit a file, and each takes a check a while."""
    path = tmp_path / "content.yaml"
    path.write_text(f"{HEAD}back: [contact]\ninside:\n{copy * MOST_CODES}")
    assert len(read(path).inside) == MOST_CODES
    start = time.perf_counter()
    ((code, place, says),) = problems(tmp_path, f"{HEAD}inside:\n{copy * 1500}")
    assert time.perf_counter() - start < 8
    assert (code, place) == ("QR004", f"{4 + MOST_CODES}:5")
    assert says.startswith(f"this is one of 1500 QR codes; a brochure may have {MOST_CODES}")


def test_problems_in_a_text_point_at_their_own_line(tmp_path: Path) -> None:
    """A link in the third line of a block scalar."""
    text = HEAD + "cover:\n  - text: |\n      One é\n      two\n      see [it](ftp://x.y)\n"
    assert [(c, p) for c, p, _ in problems(tmp_path, text)] == [("LINK001", "7:11")]


def test_words_that_look_like_yaml_values_stay_words(tmp_path: Path) -> None:
    """Yes, no, numbers and dates are words where words are wanted."""
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + "cover:\n  - heading: No\n  - heading: 1.50\n  - heading: 2024-01-01\n")
    blocks = read(path).cover
    assert all(isinstance(block, Heading) for block in blocks)
    assert [b.text.plain for b in blocks if isinstance(b, Heading)] == ["No", "1.50", "2024-01-01"]


def test_markdown_becomes_spans_and_lists(tmp_path: Path) -> None:
    """Bold, italic, links, lists; HTML is text; quotes and apostrophes are real ones."""
    path = tmp_path / "content.yaml"
    path.write_text(
        HEAD + "cover:\n  - text: |\n      It's **b** and *i* at [us](www.x.org) <b>\n\n"
        "      - one\n      - two\n",
    )
    (block,) = read(path).cover
    assert isinstance(block, Text)
    first, second = block.text.parts
    assert [(s.text, s.bold, s.italic, s.href) for s in first.spans] == [  # type: ignore[union-attr]
        ("It\u2019s ", False, False, None),
        ("b", True, False, None),
        (" and ", False, False, None),
        ("i", False, True, None),
        (" at ", False, False, None),
        ("us", False, False, "https://www.x.org"),
        (" <b>", False, False, None),
    ]
    assert [item.plain for item in second.items] == ["one", "two"]  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["1. Numb", "# Five", "- dash", "> more", "**b**", '"Quoted"'])
def test_a_heading_keeps_what_looks_like_a_list(tmp_path: Path, words: str) -> None:
    """Single lines are never lists, headings or quotations."""
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + f"cover:\n  - heading: '{words}'\n")
    (block,) = read(path).cover
    assert isinstance(block, Heading)
    plain = words.strip("*").replace('"Q', "\u201cQ").replace('d"', "d\u201d")
    assert block.text.plain == plain


def test_overrides_change_values(small: Path) -> None:
    """By key and by index, values in YAML."""
    brochure = read(small, ["clinic.name=Other", "cover.0.title=Large", "paper=a4"])
    assert brochure.clinic.name == "Other"
    assert brochure.paper.name == "a4"


@pytest.mark.parametrize(
    ("change", "code"),
    [("paper", "SET001"), ("cover.7.title=A", "SET002"), ("papr=a4", "FIELD001")],
)
def test_overrides_that_lead_nowhere_are_told(small: Path, change: str, code: str) -> None:
    """The problem points into the argument."""
    with pytest.raises(BrochureError) as caught:
        read(small, [change])
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.where is not None
    assert problem.where.source.name == "--set"


def test_right_to_left_languages_set_the_direction(small: Path) -> None:
    """Arabic runs from the right."""
    assert read(small, ["language=ar", "clinic.phone=+12108794809"]).direction is (
        Direction.RIGHT_TO_LEFT
    )


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_no_content_problem(tmp_path: Path, name: str) -> None:
    """A missing file and a folder exit with 2."""
    with pytest.raises(FileError) as caught:
        read(tmp_path / name)
    assert caught.value.exit_code == 2
    assert caught.value.problems[0].hint


@settings(max_examples=150)
@given(text=st.text(max_size=120))
def test_any_words_in_a_text_are_kept_or_refused(text: str) -> None:
    """Markdown of any kind never breaks the reader."""
    from brochure.problems import Problem, Source, Where  # noqa: PLC0415
    from brochure.reading import Scalar  # noqa: PLC0415
    from brochure.reading.markdown import inline, rich_text  # noqa: PLC0415

    found: list[Problem] = []
    scalar = Scalar(text, Where(Source("a", text), 1), "|")
    rich_text(scalar, found)
    inline(scalar, found)
    assert all(problem.code in {"TEXT001", "LINK001"} for problem in found)
