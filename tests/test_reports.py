"""Findings in each format: what a person reads, and what programs parse."""

from __future__ import annotations

import json
import re
from pathlib import Path

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
_REGION = ("startLine", "startColumn", "endColumn")
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]},
                                                "fullDescription": {"required": ["text"]},
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {"enum": ["error", "warning"]}
                                                    }
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "properties": {"type": "object"},
                                "locations": {
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {
                                                            "uri": {"pattern": r"^[^ \\]+$"}
                                                        }
                                                    },
                                                    "region": {
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            key: {"type": "integer", "minimum": 1}
                                                            for key in _REGION
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}
"""What of SARIF 2.1.0 (3.13 to 3.30) a log of ours must keep."""


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
    log = json.loads(report(FINDINGS, "sarif", RULES))
    jsonschema.Draft202012Validator.check_schema(SARIF)
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(RULES)
    first, second, third, fourth = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "PRINT003"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20folder/content.yaml"},
        "region": {"startLine": 2, "startColumn": 10, "endColumn": 14},
    }
    assert "ruleIndex" not in second
    assert "locations" not in third
    assert "locations" not in fourth


def test_sarif_has_absolute_files_as_addresses() -> None:
    """Which a relative one is not."""
    path = Path(__file__).absolute()
    finding = Finding(Problem("A001", "b", Where(Source(str(path), "c"), 1)))
    (run,) = json.loads(report([finding], "sarif", {}))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == path.as_uri()


def test_github_has_one_command_a_finding() -> None:
    """Its properties and its message escaped as they must be."""
    place = "file=a folder/content.yaml,line=2,col=10,endColumn=14,title=PRINT003"
    lines = report(FINDINGS, "github", RULES).splitlines()
    assert lines == [
        f"::warning {place}::a line: 100%25 thin,%0Aor less%0Amend it",
        "::error file=a folder/content.yaml,line=2,col=25,endColumn=26,title=FIELD001::no key “b”",
        "::error title=SET001::changes nothing",
        "::error title=FIT001::it does not fit",
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
    if form in {"json", "sarif"}:
        assert json.loads(said)
    else:
        assert said == ""
