"""SVG files of any kind: read as they are meant, or refused with a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure.color import BLACK, Color
from brochure.fields import FileName
from brochure.geometry import Size
from brochure.images import Drawing, Library
from brochure.images.svg.values import ColorError, LimitError, SvgError, color, length, transform
from brochure.problems import BrochureError
from tests.images.picture_samples import WHERE, drawing, image_of

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
RED = Color(1, 0, 0)


def chain(tag: str, reference: str, count: int) -> str:
    """Return `count` elements, each used within the next one, and a use of the last."""
    uses = ["", *(reference.format(i) for i in range(count))]
    links = (f'<{tag} id="a{i}"><path d="M0 0h9" {uses[i]}/></{tag}>' for i in range(count))
    return "".join(links) + f'<path d="M0 0h9" {uses[-1]}/>'


@pytest.mark.parametrize(
    ("tag", "reference"),
    [
        ("mask", 'mask="url(#a{0})"'),
        ("pattern", 'fill="url(#a{0})"'),
        ("clipPath", 'clip-path="url(#a{0})"'),
        ("mask", 'style="mask:URL( &quot;#a{0}&quot; )"'),
    ],
)
def test_chains_of_references_are_bounded_whatever_their_order(
    tmp_path: Path, tag: str, reference: str
) -> None:
    """Each link lies no deeper in the file than the first, but drawing it goes that deep."""
    assert drawing(tmp_path, f'{HEAD} viewBox="0 0 9 9">{chain(tag, reference, 45)}</svg>')
    with pytest.raises(BrochureError, match="more than 100 deep"):
        drawing(tmp_path, f'{HEAD} viewBox="0 0 9 9">{chain(tag, reference, 1000)}</svg>')


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!-- svg --><g/>", "PIC010"),
        (f"{HEAD}/>", "PIC012"),
        (f'{HEAD} width="100%" height="9"/>', "PIC012"),
        (f'{HEAD} viewBox="0 0 0 9"/>', "PIC012"),
        (f'{HEAD} viewBox="0 0 9 9 x"/>', "PIC010"),
        (f'{HEAD} viewBox="0 0 9 9">' + "<g/>" * 50_001 + "</svg>", "PIC012"),
        (f'{HEAD} viewBox="0 0 9 9"><!--' + " " * (5 * 2**20) + "--></svg>", "PIC012"),
        (f'{HEAD} viewBox="0 0 9 9"><style>@import "a.css";</style></svg>', "PIC013"),
        (f'{HEAD} viewBox="0 0 9 9"><use xlink:href="a.svg#b"/></svg>', "PIC013"),
        (f'<?xml version="1.0" encoding="x"?>{HEAD} viewBox="0 0 9 9"/>', "PIC010"),
        (f'{HEAD} viewBox="0 0 9 9"><path d="L0 0"/></svg>', "PIC010"),
        (f'{HEAD} viewBox="0 0 9 9"><path d="M0 0 9"/></svg>', "PIC010"),
        (f'{HEAD} viewBox="0 0 9 9"><g transform="turn(9)"/></svg>', "PIC010"),
        (f'{HEAD} viewBox="0 0 9 9"><g transform="scale(1e5) scale(1e5)"/></svg>', "PIC012"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, text: str, code: str) -> None:
    """With the code that says why."""
    with pytest.raises(BrochureError) as caught:
        drawing(tmp_path, text)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_other_vocabularies_and_prefixes_are_passed_over(tmp_path: Path) -> None:
    """Drawing programs keep their own data in the file."""
    text = (
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="urn:i" width="20" height="10mm">'
        '<i:data id="a"><s:path d="M0 0h9v9z"/></i:data><s:path i:d="M0 0" d="M0 0h9v9z"/></s:svg>'
    )
    found = drawing(tmp_path, text)
    assert found.size == pytest.approx((20, 10 * 96 / 25.4))
    assert len(found.shapes({}, BLACK)) == 1


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8-sig"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><!-- é -->', "latin-1"),
        ('<?xml version="1.0"?>', "utf-8"),
    ],
)
@pytest.mark.parametrize("size", ['viewBox="0 0 9 9"', 'width="9" height="9"'])
def test_raster_of_any_encoding_and_sizing(
    tmp_path: Path, head: str, encoding: str, size: str
) -> None:
    """The root's start tag is rewritten, wherever and however it is."""
    inside = '<desc>é</desc><filter id="f"/><rect width="9" height="9" fill="currentColor"/>'
    text = f"{head}<svg xmlns='http://www.w3.org/2000/svg' {size}>{inside}"
    (tmp_path / "a.svg").write_bytes(f"{text}<g filter='url(#f)'/></svg>".encode(encoding))
    found = Library(tmp_path).open(FileName("a.svg", WHERE))
    assert isinstance(found, Drawing)
    raster = found.raster(Size(18, 9), 72, palette={}, current=RED)
    assert (raster.width, raster.height) == (18, 9)
    assert image_of(raster).getpixel((9, 4)) == (255, 0, 0)


def test_raster_of_no_size_is_a_mistake_in_the_program(tmp_path: Path) -> None:
    """Not the author's."""
    found = drawing(tmp_path, f'{HEAD} viewBox="0 0 9 9"/>')
    for size, ppi in ((Size(0, 9), 72), (Size(9, 9), 0)):
        with pytest.raises(ValueError, match="cannot be rendered"):
            found.raster(size, ppi, palette={}, current=BLACK)


@pytest.mark.parametrize("fill", ["var(--a, red)", "var(--b)", "var(--b, #ff000080)", "var(--c)"])
def test_raster_looks_up_variables_as_shapes_do(tmp_path: Path, fill: str) -> None:
    """By name, else what the drawing says, else the current color."""
    palette, current = {"a": Color(0, 0, 1), "c": Color(0, 1, 0, 0.5)}, Color(1, 1, 0, 0.5)
    found = drawing(
        tmp_path, f'{HEAD} viewBox="0 0 9 9"><path d="M0 0h9v9H0z" fill="{fill}"/></svg>'
    )
    (shape,) = found.shapes(palette, current)
    assert isinstance(shape.fill, Color)
    raster = found.raster(Size(9, 9), 72, palette=palette, current=current)
    pixel = image_of(raster).getpixel((4, 4))
    wanted = (shape.fill.red, shape.fill.green, shape.fill.blue)
    assert pixel == tuple(round(part * 255) for part in wanted)
    assert (raster.alpha is not None) or shape.fill.alpha == 1


def test_values() -> None:
    """Numbers, lengths, transforms and colors that are none."""
    for text in ("1 2", "5furlongs", "x", "1e"):
        with pytest.raises(SvgError):
            length(text)
    for text in ("translate()", "rotate(1 2)", "matrix(1 2 3)", "scale(2", "9", "scale(x)"):
        with pytest.raises(SvgError):
            transform(text)
    for text in ("#12", "#ggg", "rgb(1, 2)", "hsl(1 2% 3%)", "reddish", "var(--x, reddish)"):
        with pytest.raises(ColorError):
            color(text)
    for text in ("2000000", "-1e9in"):
        with pytest.raises(LimitError):
            length(text)
    assert transform("none") == transform("") == transform("rotate(0deg)")


TAGS = ["g", "path", "rect", "circle", "use", "mask", "clipPath", "pattern", "marker", "filter",
        "feGaussianBlur", "feMorphology", "feTurbulence", "linearGradient", "radialGradient",
        "stop", "symbol", "svg", "switch", "style", "line", "polygon"]  # fmt: skip
NAMES = ["id", "href", "fill", "stroke", "mask", "filter", "clip-path", "marker-mid", "transform",
         "opacity", "d", "width", "height", "x", "r", "points", "class", "style", "stroke-width",
         "radius", "numOctaves", "offset", "stop-color", "filterUnits", "stroke-dasharray", "color",
         "gradientTransform", "clipPathUnits", "stroke-linecap", "x2", "visibility"]  # fmt: skip
VALUES = ["a", "b", "#a", "#b", "url(#a)", "url(#b) red", "red", "none", "9", "-1", "50%", "0",
          "M0 0h9v9z", "M1 1z", "M1 1a1 2 3 0 1 4 4t1 1", "rotate(9)", "scale(0)", "matrix(1 2 3)",
          "1 2 3 4", "fill:url(#a);mask:url(#b)", "blur(2px)", "objectBoundingBox", "round", "",
          "userSpaceOnUse", "var(--x, red)", "currentColor", "1e7", "hidden",
          "hsl(1 2% 3%)"]  # fmt: skip
ATTRIBUTES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=6)
LEAF = st.tuples(st.sampled_from(TAGS), ATTRIBUTES, st.just(()))
TREES = st.recursive(
    LEAF,
    lambda below: st.tuples(st.sampled_from(TAGS), ATTRIBUTES, st.lists(below, max_size=4)),
    max_leaves=25,
)


def written(tree: tuple[str, dict[str, str], object]) -> str:
    """Return an element as text."""
    tag, attributes, below = tree
    inside = "".join(map(written, below))  # type: ignore[call-overload]
    text = ".a{filter:url(#a)} rect{mask:url(#b);opacity:.5}" if tag == "style" else inside
    given = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{tag} {given}>{text}</{tag}>"


@given(st.lists(TREES, max_size=5))
@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_drawing_is_shown_or_refused(
    tmp_path: Path, trees: list[tuple[str, dict[str, str], object]]
) -> None:
    """Whatever refers to whatever: as shapes or as pixels, or a `BrochureError`, and soon."""
    text = f'{HEAD} viewBox="0 0 9 9">{"".join(map(written, trees))}</svg>'
    try:
        found = drawing(tmp_path, text)
        found.raster(Size(9, 9), 72, palette={}, current=BLACK)
    except BrochureError:
        return
    assert found.needs_raster or found.shapes({}, BLACK) is not None
