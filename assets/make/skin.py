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

Height = Callable[[float], float]

TARGET = Path(__file__).parent.parent / "skin.svg"
SEED = 11

# The trimmed sheet is 792 pt wide; the band is 196 pt high; 9 pt of bleed surround it.
LEFT, TOP, WIDTH, HEIGHT = -9, -9, 810, 214
OVER = 4  # profiles run past the edge, so that no outline shows there
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
TEXT_MARGINS = (36.0, 292.5, 558.0)  # where each panel's text column begins

PRIMARY = "var(--primary, #1F4A47)"  # what acts: pen, channels, cells, vessels
ACCENT = "var(--accent, #B5674A)"  # what skin is made of
SURFACE = "var(--surface, #F6F0E7)"
TINT = "var(--tint, #DDE8E4)"
PAPER = "var(--paper, #FFFFFF)"
LINE, DETAIL = 1.25, 0.75  # the two stroke weights of every picture in the brochure

PEN_X, PEN_FOOT = 132.0, 65.0  # the foot hovers, so that the needles can be seen
NEEDLE_PITCH, NEEDLE_TIP = 8.5, 127.0  # the tips reach the upper dermis
OPEN_CHANNELS = (190.0, 203.0, 216.0, 229.0, 242.0)  # the last ends 20 pt before the fold
HEALING_CHANNELS = (302.0, 326.0, 350.0, 374.0, 398.0, 422.0)
CREASES = ((72.0, 10.0), (174.0, 5.0), (258.0, 8.0), (338.0, 7.0), (450.0, 8.0))  # x, depth
PAPILLAE = (450.0, 500.0, 582.0, 640.0, 712.0)  # near these x a capillary loop rises
FIBROBLASTS = (  # x, y, slope: many where repair is under way, a few where it is done
    (60, 140, 0.2), (214, 168, -0.2), (352, 150, 0.3), (384, 128, -0.9), (412, 134, 0.8),
    (434, 120, -0.5), (446, 142, 0.25), (404, 160, -0.2), (470, 128, 0.3), (492, 150, -0.25),
    (606, 138, 0.15), (668, 166, -0.2), (730, 129, 0.2),
)  # fmt: skip
MARKER_RADIUS, MARKER_Y = 9.0, 43.0

# 1, 2 and 3 of EB Garamond (SIL Open Font License): 1000 units an em, y up.
DIGITS = (
    "M107 -3C98 -3 92 4 92 9C92 15 97 19 107 22C158 35 190 44 206 64C213 75 217 90 217 109"
    "L217 491C217 516 199 529 174 534C161 537 148 538 133 539C120 540 107 545 107 556"
    "C107 565 119 573 132 574C192 583 237 591 282 636C283 637 286 637 287 637"
    "C294 637 300 633 299 628C296 608 295 585 295 557L295 97C295 64 306 48 337 38"
    "C352 34 374 28 401 21C409 20 418 15 418 8C418 1 413 -3 404 -3C367 -3 336 0 306 1"
    "C276 2 238 2 206 1C174 0 143 -3 107 -3Z",
    "M419 -3C410 -3 388 -1 363 0C338 1 309 3 284 3C259 3 208 1 156 0C105 0 63 -2 52 -2"
    "C47 -2 32 10 32 15C32 22 35 23 40 28L211 205C278 274 327 364 327 452"
    "C327 523 277 566 220 566C165 566 116 533 88 485C84 477 78 471 71 471"
    "C66 471 56 484 56 501C56 517 76 548 111 577C146 606 195 630 251 630"
    "C318 630 367 600 392 551C405 526 411 498 411 465C411 429 398 386 376 346"
    "C364 326 352 307 338 290C321 269 284 231 244 191C205 151 168 114 145 90"
    "C134 79 128 72 128 71C128 68 133 65 142 64C165 63 193 61 230 61C269 61 308 63 344 64"
    "C383 67 401 69 416 82C423 88 431 98 439 111C444 119 453 134 464 134"
    "C471 134 471 127 471 122C471 115 462 95 453 67C448 53 444 38 441 21C437 0 426 -3 419 -3Z",
    "M161 -38C130 -38 92 -26 68 -13C44 0 47 8 58 23C69 38 85 51 94 51C109 51 120 42 133 31"
    "C150 16 171 0 208 0C257 0 304 27 332 72C361 116 358 173 341 221C324 269 290 304 238 304"
    "C223 304 196 302 173 289C166 285 155 291 156 298C161 315 173 327 186 332"
    "C198 337 228 353 258 376C288 400 312 430 312 466C312 521 273 570 218 570"
    "C166 570 137 549 118 526C99 502 92 481 84 481C79 481 68 491 68 500"
    "C68 517 82 549 114 578C145 607 193 630 261 630C305 630 347 610 372 576"
    "C385 558 391 539 391 516C391 484 379 448 348 414C333 398 312 381 286 366"
    "C282 365 282 360 287 360C344 360 391 329 418 282C432 258 439 232 439 203"
    "C439 128 404 68 351 26C298 -16 229 -38 161 -38Z",
)
ROW_PITCH, LAYERS = 16.0, 4
FRESH = 0.06  # a bundle with less growth is still an old thread
VEIL = 0.2
DIGIT_CENTER = complex(252, 316)
DIGIT_SCALE = 0.0138  # numerals 9 pt high


# --- the landscape -----------------------------------------------------------------


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
    lines = sum(depth * math.exp(-(((x - at) / 6) ** 2)) for at, depth in CREASES)
    return level(x) + (1 - renewal(x)) * (rough + lines)


def junction(x: float) -> float:
    """Height of the border of epidermis and dermis; its ridges deepen with renewal."""
    new = renewal(x)
    ridge = math.sin(x / 4.6 + 1.3 * math.sin(x / 37))
    dent = 0.5 * (surface(x) - level(x))
    return level(x) + dent + mix(21, 26, new) + mix(2.2, 5.6, new) * ridge


# --- writing -----------------------------------------------------------------------


def number(value: float) -> str:
    """Write a coordinate with one decimal at most and no needless zero."""
    text = re.sub(r"^(-?)0\.", r"\1.", f"{value:.1f}".removesuffix(".0"))
    return "0" if text == "-0" else text


def join(*points: complex) -> str:
    """Write points in a row; a minus sign separates as well as a space does."""
    numbers = [number(n) for p in points for n in (p.real, p.imag)]
    return " ".join(numbers).replace(" -", "-")


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


def group(parts: Iterable[str], **attributes: object) -> str:
    """Wrap parts in a group that carries the attributes they share."""
    return tag("g", **attributes).replace("/>", ">") + "".join(parts) + "</g>"


def stroke(d: str, color: str = PRIMARY, width: float = LINE, **more: object) -> str:
    """Write an open line."""
    return tag("path", d=d, fill="none", stroke=color, stroke_width=width, **more)


def fill(d: str, color: str, opacity: float = 1) -> str:
    """Write a flat field."""
    faint = {} if opacity == 1 else {"fill_opacity": round(opacity, 2)}
    return tag("path", d=d, fill=color, **faint)


def solid(d: str, color: str, width: float = LINE) -> str:
    """Write a field with an outline."""
    return tag("path", d=d, fill=color, stroke=PRIMARY, stroke_width=width)


def dots(points: Iterable[complex], radius: float, color: str, opacity: float) -> str:
    """Write equal round dots as one group."""
    circles = (tag("circle", cx=number(p.real), cy=number(p.imag), r=radius) for p in points)
    return group(circles, fill=color, fill_opacity=opacity)


# --- skin --------------------------------------------------------------------------


def profile(height: Height, left_step: float, right_step: float) -> list[complex]:
    """Sample a profile from edge to edge, in steps that change from left to right."""
    xs = [float(LEFT - OVER)]
    while xs[-1] < RIGHT + OVER:
        xs.append(xs[-1] + mix(left_step, right_step, renewal(xs[-1])))
    return [complex(x, height(x)) for x in xs]


SKYLINE = profile(surface, 4.5, 22)
BORDER = profile(junction, 5.2, 4.8)


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


def walk(height: Height, step: float) -> Iterator[complex]:
    """Walk along a profile in equal steps of arc length."""
    x, walked, pace = float(LEFT), 0.0, 0.25
    while x < RIGHT:
        walked += math.hypot(pace, height(x + pace) - height(x))
        x += pace
        if walked >= step:
            walked = 0.0
            yield complex(x, height(x))


def epidermis_cells() -> Iterator[str]:
    """Dot the epidermis: round basal cells, then flatter and fewer toward the surface."""
    yield dots(walk(lambda x: junction(x) - 3.8, 6.8), 1.25, ACCENT, 0.75)
    low, high = 0.42, 0.7
    for share, length, step in ((low, 1.6, 9.0), (high, 3.6, 13.0)):
        row = walk(lambda x, s=share: mix(junction(x) - 2, surface(x) + 3, s), step)  # type: ignore[misc]
        marks = "".join(f"M{join(p)}h{length}" for p in row)
        yield stroke(marks, ACCENT, DETAIL, stroke_opacity=0.6)


def capillaries() -> Iterator[str]:
    """Draw a fine vessel that sends loops up into the papillae of the dermis."""
    knots = [complex(PAPILLAE[0] - 40, BOTTOM), complex(PAPILLAE[0] - 26, 160)]
    for near in PAPILLAE:
        x = min((near + i / 2 for i in range(-20, 21)), key=junction)
        top = junction(x) + 4.5
        half = [complex(9, 27), complex(2.6, 19), complex(2.2, 5), complex(0, 0)]
        knots += [complex(x, top) + sign for sign in (-h.conjugate() for h in half)]
        knots += [complex(x, top) + h for h in half[-2::-1]]
    yield stroke(spline(knots), PRIMARY, DETAIL, stroke_opacity=0.6)


# --- collagen ----------------------------------------------------------------------


class Bundle(NamedTuple):
    """One wavy bundle of collagen; half is half its thickness, new its age (1 fresh)."""

    start: complex
    length: float
    rise: float
    wave: float
    turns: float
    phase: float
    half: float
    new: float

    def at(self, t: float) -> complex:
        """Give the point of the center line at t from 0 to 1."""
        y = self.rise * (t - 0.5) + self.wave * math.sin(self.phase + self.turns * t)
        return self.start + complex(t * self.length, y)

    def ribbon(self) -> str:
        """Write the bundle as a band that tapers to both ends."""
        knots = max(4, round(self.turns * 0.58))
        upper, lower = [self.at(0)], []
        for t in (i / knots for i in range(1, knots)):
            ahead = self.at(t + 0.01) - self.at(t - 0.01)
            normal = 1j * ahead / abs(ahead) * self.half * math.sin(math.pi * t) ** 0.4
            upper.append(self.at(t) - normal)
            lower.append(self.at(t) + normal)
        return (
            spline([*upper, self.at(1)]) + spline([self.at(1), *lower[::-1], self.at(0)], "L") + "z"
        )

    def thread(self, trim: float = 0) -> str:
        """Write the center line alone, shorter at both ends by the share trim."""
        knots = max(3, round(self.turns * 0.58))
        return spline(self.at(mix(trim, 1 - trim, i / knots)) for i in range(knots + 1))


def lay_bundles(layer: int, rng: random.Random) -> Iterator[Bundle]:
    """Lay one layer in rows that lean one way, so that its bundles never touch."""
    for row in range(8):
        y = 109 + ROW_PITCH * (row + (layer * 2 % LAYERS) / LAYERS)
        deep = smooth((y - 104) / 36)
        x = LEFT - rng.uniform(0, 100)
        while x < RIGHT:
            new = growth(x + 25)
            length = mix(rng.uniform(16, 40), rng.uniform(84, 120), new)
            rise = (-1) ** layer * mix(
                rng.uniform(-3, 7), rng.uniform(11, 16) * mix(0.3, 1, deep), new
            )
            wave = mix(rng.uniform(1.0, 2.0), rng.uniform(1.8, 2.8), new)
            turns = 2 * math.pi * length / mix(19, 54, new)
            half = rng.uniform(1.7, 3.1) * mix(0.3, 1, new) * mix(0.55, 1, deep)
            yield Bundle(complex(x, y), length, rise, wave, turns, rng.uniform(0, 6.3), half, new)
            x += length + mix(rng.uniform(60, 150), rng.uniform(3, 10), new)


def collagen(rng: random.Random) -> Iterator[str]:
    """Draw the layers from back to front; a veil after each sets it further back."""
    for layer in range(LAYERS):
        laid = list(lay_bundles(layer, rng))
        old = "".join(b.thread() for b in laid if b.new < FRESH)
        yield stroke(old, ACCENT, (LINE, DETAIL)[layer % 2])
        new = "".join(b.ribbon() for b in laid if b.new >= FRESH)
        yield tag("path", d=new, fill=ACCENT, stroke=SURFACE, stroke_width=LINE)
        yield stroke("".join(b.thread(0.12) for b in laid if b.half > 2.1), SURFACE, DETAIL)
        yield tag(
            "rect", x=LEFT, y=90, width=WIDTH, height=BOTTOM - 90, fill=SURFACE, fill_opacity=VEIL
        )


# --- the moments -------------------------------------------------------------------


def open_channel(x: float, half: float, tip: float) -> Iterator[str]:
    """Draw a channel that opens in the surface: a fine wedge with rounded lips."""
    lips = [complex(x + side, surface(x + side)) for side in (-half - 1, half + 1)]
    walls = [
        f"C{join(complex(x - half, lips[0].imag), complex(x - half, lips[0].imag + 5), complex(x, tip))}",
        f"C{join(complex(x + half, lips[1].imag + 5), complex(x + half, lips[1].imag), lips[1])}",
    ]
    yield fill(
        f"M{join(lips[0])}{walls[0]}{walls[1]}V{number(lips[1].imag - 1.5)}H{number(lips[0].real)}z",
        SURFACE,
    )
    yield stroke(f"M{join(lips[0])}{walls[0]}{walls[1]}", PRIMARY, DETAIL)


def closing_channel(x: float, half: float, top: float, tip: float) -> str:
    """Draw what is left of a channel once skin has closed over it: a slim drop."""
    belly = mix(top, tip, 0.3)
    knots = [complex(x, top), complex(x - half, belly), complex(x, tip)]
    back = [complex(x, tip), complex(x + half, belly), complex(x, top)]
    d = spline(knots) + spline(back, "L") + "z"
    return tag("path", d=d, fill=SURFACE, stroke=PRIMARY, stroke_width=DETAIL)


def repair(rng: random.Random) -> Iterator[str]:
    """Close the channels one after another and set cells to work around them."""
    for i, x in enumerate(HEALING_CHANNELS):
        heal = i / (len(HEALING_CHANNELS) - 1)
        tip = mix(NEEDLE_TIP, 118, heal)
        if i == 0:
            yield from open_channel(x, 1.6, tip)
        else:
            yield closing_channel(
                x, mix(2.2, 1.2, heal), mix(surface(x), junction(x) + 3, heal), tip
            )
        found: list[complex] = []
        for _ in range(300):
            p = complex(x + rng.uniform(-10, 10), rng.uniform(junction(x) + 5, tip + 9))
            apart = all(abs(p - q) > 4.4 for q in found) and p.imag > junction(p.real) + 3
            if abs(p.real - x) > 3.5 and apart and len(found) < 9 - i:
                found.append(p)
        yield dots(found[::2], 1.7, PRIMARY, 0.6)
        yield dots(found[1::2], 1.2, PRIMARY, 0.85)


def fibroblasts() -> Iterator[str]:
    """Draw the spindle cells that lay down new collagen."""
    for x, y, slope in FIBROBLASTS:
        at, axis = complex(x, y), complex(1, slope) / abs(complex(1, slope))
        upper = [at + axis * p for p in (-10 + 0.6j, -4 - 0.9j, -1.8j, 4 - 1.3j, 10 - 0.6j)]
        lower = [at + axis * p for p in (10 - 0.6j, 4 + 0.9j, 1.8j, -4 + 1.3j, -10 + 0.6j)]
        yield tag(
            "path",
            d=spline(upper) + spline(lower, "L") + "z",
            fill=TINT,
            stroke=PRIMARY,
            stroke_width=DETAIL,
        )
        yield stroke(f"M{join(at - axis)}L{join(at + axis)}", PRIMARY, LINE)


def pen() -> Iterator[str]:
    """Draw the pen's head, its foot just above the skin, its needles in it."""
    x, foot = PEN_X, PEN_FOOT
    needles = "".join(
        f"M{number(at - 0.9)} {number(foot)}L{number(at)} {NEEDLE_TIP}L{number(at + 0.9)} {number(foot)}z"
        for at in (x + i * NEEDLE_PITCH for i in range(-3, 4))
    )
    yield fill(needles, PRIMARY)
    body = f"M{x - 46} {TOP - 4}V16q0 6 4 8l3 12q1 6 7 6h64q6 0 7-6l3-12q4-2 4-8V{TOP - 4}z"
    yield tag("path", d=body, fill=PAPER, stroke=PRIMARY, stroke_width=LINE)
    yield stroke(f"M{x - 42} 24h84", PRIMARY, DETAIL)
    tip = f"M{x - 36} 42l3 {foot - 42}h66l3-{foot - 42}z"
    yield tag("path", d=tip, fill=TINT, stroke=PRIMARY, stroke_width=LINE)
    yield stroke(f"M{x - 35} 49h70", PRIMARY, DETAIL)


def markers() -> Iterator[str]:
    """Number the moments; each marker stands at its panel's text margin."""
    for margin, digit in zip(TEXT_MARGINS, DIGITS, strict=True):
        center = complex(margin + MARKER_RADIUS, MARKER_Y)

        def place(match: re.Match[str], center: complex = center) -> str:
            p = complex(float(match[1]), float(match[2])) - DIGIT_CENTER
            p = center + p.conjugate() * DIGIT_SCALE
            return f"{p.real:.2f} {p.imag:.2f}"

        yield tag("circle", cx=center.real, cy=center.imag, r=MARKER_RADIUS, fill=PRIMARY)
        yield fill(re.sub(r"(-?\d+) (-?\d+)", place, digit), SURFACE)


def main() -> None:
    """Write the picture."""
    rng = random.Random(SEED)
    stops = (
        tag("stop", offset=o, stop_color=ACCENT, stop_opacity=a) for o, a in ((0, 0.42), (1, 0.2))
    )
    gradient = group(
        stops, id="depth", gradientUnits="userSpaceOnUse", x1=0, y1=95, x2=0, y2=BOTTOM
    )
    gradient = gradient.replace("<g ", "<linearGradient ").replace("</g>", "</linearGradient>")
    parts = [f"<defs>{gradient}</defs>", *dermis(), *capillaries(), *collagen(rng), *epidermis()]
    parts += epidermis_cells()
    for x in OPEN_CHANNELS:
        parts += open_channel(x, 1.6, NEEDLE_TIP - 1)
    parts += [*repair(rng), *fibroblasts(), *pen(), *markers()]
    head = tag("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"{LEFT} {TOP} {WIDTH} {HEIGHT}")
    head = head.replace("/>", ' stroke-linecap="round" stroke-linejoin="round">')
    TARGET.write_text("\n".join([head, *parts, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
