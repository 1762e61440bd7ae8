"""A theme's file says what differs from the default; what it cannot say is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.problems import BrochureError
from brochure.themes import THEMES, Theme, load_theme
from brochure.themes import theme as module
from brochure.themes.file import read_theme

FOLDER = Path(module.__file__).parent
CALM = FOLDER / "calm.yaml"
HEAD = "name: other\ndescription: Another.\n"


def over_calm(folder: Path, text: str) -> Theme:
    """Return the theme whose file holds `text`."""
    path = folder / "other.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return read_theme(CALM, path)


def told(folder: Path, text: str) -> tuple[str, str, str]:
    """Return the code, the place and the words of the only problem of a theme's file."""
    with pytest.raises(BrochureError) as caught:
        over_calm(folder, text)
    (problem,) = caught.value.problems
    assert problem.where is not None
    assert problem.where.source.name.endswith("other.yaml")
    place = f"{problem.where.line}:{problem.where.column}"
    return problem.code, place, f"{problem.message} {problem.hint}"


def test_every_packaged_file_is_named() -> None:
    """And every name has its file."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(THEMES)


@pytest.mark.parametrize("name", THEMES)
def test_a_packaged_theme_bears_its_files_name(name: str) -> None:
    """It is described, and sets every role."""
    theme = load_theme(name)
    assert theme.name == name
    assert theme.description
    assert theme.styles.keys() == load_theme("calm").styles.keys()


def test_a_theme_says_only_what_differs(tmp_path: Path) -> None:
    """One key of one style, and all else is the default's."""
    calm = read_theme(CALM)
    other = over_calm(tmp_path, "styles: {title: {size: 40}}\n")
    assert other.styles["title"].size == 40
    assert other.styles["title"].leading == calm.styles["title"].leading
    assert other.styles["body"] == calm.styles["body"]
    assert (other.colors, other.panels, other.grid) == (calm.colors, calm.panels, calm.grid)


def test_a_ground_can_be_taken_away(tmp_path: Path) -> None:
    """With nothing, as YAML writes it."""
    assert over_calm(tmp_path, "panels: {cover: {ground: null}}\n").panels["cover"].ground is None


def test_inks_are_no_other_colors(tmp_path: Path) -> None:
    """A color that a theme changes loses the default's inks, in either way of writing it."""
    for written in ('"#123456"', '{rgb: "#123456"}'):
        color = over_calm(tmp_path, f"colors: {{primary: {written}}}\n").color("primary")
        assert (color.hex, color.cmyk) == ("#123456", None)


def test_a_new_color_is_one_that_a_panel_uses(tmp_path: Path) -> None:
    """Any other is taken for a name misspelled."""
    used = 'colors: {sun: "#FFCC00"}\npanels: {flap: {ground: sun}}\n'
    assert over_calm(tmp_path, used).panels["flap"].ground == "sun"
    code, place, words = told(tmp_path, 'colors: {primry: "#FFCC00"}\n')
    assert (code, place) == ("FIELD001", "3:10")
    assert "did you mean `primary`?" in words


@pytest.mark.parametrize(
    ("text", "code", "place", "says"),
    [
        ("stlyes: {}", "FIELD001", "3:1", "did you mean `styles`?"),
        ("styles: {titel: {size: 4}}", "FIELD001", "3:10", "did you mean `title`?"),
        ("styles: {title: {sise: 4}}", "FIELD001", "3:18", "did you mean `size`?"),
        ("styles: {title: {size: 400}}", "FIELD004", "3:24", "at most 120"),
        ("styles: {title: {size: big}}", "FIELD004", "3:24", "not a number"),
        ("styles: {title: {font: dsplay}}", "NAME001", "3:24", "did you mean `display`?"),
        ("styles: {title: {color: acent}}", "FIELD004", "3:25", "did you mean `accent`?"),
        ("styles: {title: {snap: never}}", "FIELD004", "3:24", "it can be `grid`"),
        ("styles: {title: {rule: {weight: 0.1}}}", "FIELD004", "3:33", "at least 0.25"),
        ("styles: 4", "FIELD003", "3:9", "keys with values"),
        ("panels: {front: {}}", "FIELD001", "3:10", "it can be `cover`"),
        ("panels: {flap: {ground: sprcue}}", "NAME001", "3:25", "there is no color `sprcue`"),
        ("panels: {flap: {margins: [1, 2]}}", "FIELD003", "3:26", "4 numbers, not 2"),
        ("panels: {cover: {picture: {tint: [ink]}}}", "FIELD003", "3:34", "two colors"),
        ("panels: {cover: {picture: {tint: [ink, snow]}}}", "NAME001", "3:40", "no color `snow`"),
        ("fonts: {display: Comic}", "NAME001", "3:18", "no family of fonts `Comic`"),
        ("fonts: {text: latto}", "NAME001", "3:15", "did you mean `Lato`?"),
        ("fonts: {dsplay: Lato}", "FIELD001", "3:9", "did you mean `display`?"),
        ("colors: {ink: black}", "COLOR001", "3:15", '"#1F4A47"'),
        ("colors: {ink: '#12345'}", "COLOR001", "3:15", "`#12345` is no color"),
        ("colors: {ink: {rgb: '#000', cmyk: [0, 0, 0]}}", "FIELD003", "3:35", "4 numbers, not 3"),
        ("colors: {ink: {rgb: '#000', cmyk: [0, 0, 0, 101]}}", "COLOR002", "3:35", "to 100"),
        ("colors: {ink: {rgb: '#000', cmyk: [90, 90, 90, 90]}}", "COLOR002", "3:35", "360 percent"),
        ("colors: {ink: {cmyk: [0, 0, 0, 90], rbg: '#000'}}", "FIELD001", "3:37", "`rgb`"),
    ],
)
def test_what_a_theme_cannot_say_is_told_at_its_place(
    tmp_path: Path, text: str, code: str, place: str, says: str
) -> None:
    """With a hint, as for an author's file."""
    found, where, words = told(tmp_path, f"{text}\n")
    assert (found, where) == (code, place)
    assert says in words


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """Of every part of the file."""
    with pytest.raises(BrochureError) as caught:
        over_calm(tmp_path, "fonts: {text: A}\ngrid: wide\npanels: {flap: {ink: B}}\nstyles: []\n")
    assert [problem.where.line for problem in caught.value.problems if problem.where] == [
        3,
        4,
        5,
        6,
    ]
