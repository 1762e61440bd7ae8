"""`--set`: changes from the command line, written over the author's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.blocks.contact import Contact
from brochure.blocks.title import Title
from brochure.content import read
from brochure.problems import BrochureError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_block_written_in_short_is_entered_by_its_fields(small: Path) -> None:
    """`title: Small` and `contact` have their fields all the same."""
    brochure = read(small, ["cover.0.title.text=Bar", "cover.0.title.label=A", "back.0.contact={}"])
    (title,) = brochure.cover
    assert isinstance(title, Title)
    assert title.label is not None
    assert (title.text.plain, title.label.plain) == ("Bar", "A")
    assert isinstance(brochure.back[0], Contact)


def test_values_are_yaml(small: Path) -> None:
    """Lists and mappings, and words with an equals sign in them."""
    brochure = read(small, ["clinic.address=[1 Main St, 'Austin, TX']", "title=a=b"])
    assert brochure.clinic.address == ("1 Main St", "Austin, TX")
    assert brochure.title == "a=b"


@pytest.mark.parametrize("value", ["The #1 Clinic", "#1", "Ring: #5, please", "A # B"])
def test_a_command_line_has_no_comments(small: Path, value: str) -> None:
    """No word after a # is lost, and colors need no quotes."""
    brochure = read(small, [f"clinic.name= {value} ", "theme.colors.primary=#2B3A67"])
    assert brochure.clinic.name == value
    assert brochure.theme.color("primary").hex.upper() == "#2B3A67"
    assert read(small, ["clinic.name='A #1'  # a comment"]).clinic.name == "A #1"


@pytest.mark.parametrize(
    ("change", "code", "place", "says"),
    [
        ("title", "SET001", "1:1", "key.path=value"),
        ("=a", "SET001", "1:1", "key.path=value"),
        ("clinic..name=a", "SET001", "1:1", "key.path=value"),
        ("cover.7.title=a", "SET002", "1:7", "the last is 0"),
        ("cover.\u00b2=a", "SET002", "1:7", "no entry"),
        ("cover.-1=a", "SET002", "1:7", "no entry"),
        ("title.text=a", "SET002", "1:7", "without keys"),
        ("titel=a", "FIELD001", "1:1", "did you mean `title`?"),
        ("clinic.nmae=a", "FIELD001", "1:8", "did you mean `name`?"),
        ("clinic={name: b, nmae: a}", "FIELD001", "1:18", "did you mean `name`?"),
        ("clinic.name=", "FIELD003", "1:13", "not nothing"),
        ("paper=leter", "NAME001", "1:7", "did you mean `letter`?"),
        ("clinic={name: a", "YAML001", "1:8", "never closed"),
        ("title=!t a", "YAML008", "1:7", "tags"),
    ],
)
def test_a_change_that_cannot_be_is_told_in_its_own_words(
    small: Path, change: str, code: str, place: str, says: str
) -> None:
    """The problem points into the argument, not into the file."""
    with pytest.raises(BrochureError) as caught:
        read(small, [change])
    problem = caught.value.problems[0]
    assert problem.where is not None
    assert (problem.where.source.name, problem.where.source.text) == ("--set", change)
    assert (problem.code, f"{problem.where.line}:{problem.where.column}") == (code, place)
    assert says in f"{problem.message} {problem.hint}"
