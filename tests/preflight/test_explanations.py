"""Every code that the source tells is explained, none besides, and as gravely as it is told."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure.preflight.every import RULES
from brochure.preflight.explained import besides, every_code, explained, overview

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[2] / "brochure"
CODE = re.compile(r"[A-Z]{2,}\d{3}")
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")}


def told() -> Iterator[tuple[str, str]]:
    """Yield each code that the source gives to a problem or a rule, with its severity.

    A code is an argument, an argument's default, or a member of an enumeration; what merely looks
    one up (`code in {"FIT001"}`) tells nothing.
    """
    for tree in TREES.values():
        for node in ast.walk(tree):
            match node:
                case ast.Call(args=args, keywords=keywords):
                    given = [*args, *(keyword.value for keyword in keywords)]
                    grave = "warning" if any(map(is_warning, given)) else "error"
                case ast.arguments(defaults=defaults):
                    given, grave = defaults, "error"
                case ast.ClassDef(bases=[ast.Name(id="StrEnum")], body=body):
                    given = [line.value for line in body if isinstance(line, ast.Assign)]
                    grave = "error"
                case _:
                    continue
            for value in given:
                if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                    yield str(value.value), grave


def is_warning(value: ast.expr) -> bool:
    """Tell whether an argument says that a problem is a warning."""
    return ast.unparse(value) in {"Severity.WARNING", "_WARNING"}


def severity(code: str) -> str:
    """Return how much a code is said to matter."""
    return str(RULES[code][0].severity if code in RULES else besides()[code][0].severity)


def test_every_code_is_explained_and_none_that_there_is_not() -> None:
    """Once: by its check, or in the list of the others."""
    assert {code for code, _ in told()} == set(every_code())
    assert len(every_code()) == len(set(every_code()))
    assert len(besides()) > 60


def test_severities_are_those_of_the_source() -> None:
    """A code is told as an error everywhere or nowhere."""
    found = set(told())
    assert {grave for _, grave in found} == {"error", "warning"}
    assert found == {(code, severity(code)) for code in every_code()}


def test_warnings_are_told_by_rules_alone() -> None:
    """So that no severity is made where the test above does not look."""
    for path, tree in TREES.items():
        if path.parent.name != "checks":
            inside = {id(n) for c in ast.walk(tree) if isinstance(c, ast.Call) for n in ast.walk(c)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and ast.unparse(node) == "Severity.WARNING":
                    assert id(node) in inside, path


@pytest.mark.parametrize("code", besides())
def test_an_explanation_is_a_few_whole_sentences(code: str) -> None:
    """What is wrong, why that matters, how to mend it; cut off nowhere."""
    one, group = besides()[code]
    words = f"{one.why} {one.mend}"
    assert 2 <= len(re.findall(r"[.?](?:”|`)?(?= [A-Z`]|$)", words)) <= 6
    assert re.search(r"[.?](?:”|\")?$", one.why)
    assert re.search(r"[.?`\"](?:”)?$", one.mend)
    assert one.mend.split()[0] != "see"
    assert len(one.what) <= 75
    assert one.what[0].islower() or one.what[:2].isupper()
    assert not one.what.endswith(".")
    said = explained(code)
    assert said.startswith(f"{code} ({one.severity}): {one.what}\nTold {group.told}.\n\n")
    assert max(map(len, said.splitlines())) <= 100


def test_the_overview_has_a_line_for_each_code() -> None:
    """In all, or of a family."""
    lines = re.findall(r"^  ([A-Z]+\d+) +(error|warning) +\S.*$", overview(), re.MULTILINE)
    assert sorted(lines) == sorted((code, severity(code)) for code in every_code())
    assert re.findall(r"QR\d+", overview("QR")) == ["QR004", "QR001", "QR002", "QR003"]
    assert overview("NONE") == ""
