"""Read the values of SVG attributes: numbers, lengths, transforms, colors."""

from __future__ import annotations

import math
import re
from typing import TypeAlias

from msgspec.structs import astuple

from brochure.geometry import Matrix
from brochure.images.svg.color_names import NAMES

MAX_NUMBER = 1e6  # larger than any page; sums and products stay far from overflow
NUMBER = re.compile(r"[-+]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][-+]?\d++)?+")
_LENGTH = re.compile(rf"\s*+({NUMBER.pattern})\s*+(%|[a-zA-Z]*+)\s*+\Z")
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
    "rem": 16.0,
}
_TRANSFORM = re.compile(r"[\s,]*+(\w++)\s*+\(([^()]*+)\)")
_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,(.*))?\)\Z", re.DOTALL)
_URL = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
_FUNCTION = re.compile(r"rgba?\(([^()]*)\)\Z", re.IGNORECASE)

Ink: TypeAlias = tuple[str, tuple[float, float, float] | None, float]
"""A color still to look up: its palette name or "", its sRGB parts (None: the current color), its
opacity. Plain tuples, because `marshal` keeps them."""

CURRENT: Ink = ("", None, 1.0)


class SvgError(ValueError):
    """Something in a drawing that cannot be read: its text says what ("a path that …")."""


class LimitError(SvgError):
    """Something that can be read but is beyond all that a drawing needs."""


class ColorError(SvgError):
    """A color in a notation that is not read here; an exact renderer may know it."""


def number(text: str, default: float = 0.0) -> float:
    """Return a number or a percentage, as opacities and offsets are written."""
    if not (text := text.strip()):
        return default
    percent = text.endswith("%")
    return length(text.removesuffix("%"), default) / (100 if percent else 1)


def length(text: str, default: float = 0.0, whole: float = 0.0) -> float:
    """Return a length in user units; percentages are of `whole`.

    Raises:
        SvgError: if it is none, or beyond a million.

    """
    if not text:
        return default
    found = _LENGTH.match(text)
    if not found or (found[2] not in _UNITS and found[2] != "%"):
        raise SvgError(f"{text[:30]!r} where a length belongs")
    value = float(found[1]) * (whole / 100 if found[2] == "%" else _UNITS[found[2]])
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        raise LimitError("numbers beyond a million")
    return value


def numbers(text: str) -> list[float]:
    """Return the numbers of a list such as `points` or `viewBox`."""
    found = NUMBER.findall(text)
    if "".join(found) != "".join(text.replace(",", " ").split()):
        raise SvgError(f"{text[:30]!r} where numbers belong")
    values = list(map(float, found))
    if any(abs(value) > MAX_NUMBER for value in values):
        raise LimitError("numbers beyond a million")
    return values


def transform(text: str) -> Matrix:
    """Return the one matrix that a list of transforms amounts to."""
    matrix = Matrix()
    at = 0
    if text.strip() in {"", "none"}:
        return matrix
    while found := _TRANSFORM.match(text, at):
        at = found.end()
        given = numbers(re.sub(r"(?<=[\d.])(px|deg)\b", "", found[2]))
        matrix = _single(found[1], given).then(matrix)
    if text[at:].strip(" ,\t\r\n"):
        raise SvgError(f"{text[:30]!r} where a transform belongs")
    if any(abs(part) > MAX_NUMBER for part in astuple(matrix)):
        raise LimitError("numbers beyond a million")
    return matrix


def _single(name: str, given: list[float]) -> Matrix:  # noqa: PLR0911 - one return a notation
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:  # noqa: PLR2004 - y may be left out
            return Matrix.shift(x, rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) < 2:  # noqa: PLR2004 - y may be left out
            return Matrix.scale(x, rest[0] if rest else x)
        case "rotate", [angle]:
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            return Matrix(cos, sin, -sin, cos)
        case "rotate", [angle, x, y]:
            return Matrix.shift(-x, -y).then(_single("rotate", [angle])).then(Matrix.shift(x, y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
        case _:
            raise SvgError(f"the transform {name[:20]}(…) with {len(given)} numbers")


def color(text: str, current: Ink = CURRENT) -> Ink | None:
    """Return the color, None for `none` and `transparent`; `current` is what `currentColor` means.

    Raises:
        ColorError: if it is none of the notations read here.

    """
    text = text.strip()
    lowered = text.lower()
    if lowered in {"none", "transparent", "currentcolor"}:
        return current if lowered == "currentcolor" else None
    if found := _VARIABLE.match(text):
        name, fallback = found.groups()
        other = color(fallback, current) if fallback and not fallback.isspace() else CURRENT
        _, parts, alpha = other or ("", (0.0, 0.0, 0.0), 0.0)
        return (name, parts, alpha)
    if text.startswith("#"):
        return _hex(text)
    if found := _FUNCTION.match(text):
        return _rgb(found[1])
    if lowered in NAMES:
        return _hex(NAMES[lowered])
    raise ColorError(f"the color {text[:30]!r}")


def _hex(text: str) -> Ink:
    digits = text[1:]
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in {6, 8} or not re.fullmatch("[0-9a-fA-F]+", digits):
        raise ColorError(f"the color {text[:30]!r}")
    red, green, blue, *alpha = (int(digits[i : i + 2], 16) / 255 for i in range(0, len(digits), 2))
    return ("", (red, green, blue), alpha[0] if alpha else 1.0)


def _rgb(given: str) -> Ink:
    parts = given.replace(",", " ").replace("/", " ").split()
    if len(parts) not in {3, 4}:
        raise ColorError(f"the color 'rgb({given[:30]})'")
    red, green, blue = (
        min(max(number(part) / (1 if part.endswith("%") else 255), 0.0), 1.0) for part in parts[:3]
    )
    alpha = min(max(number(parts[3]), 0.0), 1.0) if len(parts) > 3 else 1.0  # noqa: PLR2004
    return ("", (red, green, blue), alpha)


def split_list(text: str) -> list[str]:
    """Return the parts of a list whose parts may have units."""
    return text.replace(",", " ").split()


def reference(value: str) -> str:
    """Return `#id` out of `url(#id)`, empty if there is none."""
    found = _URL.match(value.strip())
    return found[1] if found else ""


def references(value: str) -> list[str]:
    """Return every `#id` that a value refers to by `url(#id)`."""
    return _URL.findall(value) if "(" in value else []
