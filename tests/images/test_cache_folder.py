"""Where the cache lies, and what becomes of a build without one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from brochure.cache import Cache


@pytest.mark.parametrize(
    ("platform", "environment", "wanted"),
    [
        ("linux", {"BROCHURE_CACHE": "/b", "XDG_CACHE_HOME": "/x"}, "/b"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/brochure"),
        ("linux", {}, "/home/a/.cache/brochure"),
        ("darwin", {}, "/home/a/Library/Caches/brochure"),
        ("win32", {}, "/home/a/AppData/Local/brochure/Cache"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/brochure/Cache"),
    ],
)
def test_cache_lies_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], wanted: str
) -> None:
    """Unless the user says otherwise."""
    for name in ("BROCHURE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/a", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert Cache.default().folder == Path(wanted)


def test_entry_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    """A folder stands where the entry belongs."""
    cache = Cache(tmp_path)
    key = cache.key("a")
    (tmp_path / key[:2] / key[2:]).mkdir(parents=True)
    cache.put(key, b"data")
    assert cache.get(key) is None
    assert [path.name for path in (tmp_path / key[:2]).iterdir()] == [key[2:]]
