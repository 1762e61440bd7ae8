"""`theme:` in the author's file: a name, or a name and what is changed of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brochure.content import read
from brochure.problems import BrochureError
from brochure.themes import load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.problems import Problem
    from brochure.themes import Theme


def chosen(small: Path, theme: str) -> Theme:
    """Return the theme of the small brochure after a line `theme: …`, its seventh."""
    small.write_text(with_theme(small, theme))
    return read(small).theme


def with_theme(small: Path, theme: str) -> str:
    """Return the small brochure's text with a theme."""
    return small.read_text().replace("\ncover:", f"\ntheme: {theme}\ncover:")


def told(small: Path, theme: str) -> tuple[Problem, ...]:
    """Return what is wrong with the small brochure with a theme."""
    with pytest.raises(BrochureError) as caught:
        chosen(small, theme)
    return caught.value.problems


@pytest.mark.parametrize("written", ["bold", "BOLD", "{name: bold}", "{name: Bold, colors: }"])
def test_a_name_is_a_theme(small: Path, written: str) -> None:
    """In any case, alone or under its key."""
    assert chosen(small, written) == load_theme("bold")


@pytest.mark.parametrize("written", ["", "{}", "{scale: 1}", "calm"])
def test_calm_is_the_default(small: Path, written: str) -> None:
    """Also of a theme that is only changed."""
    assert chosen(small, written) == load_theme("calm")


def test_a_color_takes_the_place_of_the_themes(small: Path) -> None:
    """With the inks that the author gives, else without any, and the others stay."""
    theme = chosen(
        small, '{colors: {primary: "#123456", accent: {rgb: "#804020", cmyk: [0, 60, 80, 30]}}}'
    )
    assert theme.color("primary").hex == "#123456"
    assert theme.color("primary").cmyk is None
    assert theme.color("accent").cmyk == (0, 0.6, 0.8, 0.3)
    assert theme.color("ink") == load_theme("calm").color("ink")


def test_a_family_takes_the_place_of_the_themes(small: Path) -> None:
    """By its name in any case."""
    theme = chosen(small, "{name: mono, fonts: {display: gentium book plus}}")
    assert theme.fonts == {"display": "Gentium Book Plus", "text": "Lato"}


def test_scale_makes_all_larger(small: Path) -> None:
    """Sizes, leadings, the grid and the white, in proportion."""
    calm, larger = load_theme("calm"), chosen(small, "{name: calm, scale: 1.1}")
    assert larger.grid == pytest.approx(1.1 * calm.grid)
    for role, style in larger.styles.items():
        plain = calm.styles[role]
        found = (style.size, style.leading, style.before, style.after)
        wanted = (plain.size, plain.leading, plain.before, plain.after)
        assert found == pytest.approx([1.1 * length for length in wanted])


def test_no_scale_makes_running_text_too_small(small: Path) -> None:
    """Ten points are the least; calm has a little more, the other themes have not."""
    assert chosen(small, "{scale: 0.96}").styles["body"].size >= 10
    text = small.read_text().replace("theme: {scale: 0.96}\n", "")
    for theme, least in (("{scale: 0.9}", "0.96"), ("{name: mono, scale: 0.95}", "1")):
        small.write_text(text)
        (problem,) = told(small, theme)
        assert problem.code == "SCALE001"
        assert f"`scale: {least}` is the least" in problem.hint


def test_the_same_choice_is_the_same_theme(small: Path) -> None:
    """What is set in it is not set again."""
    written = '{colors: {primary: "#123456"}, scale: 1.05}'
    assert chosen(small, written) is read(small).theme


@pytest.mark.parametrize(
    ("theme", "code", "column", "says"),
    [
        ("blod", "NAME001", 8, "did you mean `bold`?"),
        ("{name: blod}", "NAME001", 15, "did you mean `bold`?"),
        ("[calm]", "FIELD003", 8, "must be words, not a list"),
        ("{color: {}}", "FIELD001", 9, "did you mean `colors`?"),
        ('{colors: {primry: "#123456"}}', "FIELD001", 18, "did you mean `primary`?"),
        ('{colors: {shade: "#123456"}}', "FIELD001", 18, "it can be `ink`"),  # one of mono's
        ("{colors: {primary: 123456}}", "COLOR001", 27, '"#1F4A47"'),
        ("{colors: {primary: {cmyk: [0, 0, 0, 9]}}}", "FIELD002", 27, "lacks the key `rgb`"),
        ("{colors: {ink: {rgb: '#000', cmyk: [99, 99, 99, 99]}}}", "COLOR002", 43, "396 percent"),
        ("{fonts: {display: Popins}}", "NAME001", 26, "did you mean `Poppins`?"),
        ("{fonts: {headings: Lato}}", "FIELD001", 17, "it can be `display`, `text`"),
        ("{scale: 2}", "FIELD004", 16, "at most 1.3"),
        ("{scale: large}", "FIELD004", 16, "not a number"),
    ],
)
def test_a_choice_that_cannot_be_is_told_at_its_place(
    small: Path, theme: str, code: str, column: int, says: str
) -> None:
    """With the word that was meant."""
    (problem,) = told(small, theme)
    assert problem.where is not None
    assert (problem.code, problem.where.line, problem.where.column) == (code, 6, column)
    assert says in f"{problem.message} {problem.hint}"


def test_a_faint_color_is_told_where_it_was_changed(small: Path) -> None:
    """The pair, its ratio, what it needs, and a color that passes, which then does."""
    (problem,) = told(small, '{colors: {quiet: "#777777"}}')
    assert problem.where is not None
    assert (problem.code, problem.where.line, problem.where.column) == ("COLOR003", 6, 25)
    assert "`quiet` (#777777) on `paper` (#FFFFFF)" in problem.message
    assert "4.47:1" in problem.message
    assert "need 4.5:1" in problem.message
    assert problem.hint == '`quiet: "#767676"` would pass'
    small.write_text(small.read_text().replace("#777777", "#767676"))
    assert read(small).theme.color("quiet").hex == "#767676"


def test_a_ground_that_was_changed_is_to_blame(small: Path) -> None:
    """Not the words that stand on it as before."""
    problems = told(small, '{colors: {surface: "#4A6A67"}}')
    assert {problem.where.column for problem in problems if problem.where} == {27}
    assert all(problem.hint.startswith("`surface:") for problem in problems)


def test_panels_without_copy_are_not_looked_at(small: Path) -> None:
    """The small brochure has no flap, whose words would be faint."""
    theme = '{colors: {accent-light: "#1F4A47"}}'
    assert chosen(small, theme).color("accent-light").hex == "#1f4a47"
    small.write_text(f"{small.read_text()}flap:\n  - heading: Here\n")
    with pytest.raises(BrochureError) as caught:
        read(small)
    assert {problem.code for problem in caught.value.problems} == {"COLOR003"}


@pytest.mark.parametrize("before", ["calm", "{name: calm, scale: 1.1}", "{}"])
def test_the_command_line_enters_a_theme_by_its_keys(small: Path, before: str) -> None:
    """Also one that the file has in short."""
    small.write_text(with_theme(small, before))
    theme = read(small, ["theme.fonts.display=Lato", "theme.scale=1"]).theme
    assert theme.fonts["display"] == "Lato"
    assert theme.styles == load_theme("calm").styles


def test_the_command_line_changes_colors(small: Path) -> None:
    """As a mapping."""
    theme = read(small, ['theme={name: mono, colors: {accent: "#707070"}}']).theme
    assert (theme.name, theme.color("accent").hex) == ("mono", "#707070")
