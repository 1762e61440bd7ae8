"""Decoding: nodes become the types that fields have; all problems come in one run."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

import msgspec
import pytest

from brochure.fields import Email, Fields, FileName, Focus, Href, Length, Phone, Website
from brochure.problems import Problem, Source, Where
from brochure.reading import MISSING, Decoder, load
from brochure.richtext import Inline, RichText


class Row(Fields, frozen=True):
    """A struct with a shorthand."""

    SHORTHAND: ClassVar[str] = "text"

    where: Where
    text: Inline
    count: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1
    fill: Annotated[float, msgspec.Meta(gt=0)] | Literal["all"] = 1.0


class Table(Fields, frozen=True):
    """A struct of structs."""

    where: Where
    rows: tuple[Row, ...]
    cells: tuple[tuple[Inline, ...], ...] = ()
    note: RichText | None = None


def decoded(text: str, wanted: Any, **options: Any) -> tuple[Any, list[Problem]]:
    """Return the value of the YAML `text` and the problems."""
    found: list[Problem] = []
    decoder = Decoder(problems=found, **options)
    return decoder.decode(load(Source("a.yaml", text), found), wanted, "it"), found


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return the code and place of each problem."""
    return [(p.code, f"{p.where.line}:{p.where.column}" if p.where else "") for p in problems]


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("1.50", str, "1.50"),
        ("|\n  One\n\n  line\u00a0of\twords \n", str, "One line\u00a0of words"),
        ("2024-01-01", str, "2024-01-01"),
        ("no", str, "no"),
        ("012", int, 12),
        ("-2.5", float, -2.5),
        ("yes", bool, True),
        ("False", bool, False),
        ("~", int | None, None),
        ("null", Inline | None, None),
        ("all", Annotated[float, msgspec.Meta(gt=0)] | Literal["all"], "all"),
        ("2", Annotated[float, msgspec.Meta(gt=0)] | Literal["all"], 2.0),
        ("website", Literal["website"] | Href, "website"),
        ("www.x.org", Literal["website"] | Href, "https://www.x.org"),
        ("[a, b]", tuple[str, ...], ("a", "b")),
        ("[]", tuple[str, ...], ()),
        ("12pt", Length, 12.0),
        ("1.2 cm", Length, pytest.approx(34.0157, abs=1e-3)),
        ("0.25in", Length, 18.0),
        (".5in", Length, 36.0),
        ("1/16 in", Length, 4.5),
        ("3 1/2in", Length, 252.0),
        ("8-1/2 in", Length, 612.0),
        ("5mm", Length, pytest.approx(14.1732, abs=1e-3)),
        ("50% 30%", Focus, Focus(0.5, 0.3)),
        ("left", Focus, Focus(0.0, 0.5)),
        ("bottom", Focus, Focus(0.5, 1.0)),
        ("top right", Focus, Focus(1.0, 0.0)),
        ("https://a.b/c?d#e", Href, "https://a.b/c?d#e"),
        ("HTTP://a.b", Href, "http://a.b"),
        ("mailto:a@b.c", Href, "mailto:a@b.c"),
        ("tel:+12105550100", Href, "tel:+12105550100"),
        ("x.org:8080/a", Href, "https://x.org:8080/a"),
    ],
)
def test_words_become_what_a_field_holds(text: str, wanted: Any, value: Any) -> None:
    """Without a problem."""
    assert decoded(text, wanted) == (value, [])


@pytest.mark.parametrize(
    ("text", "wanted", "code", "says"),
    [
        ("1_0", int, "FIELD004", "not a number"),
        ("\u0663", float, "FIELD004", "not a number"),
        ("nan", float, "FIELD004", "not a number"),
        ("1e9", float, "FIELD004", "not a number"),
        ("1.5", int, "FIELD004", "not a whole number"),
        ("soon", bool, "FIELD004", "`true`"),
        ("[a]", str, "FIELD003", "must be words, not a list"),
        ("{a: b}", int, "FIELD003", "must be a whole number, not keys"),
        ("~", Inline, "FIELD003", "must be words, not nothing write a value"),
        ("''", Inline, "FIELD003", "holds nothing"),
        ("words", tuple[str, ...], "FIELD003", "must be a list, not words begin each entry"),
        ("5 miles", Length, "FIELD004", "a number with pt, mm, cm or in"),
        ("-5mm", Length, "FIELD004", "not a length"),
        ("1/0 in", Length, "FIELD004", "not a length"),
        ("0", Length, "FIELD004", "not a length"),
        ("101in", Length, "FIELD004", "not a length"),
        ("50% 30% 1%", Focus, "FIELD004", "50% 30%"),
        ("101%", Focus, "FIELD004", "50% 30%"),
        ("lft", Focus, "FIELD004", "left, center"),
        ("javascript:a", Href, "FIELD004", "https, http, mailto or tel, not javascript"),
        ("ftp://a.b", Href, "FIELD004", "not ftp write the whole address"),
        ("'https:'", Href, "FIELD004", "leads nowhere"),
        ("a b.c", Href, "FIELD004", "a space"),
        ("words", Href, "FIELD004", "not an address"),
        ("mailto:a@b.c", Website, "FIELD004", "not a web address"),
        ("a.b.c", Email, "FIELD004", "hello@example.com"),
        ("12", Phone, "FIELD004", "its area code"),
        ("(123) 456-7890", Phone, "FIELD004", "nobody can have"),
        ("879-4809", Phone, "FIELD004", "lacks its area code"),
        ("two", int, "FIELD004", "write it in figures"),
        ("[a]", Inline, "FIELD003", 'words that begin with [: "[like this"'),
        ("a " * 99, int, "FIELD004", "`a a a a a a a a a a a a a a a a a a a a…`"),
        ("call us", Phone, "FIELD004", "not a telephone number"),
        ("C:\\a.jpg", FileName, "PIC005", "does not start"),
        ("/a.jpg", FileName, "PIC005", "does not start"),
        ("~/a.jpg", FileName, "PIC005", "does not start"),
        ("a/../../b.jpg", FileName, "PIC005", "leads out"),
        ("..\\b.jpg", FileName, "PIC005", "copy the file into"),
        ("https://a.b/c.jpg", FileName, "FIELD004", "not addresses"),
        ("data:image/png,a", FileName, "FIELD004", "not addresses"),
        ("''", FileName, "FIELD004", "missing"),
        ("lft", Literal["left", "right"], "FIELD004", "did you mean `left`?"),
        ("zzz", Literal["left", "right"], "FIELD004", "it can be `left`, `right`"),
        ("al", float | Literal["all"], "FIELD004", "did you mean `all`?"),
        ("-1", Annotated[float, msgspec.Meta(gt=0)] | Literal["all"], "FIELD004", "more than 0"),
        ("words", Table, "FIELD003", "its keys are `rows`, `cells`, `note`"),
    ],
)
def test_words_that_a_field_cannot_hold_are_told(
    text: str, wanted: Any, code: str, says: str
) -> None:
    """With one problem that says how to write it."""
    value, (problem,) = decoded(text, wanted)
    assert value is MISSING
    assert problem.code == code
    assert says in f"{problem.message} {problem.hint}"


def test_a_bare_value_fills_the_shorthand() -> None:
    """And `where` is the value's own place."""
    value, problems = decoded("rows:\n  - One\n  - {text: Two, count: 3, fill: all}", Table)
    assert not problems
    assert [(r.text.plain, r.count, r.fill, r.where.line) for r in value.rows] == [
        ("One", 1, 1.0, 2),
        ("Two", 3, "all", 3),
    ]


def test_all_problems_come_in_one_run() -> None:
    """Unknown, missing, wrong and out of bounds, each at its place."""
    text = """\
rows:
  - {txt: A}
  - {text: B, count: 10}
  - {text: [C], fill: 0}
  - ''
cells: [[a, ''], [], b]
note: "[x](ftp://y)"
note2: a
"""
    value, problems = decoded(text, Table)
    assert value is MISSING
    assert sorted(told(problems), key=lambda entry: entry[1]) == [
        ("FIELD002", "2:5"),
        ("FIELD001", "2:6"),
        ("FIELD004", "3:22"),
        ("FIELD003", "4:12"),
        ("FIELD004", "4:23"),
        ("FIELD003", "5:5"),
        ("FIELD003", "6:18"),
        ("FIELD003", "6:22"),
        ("LINK001", "7:8"),
        ("FIELD001", "8:1"),
    ]


def test_an_author_cannot_write_where() -> None:
    """It is the reader's own."""
    _, problems = decoded("{rows: [a], where: 1}", Table)
    assert told(problems) == [("FIELD001", "1:13")]


def test_what_must_be_there_must_hold_something() -> None:
    """An empty list is no rows; an empty cell between quotes is a cell."""
    assert told(decoded("rows: []", Table)[1]) == [("FIELD003", "1:7")]
    value, problems = decoded("{rows: [a], cells: [['', b]]}", Table)
    assert not problems
    assert [cell.plain for cell in value.cells[0]] == ["", "b"]


@pytest.mark.parametrize(
    ("text", "region", "link"),
    [
        ("(210) 879-4809", "US", "tel:+12108794809"),
        ("210.879.4809 ext. 12", "US", "tel:+12108794809;ext=12"),
        ("+49 30 901820", "US", "tel:+4930901820"),
        ("030 901820", "DE", "tel:+4930901820"),
    ],
)
def test_a_phone_is_shown_as_written_and_linked_for_the_world(
    text: str, region: str, link: str
) -> None:
    """By the rules of the language's country."""
    value, problems = decoded(text, Phone, region=region)
    assert not problems
    assert (value.text, value.href) == (text, link)


def test_mail_and_sites_are_shown_as_written() -> None:
    """And linked in full."""
    site, _ = decoded("www.x.org", Website)
    mail, _ = decoded("Me+you@x.org", Email)
    assert (site.text, site.href) == ("www.x.org", "https://www.x.org")
    assert (mail.text, mail.href) == ("Me+you@x.org", "mailto:Me%2Byou@x.org")
