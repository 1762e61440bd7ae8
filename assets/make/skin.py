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

# 1, 2 and 3 of Source Sans 3 Bold (SIL Open Font License), 1000 units an em, centered on 0, 0.
DIGITS = (
    "M-194 330L-194 211L-56 211L-56-156L-175-156L-175-247Q-123-257-86-271Q-50-285-17-305"
    "L91-305L91 211L210 211L210 330z",
    "M-227 330L-227 239Q-147 168-84 106Q-22 44 14-9Q49-62 49-106Q49-153 25-178Q1-202-41-202"
    "Q-75-202-102-182Q-130-163-154-137L-231-213Q-185-265-136-291Q-88-317-21-317Q41-317 88-292"
    "Q136-267 162-222Q189-177 189-116Q189-59 158-4Q128 50 78 104Q28 158-28 214Q-4 211 26 208"
    "Q56 206 78 206L220 206L220 330z",
    "M-21 342Q-72 342-114 330Q-155 319-187 299Q-219 279-242 252L-174 159Q-145 187-110 205"
    "Q-75 223-35 223Q11 223 40 204Q68 184 68 148Q68 120 54 100Q40 79 4 68Q-33 57-103 57L-103-47"
    "Q-46-47-13-58Q20-69 34-88Q47-107 47-132Q47-166 26-184Q6-202-31-202Q-65-202-92-188"
    "Q-120-173-150-146L-224-236Q-180-274-131-296Q-82-317-24-317Q41-317 90-296Q140-276 168-238"
    "Q195-199 195-143Q195-94 168-59Q140-24 89-2L89 2Q125 13 154 34Q183 54 199 85Q215 116 215 157"
    "Q215 216 182 258Q150 299 96 320Q43 342-21 342z",
)


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


# --- treatment ---------------------------------------------------------------------

def channel(x: float, depth: float, half: float) -> str:
    """Write a channel from the surface down: widest at its mouth, pointed at its end."""
    top = surface(x) - 0.4
    return (
        f"M{number(x - half)} {number(top)}L{number(x)} {number(top + depth)}"
        f"L{number(x + half)} {number(top)}z"
    )


def channels(rng: random.Random) -> Iterator[str]:
    """Draw channels just made, and those that close while cells gather round their ends."""
    for x in OPEN_CHANNELS:
        d = channel(x, 52, 2.1)
        yield path(d, fill=SURFACE, stroke=PRIMARY, stroke_width=DETAIL, stroke_opacity=0.7)
    for i, x in enumerate(HEALING_CHANNELS):
        healed = i / len(HEALING_CHANNELS)
        depth, half = mix(50, 26, healed), mix(2.0, 0.5, healed)
        d = channel(x, depth, half)
        yield path(d, fill=SURFACE, stroke=PRIMARY, stroke_width=DETAIL, stroke_opacity=0.7)
        yield group(cells(rng, x, surface(x) + depth), fill=PRIMARY)


def cells(rng: random.Random, x: float, y: float) -> Iterator[str]:
    """Scatter repair cells round the end of a channel, more of them closer to it."""
    for _ in range(11):
        away, turn = rng.uniform(3.5, 15), rng.uniform(0, 2 * math.pi)
        at = complex(x, y) + cmath.rect(away, turn) * complex(0.72, 0)
        if at.imag > junction(at.real) + 3:
            size = rng.uniform(0.9, 1.6)
            yield tag(
                "circle",
                cx=number(at.real),
                cy=number(at.imag),
                r=f"{size:.1f}",
                fill_opacity=f"{mix(0.85, 0.45, away / 15):.2f}",
            )


def pen() -> Iterator[str]:
    """Draw the pen's tip, hanging into the picture, its needles in the skin."""
    x, foot = PEN_X, PEN_FOOT
    needles = "".join(
        f"M{number(at - 0.9)} {number(foot)}L{number(at)} {number(surface(at) + 46)}"
        f"L{number(at + 0.9)} {number(foot)}z"
        for at in (x + NEEDLE_PITCH * (i - (NEEDLES - 1) / 2) for i in range(NEEDLES))
    )
    yield path(needles, fill=PRIMARY)
    body = (
        f"M{x - 46} {TOP - 4}V16q0 6 4 8l3 12q1 6 7 6h64q6 0 7-6l3-12q4-2 4-8V{TOP - 4}z"
    )
    yield path(body, fill=PAPER, stroke=PRIMARY, stroke_width=LINE)
    yield stroke(f"M{x - 42} 24h84", PRIMARY, DETAIL)
    yield stroke(f"M{x - 30} {TOP}v21", PRIMARY, DETAIL, 0.5)
    tip = f"M{x - 36} 42l3 {foot - 42}h66l3-{foot - 42}z"
    yield path(tip, fill=TINT, stroke=PRIMARY, stroke_width=LINE)
    yield stroke(f"M{x - 35} 49h70", PRIMARY, DETAIL, 0.6)


def markers() -> Iterator[str]:
    """Number the three moments, in clear air above the skin."""
    for digit, margin in zip(DIGITS, TEXT_MARGINS, strict=True):
        x = margin + MARKER_RADIUS
        yield tag("circle", cx=number(x), cy=MARKER_Y, r=MARKER_RADIUS, fill=PRIMARY)
        place = f"translate({number(x)} {MARKER_Y}) scale(.0115)"
        yield path(digit, fill=SURFACE, transform=place)


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    stops = "".join(tag("stop", offset=o, stop_color=ACCENT, stop_opacity=a) for o, a in ((0, 0.24), (1, 0.06)))
    gradient = '<defs><linearGradient id="depth" gradientUnits="userSpaceOnUse" x1="0" y1="95" x2="0" y2="205">' + stops + "</linearGradient></defs>"
    parts = [gradient, *layers(), *epidermis_cells(), *collagen(rng), stroke(spline(profile(surface)))]
    parts += [*channels(rng), *pen(), *markers()]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{LEFT} {TOP} {WIDTH} {HEIGHT}" stroke-linecap="round" stroke-linejoin="round">'
    TARGET.write_text("\n".join([head, *parts, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
