"""What tests share: a folder with a small brochure, and a cache of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SMALL = """\
title: Small
clinic:
  name: The Clinic
  phone: (210) 879-4809
  website: www.example.com
cover:
  - title: Small
inside:
  - heading: What it is
  - text: {style: lead, text: A few words.}
back:
  - contact
  - text: Call us.
reviewed: {by: Dr. A. Example, on: 2020-01-31, due: 2099-01-31}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden files."""
    parser.addoption("--rewrite-golden", action="store_true", help="write golden traces anew")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the path of a small sound content file."""
    path = tmp_path / "content.yaml"
    path.write_text(SMALL)
    return path
