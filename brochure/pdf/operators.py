"""Numbers, paths and pens as content operators: short, without exponents, cached.

A thousandth of a point is far below what a printer resolves. Factors of a matrix keep six
decimals, because they multiply coordinates.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brochure.geometry import Matrix
    from brochure.shape import Path, Stroke

_FORMS = {
    "M": "%.3f;%.3f;m\n",
    "L": "%.3f;%.3f;l\n",
    "C": "%.3f;%.3f;%.3f;%.3f;%.3f;%.3f;c\n",
    "Z": "h\n",
}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def number(value: float, decimals: int = 3) -> str:
    """Return `value` as PDF writes a real (ISO 32000-1, 7.3.3: no exponent)."""
    text = f"{value:.{decimals}f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=4096)
def concatenate(matrix: Matrix) -> str:
    """Return the operator that puts `matrix` before the current one (8.4.4)."""
    factors = [number(factor, 6) for factor in (matrix.a, matrix.b, matrix.c, matrix.d)]
    return " ".join((*factors, number(matrix.e), number(matrix.f), "cm"))


@lru_cache(maxsize=2048)
def outline(path: Path) -> str:
    """Return the operators that construct `path` (8.5.2).

    A whole path goes through one format string, and a semicolon after each number shows where
    zeros may go: three times as fast as number by number, which matters for drawings.
    """
    if box := _box(path):
        return " ".join((*map(number, box), "re"))
    form = "".join([_FORMS[segment[0]] for segment in path])
    text = form % tuple([value for segment in path for value in segment[1:]])
    for zeros in (".000;", "00;", "0;", ";"):
        text = text.replace(zeros, " ")
    return text.replace("-0 ", "0 ").rstrip("\n")


def clip(path: Path, star: str = "") -> str:
    """Return the operators that clip to `path` (8.5.4), by the even-odd rule if `star` is one."""
    return f"{outline(path)}\nW{star} n"


def _box(path: Path) -> tuple[float, float, float, float] | None:
    """Return x, y, width and height of a path that `shape.rectangle` made."""
    match path:
        case (
            ("M", x, y),
            ("L", right, y1),
            ("L", right1, bottom),
            ("L", x1, bottom1),
            ("Z",),
        ) if x == x1 and y == y1 and right == right1 and bottom == bottom1:
            return x, y, right - x, bottom - y
        case _:
            return None


@lru_cache(maxsize=256)
def pen(stroke: Stroke) -> tuple[tuple[str, str], ...]:
    """Return what `stroke` sets of the graphics state, as (parameter, operator) (8.4.3)."""
    found = [
        ("width", f"{number(stroke.width)} w"),
        ("cap", f"{_CAPS[stroke.cap]} J"),
        ("join", f"{_JOINS[stroke.join]} j"),
        # A dash without length is an error, not a solid line (8.4.3.6).
        ("dash", f"[{' '.join(map(number, stroke.dash if any(stroke.dash) else ()))}] 0 d"),
    ]
    if stroke.join == "miter":
        found.append(("miter", f"{number(max(stroke.miter_limit, 1))} M"))
    return tuple(found)
