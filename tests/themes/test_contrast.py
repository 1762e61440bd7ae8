"""Words too much like their ground are found, by the ratios of WCAG 2.2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.color import BLACK, WHITE, Color, contrast
from brochure.themes import Theme, load_theme
from brochure.themes.contrast import faint_words, passing
from brochure.themes.theme import ThemeColor

COLORS = st.builds(lambda value: Color.from_hex(f"#{value:06x}"), st.integers(0, 0xFFFFFF))


def calm_with(**colors: str) -> Theme:
    """Return calm with other colors."""
    calm = load_theme("calm")
    return replace(
        calm, colors=calm.colors | {name: ThemeColor(rgb=rgb) for name, rgb in colors.items()}
    )


def test_a_ratio_below_four_and_a_half_is_not_rounded_up() -> None:
    """#777777 on white has 4.478, and fails; #767676 has 4.542, and passes."""
    (found,) = faint_words(calm_with(ink="#777777"), {"back": False})
    assert (found.color, found.ground, found.panel, found.needed) == ("ink", "paper", "back", 4.5)
    assert found.ratio == pytest.approx(4.478, abs=0.001)
    assert faint_words(calm_with(ink="#767676"), {"back": False}) == []


def test_large_words_need_three() -> None:
    """A phone number of 20 pt passes where a website of 10.5 pt does not."""
    found = faint_words(calm_with(primary="#808080"), {"back": False})  # 3.95 on white
    assert {(it.color, it.needed) for it in found} == {("primary", 4.5)}
    found = faint_words(calm_with(primary="#A0A0A0"), {"back": False})  # 2.62
    assert {(it.color, it.needed) for it in found} == {("primary", 4.5), ("primary", 3.0)}


def test_bold_counts_as_large_from_fourteen_points() -> None:
    """Not from 13.9."""
    theme = calm_with(primary="#808080")
    kept = {"phone": replace(theme.styles["phone"], size=14.0, bold=True)}
    for size, needed in ((14.0, set()), (13.9, {4.5})):
        styles = {"phone": replace(kept["phone"], size=size)}
        found = faint_words(replace(theme, styles=styles), {"back": False})
        assert {it.needed for it in found} == needed


def test_only_panels_in_use_count() -> None:
    """A faint flap is none where nothing stands on it."""
    theme = calm_with(**{"accent-light": "#5A8A86"})
    assert faint_words(theme, {"back": False, "inside": True}) == []
    assert {it.panel for it in faint_words(theme, {"flap": False})} == {"flap"}


def test_the_box_of_a_callout_is_a_ground_of_its_own() -> None:
    """It counts where there is a callout."""
    theme = calm_with(surface="#8A9A97")
    assert faint_words(theme, {"inside": False}) == []
    found = faint_words(theme, {"inside": True})
    assert {it.ground for it in found} == {"surface"}
    assert {it.style for it in found} == {"label", "subheading"}


def test_each_pair_is_told_once() -> None:
    """Whatever many styles and panels have it."""
    found = faint_words(calm_with(ink="#999999"), {"inside": False, "back": False})
    assert [(it.color, it.ground) for it in found] == [("ink", "paper")]


@given(COLORS, COLORS, st.sampled_from([3.0, 4.5]))
def test_a_color_that_passes_is_offered(color: Color, ground: Color, needed: float) -> None:
    """It does pass, after it was written in hexadecimal; black or white always would."""
    found = passing(color, ground, needed)
    assert found is not None
    assert contrast(Color.from_hex(found.hex), ground) >= needed
    if contrast(color, ground) >= needed:
        assert found.hex == color.hex


def test_the_color_offered_is_near() -> None:
    """A shade darker on white, a shade lighter on black."""
    gray = Color.from_hex("#777777")
    darker, lighter = passing(gray, WHITE, 4.5), passing(Color.from_hex("#606060"), BLACK, 4.5)
    assert darker is not None
    assert lighter is not None
    assert darker.hex == "#767676"
    assert lighter.hex in {"#747474", "#757575"}
