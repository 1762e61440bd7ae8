"""Summary, risks and call to action: told of brochures that lack them, and of no others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from brochure.preflight.checks import call_to_action, risks, summary
from tests.preflight.subjects import codes, subject_of

if TYPE_CHECKING:
    from brochure.preflight import Check

FILE = Path(__file__).with_name("whole_brochures.yaml")
BROCHURES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
CHECKS: tuple[Check, ...] = (summary, call_to_action, risks)


def test_there_are_enough_brochures() -> None:
    """Good and bad ones, in both languages."""
    good = [one for one in BROCHURES if not one["told"]]
    assert len(BROCHURES) > 35
    assert 15 < len(good) < len(BROCHURES) - 10
    assert sum("language: es" in one["copy"] for one in BROCHURES) > 10


@pytest.mark.parametrize("number", range(len(BROCHURES)))
def test_a_brochure_is_told_what_it_lacks(tmp_path: Path, number: int) -> None:
    """And nothing else."""
    one = BROCHURES[number]
    subject = subject_of(tmp_path, one["copy"])
    assert sorted(code for check in CHECKS for code in codes(check, subject)) == one["told"]
