"""Draw `skin.svg`, the diagram inside the brochure: skin in section, in three moments.

From left to right the pen's needles make channels, the skin closes and repairs
them, and new collagen fills out the layer until the surface lies smoother. It is
one landscape across three panels; colors are theme variables with a fallback, so a
theme can recolor it. One unit is one point. Points are complex numbers (x + yj),
which keeps offsets and rotations short. Run `python assets/make/skin.py`; the same
seed always gives the same picture.
"""

import cmath
import math
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Curve = Callable[[float], complex]

TARGET = Path(__file__).parent.parent / "skin.svg"
SEED = 11

# The sheet: 792 pt wide, 9 pt of bleed around a band 196 pt high.
LEFT, TOP, WIDTH, HEIGHT = -9, -9, 810, 214
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
TEXT_MARGINS = (36.0, 292.5, 558.0)  # where each panel's text column begins

INK = "var(--ink, #1F2A2E)"
PRIMARY = "var(--primary, #1F4A47)"
ACCENT = "var(--accent, #B5674A)"
SURFACE = "var(--surface, #F6F0E7)"
TINT = "var(--tint, #DDE8E4)"
PAPER = "var(--paper, #FFFFFF)"
LINE, DETAIL = 1.25, 0.75  # the two stroke weights of every picture in the brochure

PEN_X, NEEDLE_PITCH, NEEDLES = 137.0, 10.0, 7
PEN_FOOT = 63.0  # the pen hovers just above the skin, so the needles can be seen
OPEN_CHANNELS = tuple(189.0 + 12 * i for i in range(5))  # end 14 pt before the fold
HEALING_CHANNELS = tuple(304.0 + 24 * i for i in range(7))
CREASES = ((74.0, 10.0), (246.0, 8.0), (340.0, 9.0), (455.0, 9.0))  # x, depth when old
MARKER_RADIUS, MARKER_Y = 9.0, 43.0

# 1, 2 and 3 of EB Garamond (SIL Open Font License), 1000 units an em, y up.
DIGITS = ("", "", "")


def smooth(t: float) -> float:
    """Ease from 0 to 1 while t goes from 0 to 1, flat outside."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def mix(a: float, b: float, t: float) -> float:
    """Blend from a (t = 0) to b (t = 1)."""
    return a + (b - a) * t


def renewal(x: float) -> float:
    """Say how far the surface has recovered at x: 0 before treatment, 1 smooth."""
    return smooth((x - 215) / 340)


def growth(x: float) -> float:
    """Say how much new collagen stands at x; it follows the surface's healing."""
    return smooth((x - 345) / 235)


def surface(x: float) -> float:
    """Height of the skin's surface: lined and dull at left, even and fuller at right."""
    new = renewal(x)
    rough = 1.5 * math.sin(x / 6.1) + 1.3 * math.sin(x / 10.7 + 2) + 1.2 * math.sin(x / 4.3 + 1)
    lines = sum(depth * math.exp(-(((x - at) / 6.5) ** 2)) for at, depth in CREASES)
    swell = 1.2 * math.sin(x / 55 + 0.6)
    return mix(78, 71, new) + swell + (1 - new) * (0.8 * rough + lines)


def junction(x: float) -> float:
    """Height of the border of epidermis and dermis: its ridges deepen with renewal."""
    new = renewal(x)
    ridge = math.sin(x / 4.15 + 1.3 * math.sin(x / 31))
    level = mix(78, 71, new) + 1.2 * math.sin(x / 55 + 0.6)
    dent = 0.55 * (surface(x) - level)
    return level + dent + mix(22, 27, new) + mix(2.2, 6.2, new) * ridge


# --- writing -----------------------------------------------------------------------

def number(value: float) -> str:
    """Write a coordinate with one decimal at most, without a needless zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def pair(point: complex) -> str:
    """Write a point; a minus sign serves as separator."""
    x, y = number(point.real), number(point.imag)
    return x + (y if y.startswith("-") else " " + y)


def join(*points: complex) -> str:
    """Write several points in a row."""
    text = pair(points[0])
    for point in points[1:]:
        more = pair(point)
        text += more if more.startswith("-") else " " + more
    return text


def snap(point: complex) -> complex:
    """Round to the written precision, so that relative steps do not drift."""
    return complex(round(point.real, 1), round(point.imag, 1))


def spline(points: list[complex], start: str = "M") -> str:
    """Write a smooth curve through points as relative cubics; start is M or L."""
    knots = [snap(p) for p in points]
    ends = [knots[0], *knots, knots[-1]]
    slopes = [(ends[i + 2] - ends[i]) / 6 for i in range(len(knots))]
    text = start + pair(knots[0])
    for i in range(1, len(knots)):
        here, there = knots[i - 1], knots[i]
        arrive = there - slopes[i] - here
        text += "c" + join(slopes[0], arrive, there - here) if i == 1 else "s" + join(arrive, there - here)
    return text


def tag(name: str, **attributes: object) -> str:
    """Write one empty element; underscores in names become hyphens."""
    pairs = (f'{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<{name} {' '.join(pairs)}/>"


def path(d: str, **attributes: object) -> str:
    """Write one path."""
    return tag("path", d=d, **attributes)


def group(parts: Iterable[str], **attributes: object) -> str:
    """Wrap parts in a group that carries their shared attributes."""
    return tag("g", **attributes).replace("/>", ">") + "".join(parts) + "</g>"


def stroke(d: str, color: str = PRIMARY, width: float = LINE, opacity: float = 1) -> str:
    """Write an open line."""
    return path(d, fill="none", stroke=color, stroke_width=width, **faint("stroke", opacity))


def faint(kind: str, opacity: float) -> dict[str, object]:
    """Give the opacity attribute for fill or stroke, or none where it is 1."""
    return {} if opacity == 1 else {f"{kind}_opacity": round(opacity, 2)}


# --- skin --------------------------------------------------------------------------

def stations() -> list[float]:
    """List x where the profiles are sampled: densely where the skin is rough."""
    xs = [float(LEFT)]
    while xs[-1] < RIGHT:
        xs.append(xs[-1] + mix(4.2, 6.4, renewal(xs[-1])))
    return [*xs[:-1], float(RIGHT)]


def profile(height: Callable[[float], float]) -> list[complex]:
    """Sample a profile from left to right."""
    return [complex(x, height(x)) for x in stations()]


def layers() -> Iterator[str]:
    """Paint air, dermis and epidermis as flat fields."""
    box = {"x": LEFT, "y": TOP, "width": WIDTH, "height": HEIGHT}
    yield tag("rect", **box, fill=SURFACE)
    lower = spline(profile(junction))
    yield path(lower + f"V{BOTTOM}H{LEFT}z", fill="url(#depth)")
    upper = profile(surface)
    yield path(spline(upper) + spline(profile(junction)[::-1], "L") + "z", fill=ACCENT, fill_opacity=0.34)
    horny = profile(lambda x: surface(x) + 4)
    yield path(spline(upper) + spline(horny[::-1], "L") + "z", fill=ACCENT, fill_opacity=0.3)
    yield stroke(lower, ACCENT, DETAIL)


def along(height: Callable[[float], float], step: float) -> Iterator[complex]:
    """Walk along a profile in equal steps of arc length."""
    x, walked = float(LEFT), 0.0
    while x < RIGHT:
        walked += math.hypot(0.25, height(x + 0.25) - height(x))
        x += 0.25
        if walked >= step:
            walked = 0.0
            yield complex(x, height(x))


def epidermis_cells() -> Iterator[str]:
    """Dot the epidermis: round basal cells below, flatter and fewer toward the surface."""
    basal = (tag("circle", cx=number(p.real), cy=number(p.imag), r=1.3) for p in along(lambda x: junction(x) - 4, 6.6))
    yield group(basal, fill=ACCENT, fill_opacity=0.7)
    for share, length, step in ((0.42, 2.0, 11.0), (0.68, 4.0, 15.0)):
        height = lambda x, s=share: mix(junction(x) - 3, surface(x) + 3, s)
        marks = "".join(f"M{pair(p)}h{number(length)}" for p in along(height, step))
        yield stroke(marks, ACCENT, DETAIL, 0.6)


# --- collagen ----------------------------------------------------------------------

def ribbon(center: Curve, half: float, knots: int) -> str:
    """Write a bundle: a band around a center line that tapers to both ends."""
    sides: tuple[list[complex], list[complex]] = ([], [])
    for i in range(knots + 1):
        t = i / knots
        p = center(t)
        along_it = center(t + 0.01) - center(t - 0.01)
        normal = 1j * along_it / abs(along_it) * half * math.sin(math.pi * mix(0.06, 0.94, t)) ** 0.5
        sides[0].append(p - normal)
        sides[1].append(p + normal)
    return spline(sides[0]) + spline(sides[1][::-1], "L") + "z"


def bundles(rng: random.Random) -> list[tuple[Curve, float, float, float]]:
    """Lay bundles brick-like in rows, so that they weave evenly and never clump."""
    found = []
    for row in range(12):
        y = 112 + 8.2 * row
        x = LEFT - rng.uniform(0, 60)
        while x < RIGHT:
            new = growth(x + 20)
            length = mix(rng.uniform(16, 30), rng.uniform(80, 104), new)
            rise = (1 if len(found) % 2 else -1) * mix(rng.uniform(0, 6), rng.uniform(3, 8), new)
            wave = mix(rng.uniform(1.2, 2.2), rng.uniform(2.4, 3.8), new)
            turns = length / mix(17, 44, new) * 2 * math.pi
            phase = rng.uniform(0, 6.28)
            def center(t: float, x=x, y=y, length=length, rise=rise, wave=wave, turns=turns, phase=phase) -> complex:
                return complex(x + t * length, y + rise * (t - 0.5) + wave * math.sin(phase + turns * t))
            depth = smooth((y - 105) / 40)
            thick = mix(rng.uniform(0.9, 1.4), rng.uniform(2.6, 5.4) * mix(0.6, 1, depth), new)
            found.append((center, thick, turns, new))
            x += length + mix(rng.uniform(14, 40), rng.uniform(-30, -18), new)
    rng.shuffle(found)
    return found


def collagen(rng: random.Random) -> Iterator[str]:
    """Draw the bundles, each over its own knockout so that they pass over and under."""
    for center, thick, turns, new in bundles(rng):
        d = ribbon(center, thick / 2, max(3, round(turns / math.pi * 1.6)))
        if new > 0.1:
            yield path(d, fill=SURFACE, stroke=SURFACE, stroke_width=1.25)
        yield path(d, fill=ACCENT, fill_opacity=round(mix(0.5, rng.choice((0.4, 0.55, 0.7)), new), 2))


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    stops = "".join(tag("stop", offset=o, stop_color=ACCENT, stop_opacity=a) for o, a in ((0, 0.24), (1, 0.06)))
    gradient = '<defs><linearGradient id="depth" gradientUnits="userSpaceOnUse" x1="0" y1="95" x2="0" y2="205">' + stops + "</linearGradient></defs>"
    parts = [gradient, *layers(), *epidermis_cells(), *collagen(rng), stroke(spline(profile(surface)))]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{LEFT} {TOP} {WIDTH} {HEIGHT}" stroke-linecap="round" stroke-linejoin="round">'
    TARGET.write_text("\n".join([head, *parts, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
