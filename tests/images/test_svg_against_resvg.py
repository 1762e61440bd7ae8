"""Drawings as vectors look as an exact renderer draws them; what would not is left to it.

Each construct is painted as shapes into a PDF that PDFium renders, and rendered by resvg. Both are
compared after eight pixels each way are averaged, so that only shapes and colors count, not how an
edge is smoothed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image, ImageChops

from brochure.color import Color
from brochure.geometry import Size
from brochure.pdf import paint
from tests.images.picture_samples import drawing, image_of
from tests.pdf.pdf_samples import PROPERTIES, sheet_of

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.images import Drawing

SIZE, FINER = 100, 8  # points; pixels a point before they are averaged
PALETTE = {"accent": Color(0.8, 0.2, 0.1), "pale": Color(0.9, 0.9, 0.6)}
CURRENT = Color(0.1, 0.3, 0.5)
MEAN, WORST = 0.65, 6  # of 255 levels; measured 0.58 and 5 at most, in gradients (PDFium's steps)

CONSTRUCTS = {
    "lines": '<path d="M10 10L90 20l-10 70H20v-30h-5V10z"/>',
    "compact numbers": '<path d="M10.5.5l.5 80-.5-10 70-1e1z"/>',
    "cubics": '<path d="M10 50C10 10 90 10 90 50S50 90 50 60s-30-20-40 20z"/>',
    "quadratics": '<path d="M10 50Q30 0 50 50T90 50t-10 40q-40-20-60 0z"/>',
    "arcs": '<path d="M10 50A40 25 30 1 1 80 60a20 20 0 01-40 20A10 30 0 0 0 10 50z"/>',
    "arc too small": '<path d="M10 50A5 2 20 0 1 90 60L50 90z"/>',
    "arcs of all flags": "".join(
        f'<path d="M30 {y}a25 15 0 {large} {sweep} 20 8" fill="none" stroke="navy"/>'
        for y, large, sweep in ((30, 0, 0), (30, 0, 1), (60, 1, 0), (60, 1, 1))
    ),
    "several moves": '<path d="M10 10 40 10 40 40zm50 0 30 0 0 30zl0 60-40-5z"/>',
    "rect": '<rect x="10" y="20" width="70" height="50"/>',
    "rect rx": '<rect x="10" y="20" width="70" height="50" rx="12"/>',
    "rect rx ry": '<rect x="10" y="20" width="70" height="50" rx="30" ry="9"/>',
    "rect rx too large": '<rect x="10" y="20" width="70" height="50" rx="300" ry="90"/>',
    "rect in percent": '<rect x="10%" y="20%" width="70%" height="50%" ry="5%"/>',
    "circle": '<circle cx="50" cy="40" r="30"/><circle cx="80" cy="80" r="10%"/>',
    "ellipse": '<ellipse cx="50" cy="40" rx="45" ry="20"/>',
    "ellipse of one radius": '<ellipse cx="50" cy="40" ry="20"/>',
    "line": '<line x1="10" y1="20" x2="80" y2="90" stroke="red" stroke-width="5"/>',
    "polyline": '<polyline points="10,10 90,30 50,90" fill="gold" stroke="red"/>',
    "polygon": '<polygon points="10 10 90-30 50,90 20 60 7" fill="gold" stroke="red"/>',
    "nested transforms": '<g transform="translate(50,50)rotate(30)"><g transform="scale(2 .5)">'
    '<rect width="15" height="30" transform="skewX(20)"/><rect width="9" height="9" x="-20"'
    ' transform="matrix(1 .2 -.3 1 4 5) skewY(-10)"/></g></g>',
    "rotation about a point": '<rect width="40" height="20" transform="rotate(-40 20 60)"/>',
    "use": '<defs><path id="a" d="M0 0h20v20z" fill="red"/></defs><use href="#a" x="10" y="5"/>'
    '<use href="#a" transform="rotate(40) scale(2)" x="20"/><use href="#a" x="50%" y="50%"/>',
    "use inherits": '<defs><g id="a"><path d="M0 0h20v20z"/></g></defs>'
    '<use href="#a" fill="red" x="10"/><g fill="green" stroke="blue"><use href="#a" y="50"/></g>',
    "clip": '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>'
    '<rect width="60" height="60" clip-path="url(#c)"/>',
    "clip of a group": '<clipPath id="c" transform="rotate(9)"><path d="M20 0h50v60z"/></clipPath>'
    '<g clip-path="url(#c)" transform="translate(9 9)"><rect width="40" height="90"/>'
    '<rect x="50" width="40" height="90" fill="red"/></g>',
    "clip in its box": '<clipPath id="c" clipPathUnits="objectBoundingBox">'
    '<circle cx=".5" cy=".5" r=".5"/></clipPath>'
    '<rect x="10" y="20" width="60" height="40" clip-path="url(#c)"/>',
    "clip by use": '<circle id="o" cx="30" cy="30" r="20" transform="scale(1.2)"/>'
    '<clipPath id="c"><use href="#o" x="20" y="9"/></clipPath>'
    '<rect width="90" height="50" fill="red" clip-path="url(#c)"/>',
    "clip of nothing": '<clipPath id="c"/><rect width="60" height="60" clip-path="url(#c)"/>',
    "clip that is missing": '<rect width="60" height="60" clip-path="url(#none)"/>',
    "even-odd": '<path fill-rule="evenodd" d="M50 5 80 95 5 35H95L20 95z"/>',
    "nonzero": '<path d="M50 5 80 95 5 35H95L20 95z"/>',
    "overhanging": '<circle r="40"/><path d="M80 50h40" stroke="red" stroke-width="9"/>'
    '<g transform="rotate(45 95 95)"><rect x="80" y="80" width="30" height="30"/></g>',
    "gradient in a box": '<linearGradient id="g"><stop offset=".2" stop-color="red"/>'
    '<stop offset="60%" stop-color="#0f0"/><stop offset=".6" stop-color="blue"/>'
    '<stop offset="1" stop-color="white"/></linearGradient>'
    '<circle cx="50" cy="50" r="25" fill="url(#g)"/>',
    "gradient across a flat box": '<linearGradient id="g" x2="1" y2="1"><stop stop-color="red"/>'
    '<stop offset="1" stop-color="blue"/></linearGradient>'
    '<rect x="5" y="30" width="90" height="30" fill="url(#g)"/>',
    "gradient of a curve": '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" '
    'stop-color="blue"/></linearGradient><path d="M30 10C-20 90 120 90 70 10z" fill="url(#g)"/>',
    "gradient in user space": '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="20" '
    'y1="10%" x2="60" y2="80"><stop stop-color="red"/><stop offset="1"/></linearGradient>'
    '<rect width="90" height="90" fill="url(#g)" transform="rotate(10) scale(1 .7)"/>',
    "gradient transformed": '<linearGradient id="g" gradientTransform="rotate(30) skewX(40)">'
    '<stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    '<rect x="5" y="20" width="80" height="40" fill="url(#g)" transform="skewY(9)"/>',
    "gradient inherited": '<linearGradient id="s"><stop stop-color="red"/><stop offset="1" '
    'stop-color="blue"/></linearGradient><linearGradient id="g" href="#s" y2="1" x2="0"/>'
    '<rect width="80" height="90" fill="url(#g)"/>',
    "gradient fades": '<rect width="90" height="50"/><linearGradient id="g"><stop stop-color="red" '
    'stop-opacity=".2"/><stop offset="1" stop-color="#00f8"/></linearGradient>'
    '<rect y="20" width="90" height="60" fill="url(#g)" opacity=".8"/>',
    "gradient of one color": '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'
    '<rect width="90" height="50" fill="url(#g)"/>',
    "gradient of no length": '<linearGradient id="g" x2="0"><stop stop-color="red"/>'
    '<stop offset="1" stop-color="blue"/></linearGradient>'
    '<rect width="90" height="50" fill="url(#g)"/>',
    "gradient of no stops": '<linearGradient id="g"/><rect width="90" height="50" fill="url(#g)"/>',
    "gradient in a flat box": '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" '
    'stop-color="blue"/></linearGradient><path d="M5 5h90" fill="url(#g)" stroke="red"/>',
    "paint that is missing": '<rect width="60" height="40" fill="url(#none) green"/>'
    '<rect y="50" width="60" height="40" fill="url(#none)"/>',
    "caps": "".join(
        f'<path d="M20 {y}h60" stroke="navy" stroke-width="14" stroke-linecap="{cap}"/>'
        for y, cap in ((20, "butt"), (50, "round"), (80, "square"))
    ),
    "joins": "".join(
        f'<path d="M15 {y}l40-15 30 25" fill="none" stroke="navy" stroke-width="9" '
        f'stroke-linejoin="{join}"/>'
        for y, join in ((25, "miter"), (50, "round"), (75, "bevel"))
    ),
    "miter limit": "".join(
        f'<path d="M15 {y}l60-9-60-9" fill="none" stroke="navy" stroke-width="4" '
        f'stroke-miterlimit="{limit}"/>'
        for y, limit in ((25, 2), (50, 5), (75, 10))
    ),
    "dashes": '<g fill="none" stroke="navy" stroke-width="5"><path d="M5 20h90" '
    'stroke-dasharray="12"/><path d="M5 40h90" stroke-dasharray="9 3 2"/><circle cx="50" cy="70" '
    'r="22" stroke-dasharray="5,8" stroke-linecap="round"/></g>',
    "dashes of no length": '<path d="M5 20h90" stroke="red" stroke-width="5" '
    'stroke-dasharray="0 0"/><path d="M5 40h90" stroke="red" stroke-dasharray="-1 3"/>',
    "stroke scales": '<g transform="rotate(20) scale(3)"><rect x="9" width="12" height="9" '
    'stroke="red" fill="none" stroke-width="1.5" stroke-dasharray="2 1"/></g>',
    "stroke in percent": '<path d="M10 50h80" stroke="red" stroke-width="10%"/>',
    "stroke below fill": '<rect x="20" y="20" width="60" height="50" fill="gold" stroke="red" '
    'stroke-width="12" paint-order="stroke"/>',
    "opacity of a fill": '<rect width="60" height="60"/>'
    '<rect x="30" y="30" width="60" height="60" fill="red" opacity=".4"/>',
    "opacity of a stroke": '<rect width="60" height="60"/><path d="M9 9 80 80" stroke="red" '
    'fill="none" stroke-width="9" opacity="40%"/>',
    "opacity of parts": '<rect width="60" height="60"/><rect x="30" y="30" width="60" height="50" '
    'fill="red" fill-opacity=".4" stroke="blue" stroke-opacity=".5" stroke-width="8"/>',
    "opacity nested": '<g opacity=".5"><g opacity=".5"><rect width="60" height="60"/></g></g>',
    "current color": '<g color="red"><rect width="40" height="40" fill="currentColor"/></g>'
    '<rect y="50" width="40" height="40" stroke="currentColor" fill="currentColor"/>',
    "variables": '<rect width="40" height="40" fill="var(--accent, blue)"/>'
    '<rect y="50" width="40" height="40" fill="var(--unknown, rgb(20, 200, 90))"/>'
    '<rect x="50" width="40" height="40" style="fill: var( --pale )" opacity=".5"/>'
    '<rect x="50" y="50" width="40" height="40" fill="var(--unknown)"/>',
    "colors": '<rect width="20" height="90" fill="#abc"/><rect x="20" width="20" height="90" '
    'fill="RGB(20%, 30%, 90%)"/><rect x="40" width="20" height="90" fill="#ff000080"/>'
    '<rect x="60" width="20" height="90" fill="rgba(0,0,255,.5)"/>'
    '<rect x="80" width="20" height="90" fill="MediumAquamarine"/>',
    "styles": '<g style="fill:red;stroke:blue !important; stroke-width: 4px"><rect x="5" y="5" '
    'width="40" height="40" fill="green"/><rect x="5" y="50" width="40" height="40" '
    'style="fill:green" fill="red"/></g>',
    "unseen": '<rect width="40" height="40" visibility="hidden"/><g display="none"><rect '
    'width="90" height="20"/></g><symbol><rect width="90" height="9"/></symbol>'
    '<g visibility="hidden"><rect x="50" width="40" height="40" visibility="visible"/></g>',
    "units": '<rect x="1mm" y=".1in" width="1cm" height="20pt" stroke="red" stroke-width="2px"/>',
    "ems": '<rect width="2em" height="1ex" x="1em" y="50"/>',
    "dots": "".join(
        f'<g stroke="red" stroke-width="10" stroke-linecap="{cap}"><path d="M20 {y}h0"/>'
        f'<path d="M50 {y}l0 0M70 {y}z"/><line x1="90" y1="{y}" x2="90" y2="{y}"/></g>'
        for y, cap in ((20, "round"), (50, "butt"))
    ),
    "square dot": '<path d="M20 20h0" stroke="red" stroke-width="9" stroke-linecap="square" '
    'transform="rotate(30)"/>',
    "flat paths are not filled": '<path d="M5 20h90" stroke="red" stroke-width="9" '
    'stroke-dasharray="9"/><path d="M5 40l90 30z"/><line x2="90" y2="30"/>',
    "nothing": '<path d="M20 20"/><path d=""/><path/><path d="none"/><circle r="-5"/>'
    '<rect width="-5" height="5"/><polygon/><use href="#none"/><use/>',
    "drawn on after a close": '<path d="M10 10h30v30zl-5 50h9zm40 0h20v20z"/>',
    "smooth after another kind": '<path d="M10 50Q30 0 50 50S80 90 90 50T50 90t9 9C0 5 9 9 20 90'
    's40 9 60-9"/>',
    "arcs that are lines": '<path d="M10 10A0 5 0 0 1 50 50A5 5 0 1 1 50 50L10 60z"/>',
    "radius that is auto": '<ellipse rx="20" ry="auto" cx="50" cy="50"/>'
    '<rect width="50" height="20" rx="auto" ry="5"/>',
    "mirrored": '<g transform="scale(-1 1) translate(-100)"><path d="M10 10h30l9 30z" '
    'stroke="red" stroke-width="4" stroke-dasharray="6 3"/></g>',
    "transforms in every notation": '<g fill="red"><rect width="9" height="9" '
    'transform="translate(10)"/><rect width="9" height="9" transform="translate(30,5),rotate(10)"/>'
    '<rect width="9" height="9" transform=" scale( 2 ) translate( 20 , 20 ) "/></g>',
    "use of use": '<defs><path id="a" d="M0 0h20v20z"/><use id="b" href="#a" x="10"/></defs>'
    '<use href="#b" y="30" fill="red" opacity=".5"/>',
    "clip moves with use": '<clipPath id="c"><rect width="20" height="20"/></clipPath><defs>'
    '<rect id="r" width="50" height="50"/></defs><use href="#r" x="10" y="9" '
    'clip-path="url(#c)"/>',
    "clip moves with its shape": '<clipPath id="c"><rect width="20" height="20"/></clipPath>'
    '<rect width="50" height="50" transform="translate(30 30) rotate(10)" clip-path="url(#c)"/>',
    "clip of several moves": '<clipPath id="c"><path d="M0 0h40v40h-40zM50 50h40v40h-40z"/>'
    '</clipPath><circle cx="45" cy="45" r="30" fill="none" stroke="red" stroke-width="10" '
    'clip-path="url(#c)"/>',
    "clip that is hidden": '<clipPath id="c"><path d="M0 0h40v40z" display="none"/></clipPath>'
    '<clipPath id="d" visibility="hidden"><path d="M0 0h40v40z"/></clipPath>'
    '<rect width="50" height="50" clip-path="url(#c)"/>'
    '<rect width="50" height="50" clip-path="url(#d)"/>',
    "stops in styles": '<linearGradient id="g" color="green"><stop style="stop-color:'
    'currentColor"/><stop offset="1" style="stop-color:gold;stop-opacity:50%"/></linearGradient>'
    '<rect width="50" height="50" style="fill:url(\'#g\')"/>',
    "gradient of named colors": '<linearGradient id="g"><stop stop-color="currentColor"/>'
    '<stop offset="1" stop-color="var(--accent)"/></linearGradient>'
    '<rect width="80" height="80" fill="url(#g)"/>',
    "fill last": '<rect x="20" y="20" width="60" height="50" fill="gold" stroke="red" '
    'stroke-width="12" paint-order="markers stroke"/>',
    "fill first": '<rect x="20" y="20" width="60" height="50" fill="gold" stroke="red" '
    'stroke-width="12" paint-order="fill markers stroke"/>',
    "opacity beyond its range": '<rect width="40" height="40" fill-opacity="50%"/>'
    '<rect y="50" width="40" height="40" opacity="1.5"/>'
    '<rect x="50" width="40" height="40" opacity="-1"/>',
    "variables within variables": '<rect width="40" height="40" style="fill:var(--x, '
    'var(--accent, blue))"/><g color="var(--pale)"><rect y="50" width="40" height="40" '
    'fill="currentColor"/></g><rect x="50" width="40" height="40" fill="var(--x, none)"/>',
}  # fmt: skip

RASTERS = {
    "a mask": '<mask id="m"><rect width="50" height="50" fill="white"/></mask>'
    '<rect width="90" height="90" mask="url(#m)"/>',
    "a filter": '<filter id="m"><feGaussianBlur stdDeviation="3"/></filter>'
    '<rect x="20" y="20" width="50" height="50" filter="url(#m)"/>',
    "a pattern": '<pattern id="m" width="9" height="9" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5"/></pattern><rect width="90" height="90" fill="url(#m)"/>',
    "a radial gradient": '<radialGradient id="m"><stop stop-color="red"/><stop offset="1" '
    'stop-color="blue"/></radialGradient><rect width="90" height="90" fill="url(#m)"/>',
    "a style sheet": "<style>.a { fill: red }</style>"
    '<rect class="a" width="90" height="90"/>',
    "markers": '<marker id="m" markerWidth="9" markerHeight="9"><circle cx="3" cy="3" r="3" '
    'fill="red"/></marker><path d="M20 20h50v50" fill="none" marker-mid="url(#m)"/>',
    "a blend mode": '<rect width="60" height="60" fill="gold"/><rect x="30" y="30" width="60" '
    'height="60" fill="red" style="mix-blend-mode:multiply"/>',
    "the opacity of several things together": '<g opacity=".5"><rect width="60" height="60"/>'
    '<rect x="30" y="30" width="60" height="60" fill="red"/></g>',
    "a clip of several paths": '<clipPath id="m"><rect width="30" height="30"/><rect x="50" '
    'width="30" height="30"/></clipPath><rect width="90" height="90" clip-path="url(#m)"/>',
    "an even-odd clip": '<clipPath id="m"><path clip-rule="evenodd" d="M5 5h70v70h-70zM20 20h30'
    'v30h-30z"/></clipPath><rect width="90" height="90" clip-path="url(#m)"/>',
    "a clip within a clip": '<clipPath id="m"><rect width="50" height="90"/></clipPath>'
    '<clipPath id="n"><rect width="90" height="50"/></clipPath><g clip-path="url(#m)">'
    '<rect width="90" height="90" clip-path="url(#n)"/></g>',
    "a clip measured by a group": '<clipPath id="m" clipPathUnits="objectBoundingBox"><circle '
    'cx=".5" cy=".5" r=".5"/></clipPath><g clip-path="url(#m)"><rect width="90" height="50"/></g>',
    "a clip that reaches beyond the drawing": '<clipPath id="m"><circle r="50"/></clipPath>'
    '<rect x="-50" width="90" height="90" clip-path="url(#m)"/>',
    "a gradient that repeats": '<linearGradient id="m" x2=".2" spreadMethod="reflect">'
    '<stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    '<rect width="90" height="90" fill="url(#m)"/>',
    "a stroke with a gradient or pattern": '<linearGradient id="m"><stop stop-color="red"/>'
    '<stop offset="1" stop-color="blue"/></linearGradient>'
    '<path d="M9 9h50v50" fill="none" stroke="url(#m)" stroke-width="9"/>',
    "a stroke that a transform distorts": '<circle r="20" transform="translate(50 50) '
    'scale(2 1)" fill="none" stroke="red" stroke-width="5"/>',
    "dashes that start with an offset": '<path d="M9 50h80" stroke="red" stroke-width="5" '
    'stroke-dasharray="9 5" stroke-dashoffset="4"/>',
    "a <svg> element": '<svg x="20" width="50" height="50" viewBox="0 0 10 10">'
    '<rect width="8" height="8"/></svg>',
    "the color 'hsl(120, 50%, 40%)'": '<rect width="50" height="50" fill="hsl(120, 50%, 40%)"/>',
}  # fmt: skip


def opened(folder: Path, inside: str) -> Drawing:
    """Open a drawing of `inside`."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    return drawing(folder, f"{head}{inside}</svg>")


def as_vectors(found: Drawing) -> Image.Image:
    """Return what PDFium shows of the drawing's shapes in a PDF."""
    sheet = sheet_of(*found.shapes(PALETTE, CURRENT), width=SIZE, height=SIZE)
    page = pypdfium2.PdfDocument(paint([sheet], PROPERTIES).data)[0]
    return page.render(scale=FINER).to_pil().convert("RGB").reduce(FINER)


def as_pixels(found: Drawing) -> Image.Image:
    """Return what resvg shows of the drawing on white."""
    size = Size(SIZE, SIZE)
    raster = found.raster(size, 72 * FINER, palette=PALETTE, current=CURRENT)
    white = Image.new("RGB", (raster.width, raster.height), "white")
    assert raster.alpha is not None
    alpha = Image.frombytes("L", white.size, zlib.decompress(raster.alpha))
    return Image.composite(image_of(raster), white, alpha).reduce(FINER)


def difference(one: Image.Image, other: Image.Image) -> tuple[float, int]:
    """Return by how much the samples differ on average, and all but a two-hundredth of them."""
    levels = sorted(ImageChops.difference(one, other).tobytes())
    return sum(levels) / len(levels), levels[int(len(levels) * 0.995)]


def is_alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pictures differ by no more than two renderers of the same shapes."""
    mean, worst = difference(one, other)
    return mean <= MEAN and worst <= WORST


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_vectors_look_as_the_exact_renderer_draws_them(tmp_path: Path, name: str) -> None:
    """In a PDF, as another program shows it."""
    found = opened(tmp_path, CONSTRUCTS[name])
    assert found.needs_raster == ()
    vectors, pixels = as_vectors(found), as_pixels(found)
    assert is_alike(vectors, pixels), difference(vectors, pixels)


@pytest.mark.parametrize("reason", RASTERS)
def test_what_vectors_would_not_show_truly_is_rendered_exactly(tmp_path: Path, reason: str) -> None:
    """The reason names it, and the raster shows it."""
    found = opened(tmp_path, RASTERS[reason])
    assert found.needs_raster == (reason,)
    with pytest.raises(ValueError, match="use its raster"):
        found.shapes(PALETTE, CURRENT)
    assert len(as_pixels(found).getcolors(SIZE * SIZE) or ()) > 1


NEARLY = [
    ('<rect x="10" y="20" width="70" height="50" rx="12"/>', 'rx="12"', 'rx="16"'),
    ('<path d="M10 50A40 25 30 1 1 80 60z"/>', "30 1 1", "33 1 1"),
    ('<path d="M10 50C10 10 90 10 90 50z"/>', "10 90", "9 90"),
    ('<circle cx="50" cy="50" r="40"/>', '"40"', '"40.2"'),
    ('<path d="M9 9 80 80" stroke="red" stroke-width="9"/>', '"9"/', '"8.7"/'),
    ('<path d="M9 9h80" stroke="red" stroke-width="9" stroke-dasharray="8"/>', '"8"', '"8.1"'),
    ('<rect width="60" height="60" opacity=".4"/>', '".4"', '".41"'),
    ('<rect width="60" height="60" transform="rotate(9)"/>', "(9)", "(9.5)"),
    ('<rect width="60" height="60" fill="#808080"/>', "#808080", "#888080"),
    (CONSTRUCTS["gradient in user space"], 'x2="60"', 'x2="63"'),
    (CONSTRUCTS["gradient transformed"], "skewX(40)", "skewX(43)"),
    (CONSTRUCTS["clip"], 'r="30"', 'r="30.3"'),
    (CONSTRUCTS["even-odd"], "evenodd", "nonzero"),
    (CONSTRUCTS["miter limit"], "5", "50"),
]


@pytest.mark.parametrize(("right", "part", "wrong"), NEARLY)
def test_comparison_tells_small_errors(tmp_path: Path, right: str, part: str, wrong: str) -> None:
    """A fifth of a point in a radius, a hundredth of opacity, eight levels of a color."""
    assert right.count(part) >= 1
    pixels = as_pixels(opened(tmp_path, right))
    vectors = as_vectors(opened(tmp_path, right.replace(part, wrong)))
    assert not is_alike(vectors, pixels), difference(vectors, pixels)


def test_transform_of_the_whole_drawing_is_rendered_exactly(tmp_path: Path) -> None:
    """Browsers turn it about the middle of the page, other programs about its corner."""
    text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" transform="rotate(9)"/>'
    assert drawing(tmp_path, text).needs_raster == ("a transform of the whole drawing",)
