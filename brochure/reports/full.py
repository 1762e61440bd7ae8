"""Each finding with its source line, a caret, and how to mend it: for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.problems import Finding


def full(findings: Sequence[Finding]) -> str:
    """Return `findings`, an empty line between two."""
    return "\n".join(f"{_one(finding)}\n" for finding in findings)


def _one(finding: Finding) -> str:
    editions = f"\n  in: {', '.join(finding.editions)}" if finding.editions else ""
    return f"{finding.problem}{editions}"
