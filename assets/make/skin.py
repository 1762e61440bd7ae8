"""Draw `skin.svg`, the diagram inside the brochure: skin in section, in three moments.

From left to right the pen's needles make channels, the skin closes and repairs them,
and new collagen fills out the layer until the surface lies smoother. It is one
landscape across three panels. Run `python assets/make/skin.py`; the seed is fixed, so
the same program always writes the same picture.
"""

import math
import random
from collections.abc import Iterator
from pathlib import Path

from vector import (
    ACCENT,
    DETAIL,
    LINE,
    PAPER,
    PRIMARY,
    SURFACE,
    TINT,
    Bundle,
    Height,
    document,
    dots,
    fade,
    fill,
    group,
    join,
    mix,
    number,
    numeral,
    smooth,
    solid,
    spline,
    stroke,
    tag,
    walk,
)

TARGET = Path(__file__).parent.parent / "skin.svg"
SEED = 4  # of three tried, the most even weave

# The trimmed sheet is 792 pt wide; the band is 168 pt high; 9 pt of bleed surround it.
LEFT, TOP, WIDTH, HEIGHT = -9, -9, 810, 177
OVER = 4  # profiles run past the edge, so that no outline shows there
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT

TEXT_MARGINS = (27.0, 292.5, 558.0)  # where each panel's text column begins
MARKER_RADIUS = 9.0
MARKER_Y = 36.0  # as far from the sheet's top as the first marker is from its left

PEN_X, PEN_FOOT = 132.0, 61.0  # the foot hovers, so that the needles can be seen
NEEDLES = tuple(PEN_X + 8 * i for i in range(-3, 4))
NEEDLE_TIP = 123.0  # in the upper dermis, where treatment aims
OPEN_CHANNELS = (  # x, tip: set unevenly, as a hand leads the pen
    *((184.0, 120.0), (195.0, 123.0), (203.5, 118.5), (215.0, 122.0), (226.0, 120.5)),
    *((234.0, 117.0), (245.0, 121.5)),  # the last ends 20 pt before the fold
)
HEALING_CHANNELS = (303.0, 326.0, 351.0, 374.0, 399.0, 423.0)
CREASES = ((72.0, 8.5), (264.0, 6.0), (340.0, 4.5), (452.0, 5.0))  # x, depth before treatment
FIBROBLASTS = [  # place, slope: many where repair is under way, a few where it is done
    *((44 + 126j, 0.25), (214 + 150j, -0.25), (338 + 146j, 0.3), (388 + 134j, -0.6)),
    *((417 + 146j, 0.5), (452 + 120j, -0.3), (452 + 146j, 0.25), (487 + 130j, 0.4)),
    *((508 + 152j, -0.25), (612 + 128j, 0.3), (738 + 158j, 0.2)),
]
CAPILLARIES = (  # one below untreated skin, one with a branch below renewed skin
    (-13 + 139j, 20 + 147j, 58 + 141j, 92 + 152j, 128 + 149j, 160 + 158j, 184 + 173j),
    (604 + 173j, 634 + 151j, 676 + 142j, 722 + 148j, 764 + 137j, 806 + 142j),
    (676 + 142j, 698 + 126j, 722 + 120j, 736 + 106j),
)

TUBE = 1.8  # inner width of a capillary
PITCH = complex(32, 8.8)  # of the weave of collagen: bundles along a row, and rows
FIRST_ROW = 106.0
DIRECTIONS = (0.3, -0.24, 0.1, -0.36, 0.2, -0.1)  # radians, by turns
FRESH = 0.12  # a bundle with less growth is still an old thread
VEILS = (0.3, 0.28, 0.25, 0.22)  # opacities of the ground's color laid over each lot of bundles


# --- the landscape -----------------------------------------------------------------


def renewal(x: float) -> float:
    """Say how far the surface has recovered at x: 0 before treatment, 1 smooth."""
    return smooth((x - 215) / 330)


def growth(x: float) -> float:
    """Say how much new collagen stands at x: it begins amid the healing channels."""
    return smooth((x - 335) / 215)


def level(x: float) -> float:
    """Mean height of the skin at x; renewed skin stands a little fuller."""
    return mix(75, 67, renewal(x)) + 1.2 * math.sin(x / 55 + 0.6)


def surface(x: float) -> float:
    """Height of the surface: rough and lined at left, even at right."""
    rough = 0.8 * math.sin(x / 6.3) + 0.9 * math.sin(x / 10.7 + 2)
    lines = sum(depth * math.exp(-(abs((x - at) / 5) ** 1.5)) for at, depth in CREASES)
    return level(x) + (1 - renewal(x)) * (rough + lines)


def junction(x: float) -> float:
    """Height of the border of epidermis and dermis; its ridges deepen with renewal."""
    new = renewal(x)
    ridge = math.sin(x / 4.9 + 1.7 * math.sin(x / 41)) + 0.35 * math.sin(x / 8.3)
    dent = 0.5 * (surface(x) - level(x))
    return level(x) + dent + mix(21, 26, new) + mix(2.0, 4.2, new) * ridge


def profile(height: Height, left_step: float, right_step: float) -> list[complex]:
    """Sample a profile from edge to edge, in steps that change from left to right."""
    xs = [float(LEFT - OVER)]
    while xs[-1] < RIGHT + OVER:
        xs.append(xs[-1] + mix(left_step, right_step, renewal(xs[-1])))
    return [complex(x, height(x)) for x in xs]


SKYLINE = profile(surface, 4, 24)
BORDER = profile(junction, 6, 4.8)


# --- skin --------------------------------------------------------------------------


def dermis() -> Iterator[str]:
    """Paint the air and, under the epidermis, the dermis and its border."""
    yield tag("rect", x=LEFT, y=TOP, width=WIDTH, height=HEIGHT, fill=SURFACE)
    d = spline(BORDER) + f"V{BOTTOM + OVER}H{LEFT - OVER}z"
    yield tag("path", d=d, fill="url(#depth)", stroke=ACCENT, stroke_width=DETAIL)


def epidermis() -> Iterator[str]:
    """Paint the epidermis, its horny layer and the surface."""
    yield fill(spline(SKYLINE) + spline(BORDER[::-1], "L") + "z", ACCENT, 0.34)
    horny = [p + mix(2.6, 3.8, renewal(p.real)) * 1j for p in SKYLINE]
    yield fill(spline(SKYLINE) + spline(horny[::-1], "L") + "z", ACCENT, 0.34)
    yield stroke(spline(SKYLINE))


def epidermis_cells() -> Iterator[str]:
    """Dot the epidermis: round basal cells, then flatter and fewer toward the surface."""
    yield dots(walk(lambda x: junction(x) - 3.8, LEFT, RIGHT, 7.6), 1.25, ACCENT, 0.75)
    for share, length, step in ((0.42, 1.6, 9.0), (0.7, 3.6, 13.0)):

        def between(x: float, share: float = share) -> float:
            return mix(junction(x) - 2, surface(x) + 3, share)

        marks = "".join(f"M{join(p)}h{length}" for p in walk(between, LEFT, RIGHT, step))
        yield stroke(marks, ACCENT, DETAIL, stroke_opacity=0.6)


# --- collagen ----------------------------------------------------------------------


def lay_bundles(rng: random.Random) -> Iterator[tuple[Bundle, float]]:
    """Lay bundles on a loose lattice, each turned another way than its neighbors.

    Each comes with its growth: 0 for an old fiber, 1 for a full new bundle.
    """
    rows = math.ceil((BOTTOM + PITCH.imag - FIRST_ROW) / PITCH.imag)
    columns = math.ceil((WIDTH + 2 * PITCH.real) / PITCH.real)
    for row in range(rows):
        y = FIRST_ROW + PITCH.imag * row
        deep = smooth((y - 100) / 34)  # finer and more level close under the epidermis
        for column in range(columns):
            x = LEFT + PITCH.real * (column + row % 2 / 2)
            center = complex(x + rng.uniform(-4, 4), y + rng.uniform(-1.6, 1.6))
            new = growth(center.real)
            turn = DIRECTIONS[(column + 2 * row) % len(DIRECTIONS)] + rng.uniform(-0.06, 0.06)
            length = mix(rng.uniform(22, 40), rng.uniform(70, 92), new)
            half = mix(0.9, mix(1.3, rng.uniform(2.0, 2.7), deep), new)
            bend = rng.choice((-1, 1)) * mix(1.1, 2.2, new)
            if rng.random() < mix(0.55, 0.96, new):
                yield Bundle(center, length, turn * mix(0.55, 1, deep), bend, half), new


def dermis_fibers(rng: random.Random) -> Iterator[str]:
    """Draw old fibers as threads, new bundles over and under each other, vessels among them.

    They come in lots from back to front; a veil after each sets it further back.
    """
    laid = list(lay_bundles(rng))
    rng.shuffle(laid)
    veil = {"x": LEFT, "y": 70, "width": WIDTH, "height": BOTTOM + OVER - 70, "fill": SURFACE}
    for lot, opacity in enumerate(VEILS):
        part = laid[lot :: len(VEILS)]
        old = "".join(bundle.thread() for bundle, new in part if new < FRESH)
        yield stroke(old, ACCENT, DETAIL if lot % 2 else LINE)
        fresh = (tag("path", d=bundle.ribbon()) for bundle, new in part if new >= FRESH)
        yield group(fresh, fill=ACCENT, stroke=SURFACE, stroke_width=DETAIL)
        yield tag("rect", **veil, fill_opacity=opacity)
        if lot == len(VEILS) - 2:
            yield from capillaries()


def capillaries() -> Iterator[str]:
    """Draw fine vessels as tubes, both walls in the detail weight."""
    lines = "".join(spline(points) for points in CAPILLARIES)
    yield stroke(lines, PRIMARY, TUBE + 2 * DETAIL)
    yield stroke(lines, TINT, TUBE)


# --- the moments -------------------------------------------------------------------


def open_channels() -> Iterator[str]:
    """Draw the channels that the needles left, far finer than the skin between them."""
    slits = walls = ""
    for x, tip in (*OPEN_CHANNELS, (HEALING_CHANNELS[0], NEEDLE_TIP)):
        top, half = surface(x), 1.1
        left, foot, right = complex(x - half, top), complex(x, tip), complex(x + half, top)
        slits += f"M{join(left - 1.2j)}L{join(foot)}L{join(right - 1.2j)}z"
        walls += f"M{join(left + 2j)}L{join(foot)}L{join(right + 2j)}"
    yield fill(slits, SURFACE)
    yield stroke(walls, ACCENT, DETAIL, stroke_opacity=0.5)


def closing_channel(x: float, heal: float) -> str:
    """Write what is left of a channel once skin has closed over it: a slim drop."""
    half = mix(1.2, 0.8, heal)
    top, tip = mix(surface(x), junction(x) + 3, heal), mix(NEEDLE_TIP, 112, heal)
    belly = mix(top, tip, 0.3)
    left = [complex(x, top), complex(x - half, belly), complex(x, tip)]
    right = [complex(x, tip), complex(x + half, belly), complex(x, top)]
    return spline(left) + spline(right, "L") + "z"


def repair(rng: random.Random) -> Iterator[str]:
    """Close the channels one after another and set cells to work around them."""
    cells: list[complex] = []
    drops = ""
    for i, x in enumerate(HEALING_CHANNELS):
        if i > 0:
            drops += closing_channel(x, i / (len(HEALING_CHANNELS) - 1))
        wanted = len(cells) + 9 - i
        while len(cells) < wanted:
            p = complex(x + rng.uniform(-10, 10), rng.uniform(97, 131 - 2 * i))
            free = abs(p.real - x) > 4.2 and p.imag > junction(p.real) + 4
            if free and all(abs(p - q) > 4.6 for q in cells):
                cells.append(p)
    yield fill(drops, SURFACE)
    yield dots(cells[::2], 1.7, PRIMARY, 0.6)
    yield dots(cells[1::2], 1.2, PRIMARY, 0.85)


def fibroblasts() -> Iterator[str]:
    """Draw the spindle cells that lay down new collagen."""
    bodies = nuclei = ""
    half = [-10 + 0j, -3.4 - 1.2j, 3 - 1.2j, 10 + 0j]
    for at, slope in FIBROBLASTS:
        axis = complex(1, slope) / abs(complex(1, slope))
        bodies += spline(at + axis * p for p in half)
        bodies += spline((at - axis * p for p in half), "L") + "z"
        nuclei += f"M{join(at - axis)}L{join(at + axis)}"
    yield solid(bodies, PRIMARY, DETAIL)
    yield stroke(nuclei, TINT, DETAIL)


def pen() -> Iterator[str]:
    """Draw the pen's head, its foot just above the skin, its needles in it."""
    x, foot = PEN_X, PEN_FOOT
    base = number(foot)
    points = (
        f"M{number(at - 0.9)} {base}L{join(complex(at, NEEDLE_TIP))}L{number(at + 0.9)} {base}z"
        for at in NEEDLES
    )
    yield fill("".join(points), PRIMARY)
    tip = f"M{x - 28} 34l2.2 {foot - 40}h51.6l2.2-{foot - 40}z"
    yield solid(tip, TINT)
    yield stroke("".join(f"M{number(at)} 44V{foot - 7}" for at in NEEDLES), PRIMARY, DETAIL)
    rim = {"x": x - 30, "y": foot - 7, "width": 60, "height": 7, "rx": 2.5}
    yield tag("rect", **rim, fill=PAPER, stroke=PRIMARY, stroke_width=LINE)
    taper = "c0 10 3 18 6 26c1 3.2 3.2 4.5 6 4.5h52c2.8 0 5-1.3 6-4.5c3-8 6-16 6-26"
    yield solid(f"M{x - 38} {TOP - OVER}V4{taper}V{TOP - OVER}z", PAPER)
    yield stroke(f"M{x - 34} 25h68", PRIMARY, DETAIL)


def markers() -> Iterator[str]:
    """Number the moments; each marker stands at its panel's text margin."""
    for digit, margin in enumerate(TEXT_MARGINS, start=1):
        center = complex(margin + MARKER_RADIUS, MARKER_Y)
        yield tag("circle", cx=center.real, cy=center.imag, r=MARKER_RADIUS, fill=PRIMARY)
        yield fill(numeral(digit, center), SURFACE)


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    shade = fade("depth", 95, BOTTOM, (0.7, 0.42))
    skin = [shade, *dermis(), *dermis_fibers(rng), *epidermis(), *epidermis_cells()]
    moments = [*open_channels(), *repair(rng), *fibroblasts(), *pen(), *markers()]
    box = (LEFT, TOP, WIDTH, HEIGHT)
    TARGET.write_text(document(box, [*skin, *moments]), encoding="utf-8")


if __name__ == "__main__":
    main()
