"""A theme at another size: everything in proportion, but for the smallest type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.themes import THEMES, load_theme
from brochure.themes.scaling import scaled

CALM = load_theme("calm")


@pytest.mark.parametrize("name", THEMES)
@given(factor=st.floats(0.5, 3))
def test_every_length_grows_by_the_factor(name: str, factor: float) -> None:
    """Sizes, leadings, spaces, grid, margins; tracking is in ems already."""
    theme = load_theme(name)
    larger = scaled(theme, factor)
    assert larger.grid == pytest.approx(theme.grid * factor)
    assert larger.scale == pytest.approx(theme.scale * factor)
    assert len(theme.styles) > 10
    for role, style in theme.styles.items():
        other = larger.styles[role]
        for field in ("size", "leading", "before", "after"):
            assert getattr(other, field) == pytest.approx(getattr(style, field) * factor)
        assert other.tracking == style.tracking
    for role, panel in theme.panels.items():
        assert larger.panels[role].margins == pytest.approx([m * factor for m in panel.margins])
    assert larger.colors == theme.colors


def test_no_type_is_smaller_than_the_least() -> None:
    """Small print grows to it, with its leading; what is larger stays in proportion."""
    larger = scaled(CALM, 16 / 10.5, 14)
    small, before = larger.styles["small-print"], CALM.styles["small-print"]
    assert small.size == pytest.approx(14)
    assert small.leading / small.size == pytest.approx(before.leading / before.size)
    assert larger.styles["body"].size == pytest.approx(16)
    assert min(style.size for style in larger.styles.values()) == pytest.approx(14)


def test_the_same_theme_gives_the_same_object() -> None:
    """What was composed with it can be found again."""
    assert scaled(CALM, 1.5) is scaled(CALM, 1.5)
    assert scaled(CALM, 1.5) is not scaled(CALM, 1.25)
