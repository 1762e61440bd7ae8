"""What is told of words points at those very words, however YAML and Markdown write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure import check
from brochure.editions import OFFICE, SCREEN
from brochure.preflight.spotting import key_place, spotted
from brochure.problems import Problem, Source
from brochure.reading import Mapping, load
from brochure.reading.markdown import rich_text
from brochure.reading.nodes import Scalar
from brochure.richtext import Inline
from tests.preflight.subjects import subject_of

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.problems import Where


def pointed(where: Where) -> str:
    """Return what of its line a place spans."""
    return where.source.line(where.line)[where.column - 1 :][: where.length]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("text: It is painless and quick.", "painless"),
        ("text: >-\n  It was folded over\n  two lines, painless\n  they say.", "painless"),
        ("text: |\n  One.\n\n  It is **quite** *painless*.", "painless"),
        ("text: See [our _page_](https://a.org/painless) on painless care", "painless care"),
        ("text: 'It''s painless'", "painless"),
        ('text: "Say \\"no\\": it is\n  painless"', "painless"),
        ("text: Painted, pain, painless; painless", "painless; painless"),
        ("text: no pain, no gain", "no gain"),
        ("text: (210) 879-4809 is ours", "(210) 879-4809"),
        ("text: ¿Es sin dolor?", "¿Es sin dolor?"),
    ],
)
def test_the_very_words_are_pointed_at(written: str, words: str) -> None:
    """Behind folded lines, emphasis, links, quotes."""
    tree = load(Source("a.yaml", written), [])
    assert isinstance(tree, Mapping)
    scalar = tree.get("text")
    assert isinstance(scalar, Scalar)
    (inline,) = [part for part in rich_text(scalar, []).parts if words in _plain(part)][-1:]
    assert isinstance(inline, Inline)
    start = inline.plain.rindex(words)
    where = spotted(inline, start, start + len(words))
    assert pointed(where).startswith(words.partition("; ")[0])


def _plain(part: object) -> str:
    return part.plain if isinstance(part, Inline) else ""


def test_words_that_are_written_otherwise_are_pointed_at_as_they_are_written() -> None:
    """An escape takes more letters than what it stands for."""
    tree = load(Source("a.yaml", 'text: "Caf\\u00e9 is painless"'), [])
    assert isinstance(tree, Mapping)
    scalar = tree.get("text")
    assert isinstance(scalar, Scalar)
    (inline,) = rich_text(scalar, []).parts
    assert isinstance(inline, Inline)
    assert pointed(spotted(inline, 0, 4)) == "Caf\\u00e9"
    assert pointed(spotted(inline, 8, 16)) == "painless"


def test_a_key_of_a_block_is_found(tmp_path: Path) -> None:
    """Its value where that stands beside it, else the key itself; the block where it has none."""
    copy = (
        "back:\n  - contact\n"
        "  - qr: {to: website, caption: Scan it}\n"
        "  - callout:\n      text: >-\n        long\n      label: L\n"
    )
    _, code, callout = (block for _, block in subject_of(tmp_path, copy).blocks())
    assert pointed(key_place(code, "caption")) == "Scan it"
    assert pointed(key_place(callout, "text")) == "text: >-"
    assert pointed(key_place(callout, "label")) == "L"
    assert key_place(callout, "alt") == callout.where


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=st.text("ab c\n*_[]()'\"\\.é—", min_size=1, max_size=80), data=st.data())
def test_any_words_have_a_place_in_the_file(text: str, data: st.DataObject) -> None:
    """On a line that there is."""
    written = "text: |2\n" + "\n".join(f"  {line}" for line in text.split("\n"))
    problems: list[Problem] = []
    tree = load(Source("a.yaml", written), problems)
    assert isinstance(tree, Mapping)
    scalar = tree.get("text")
    assert isinstance(scalar, Scalar)
    for part in rich_text(scalar, problems).parts:
        if not isinstance(part, Inline) or not part.plain:
            continue
        start = data.draw(st.integers(0, len(part.plain) - 1))
        where = spotted(part, start, data.draw(st.integers(start + 1, len(part.plain))))
        assert 1 <= where.line <= written.count("\n") + 1
        assert 1 <= where.column <= len(where.source.line(where.line)) + 1
        assert where.length >= 1


@pytest.mark.parametrize("edition", [OFFICE, SCREEN])
def test_a_detail_of_the_clinic_is_pointed_at(tmp_path: Path, edition: Edition) -> None:
    """A sign that no font has, in any of its lines; where it is escaped, at the clinic."""
    path = tmp_path / "content.yaml"
    for key, line in (("clinician", 4), ("area", 5), ("name", 3)):
        details = {"name": "The Clinic", "clinician": "Dr. Example", "area": "San Antonio"}
        details[key] += " \U0001f600"
        lines = "".join(f"  {name}: {words}\n" for name, words in details.items())
        path.write_text(f"title: A\nclinic:\n{lines}back: [contact]\n", encoding="utf-8")
        (found,) = (one.problem for one in check(path, editions=[edition], select=["QR"]))
        assert found.code == "FONT001"
        assert found.where
        assert found.where.line == line
        assert found.where.source.line(line)[found.where.column - 1] == "\U0001f600"
