"""The themes that come with the program: inks that paper bears, words that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.color import contrast
from brochure.themes import THEMES, load_theme
from brochure.themes.contrast import faint_words
from brochure.typography import family

if TYPE_CHECKING:
    from brochure.themes.theme import PanelRole

PANELS: tuple[PanelRole, ...] = ("cover", "flap", "inside", "back")
THEMED = pytest.mark.parametrize("name", THEMES)
READ = ("body", "item", "table", "contact")  # what is read at length


@THEMED
def test_every_color_has_inks_of_its_own(name: str) -> None:
    """Chosen ones, within the 300 percent that coated paper bears (domain notes, press)."""
    palette = load_theme(name).palette
    assert len(palette) > 6
    for color in palette.values():
        assert color.cmyk is not None
        assert sum(color.cmyk) <= 3.0


@THEMED
def test_the_default_themes_colors_are_in_all(name: str) -> None:
    """None is left as the default has it but the paper: they would be strangers."""
    calm, theme = load_theme(THEMES[0]), load_theme(name)
    assert calm.colors.keys() <= theme.colors.keys()
    same = {key for key in calm.colors if theme.colors[key] == calm.colors[key]}
    assert same == ({"paper"} if theme is not calm else {*calm.colors})


@THEMED
def test_running_text_is_one_ink(name: str) -> None:
    """In black alone: no fringes where a plate is off; or white, cut out of a field."""
    theme = load_theme(name)
    for panel in theme.panels.values():
        ink = theme.color(panel.ink).cmyk
        assert ink is not None
        chromatic = ink[:3]
        assert not any(chromatic) or panel is theme.panels["cover"]  # which has a title, no text


@THEMED
def test_running_text_has_a_contrast_of_seven(name: str) -> None:
    """And its bold words, on every panel and in its box (art direction: body text 7:1)."""
    theme = load_theme(name)
    for panel in theme.panels.values():
        for seen in (panel, panel.boxed):
            ground = theme.color(seen.ground or "paper")
            assert contrast(theme.color(seen.ink), ground) >= 7
            assert contrast(theme.color(seen.heading), ground) >= 7
    assert {theme.styles[role].color for role in READ} == {"ink"}


@THEMED
def test_all_words_can_be_read_on_all_panels(name: str) -> None:
    """WCAG AA for every style, with a callout on each panel."""
    assert faint_words(load_theme(name), dict.fromkeys(PANELS, True)) == []


@THEMED
def test_running_text_is_ten_points_or_more_and_leads_well(name: str) -> None:
    """Leading is 120 to 145 percent of the size (domain notes, legibility)."""
    styles = load_theme(name).styles
    for role in READ:
        assert styles[role].size >= 10
        assert 1.2 <= styles[role].leading / styles[role].size <= 1.45


@THEMED
def test_a_theme_is_set_in_two_families(name: str) -> None:
    """No more, and both have real italics for the words that are set so."""
    theme = load_theme(name)
    assert set(theme.fonts) == {"display", "text"}
    text = family(theme.fonts["text"])
    assert len({text.regular, text.bold, text.italic, text.bold_italic}) == 4
    for style in theme.styles.values():
        face = family(theme.fonts[style.font]).face(bold=style.bold, italic=style.italic)
        bare = family(theme.fonts[style.font]).regular
        assert (face != bare) == (style.bold or style.italic)


def test_themes_share_no_pair_of_families() -> None:
    """Each has a voice of its own."""
    pairs = [tuple(load_theme(name).fonts.values()) for name in THEMES]
    assert len({family for pair in pairs for family in pair}) == 2 * len(THEMES)


def test_mono_prints_with_one_plate_and_no_field() -> None:
    """Black ink alone, gray on the screen, no panel and no box filled."""
    theme = load_theme("mono")
    for color in theme.palette.values():
        assert color.red == color.green == color.blue
        assert color.cmyk is not None
        assert not any(color.cmyk[:3])
    for panel in theme.panels.values():
        assert panel.ground is panel.box.ground is None
