"""Drawings that would keep an exact renderer busy for minutes: rendered coarser, or refused."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from brochure.color import BLACK
from brochure.geometry import Size
from brochure.images.drawing import COARSEST
from brochure.images.svg.effort import BUDGET, Effort
from brochure.problems import BrochureError
from tests.images.picture_samples import drawing

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
PANEL = Size(264, 612)  # of a letter sheet
BOX = '<rect x="5" y="5" width="90" height="90" fill="red" filter="url(#f)"/>'
SHADOW = """<feFlood flood-opacity="0"/><feColorMatrix in="SourceAlpha" values="0"/>
<feOffset dy="1"/><feGaussianBlur stdDeviation="2"/><feColorMatrix values="0"/>
<feBlend in2="SourceGraphic"/>"""


def most(folder: Path, inside: str) -> float:
    """Return how many million pixels a drawing may have."""
    return drawing(folder, f"{HEAD}{inside}</svg>").most_pixels / 1e6


def filtered(steps: str, box: str = BOX, region: str = "") -> str:
    """Return `box` with a filter of `steps`."""
    return f'<filter id="f" {region}>{steps}</filter>{box}'


@pytest.mark.parametrize(
    "inside",
    [
        filtered('<feMorphology radius="30"/>'),
        filtered('<feMorphology radius=".3" primitiveUnits="objectBoundingBox"/>' * 300),
        filtered('<feTurbulence baseFrequency=".1" numOctaves="1000"/>'),
        filtered("<feConvolveMatrix order='99' kernelMatrix='" + "1 " * 9801 + "'/>"),
        filtered("<feOffset dx='1'/>" * 1000),
        filtered("<feMerge>" + "<feMergeNode/>" * 1000 + "</feMerge>"),
        filtered('<feGaussianBlur stdDeviation="2"/>', BOX * 200),
        filtered(SHADOW, region='width="1000" height="1000" x="-500" y="-500"') + BOX * 9,
        filtered('<feGaussianBlur stdDeviation="2"/>', BOX.replace(' filter="url(#f)"', "") * 2)
        + "<style>g rect, .x { filter: url(#f) }</style>" + "<g>" + BOX * 200 + "</g>",
        '<g filter="blur(2px) drop-shadow(1px 1px 2px red)">' * 90 + BOX + "</g>" * 90,
        '<mask id="m">' + filtered("<feOffset/>", BOX * 200) + '</mask><path mask="url(#m)"/>',
        '<pattern id="m" width="9" height="9">' + filtered("<feOffset/>", BOX * 200)
        + '</pattern><path d="M0 0h9v9z" fill="url(#m)"/>',
        '<mask id="m">' + BOX * 20 + "</mask>" + '<g mask="url(#m)">' * 50 + BOX + "</g>" * 50
        + '<path d="M0 0h100v100H0z" opacity=".5"/>' * 900,
        '<clipPath id="m">' + "<path d='M-900-900h2000v2000h-2000z'/>" * 900 + "</clipPath>"
        + "<path d='M-900-900h2000v2000h-2000z' clip-path='url(#m)'/>",
    ],
)  # fmt: skip
def test_effects_out_of_proportion_are_refused_at_once(tmp_path: Path, inside: str) -> None:
    """Each of these took from a minute to longer than anyone waits."""
    found = drawing(tmp_path, f"{HEAD}{inside}</svg>")
    assert found.needs_raster
    assert found.most_pixels < PANEL.width * PANEL.height * (COARSEST / 72) ** 2
    start = time.perf_counter()
    with pytest.raises(BrochureError, match="PIC012") as caught:
        found.raster(PANEL, palette={}, current=BLACK)
    assert time.perf_counter() - start < 1
    (problem,) = caught.value.problems
    assert "too long to draw" in problem.message
    assert "PNG" in problem.hint


def test_markers_that_multiply_are_refused(tmp_path: Path) -> None:
    """Their content is drawn at each of a path's points: ten seconds for four thousand."""
    marker = '<marker id="k">' + '<path d="M0 0h5v5z"/>' * 100 + "</marker>"
    path = "M0 0" + "l1 1l-1-1" * 2000
    with pytest.raises(BrochureError, match="more than 500,000 path segments"):
        drawing(tmp_path, f'{HEAD}{marker}<path marker-mid="url(#k)" d="{path}"/></svg>')
    few = f'{HEAD}{marker}<path marker-mid="url(#k)" d="{path[:40]}"/></svg>'
    assert drawing(tmp_path, few).needs_raster == ("markers",)


def test_usual_effects_are_rendered_as_fine_as_asked(tmp_path: Path) -> None:
    """A shadow over the whole panel, and two hundred on small things, at more than 300 ppi."""
    pixels = PANEL.width * PANEL.height * (400 / 72) ** 2 / 1e6
    assert most(tmp_path, filtered(SHADOW)) > pixels
    small = BOX.replace('width="90" height="90"', 'width="5" height="5"')
    assert most(tmp_path, filtered(SHADOW, small * 200)) > pixels
    assert most(tmp_path, '<g opacity=".5">' + small * 200 + "</g>") > pixels
    radial = '<radialGradient id="f"><stop/></radialGradient>'
    assert most(tmp_path, radial + BOX.replace('"red"', '"url(#f)"') * 20) > pixels


def test_costly_effects_are_rendered_coarser_but_not_below_the_coarsest(tmp_path: Path) -> None:
    """The drawing is small, so that the test is fast; its panel is not."""
    text = f"{HEAD}{filtered('<feOffset/>' * 5, BOX * 8)}</svg>"
    found = drawing(tmp_path, text)
    size = Size(400, 400)
    finest = (found.most_pixels / (size.width * size.height)) ** 0.5 * 72
    assert COARSEST < finest < 600
    assert found._scale(size, 600) * 72 == pytest.approx(finest)
    assert found._scale(size, 100) * 72 == pytest.approx(100)
    small = found.raster(Size(20, 20), 72, palette={}, current=BLACK)
    assert (small.width, small.height) == (20, 20)


def test_pixels_are_as_many_as_the_budget_allows() -> None:
    """Passes grow with the pixels, those of neighbourhoods with their square."""
    for effort in (Effort(3), Effort(3, 1e-4), Effort(0, 1e-4)):
        pixels = effort.most_pixels()
        assert effort.passes * pixels + effort.growing * pixels**2 == pytest.approx(BUDGET)
    assert Effort().most_pixels() > 1e12


def test_region_radius_and_steps_decide(tmp_path: Path) -> None:
    """Each makes more effort, in either unit."""
    blur, box = '<feGaussianBlur stdDeviation="2"/>', 'filterUnits="userSpaceOnUse" '
    usual = most(tmp_path, filtered(blur))
    assert most(tmp_path, filtered(blur * 2)) < usual
    assert most(tmp_path, filtered(blur, region='width="3" height="3"')) < usual / 3
    assert most(tmp_path, filtered(blur, region=box + 'width="9" height="9"')) > usual * 9
    scaled = "<g transform='scale(10)'>" + filtered(blur, region=box + "width='9' height='9'")
    assert most(tmp_path, scaled + "</g>") < usual * 2
    thin = most(tmp_path, filtered('<feMorphology radius="1"/>'))
    assert most(tmp_path, filtered('<feMorphology radius="2"/>')) < thin
    assert most(tmp_path, filtered('<feMorphology radius="1 .1"/>')) > thin
    inherited = f'<filter id="g">{blur * 4}</filter>' + filtered("", region='href="#g"')
    assert most(tmp_path, inherited) == most(tmp_path, filtered(blur * 4))


def test_style_sheet_cannot_hide_references_in_a_circle(tmp_path: Path) -> None:
    """What rules refer to is followed as attributes are."""
    sheet = "<style>/* } */ @media print { .a > rect:hover { mask: url(#m) !important } }</style>"
    with pytest.raises(BrochureError, match="refers to itself"):
        drawing(tmp_path, f'{HEAD}{sheet}<mask id="m"><rect/></mask></svg>')
    assert drawing(tmp_path, f'{HEAD}{sheet}<mask id="m"><path/></mask></svg>').needs_raster


def test_endless_style_sheet_is_refused(tmp_path: Path) -> None:
    """Its rules times the elements that they mean."""
    sheet = "<style>" + ".a{filter:url(#some-filter)}" * 3000 + "</style>"
    with pytest.raises(BrochureError, match="style sheet that is too long"):
        drawing(tmp_path, HEAD + sheet + '<g class="a"/>' * 1000 + "</svg>")
