"""Write SVG: the colors, the two stroke weights and the shapes of the drawing scripts.

Colors are theme variables with a fallback, so that a theme can recolor a picture. Points
are complex numbers (x + yj), which keeps offsets short; one unit is one point.
"""

import cmath
import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

Height = Callable[[float], float]  # of a profile, y at x

PRIMARY = "var(--primary, #1F4A47)"  # what acts: pen, channels, cells, vessels
ACCENT = "var(--accent, #B5674A)"  # what skin is made of
SURFACE = "var(--surface, #F6F0E7)"
TINT = "var(--tint, #DDE8E4)"
PAPER = "var(--paper, #FFFFFF)"
LINE, DETAIL = 1.25, 0.75  # the two stroke weights of every picture in the brochure

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
DIGIT_CENTER = complex(252, 316)
DIGIT_SCALE = 0.0138  # makes numerals 9 pt high


def smooth(t: float) -> float:
    """Ease from 0 to 1 while t goes from 0 to 1; flat outside."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def mix(a: float, b: float, t: float) -> float:
    """Blend from a (t = 0) to b (t = 1)."""
    return a + (b - a) * t


def walk(height: Height, left: float, right: float, step: float) -> Iterator[complex]:
    """Walk along a profile in equal steps of arc length."""
    x, walked, pace = left, 0.0, 0.25
    while x < right:
        walked += math.hypot(pace, height(x + pace) - height(x))
        x += pace
        if walked >= step:
            walked = 0.0
            yield complex(x, height(x))


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


def group(parts: Iterable[str], name: str = "g", **attributes: object) -> str:
    """Wrap parts in an element, by default a group that carries the attributes they share."""
    return tag(name, **attributes).removesuffix("/>") + ">" + "".join(parts) + f"</{name}>"


def stroke(d: str, color: str = PRIMARY, width: float = LINE, **more: object) -> str:
    """Write an open line."""
    return tag("path", d=d, fill="none", stroke=color, stroke_width=width, **more)


def document(view_box: tuple[int, int, int, int], parts: Iterable[str]) -> str:
    """Write the whole file; all strokes have round caps and joins."""
    box = " ".join(map(str, view_box))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"'
    head += ' stroke-linecap="round" stroke-linejoin="round">'
    return "\n".join([head, *parts, "</svg>"]) + "\n"


def fade(name: str, top: float, bottom: float, opacities: tuple[float, float]) -> str:
    """Define a gradient of the accent that fades downward."""
    ends = {"x1": 0, "y1": top, "x2": 0, "y2": bottom, "gradientUnits": "userSpaceOnUse"}
    stops = (
        tag("stop", offset=i, stop_color=ACCENT, stop_opacity=o) for i, o in enumerate(opacities)
    )
    return "<defs>" + group(stops, "linearGradient", id=name, **ends) + "</defs>"


def fill(d: str, color: str, opacity: float = 1) -> str:
    """Write a flat field."""
    faint = {} if opacity == 1 else {"fill_opacity": opacity}
    return tag("path", d=d, fill=color, **faint)


def solid(d: str, color: str, width: float = LINE) -> str:
    """Write a field with an outline."""
    return tag("path", d=d, fill=color, stroke=PRIMARY, stroke_width=width)


def dots(points: Iterable[complex], radius: float, color: str, opacity: float) -> str:
    """Write equal round dots as one group."""
    circles = (tag("circle", cx=number(p.real), cy=number(p.imag), r=radius) for p in points)
    return group(circles, fill=color, fill_opacity=opacity)


def numeral(digit: int, center: complex) -> str:
    """Write the outline of 1, 2 or 3 around a center, as path data."""

    def place(match: re.Match[str]) -> str:
        p = complex(float(match[1]), float(match[2])) - DIGIT_CENTER
        p = center + p.conjugate() * DIGIT_SCALE
        return f"{round(p.real, 2):g} {round(p.imag, 2):g}"

    return re.sub(r"(-?\d+) (-?\d+)", place, DIGITS[digit - 1])


class Bundle(NamedTuple):
    """A gently bent bundle of fibers that tapers to both ends; half is half its thickness."""

    center: complex
    length: float
    angle: float  # of its axis to the right, in radians, clockwise
    bend: float  # how far it swings to either side of its axis
    half: float

    def at(self, t: float) -> complex:
        """Give the point of the center line at t from 0 to 1."""
        along, across = (t - 0.5) * self.length, self.bend * math.sin(2 * math.pi * t)
        return self.center + complex(along, across) * cmath.rect(1, self.angle)

    def ribbon(self) -> str:
        """Write the bundle's outline."""
        upper, lower = [self.at(0)], [self.at(0)]
        for t in (0.12, 0.35, 0.65, 0.88):
            ahead = self.at(t + 0.01) - self.at(t - 0.01)
            normal = 1j * ahead / abs(ahead) * self.half * math.sin(math.pi * t) ** 0.4
            upper.append(self.at(t) - normal)
            lower.append(self.at(t) + normal)
        end = self.at(1)
        return spline([*upper, end]) + spline([end, *lower[::-1]], "L") + "z"

    def thread(self) -> str:
        """Write the center line alone."""
        return spline(self.at(t) for t in (0, 0.25, 0.5, 0.75, 1))
