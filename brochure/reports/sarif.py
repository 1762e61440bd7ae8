"""Findings as SARIF 2.1.0, which editors and code hosts read from any checker (OASIS, 2020)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from brochure.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brochure.preflight.rule import Check, Rule
    from brochure.problems import Finding, Where

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], rules: Mapping[str, tuple[Rule, Check]]) -> str:
    """Return a log of one run, with the rules that were looked at and what was found."""
    numbers = {code: number for number, code in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "brochure",
                "version": __version__,
                "rules": [_rule(rule, check) for rule, check in rules.values()],
            }
        },
        # Columns count characters, not UTF-16's units (3.14.17).
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule, check: Check) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": (check.__doc__ or "").strip()},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Finding, numbers: Mapping[str, int]) -> dict[str, Any]:
    problem = finding.problem
    found: dict[str, Any] = {"ruleId": problem.code}
    if problem.code in numbers:
        found["ruleIndex"] = numbers[problem.code]
    found["level"] = str(problem.severity)
    words = f"{finding.message}: {problem.hint}" if problem.hint else finding.message
    found["message"] = {"text": words}
    if problem.where and not problem.where.is_override:
        found["locations"] = [_location(problem.where)]
    found["properties"] = {"editions": list(finding.editions)}
    return found


def _location(where: Where) -> dict[str, Any]:
    path = Path(where.source.name)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endColumn": where.column + where.length,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
