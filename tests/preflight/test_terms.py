"""Terms of the glossary want an explanation: a table of what a patient educator would say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure.preflight.checks import terms
from tests.preflight.subjects import subject_of

if TYPE_CHECKING:
    from brochure.preflight.prose import Language

TABLE = Path(__file__).with_name("explained_terms.txt")


def table(language: Language) -> list[tuple[str, str]]:
    """Return the sentences in `language`, each with its verdict."""
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if " | " in line)
    parts = [line.split(" | ", 1) for line in lines]
    return [
        (head.split(" ", 1)[1], text) for head, text in parts if head.split(" ", 1)[0] == language
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_told_is_what_an_educator_would_ask_for(tmp_path: Path, language: Language) -> None:
    """Some seventy sentences in each language; none is judged otherwise."""
    sentences = table(language)
    assert len(sentences) > 60
    assert 25 < sum(verdict == "+" for verdict, _ in sentences) < len(sentences) - 25
    wrong = []
    for verdict, text in sentences:
        copy = f"language: {language}\ninside:\n  - text: >-\n      {text}\n"
        found = [problem.message for problem in terms.check(subject_of(tmp_path, copy))]
        if verdict == "+":
            wrong += [f"{text} {found}"] * bool(found)
        elif not any(f"“{verdict}”" in message.casefold() for message in found):
            wrong.append(f"{text} {found}")
    assert wrong == []
