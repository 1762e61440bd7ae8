"""A line a finding: for long lists, and for tools that look for `file:line:column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.problems import Finding


def concise(findings: Sequence[Finding]) -> str:
    """Return `findings`, a line each: where, how bad, which rule, what."""
    return "".join(f"{_one(finding)}\n" for finding in findings)


def _one(finding: Finding) -> str:
    problem = finding.problem
    at = f"{problem.where}: " if problem.where else ""
    return f"{at}{problem.severity}[{problem.code}]: {finding.message}"
