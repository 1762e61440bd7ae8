"""A build loads what it needs: the second one of the same content much less than the first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONTENT = Path(__file__).parent.parent / "content.yaml"
BUILD = """
import sys
from brochure.cli import main
assert main(["build", sys.argv[1], "--out", sys.argv[2], "--edition", sys.argv[3], "--quiet"]) == 0
print(*sys.modules)
"""
READING, SETTING = {"yaml"}, {"uharfbuzz"}
JUDGING = {"brochure.preflight.every", "brochure.preflight.checks.words", "pypdfium2"}
OTHERS = {"PIL._imaging", "phonenumbers", "pyphen", "resvg_py", "zxingcpp", "typing_extensions"}


def loaded(content: Path, out: Path, edition: str) -> set[str]:
    """Return the modules of a process that built `content`."""
    command = [sys.executable, "-c", BUILD, str(content), str(out), edition]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return set(done.stdout.split())


@pytest.mark.parametrize("edition", ["office", "screen"])
def test_the_second_build_reads_sets_and_draws_nothing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    """Nor judges it anew: the verdict is remembered."""
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "cache"))
    first = loaded(CONTENT, tmp_path / "a", edition)
    second = loaded(CONTENT, tmp_path / "b", edition)
    assert first >= READING | SETTING | JUDGING
    assert not second & (READING | SETTING | JUDGING | OTHERS)
    (one,), (other,) = ((tmp_path / name).glob("*.pdf") for name in "ab")
    assert one.read_bytes() == other.read_bytes()
