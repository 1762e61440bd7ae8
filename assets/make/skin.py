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
    Band,
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
SEED = 77  # of 80 tried, the most even weave

# The trimmed sheet is 792 pt wide; the band is 196 pt high; 9 pt of bleed surround it.
LEFT, TOP, WIDTH, HEIGHT = -9, -9, 810, 214
OVER = 4  # profiles run past the edge, so that no outline shows there
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT

TEXT_MARGINS = (36.0, 292.5, 558.0)  # where each panel's text column begins
MARKER_RADIUS, MARKER_Y = 9.0, 43.0

PEN_X, PEN_FOOT = 132.0, 65.0  # the foot hovers, so that the needles can be seen
NEEDLES = tuple(PEN_X + 8 * i for i in range(-3, 4))
NEEDLE_TIP = 127.0  # in the upper dermis, where treatment aims
OPEN_CHANNELS = (187.0, 201.0, 215.0, 229.0, 243.0)  # the last ends 20 pt before the fold
HEALING_CHANNELS = (304.0, 328.0, 352.0, 376.0, 400.0, 424.0)
CREASES = ((74.0, 11.0), (257.0, 8.0), (340.0, 6.0), (452.0, 8.0))  # x, depth before treatment
FIBROBLASTS = [  # place, slope: many where repair is under way, a few where it is done
    *((60 + 143j, 0.2), (214 + 166j, -0.2), (338 + 150j, 0.3), (385 + 140j, -0.7)),
    *((412 + 136j, 0.7), (448 + 123j, -0.3), (441 + 146j, 0.2), (400 + 163j, -0.2)),
    *((474 + 131j, 0.2), (486 + 154j, -0.25), (608 + 137j, 0.12), (684 + 160j, -0.2)),
]

FIRST_ROW, ROW_PITCH, ROWS = 109.0, 7.6, 13  # of collagen, down to the bleed
FRESH = 0.1  # a bundle with less growth is still an old thread
VEILS = (0.25, 0.2, 0.3)  # opacities of the ground's color laid over each lot of bundles


# --- the landscape -----------------------------------------------------------------


def renewal(x: float) -> float:
    """Say how far the surface has recovered at x: 0 before treatment, 1 smooth."""
    return smooth((x - 215) / 330)


def growth(x: float) -> float:
    """Say how much new collagen stands at x: it begins amid the healing channels."""
    return smooth((x - 335) / 215)


def level(x: float) -> float:
    """Mean height of the skin at x; renewed skin stands a little fuller."""
    return mix(79, 71, renewal(x)) + 1.2 * math.sin(x / 55 + 0.6)


def surface(x: float) -> float:
    """Height of the surface: rough and lined at left, even at right."""
    rough = 1.1 * math.sin(x / 6.3) + 0.9 * math.sin(x / 10.7 + 2) + 0.6 * math.sin(x / 4.6 + 1)
    lines = sum(depth * math.exp(-(((x - at) / 5.2) ** 2)) for at, depth in CREASES)
    return level(x) + (1 - renewal(x)) * (rough + lines)


def junction(x: float) -> float:
    """Height of the border of epidermis and dermis; its ridges deepen with renewal."""
    new = renewal(x)
    ridge = math.sin(x / 4.6 + 1.3 * math.sin(x / 37))
    dent = 0.5 * (surface(x) - level(x))
    return level(x) + dent + mix(21, 26, new) + mix(2.2, 5.6, new) * ridge


def profile(height: Height, left_step: float, right_step: float) -> list[complex]:
    """Sample a profile from edge to edge, in steps that change from left to right."""
    xs = [float(LEFT - OVER)]
    while xs[-1] < RIGHT + OVER:
        xs.append(xs[-1] + mix(left_step, right_step, renewal(xs[-1])))
    return [complex(x, height(x)) for x in xs]


SKYLINE = profile(surface, 4.4, 24)
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
    yield dots(walk(lambda x: junction(x) - 3.8, LEFT, RIGHT, 7.2), 1.25, ACCENT, 0.75)
    for share, length, step in ((0.42, 1.6, 9.0), (0.7, 3.6, 13.0)):

        def between(x: float, share: float = share) -> float:
            return mix(junction(x) - 2, surface(x) + 3, share)

        marks = "".join(f"M{join(p)}h{length}" for p in walk(between, LEFT, RIGHT, step))
        yield stroke(marks, ACCENT, DETAIL, stroke_opacity=0.6)


# --- collagen ----------------------------------------------------------------------


def lay_bundles(rng: random.Random) -> Iterator[tuple[Band, float]]:
    """Lay bundles like bricks in rows, leaning both ways: an even weave without clumps.

    Each comes with its growth: 0 for an old fiber, 1 for a full new band.
    """
    lean = 1
    for row in range(ROWS):
        y = FIRST_ROW + ROW_PITCH * row
        deep = smooth((y - 100) / 40)  # finer and calmer close under the epidermis
        x = LEFT - rng.uniform(0, 100)
        while x < RIGHT:
            new, lean = growth(x + 25), -lean
            length = mix(rng.uniform(16, 42), rng.uniform(92, 120), new)
            rise = lean * mix(rng.uniform(0, 6), rng.uniform(7, 12) * mix(0.3, 1, deep), new)
            wave = mix(rng.uniform(1.0, 2.0), rng.uniform(2.2, 3.0) * mix(0.6, 1, deep), new)
            turns = 2 * math.pi * length / mix(20, 52, new)
            half = mix(1.0, rng.uniform(2.1, 3.7) * mix(0.6, 1, deep), new)
            phase = rng.uniform(0, 2 * math.pi)
            yield Band(complex(x, y), length, rise, wave, turns, phase, half), new
            x += length + mix(rng.uniform(34, 96), rng.uniform(-34, -24), new)


def collagen(rng: random.Random) -> Iterator[str]:
    """Draw old fibers as threads, then new bundles that pass over and under each other.

    They come in three lots from back to front; a veil after each sets it further back.
    """
    laid = list(lay_bundles(rng))
    old = [band.thread() for band, new in laid if new < FRESH]
    fresh = [band for band, new in laid if new >= FRESH]
    rng.shuffle(fresh)
    veil = {"x": LEFT, "y": 90, "width": WIDTH, "height": BOTTOM - 90, "fill": SURFACE}
    for lot, opacity in enumerate(VEILS):
        yield stroke("".join(old[lot :: len(VEILS)]), ACCENT, DETAIL if lot % 2 else LINE)
        drawn = []
        for band in fresh[lot :: len(VEILS)]:
            drawn.append(tag("path", d=band.ribbon()))
            if band.half > 2.6:  # room for a fibril within
                drawn.append(tag("path", d=band.thread(0.2), fill="none"))
        yield group(drawn, fill=ACCENT, stroke=SURFACE, stroke_width=DETAIL)
        yield tag("rect", **veil, fill_opacity=opacity)


# --- the moments -------------------------------------------------------------------


def open_channel(x: float, half: float) -> tuple[str, str]:
    """Give a channel's walls and its field: a fine wedge, open above, with rounded lips."""
    left, right = (complex(x + side, surface(x + side)) for side in (-half - 1, half + 1))
    down = join(
        complex(x - half, left.imag), complex(x - half, left.imag + 5), complex(x, NEEDLE_TIP)
    )
    up = join(complex(x + half, right.imag + 5), complex(x + half, right.imag), right)
    walls = f"M{join(left)}C{down}C{up}"
    above = min(left.imag, right.imag, surface(x)) - 1.5
    return walls, f"{walls}V{number(above)}H{number(left.real)}z"


def open_channels() -> Iterator[str]:
    """Draw the channels that the needles left, and the first in repair."""
    pairs = [open_channel(x, 1.6) for x in (*OPEN_CHANNELS, HEALING_CHANNELS[0])]
    yield fill("".join(field for _, field in pairs), SURFACE)
    yield stroke("".join(walls for walls, _ in pairs), PRIMARY, DETAIL)


def closing_channel(x: float, heal: float) -> str:
    """Write what is left of a channel once skin has closed over it: a slim drop."""
    half = mix(2.2, 1.2, heal)
    top, tip = mix(surface(x), junction(x) + 3, heal), mix(NEEDLE_TIP, 118, heal)
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
            p = complex(x + rng.uniform(-10, 10), rng.uniform(100, 135 - 2 * i))
            free = abs(p.real - x) > 4.2 and p.imag > junction(p.real) + 4
            if free and all(abs(p - q) > 4.6 for q in cells):
                cells.append(p)
    yield solid(drops, SURFACE, DETAIL)
    yield dots(cells[::2], 1.7, PRIMARY, 0.6)
    yield dots(cells[1::2], 1.2, PRIMARY, 0.85)


def fibroblasts() -> Iterator[str]:
    """Draw the spindle cells that lay down new collagen."""
    bodies = nuclei = ""
    half = [-10 + 0.8j, -3.4 - 1.3j, 3 - 1.7j, 10 - 0.8j]
    for at, slope in FIBROBLASTS:
        axis = complex(1, slope) / abs(complex(1, slope))
        bodies += spline(at + axis * p for p in half)
        bodies += spline((at - axis * p for p in half), "L") + "z"
        nuclei += f"M{join(at - axis)}L{join(at + axis)}"
    yield solid(bodies, TINT, DETAIL)
    yield stroke(nuclei)


def pen() -> Iterator[str]:
    """Draw the pen's head, its foot just above the skin, its needles in it."""
    x, foot = PEN_X, PEN_FOOT
    base = number(foot)
    points = (
        f"M{number(at - 0.9)} {base}L{join(complex(at, NEEDLE_TIP))}L{number(at + 0.9)} {base}z"
        for at in NEEDLES
    )
    yield fill("".join(points), PRIMARY)
    tip = f"M{x - 28} 38l2.2 {foot - 44}h51.6l2.2-{foot - 44}z"
    yield solid(tip, TINT)
    yield stroke("".join(f"M{number(at)} 48V{foot - 7}" for at in NEEDLES), PRIMARY, DETAIL)
    rim = {"x": x - 30, "y": foot - 7, "width": 60, "height": 7, "rx": 2.5}
    yield tag("rect", **rim, fill=PAPER, stroke=PRIMARY, stroke_width=LINE)
    taper = "c0 10 3 18 6 26c1 3.2 3.2 4.5 6 4.5h52c2.8 0 5-1.3 6-4.5c3-8 6-16 6-26"
    yield solid(f"M{x - 38} {TOP - OVER}V8{taper}V{TOP - OVER}z", PAPER)
    yield stroke(f"M{x - 35.8} 23h71.6", PRIMARY, DETAIL)


def markers() -> Iterator[str]:
    """Number the moments; each marker stands at its panel's text margin."""
    for digit, margin in enumerate(TEXT_MARGINS, start=1):
        center = complex(margin + MARKER_RADIUS, MARKER_Y)
        yield tag("circle", cx=center.real, cy=center.imag, r=MARKER_RADIUS, fill=PRIMARY)
        yield fill(numeral(digit, center), SURFACE)


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    shade = fade("depth", 95, BOTTOM, (0.42, 0.2))
    skin = [shade, *dermis(), *collagen(rng), *epidermis(), *epidermis_cells()]
    moments = [*open_channels(), *repair(rng), *fibroblasts(), *pen(), *markers()]
    box = (LEFT, TOP, WIDTH, HEIGHT)
    TARGET.write_text(document(box, [*skin, *moments]), encoding="utf-8")


if __name__ == "__main__":
    main()
