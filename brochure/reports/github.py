"""Findings as workflow commands, which GitHub shows beside the lines of a change.

Source: "Workflow commands for GitHub Actions"; escaped is what its toolkit escapes
(`packages/core/src/command.ts`): percent signs, ends of lines, and in properties colons and commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.problems import Finding


def github(findings: Sequence[Finding]) -> str:
    """Return `findings`, a command each: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(f"{_one(finding)}\n" for finding in findings)


def _one(finding: Finding) -> str:
    problem, where = finding.problem, finding.problem.where
    properties = {"title": problem.code}
    if where and not where.is_override:
        properties = {
            "file": where.source.name,
            "line": str(where.line),
            "col": str(where.column),
            "endColumn": str(where.column + where.length),
            **properties,
        }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = "\n".join(filter(None, (finding.message, problem.hint)))
    return f"::{problem.severity} {written}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
