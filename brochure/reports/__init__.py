"""Findings as text: for people, for programs, for editors and code hosts. One file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brochure.preflight.rule import Check, Rule
    from brochure.problems import Finding

__all__ = ["FORMATS", "Format", "report"]

Format = Literal["full", "concise", "json", "sarif", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""What a report can be: excerpts and hints, a line a finding, or what a program reads."""


def report(
    findings: Sequence[Finding], form: Format, rules: Mapping[str, tuple[Rule, Check]]
) -> str:
    """Return `findings` in the format `form`; `rules` are those that were looked at, by code.

    Ends with a line's end, unless there is nothing to say.
    """
    match form:
        case "full":
            from brochure.reports.full import full  # noqa: PLC0415 - one format is wanted

            return full(findings)
        case "concise":
            from brochure.reports.concise import concise  # noqa: PLC0415 - the same

            return concise(findings)
        case "json":
            from brochure.reports.as_json import as_json  # noqa: PLC0415 - the same

            return as_json(findings)
        case "sarif":
            from brochure.reports.sarif import sarif  # noqa: PLC0415 - the same

            return sarif(findings, rules)
        case "github":
            from brochure.reports.github import github  # noqa: PLC0415 - the same

            return github(findings)
