"""Drawings: SVG read into shapes, or into pixels, or refused."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.color import BLACK, Color
from brochure.fields import FileName
from brochure.geometry import Size
from brochure.images import Cache, Drawing, Library
from brochure.images.svg.path_data import parse_path
from brochure.images.svg.values import SvgError
from brochure.problems import BrochureError, Source, Where
from brochure.shape import LinearGradient, Shape

if TYPE_CHECKING:
    from pathlib import Path

WHERE = Where(Source("content.yaml", "file: x"), 1)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 100 50">'


def drawing(folder: Path, inside: str, cache: Cache | None = None) -> Drawing:
    """Open a drawing of `inside`."""
    (folder / "a.svg").write_text(f"{HEAD}{inside}</svg>")
    found = Library(folder, cache).open(FileName("a.svg", WHERE))
    assert isinstance(found, Drawing)
    return found


def one(folder: Path, inside: str) -> Shape:
    """Return the only shape of a drawing."""
    (shape,) = drawing(folder, inside).shapes({"accent": Color(1, 0, 0)}, BLACK)
    return shape


def test_colors_come_from_the_palette(tmp_path: Path) -> None:
    """Colors come from the palette."""
    assert one(tmp_path, '<path d="M0 0h5v5z" fill="var(--accent, #00f)"/>').fill == Color(1, 0, 0)
    assert one(tmp_path, '<path d="M0 0h5v5z" fill="var(--x, #00f)"/>').fill == Color(0, 0, 1)
    assert one(tmp_path, '<path d="M0 0h5v5z" style="fill:currentColor"/>').fill == BLACK


def test_transforms_and_view_move_the_path(tmp_path: Path) -> None:
    """Transforms and view move the path."""
    shape = one(
        tmp_path,
        '<g transform="translate(5 6) scale(2)"><path d="M1 1h2" stroke="red" fill="none"/></g>',
    )
    assert shape.path == (("M", 17, 8), ("L", 21, 8))
    assert shape.stroke
    assert shape.stroke.width == pytest.approx(2)


def test_compact_numbers_and_arc_flags() -> None:
    """Compact numbers and arc flags."""
    assert parse_path("M.5.5-1-1") == [("M", 0.5, 0.5), ("L", -1, -1)]
    assert parse_path("M0 0a1 1 0 011 1")[-1][-2:] == (1, 1)
    curve = parse_path("M0 0A5 5 0 1 1 10 0")[1]
    assert curve[-2:] == pytest.approx((5, -5))


def test_gradient_clip_and_opacity(tmp_path: Path) -> None:
    """Gradient clip and opacity."""
    shape = one(
        tmp_path,
        '<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-opacity=".5"/>'
        '</linearGradient><clipPath id="c"><rect width="5" height="5"/></clipPath></defs>'
        '<rect width="20" height="10" fill="url(#g)" clip-path="url(#c)" opacity=".5"/>',
    )
    assert isinstance(shape.fill, LinearGradient)
    assert (*shape.fill.start, *shape.fill.end) == pytest.approx((10, 0, 30, 0))
    assert [color.alpha for _, color in shape.fill.stops] == [0.5, 0.25]
    assert shape.clip


@pytest.mark.parametrize(
    "inside",
    [
        '<g opacity=".5"><path d="M0 0h5v5z"/><path d="M0 0h5v5z"/></g>',
        '<mask id="m"/><path d="M0 0h5v5z" mask="url(#m)"/>',
        '<filter id="m"/><path d="M0 0h5v5z" filter="url(#m)"/>',
        '<radialGradient id="m"/><path d="M0 0h5v5z" fill="url(#m)"/>',
        '<pattern id="m"/><path d="M0 0h5v5z" fill="url(#m)"/>',
        '<path d="M0 0h5" stroke="red" transform="scale(1 2)"/>',
        "<style>.a{fill:red}</style>",
        '<path d="M0 0h5v5z" style="mix-blend-mode:multiply"/>',
        "<svg/>",
    ],
)
def test_what_shapes_cannot_show_needs_a_raster(tmp_path: Path, inside: str) -> None:
    """What shapes cannot show needs a raster."""
    found = drawing(tmp_path, inside)
    assert found.needs_raster
    with pytest.raises(ValueError, match="use its raster"):
        found.shapes({}, BLACK)


def test_raster_has_the_palette_and_the_size(tmp_path: Path) -> None:
    """Raster has the palette and the size."""
    found = drawing(tmp_path, '<rect x="-10" width="100" height="50" fill="var(--accent, blue)"/>')
    raster = found.raster(Size(72, 36), 100, palette={"accent": Color(1, 0, 0)}, current=BLACK)
    assert (raster.width, raster.height) == (100, 50)
    assert zlib.decompress(raster.data)[:3] == b"\xff\0\0"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD, "PIC010"),
        (f"{HEAD}<text>a</text></svg>", "PIC011"),
        (f"{HEAD}<script/></svg>", "PIC011"),
        (f"<!DOCTYPE svg>{HEAD}</svg>", "PIC012"),
        (f'{HEAD}<path d="M1e9 0h1"/></svg>', "PIC012"),
        (f'{HEAD}<path d="M NaN 0"/></svg>', "PIC010"),
        (HEAD + "<g>" * 200 + "</g>" * 200 + "</svg>", "PIC012"),
        (f'{HEAD}<g id="a"><use href="#a"/></g></svg>', "PIC012"),
        (f'{HEAD}<use href="file:///etc/passwd"/></svg>', "PIC013"),
        (f'{HEAD}<path fill="url(http://x.example/a)"/></svg>', "PIC013"),
    ],
)
def test_hostile_and_damaged_drawings_are_refused(tmp_path: Path, text: str, code: str) -> None:
    """Hostile and damaged drawings are refused."""
    (tmp_path / "a.svg").write_text(text)
    with pytest.raises(BrochureError) as caught:
        Library(tmp_path).open(FileName("a.svg", WHERE))
    assert [problem.code for problem in caught.value.problems] == [code]


def test_use_bomb_is_refused(tmp_path: Path) -> None:
    """Use bomb is refused."""
    levels = "".join(
        f'<g id="g{i}">' + f'<use href="#g{i - 1}"/>' * 10 + "</g>" for i in range(1, 12)
    )
    with pytest.raises(BrochureError, match="PIC012"):
        drawing(tmp_path, f'<path id="g0" d="M0 0h1"/>{levels}')


def test_cached_drawing_equals_the_fresh_one(tmp_path: Path) -> None:
    """Cached drawing equals the fresh one."""
    cache = Cache(tmp_path / "k")
    first, again = (drawing(tmp_path, '<circle r="3"/>', cache) for _ in range(2))
    assert first.shapes({}, BLACK) == again.shapes({}, BLACK)


@given(st.text("MmZzLlHhVvCcSsQqTtAa0123456789.,-+eE xn", max_size=80))
def test_path_parser_only_raises_its_own_error(text: str) -> None:
    """Path parser only raises its own error."""
    try:
        parse_path(text)
    except SvgError:
        return
