"""Findings as JSON: one object, its keys stable, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.problems import Finding


def as_json(findings: Sequence[Finding]) -> str:
    """Return `findings` as an object with the key `findings`, a list.

    Lines and columns count from 1; `place` is null where a finding has none in the file.
    """
    listed = [_one(finding) for finding in findings]
    return json.dumps({"findings": listed}, indent=2, ensure_ascii=False) + "\n"


def _one(finding: Finding) -> dict[str, Any]:
    problem, where = finding.problem, finding.problem.where
    place = where and {
        "file": where.source.name,
        "line": where.line,
        "column": where.column,
        "length": where.length,
    }
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
        "place": place,
        "editions": list(finding.editions),
    }
