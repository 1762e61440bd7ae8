"""Whatever an author writes: a Brochure or its problems, nothing else, and soon.

What the reader takes, the schema for editors takes too.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from brochure import BrochureError, read
from brochure.content.schema import schema
from tests.content.any_file import as_yaml, mended_wrongly, texts, trees
from tests.content.as_an_editor import editor_value

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

SOON = settings(
    max_examples=150,
    deadline=timedelta(seconds=1),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HEAD = "title: A\nclinic: {name: B}\ncover:\n  - text: |\n      x\n"


def is_sound(path: Path, data: bytes) -> bool:
    """Tell whether a file of these bytes reads; each problem of one that does not is complete."""
    path.write_bytes(data)
    try:
        read(path)
    except BrochureError as error:
        assert error.problems  # noqa: PT017 - either outcome is right, this one has conditions
        for problem in error.problems:
            assert f"[{problem.code}]: {problem.message}" in str(problem)
            if problem.where:
                assert 1 <= problem.where.line <= len(problem.where.source.lines)
        return False
    return True


@SOON
@example(data=b"---")
@given(data=st.binary(max_size=120) | texts.map(str.encode))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    """A file of any bytes, or of any text."""
    is_sound(tmp_path / "any.yaml", data)


@SOON
@given(text=texts)
def test_any_text_after_a_sound_head(tmp_path: Path, text: str) -> None:
    """It goes on inside a text, or after it."""
    is_sound(tmp_path / "any.yaml", (HEAD + text).encode())


@SOON
@given(text=mended_wrongly())
def test_the_real_file_with_slips(tmp_path: Path, text: str) -> None:
    """A few characters lost, put in or doubled."""
    is_sound(tmp_path / "any.yaml", text.encode())


@SOON
@given(tree=trees(odd=10))
def test_any_tree_in_the_form_of_a_file(tmp_path: Path, tree: Any) -> None:
    """Right keys with anything under them."""
    is_sound(tmp_path / "any.yaml", as_yaml(tree).encode(errors="replace"))


def test_the_schema_takes_what_the_reader_takes(tmp_path: Path) -> None:
    """Every file that reads is valid to an editor; enough of them do for this to say something."""
    validator = Draft202012Validator(schema())
    outcomes: list[bool] = []

    @SOON
    @given(tree=trees() | trees(odd=50))
    def check(tree: Any) -> None:
        text = as_yaml(tree)
        outcomes.append(is_sound(tmp_path / "any.yaml", text.encode(errors="replace")))
        if outcomes[-1]:
            assert not list(validator.iter_errors(editor_value(text)))

    check()
    assert sum(outcomes) > len(outcomes) / 4
