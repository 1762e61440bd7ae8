"""Read SVG path data (SVG 2, chapter 9) into absolute lines and cubic Béziers."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from brochure.images.svg.values import MAX_NUMBER, NUMBER, LimitError, SvgError

if TYPE_CHECKING:
    from brochure.shape import Segment

MAX_SEGMENTS = 500_000
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBERS = NUMBER.findall
_N = NUMBER.pattern
_ARC = re.compile(
    rf"[\s,]*+({_N})[\s,]*+({_N})[\s,]*+({_N})[\s,]*+([01])[\s,]*+([01])[\s,]*+({_N})[\s,]*+({_N})"
)
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def _arcs(text: str) -> list[str]:
    """Return the numbers of arcs, whose flags may touch; up to the first that is none."""
    found: list[str] = []
    at = 0
    while arc := _ARC.match(text, at):
        found += arc.groups()
        at = arc.end()
    return found


def parse_path(data: str) -> list[Segment]:
    """Return the segments of the path `data`; a path always starts with a move.

    Raises:
        SvgError: if the data is not a path, a number is beyond a million, or the path too long.

    """
    return _Pen().draw(data)


class _Pen:
    """Where the path has come to, and what it has drawn."""

    def __init__(self) -> None:
        self.drawn: list[Segment] = []
        self.x = self.y = 0.0
        self.start_x = self.start_y = 0.0
        self.control: tuple[str, float, float] = ("", 0.0, 0.0)  # of the last curve, and its kind
        self.closed = False

    def draw(self, data: str) -> list[Segment]:
        texts: list[str] = []
        for command, text in _COMMAND.findall(data):
            if not self.drawn and command not in "Mm":
                raise SvgError("a path that does not start with a move")
            kind = command.upper()
            found = _NUMBERS(text) if kind != "A" else _arcs(text)
            texts.append(command)
            texts += found
            numbers = list(map(float, found))
            takes = _TAKES[kind]
            if (len(found) % takes or not found) if takes else found:
                raise SvgError(f"a path whose {command!r} has {len(found)} numbers")
            if found and (max(numbers) > MAX_NUMBER or min(numbers) < -MAX_NUMBER):
                raise LimitError("numbers beyond a million")
            self._run(command, kind, numbers)
            if len(self.drawn) > MAX_SEGMENTS:
                raise LimitError(f"a path of more than {MAX_SEGMENTS:,} segments")
        if "".join(texts) != "".join(data.replace(",", " ").split()):  # all was understood
            raise SvgError("a path with something that is neither command nor number")
        return self.drawn

    def _run(self, command: str, kind: str, numbers: list[float]) -> None:
        relative = command != kind
        if kind == "Z":
            self.drawn.append(("Z",))
            self.x, self.y = self.start_x, self.start_y
            self.control = ("", 0.0, 0.0)
            self.closed = True
            return
        if self.closed and kind != "M":  # drawing on after a close starts where the close ended
            self.drawn.append(("M", self.x, self.y))
        self.closed = False
        if kind == "C":
            self._cubics(numbers, relative=relative)
            return
        takes = _TAKES[kind]
        for i in range(0, len(numbers), takes):
            given = numbers[i : i + takes]
            self._step(kind, given, relative=relative)
            kind = "L" if kind == "M" else kind  # further pairs after a move are lines

    def _cubics(self, numbers: list[float], *, relative: bool) -> None:
        """Draw "C" and "c" runs, the bulk of real drawings, without a call for each."""
        x, y = self.x, self.y
        x2 = y2 = 0.0
        values = iter(numbers)
        add = self.drawn.append
        for x1, y1, x2, y2, end_x, end_y in zip(*[values] * 6, strict=True):
            if relative:
                x2, y2 = x2 + x, y2 + y  # noqa: PLW2901 - hot loop: 4 ms of 20 on the skin diagram
                add(("C", x1 + x, y1 + y, x2, y2, end_x + x, end_y + y))
                x, y = end_x + x, end_y + y
            else:
                add(("C", x1, y1, x2, y2, end_x, end_y))
                x, y = end_x, end_y
        self.x, self.y, self.control = x, y, ("C", x2, y2)

    def _step(self, kind: str, n: list[float], *, relative: bool) -> None:
        ox, oy = (self.x, self.y) if relative else (0.0, 0.0)
        match kind:
            case "M":
                self.x, self.y = self.start_x, self.start_y = n[0] + ox, n[1] + oy
                self.drawn.append(("M", self.x, self.y))
                self.control = ("", 0.0, 0.0)
            case "L":
                self._line(n[0] + ox, n[1] + oy)
            case "H":
                self._line(n[0] + ox, self.y)
            case "V":
                self._line(self.x, n[0] + oy)
            case "S":
                x1, y1 = self._reflected("C")
                self._cubic(x1, y1, n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy)
            case "Q":
                self._quadratic(n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy)
            case "T":
                x1, y1 = self._reflected("Q")
                self._quadratic(x1, y1, n[0] + ox, n[1] + oy)
            case _:
                self._arc(n, n[5] + ox, n[6] + oy)

    def _reflected(self, kind: str) -> tuple[float, float]:
        """Return the last curve's control mirrored in the current point, if it was of `kind`."""
        was, x, y = self.control
        return (2 * self.x - x, 2 * self.y - y) if was == kind else (self.x, self.y)

    def _line(self, x: float, y: float) -> None:
        self.drawn.append(("L", x, y))
        self.x, self.y, self.control = x, y, ("", 0.0, 0.0)

    def _cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:  # noqa: PLR0913, PLR0917 - a Bézier has three points
        self.drawn.append(("C", x1, y1, x2, y2, x, y))
        self.x, self.y, self.control = x, y, ("C", x2, y2)

    def _quadratic(self, qx: float, qy: float, x: float, y: float) -> None:
        self._cubic(
            self.x + (qx - self.x) * 2 / 3,
            self.y + (qy - self.y) * 2 / 3,
            x + (qx - x) * 2 / 3,
            y + (qy - y) * 2 / 3,
            x,
            y,
        )
        self.control = ("Q", qx, qy)

    def _arc(self, given: list[float], x: float, y: float) -> None:
        for curve in arc_curves((self.x, self.y), given, (x, y)):
            self.drawn.append(curve)
        self.x, self.y, self.control = x, y, ("", 0.0, 0.0)


def arc_curves(
    start: tuple[float, float], given: list[float], end: tuple[float, float]
) -> list[Segment]:
    """Return cubics along an arc; `given` starts with rx, ry, rotation, large and sweep flag.

    Center and angles as in SVG 2, appendix B.2.4; each cubic spans at most a quarter turn, which
    strays from the ellipse by at most 0.03 % of its radius.
    """
    rx, ry = abs(given[0]), abs(given[1])
    if start == end:
        return []
    if not rx or not ry:
        return [("L", *end)]
    phi = math.radians(given[2] % 360)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = (cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry  # in radii
    far = x1 * x1 + y1 * y1
    if far == 0 or not math.isfinite(far):
        return [("L", *end)]
    if far > 1:  # too small to reach: radii grow until they do
        rx, ry = rx * math.sqrt(far), ry * math.sqrt(far)
        x1, y1 = x1 / math.sqrt(far), y1 / math.sqrt(far)
        far = 1.0
    root = math.sqrt(max(0.0, 1 / far - 1)) * (-1 if given[3] == given[4] else 1)
    cx, cy = root * y1, -root * x1
    first = math.atan2(y1 - cy, x1 - cx)
    turn = math.atan2(-y1 - cy, -x1 - cx) - first
    if given[4] and turn < 0:
        turn += math.tau
    elif not given[4] and turn > 0:
        turn -= math.tau
    mid_x, mid_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def place(px: float, py: float) -> tuple[float, float]:
        px, py = (px + cx) * rx, (py + cy) * ry
        return cos * px - sin * py + mid_x, sin * px + cos * py + mid_y

    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    k = 4 / 3 * math.tan(step / 4)
    curves: list[Segment] = []
    for i in range(count):
        a, b = first + i * step, first + (i + 1) * step
        p1 = place(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a))
        p2 = place(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b))
        p3 = end if i == count - 1 else place(math.cos(b), math.sin(b))
        curves.append(("C", *p1, *p2, *p3))
    return curves
