"""Language: the tag's form, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.blocks.title import Title
from brochure.content import read
from brochure.content.language import canonical, region
from brochure.problems import BrochureError
from brochure.typography import Direction, direction_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("written", "tag", "country"),
    [
        ("en", "en", "US"),
        ("EN-us", "en-US", "US"),
        ("es-419", "es-419", "US"),
        ("zh-hant-tw", "zh-Hant-TW", "TW"),
        ("de-CH-1996", "de-CH-1996", "CH"),
    ],
)
def test_a_tag_is_brought_into_its_usual_form(written: str, tag: str, country: str) -> None:
    """And names the country whose phone numbers are meant, the United States if none."""
    assert canonical(written) == tag
    assert region(tag) == country


@pytest.mark.parametrize("tag", ["English", "e", "en_US", "en-", "en-USA-x", "\u0663n"])
def test_what_is_no_tag_is_told(small: Path, tag: str) -> None:
    """At its place, with examples."""
    with pytest.raises(BrochureError) as caught:
        read(small, [f"language={tag}"])
    (problem,) = caught.value.problems
    assert problem.code == "FIELD004"
    assert "en-US" in problem.hint
    assert problem.where is not None
    assert problem.where.column == 10


@pytest.mark.parametrize(
    ("tag", "left"),
    [
        ("ar", True),
        ("he-IL", True),
        ("fa", True),
        ("ur-PK", True),
        ("uz-Arab", True),
        ("en-US", False),
        ("az-Latn", False),
        ("ur-Latn", False),
    ],
)
def test_direction_follows_from_script_and_language(tag: str, left: bool) -> None:  # noqa: FBT001 - a column of a table
    """Arabic and Hebrew run from the right; a script that is named decides."""
    assert (direction_of(tag) is Direction.RIGHT_TO_LEFT) is left


def test_quotes_become_curly_only_where_they_are_so(small: Path) -> None:
    """English yes, German no."""
    for language, quoted in (("en-US", "\u201ca\u201d"), ("de-DE", '"a"')):
        changes = [f"language={language}", "clinic.phone=+12108794809", "cover.0.title='\"a\"'"]
        (title,) = read(small, changes).cover
        assert isinstance(title, Title)
        assert title.text.plain == quoted
