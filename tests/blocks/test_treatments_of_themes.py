"""What a theme can do to a block: rules over headings, boxes, pictures under a field, snapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from PIL import Image as Pixels

from brochure import read
from brochure.color import Color
from brochure.editions import LARGE_PRINT, OFFICE, SCREEN
from brochure.frame import Image, Text
from brochure.images import Library, Photo, Tint
from brochure.layout import lay_out
from brochure.shape import Shape, transformed
from brochure.themes.theme import BoxStyle, PictureStyle, RuleStyle
from tests.test_composition import leaves

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.model import Brochure, Panel
    from brochure.themes import Theme

COPY = """\
title: Small
clinic: {name: The Clinic}
cover:
  - picture: {file: p.png, place: panel, alt: A field}
  - title: {label: The Clinic, text: Small}
back:
  - heading: One line
  - text: Words below it.
  - heading: Another heading, long enough to go on over a second line
  - text: A few words.
  - callout: {label: Mind, text: "This, *and* **that**"}
"""


@pytest.fixture
def brochure(tmp_path: Path) -> Brochure:
    """Return a brochure with two headings, a callout and a picture on the cover."""
    Pixels.new("RGB", (30, 20), (200, 120, 90)).save(tmp_path / "p.png")
    (tmp_path / "content.yaml").write_text(COPY)
    return read(tmp_path / "content.yaml")


def panels(brochure: Brochure, theme: Theme) -> dict[str, Panel]:
    """Return the panels in `theme`, by name."""
    brochure = replace(brochure, theme=theme)
    layout = lay_out(brochure, OFFICE, Library(brochure.folder))
    return {panel.name: panel for panel in layout.panels}


def with_style(theme: Theme, role: Any, **changes: Any) -> Theme:
    """Return `theme` with one style changed."""
    changed = replace(theme.styles[role], **changes)
    return replace(theme, styles={**theme.styles, role: changed})


def with_panel(theme: Theme, role: Any, **changes: Any) -> Theme:
    """Return `theme` with one panel changed."""
    return replace(theme, panels={**theme.panels, role: replace(theme.panels[role], **changes)})


def baselines(panel: Panel) -> dict[str, float]:
    """Return where each line's baseline stands, by the line's first word."""
    found: dict[str, float] = {}
    for item, matrix in leaves(panel.frame.items):
        if isinstance(item, Text) and (words := item.run.text.split()):
            found.setdefault(words[0], matrix.apply(item.origin).y)
    return found


def boxes(panel: Panel) -> list[tuple[float, float, float, float, Shape]]:
    """Return the left, top, right and bottom of the panel's shapes, and each itself."""
    found = []
    for item, matrix in leaves(panel.frame.items):
        if isinstance(item, Shape):
            points = [s[1:] for s in transformed(item.path, matrix) if len(s) == 3]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            found.append((min(xs), min(ys), max(xs), max(ys), item))
    return found


def test_a_rule_across_the_column_stands_over_every_heading(brochure: Brochure) -> None:
    """As far above one as above the other, wherever they come, and nearer its own words."""
    theme = with_style(brochure.theme, "heading", rule=RuleStyle(weight=0.5, gap=0.25))
    panel = panels(brochure, theme)["back"]
    edges = theme.panels["back"].edges
    first, second, _ = boxes(panel)
    lines = baselines(panel)
    for left, top, right, bottom, _ in (first, second):
        assert (left, panel.frame.size.width - right) == pytest.approx((edges.left, edges.right))
        assert bottom - top == pytest.approx(0.5)
    assert lines["One"] - first[3] == pytest.approx(lines["Another"] - second[3])
    capitals = 0.65 * theme.styles["heading"].size
    assert second[1] - lines["Words"] > 1.5 * (lines["Another"] - capitals - second[3])


def test_a_short_rule_is_measured_in_ems(brochure: Brochure) -> None:
    """Two ems of 19 points, 3 points thick, in the panel's color for rules."""
    theme = with_style(brochure.theme, "heading", rule=RuleStyle(weight=3, length=2))
    left, top, right, bottom, shape = boxes(panels(brochure, theme)["back"])[0]
    assert (right - left, bottom - top) == pytest.approx((38, 3))
    assert shape.fill == theme.color("accent")


def test_a_titles_rule_stands_over_its_label(brochure: Brochure) -> None:
    """Not between the two."""
    theme = with_style(brochure.theme, "title", rule=RuleStyle(weight=2))
    panel = panels(brochure, theme)["cover"]
    ((_, _, _, bottom, _),) = boxes(panel)
    lines = baselines(panel)
    assert bottom < lines["THE"] < lines["Small"]


def test_headings_between_lines_stand_one_and_a_half_above_their_text(brochure: Brochure) -> None:
    """Wherever they come; one of two lines stands so with its first."""
    theme = with_style(brochure.theme, "heading", snap="between", leading=21, after=1)
    grid = theme.grid
    panel = panels(brochure, theme)["back"]
    ys = sorted(
        {matrix.apply(i.origin).y for i, matrix in leaves(panel.frame.items) if isinstance(i, Text)}
    )
    heads = [y / grid % 1 for y in ys]
    assert heads[0] == pytest.approx(0.5, abs=0.03)
    assert ys[1] - ys[0] == pytest.approx(1.5 * grid, abs=0.4)
    assert heads[2] == pytest.approx(0.5, abs=0.03)
    assert ys[3] - ys[2] == pytest.approx(21)


def test_a_box_has_a_ground_and_colors_of_its_own(brochure: Brochure) -> None:
    """Its label, its words and its bold words."""
    box = BoxStyle(ground="primary", ink="paper", heading="accent-light", accent="tint")
    theme = with_panel(brochure.theme, "back", box=box)
    panel = panels(brochure, theme)["back"]
    assert boxes(panel)[-1][-1].fill == theme.color("primary")
    colors = {
        i.run.text.strip(): i.color for i, _ in leaves(panel.frame.items) if isinstance(i, Text)
    }
    assert colors["MIND"] == theme.color("tint")
    assert colors["This,"] == theme.color("paper")
    assert colors["that"] == theme.color("accent-light")
    assert colors["A few words."] == theme.color("ink")


def test_a_boxs_ground_is_one_of_the_themes_colors(brochure: Brochure) -> None:
    """Not what the panel has for a color of that name: calm's accent there is a deeper one."""
    theme = with_panel(brochure.theme, "back", box=BoxStyle(ground="accent"))
    panel = panels(brochure, theme)["back"]
    assert theme.panels["back"].accent != "accent"
    assert boxes(panel)[-1][-1].fill == theme.color("accent")


def test_a_framed_boxs_line_lies_within_it(brochure: Brochure) -> None:
    """So that its outer edge is level with the column's."""
    plain = panels(brochure, brochure.theme)["back"]
    theme = with_panel(brochure.theme, "back", box=BoxStyle(ground=None, frame=2))
    framed = panels(brochure, theme)["back"]
    *outer, field = boxes(plain)[-1]
    *inner, frame = boxes(framed)[-1]
    assert field.stroke is None
    assert frame.fill is None
    assert frame.stroke is not None
    assert frame.stroke.width == 2
    assert [b - a for a, b in zip(outer, inner, strict=True)] == pytest.approx([1, 1, -1, -1])


def picture_of(panel: Panel) -> Image:
    """Return the picture on a panel's ground."""
    (found,) = [item for item, _ in leaves(panel.ground) if isinstance(item, Image)]
    return found


def test_a_picture_can_begin_under_a_field(brochure: Brochure) -> None:
    """It fills the rest of the panel, into the bleed on three sides."""
    height = brochure.paper.size.height
    theme = with_panel(brochure.theme, "cover", picture=PictureStyle(start=0.4))
    whole = picture_of(panels(brochure, brochure.theme)["cover"]).rect
    rest = picture_of(panels(brochure, theme)["cover"]).rect
    assert whole.y == -9
    assert (rest.x, rest.y, rest.right, rest.bottom) == pytest.approx(
        (whole.x, 0.4 * height, whole.right, whole.bottom)
    )


def test_a_picture_can_keep_within_the_margins(brochure: Brochure) -> None:
    """Also where it begins further down."""
    edges = brochure.theme.panels["cover"].edges
    theme = with_panel(brochure.theme, "cover", picture=PictureStyle(inset=True))
    panel = panels(brochure, theme)["cover"]
    rect, size = picture_of(panel).rect, panel.frame.size
    assert (rect.x, rect.y) == pytest.approx((edges.left, edges.top))
    assert (size.width - rect.right, size.height - rect.bottom) == pytest.approx(
        (edges.right, edges.bottom)
    )


def test_a_picture_within_the_margins_begins_where_the_words_do(tmp_path: Path) -> None:
    """On a panel that is wider than its column, and on the wider pages of the large print."""
    Pixels.new("RGB", (30, 20), (200, 120, 90)).save(tmp_path / "p.png")
    (tmp_path / "content.yaml").write_text(f"fold: half-fold\ntheme: mono\n{COPY}")
    brochure = read(tmp_path / "content.yaml")
    for edition in OFFICE, SCREEN, LARGE_PRINT:
        cover = lay_out(brochure, edition, Library(brochure.folder)).panels
        panel = next(one for one in cover if one.name in {"cover", "1"})
        words = min(
            matrix.apply(item.origin).x
            for item, matrix in leaves(panel.frame.items)
            if isinstance(item, Text)
        )
        assert picture_of(panel).rect.x == pytest.approx(words, abs=1), edition.name


def test_a_tinted_picture_has_the_themes_colors(brochure: Brochure) -> None:
    """By their names on that panel's picture."""
    theme = with_panel(brochure.theme, "cover", picture=PictureStyle(tint=("primary", "paper")))
    source = picture_of(panels(brochure, theme)["cover"]).source
    assert isinstance(source, Photo)
    assert source.tint == Tint(theme.color("primary"), theme.color("paper"))
    assert isinstance(theme.color("primary"), Color)
