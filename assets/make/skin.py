"""Draw `skin.svg`, the diagram inside the brochure: skin in section, in three moments.

From left to right the pen's needles make channels, the skin closes and repairs them,
and new collagen fills out the layer until the surface lies smoother. It is one
landscape across three panels; its colors are theme variables with a fallback, so that
a theme can recolor it. One unit is one point. Points are complex numbers (x + yj),
which keeps offsets short. Run `python assets/make/skin.py`; the seed is fixed, so the
same program always writes the same picture.
"""

import math
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parent.parent / "skin.svg"
SEED = 11

# The trimmed sheet is 792 pt wide; the band is 196 pt high; 9 pt of bleed surround it.
LEFT, TOP, WIDTH, HEIGHT = -9, -9, 810, 214
OVER = 4  # profiles run past the edge, so that no outline shows there
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT

PRIMARY = "var(--primary, #1F4A47)"  # what acts: pen, channels, cells
ACCENT = "var(--accent, #B5674A)"  # what skin is made of
SURFACE = "var(--surface, #F6F0E7)"
TINT = "var(--tint, #DDE8E4)"
PAPER = "var(--paper, #FFFFFF)"
LINE, DETAIL = 1.25, 0.75  # the two stroke weights of every picture in the brochure

PEN_X, PEN_FOOT = 132.0, 64.0  # the foot hovers, so that the needles can be seen
NEEDLE_PITCH, NEEDLE_TIP = 9.0, 127.0  # the tips reach the upper dermis
OPEN_CHANNELS = (191.0, 204.0, 217.0, 230.0, 243.0)  # the last ends 20 pt before the fold
HEALING_CHANNELS = (303.0, 328.0, 353.0, 378.0, 403.0, 428.0)
CREASES = ((72.0, 9.0), (177.0, 4.0), (261.0, 7.0), (341.0, 6.0), (456.0, 7.0))  # x, depth
FIBROBLASTS = (  # x, y, lean in degrees: many where repair is under way, few where it is done
    (60, 141, 10), (222, 170, -10), (340, 152, 14), (366, 166, -8), (388, 143, -30),
    (414, 132, 32), (426, 162, 8), (447, 140, -22), (470, 163, 12), (488, 131, 14),
    (610, 139, 10), (672, 167, -10), (734, 130, 10),
)  # fmt: skip
ROWS, ROW_PITCH, LAYERS = 7, 16.0, 4
YOUNG = 0.35  # a bundle with less growth is still an old, thin thread
VEIL = 0.2

# Markers stand in clear air; 1, 2 and 3 are EB Garamond's (SIL Open Font License), 9 pt high.
MARKERS, MARKER_Y, MARKER_RADIUS = (50, 306, 572), 44, 9.5
DIGITS = (
    "M-2 4.4c-.13 0-.21-.09-.21-.16c0-.09 .07-.14 .21-.18c.7-.18 1.14-.31 1.37-.58c.09-.15 .15-.36 .15-.62l0-5.28c0-.34-.25-.52-.6-.59c-.18-.04-.36-.05-.56-.07c-.18-.01-.36-.08-.36-.23c0-.13 .16-.24 .34-.25c.83-.12 1.45-.23 2.07-.86c.02-.01 .06-.01 .07-.01c.1 0 .18 .06 .17 .12c-.04 .28-.06 .6-.06 .98l0 6.35c0 .46 .16 .68 .58 .82c.21 .05 .51 .13 .89 .23c.11 .01 .23 .08 .23 .18c0 .1-.07 .15-.19 .15c-.51 0-.94-.04-1.35-.05c-.42-.02-.94-.02-1.38 0c-.45 .01-.87 .05-1.37 .05z",
    "M2.3 4.4c-.12 0-.42-.03-.77-.04c-.34-.01-.74-.04-1.09-.04c-.34 0-1.05 .03-1.76 .04c-.71 0-1.29 .03-1.44 .03c-.07 0-.28-.17-.28-.24c0-.09 .05-.11 .11-.18l2.36-2.44c.93-.95 1.6-2.19 1.6-3.41c0-.98-.69-1.57-1.47-1.57c-.76 0-1.44 .46-1.82 1.12c-.06 .11-.14 .19-.24 .19c-.07 0-.2-.18-.2-.41c0-.22 .27-.65 .75-1.05c.49-.4 1.16-.73 1.94-.73c.92 0 1.6 .41 1.94 1.09c.18 .34 .26 .73 .26 1.18c0 .5-.18 1.09-.48 1.65c-.16 .27-.33 .53-.52 .77c-.24 .29-.75 .81-1.3 1.36c-.54 .56-1.05 1.07-1.37 1.4c-.15 .15-.23 .25-.23 .26c0 .04 .07 .08 .19 .1c.32 .01 .71 .04 1.22 .04c.53 0 1.07-.03 1.57-.04c.54-.04 .79-.07 .99-.25c.1-.08 .21-.22 .32-.4c.07-.11 .19-.32 .35-.32c.09 0 .09 .1 .09 .17c0 .09-.12 .37-.25 .76c-.07 .19-.12 .4-.16 .63c-.06 .29-.21 .33-.31 .33z",
    "M-1.26 4.89c-.42 0-.95-.17-1.28-.35c-.33-.18-.29-.29-.14-.5c.15-.2 .38-.38 .5-.38c.21 0 .36 .12 .54 .27c.23 .21 .52 .43 1.03 .43c.68 0 1.33-.37 1.71-.99c.4-.61 .36-1.4 .13-2.06c-.24-.66-.71-1.14-1.42-1.14c-.21 0-.58 .02-.9 .2c-.1 .06-.25-.03-.23-.12c.06-.24 .23-.4 .41-.47c.16-.07 .58-.29 .99-.61c.42-.33 .75-.74 .75-1.24c0-.76-.54-1.44-1.3-1.44c-.72 0-1.12 .29-1.38 .61c-.26 .33-.36 .62-.47 .62c-.07 0-.22-.14-.22-.26c0-.23 .19-.68 .64-1.08c.42-.4 1.09-.71 2.02-.71c.61 0 1.19 .27 1.54 .74c.18 .25 .26 .51 .26 .83c0 .44-.17 .94-.6 1.41c-.2 .22-.49 .45-.85 .66c-.06 .01-.06 .08 .01 .08c.79 0 1.44 .43 1.81 1.08c.19 .33 .29 .69 .29 1.09c0 1.03-.48 1.86-1.21 2.44c-.74 .58-1.69 .89-2.63 .89z",
)


def smooth(t: float) -> float:
    """Ease from 0 to 1 while t goes from 0 to 1; flat outside."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def mix(a: float, b: float, t: float) -> float:
    """Blend from a (t = 0) to b (t = 1)."""
    return a + (b - a) * t


def renewal(x: float) -> float:
    """Say how far the surface has recovered at x: 0 before treatment, 1 smooth."""
    return smooth((x - 215) / 330)


def growth(x: float) -> float:
    """Say how much new collagen stands at x: it begins amid the healing channels."""
    return smooth((x - 340) / 215)


def level(x: float) -> float:
    """Mean height of the skin at x; renewed skin stands a little fuller."""
    return mix(79, 71, renewal(x)) + 1.2 * math.sin(x / 55 + 0.6)


def surface(x: float) -> float:
    """Height of the surface: rough and lined at left, even at right."""
    rough = 1.2 * math.sin(x / 6.1) + math.sin(x / 10.7 + 2) + 0.9 * math.sin(x / 4.6 + 1)
    calm = 0.75 * smooth((x - 180) / 12) * smooth((254 - x) / 12)  # so channels can be told
    lines = sum(depth * math.exp(-(((x - at) / 6) ** 2)) for at, depth in CREASES)
    return level(x) + (1 - renewal(x)) * (rough * (1 - calm) + lines)


def junction(x: float) -> float:
    """Height of the border of epidermis and dermis; its ridges deepen with renewal."""
    new = renewal(x)
    ridge = math.sin(x / 4.6 + 1.3 * math.sin(x / 37))
    dent = 0.5 * (surface(x) - level(x))
    return level(x) + dent + mix(21, 26, new) + mix(2.2, 5.6, new) * ridge


def number(value: float) -> str:
    """Write a coordinate with one decimal at most and no needless zero."""
    return re.sub(r"^(-?)0\.", r"\1.", f"{value:.1f}".removesuffix(".0")).replace("-0", "0")


def join(*points: complex) -> str:
    """Write points in a row; a minus sign separates as well as a space does."""
    return " ".join(number(n) for p in points for n in (p.real, p.imag)).replace(" -", "-")


def spline(points: Iterable[complex], start: str = "M") -> str:
    """Write a smooth curve through points as relative cubics; start is M or L."""
    knots = [complex(round(p.real, 1), round(p.imag, 1)) for p in points]  # no drift
    ends = [knots[0], *knots, knots[-1]]
    slopes = [(after - before) / 6 for before, after in zip(ends, ends[2:], strict=False)]
    text = start + join(knots[0])
    for i in range(1, len(knots)):
        step = knots[i] - knots[i - 1]
        handles = (step - slopes[i], step)
        text += "c" + join(slopes[0], *handles) if i == 1 else "s" + join(*handles)
    return text


def tag(name: str, **attributes: object) -> str:
    """Write one empty element; underscores in names become hyphens."""
    pairs = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<{name}{pairs}/>"


def group(parts: Iterable[str], name: str = "g", **attributes: object) -> str:
    """Wrap parts in an element that carries the attributes they share."""
    return tag(name, **attributes).replace("/>", ">") + "".join(parts) + f"</{name}>"


def path(d: str, fill: str = "none", stroke: str = "none", width: float = LINE) -> str:
    """Write a line, a field, or a field with an outline."""
    line = {} if stroke == "none" else {"stroke": stroke, "stroke_width": width}
    return tag("path", d=d, fill=fill, **line)


def dots(points: Iterable[complex], radius: float, color: str, opacity: float) -> str:
    """Write equal round dots as one group."""
    circles = (tag("circle", cx=number(p.real), cy=number(p.imag), r=radius) for p in points)
    return group(circles, fill=color, fill_opacity=opacity)


def profile(height: Callable[[float], float], left_step: float, right_step: float) -> list[complex]:
    """Sample a profile from edge to edge, in steps that change from left to right."""
    xs = [float(LEFT - OVER)]
    while xs[-1] < RIGHT + OVER:
        xs.append(xs[-1] + mix(left_step, right_step, renewal(xs[-1])))
    return [complex(x, height(x)) for x in xs]


def along(share: float, step: float) -> Iterator[complex]:
    """Walk in equal steps of arc length at a share of the way from junction to surface."""
    last, walked = complex(LEFT, mix(junction(LEFT), surface(LEFT), share)), 0.0
    for x in (LEFT + i / 4 for i in range(4 * WIDTH)):
        here = complex(x, mix(junction(x), surface(x), share))
        last, walked = here, walked + abs(here - last)
        if walked >= step:
            walked = 0.0
            yield here


def epidermis(skyline: list[complex], border: list[complex]) -> Iterator[str]:
    """Paint the epidermis: horny layer, flat cells, round basal cells, then the surface."""
    horny = [p + mix(2.6, 3.8, renewal(p.real)) * 1j for p in skyline]
    fields = (spline(skyline) + spline(back[::-1], "L") + "z" for back in (border, horny))
    yield group((tag("path", d=d) for d in fields), fill=ACCENT, fill_opacity=0.34)
    yield dots(along(0.17, 6.8), 1.25, ACCENT, 0.75)
    rows = ((0.44, 1.6, 9.0), (0.68, 3.6, 13.0))  # fewer and flatter toward the surface
    marks = [f"M{join(p)}h{size}" for share, size, step in rows for p in along(share, step)]
    yield group([path("".join(marks), stroke=ACCENT, width=DETAIL)], stroke_opacity=0.6)
    yield path(spline(skyline), stroke=PRIMARY)


class Bundle(NamedTuple):
    """One wavy bundle of collagen; half is half its thickness, new its age (1 fresh)."""

    start: complex
    reach: complex  # its length, and how far it falls on the way
    wave: float
    turns: float
    phase: float
    half: float
    new: float

    def at(self, t: float) -> complex:
        """Give the point of the center line at t from 0 to 1."""
        swing = self.wave * math.sin(self.phase + self.turns * t)
        return self.start + self.reach * t + complex(0, swing - self.reach.imag / 2)

    def ribbon(self) -> str:
        """Write the bundle as a band that tapers to both ends."""
        knots = max(4, round(self.turns * 0.58))
        upper, lower = [self.at(0)], [self.at(0)]
        for t in (i / knots for i in range(1, knots)):
            ahead = self.at(t + 0.01) - self.at(t - 0.01)
            normal = 1j * ahead / abs(ahead) * self.half * math.sin(math.pi * t) ** 0.4
            upper.append(self.at(t) - normal)
            lower.append(self.at(t) + normal)
        return spline([*upper, self.at(1)]) + spline([self.at(1), *lower[::-1]], "L") + "z"

    def thread(self, trim: float = 0) -> str:
        """Write the center line alone, shorter at both ends by the share trim."""
        knots = max(3, round(self.turns * 0.58))
        return spline(self.at(mix(trim, 1 - trim, i / knots)) for i in range(knots + 1))


def lay_bundles(depth: int, rng: random.Random) -> Iterator[Bundle]:
    """Lay one layer in rows that lean one way, so that its bundles never touch."""
    for y in (109 + ROW_PITCH * (row + (depth * 2 % LAYERS) / LAYERS) for row in range(ROWS)):
        deep = smooth((y - 104) / 36)
        x = LEFT - rng.uniform(0, 100)
        while x < RIGHT:
            new = growth(x + 25)
            length = mix(rng.uniform(16, 40), rng.uniform(84, 120), new)
            slant = rng.uniform(11, 16) * mix(0.3, 1, deep)
            rise = (-1) ** depth * mix(rng.uniform(-3, 7), slant, new)
            wave = mix(rng.uniform(1.0, 2.0), rng.uniform(1.8, 2.8), new)
            turns = 2 * math.pi * length / mix(19, 54, new)
            half = rng.uniform(1.7, 3.1) * mix(0.6, 1, new) * mix(0.65, 1, deep)
            start, reach, phase = complex(x, y), complex(length, rise), rng.uniform(0, 6.3)
            yield Bundle(start, reach, wave, turns, phase, half, new)
            x += length + mix(rng.uniform(60, 150), rng.uniform(3, 10), new)


def collagen(rng: random.Random) -> Iterator[str]:
    """Draw the layers from back to front; a veil after each sets it further back."""
    veil = tag("path", d=f"M{LEFT} 90h{WIDTH}V{BOTTOM}H{LEFT}z", fill=SURFACE, fill_opacity=VEIL)
    for depth in range(LAYERS):
        laid = list(lay_bundles(depth, rng))
        old = "".join(b.thread() for b in laid if b.new < YOUNG)
        yield path(old, stroke=ACCENT, width=(LINE, DETAIL)[depth % 2])
        yield path("".join(b.ribbon() for b in laid if b.new >= YOUNG), ACCENT, SURFACE)
        shine = "".join(b.thread(0.12) for b in laid if b.half > 2.1)
        yield path(shine, stroke=SURFACE, width=DETAIL) + veil


def open_channel(x: float, half: float, tip: float) -> str:
    """Draw a channel that opens in the surface: a fine wedge with rounded lips."""
    end, wide = complex(x, tip), half + 1.6
    left, right = complex(x - wide, surface(x - wide)), complex(x + wide, surface(x + wide))
    down = (left + complex(1.6, 0.2), complex(x - half, left.imag + 8), end)
    back = (complex(x + half, right.imag + 8), right + complex(-1.6, 0.2), right)
    d = f"M{join(left)}C{join(*down)}C{join(*back)}"
    lid = f"L{join(right - 1.2j, left - 1.2j)}z"  # hides the skyline across the mouth
    return path(d + lid, SURFACE) + path(d, stroke=PRIMARY, width=DETAIL)


def closing_channel(x: float, half: float, top: float, tip: float) -> str:
    """Draw what is left of a channel once skin has closed over it: a slim drop."""
    ends, belly = (complex(x, top), complex(x, tip)), mix(top, tip, 0.3)
    sides = [spline([ends[0], complex(x - half, belly), ends[1]])]
    sides.append(spline([ends[1], complex(x + half, belly), ends[0]], "L"))
    return path("".join(sides) + "z", SURFACE, PRIMARY, DETAIL)


def repair(rng: random.Random) -> Iterator[str]:
    """Close the channels one after another and set cells to work around them."""
    for i, x in enumerate(HEALING_CHANNELS):
        heal = i / (len(HEALING_CHANNELS) - 1)
        tip = mix(NEEDLE_TIP, 119, heal)
        top = mix(surface(x) + 3, junction(x) + 3, heal)
        yield closing_channel(x, mix(2.4, 1.4, heal), top, tip) if i else open_channel(x, 1.7, tip)
        found: list[complex] = []
        for _ in range(300):
            p = complex(x + rng.uniform(-11, 11), rng.uniform(104, tip + 9))
            apart = all(abs(p - q) > 5 for q in found) and p.imag > junction(p.real) + 4
            if abs(p.real - x) > 3.8 and apart and len(found) < 8 - i:
                found.append(p)
        yield dots(found[::2], 1.7, PRIMARY, 0.55) + dots(found[1::2], 1.1, PRIMARY, 0.85)


def fibroblasts() -> Iterator[str]:
    """Draw the spindle cells that lay down new collagen, each with its nucleus."""
    back = (-11 + 1.2j, -6 - 0.2j, -4 - 2.2j, 0.5 - 2.2j, 4 - 2.2j, 6 - 0.8j, 11 - 1.6j)
    belly = (6 + 0.6j, 4 + 2.2j, 2.2j, -4 + 2.2j, -6 + 0.8j, -11 + 1.2j)
    for x, y, lean in FIBROBLASTS:
        turn = complex(math.cos(math.radians(lean)), math.sin(math.radians(lean)))
        knots = [complex(x, y) + turn * p for p in back + belly]
        yield path(f"M{join(knots[0])}C{join(*knots[1:])}z", TINT, PRIMARY, DETAIL)
        ends = (complex(x, y) - 2.6 * turn, complex(x, y) + 2.2 * turn)
        yield path(f"M{join(ends[0])}L{join(ends[1])}", stroke=PRIMARY, width=DETAIL)


def pen() -> Iterator[str]:
    """Draw the pen's head, its foot just above the skin, its needles in it."""
    x, foot, top = PEN_X, PEN_FOOT, TOP - OVER
    needle = f"v{NEEDLE_TIP - 9 - foot}l.7 9 .7-9V{foot}z"
    starts = (x - 0.7 + i * NEEDLE_PITCH for i in range(-3, 4))
    yield path("".join(f"M{at:.1f} {foot}{needle}" for at in starts), PRIMARY)
    body = f"V15q0 6 4 8l3 12q1 6 7 6h52q6 0 7-6l3-12q4-2 4-8V{top}z"
    yield path(f"M{x - 40} {top}{body}", PAPER)
    yield path(f"M{x + 22} {top}V18q0 5-3 12t-5 11h12q6 0 7-6l3-12q4-2 4-8V{top}z", TINT)
    yield path(f"M{x - 40} {top}{body}", stroke=PRIMARY)
    yield path(f"M{x - 36} 23h72", stroke=PRIMARY, width=DETAIL)
    yield path(f"M{x - 33} 41l2 {foot - 41}h62l2-{foot - 41}z", TINT, PRIMARY)
    yield path(f"M{x - 32} 47h64", stroke=PRIMARY, width=DETAIL)


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    skyline, border = profile(surface, 4.5, 22), profile(junction, 5.2, 4.8)
    shades = ((0, 0.42), (1, 0.2))
    stops = [tag("stop", offset=o, stop_color=ACCENT, stop_opacity=a) for o, a in shades]
    span = {"id": "depth", "gradientUnits": "userSpaceOnUse", "x1": 0, "x2": 0, "y1": 95}
    parts = [group([group(stops, "linearGradient", **span, y2=BOTTOM)], "defs")]
    parts.append(tag("rect", x=LEFT, y=TOP, width=WIDTH, height=HEIGHT, fill=SURFACE))
    dermis = f"{spline(border)}V{BOTTOM + OVER}H{LEFT - OVER}z"
    parts += [path(dermis, "url(#depth)", ACCENT, DETAIL), *collagen(rng)]
    parts += epidermis(skyline, border)
    parts += (open_channel(x, 1.7, NEEDLE_TIP - 1) for x in OPEN_CHANNELS)
    parts += [*repair(rng), *fibroblasts(), *pen()]
    for x, digit in zip(MARKERS, DIGITS, strict=True):
        disc = tag("circle", r=MARKER_RADIUS, fill=PRIMARY)
        parts.append(group([disc, path(digit, SURFACE)], transform=f"translate({x} {MARKER_Y})"))
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"{LEFT} {TOP} {WIDTH} {HEIGHT}"}
    ends = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    picture = group(["\n", "\n".join(parts), "\n"], "svg", **frame, **ends)
    TARGET.write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
