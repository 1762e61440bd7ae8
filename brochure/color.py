"""Colors: sRGB for screens and office printers, with ink values chosen for the press."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace


class Color(msgspec.Struct, frozen=True, gc=False):
    """One color: sRGB parts, opacity, and optionally its own CMYK inks; every value from 0 to 1.

    `registration` is the color of printer's marks: solid on every plate, whichever there are.
    """

    red: float
    green: float
    blue: float
    alpha: float = 1.0
    cmyk: tuple[float, float, float, float] | None = None
    registration: bool = False

    @classmethod
    def from_hex(cls, text: str) -> Color:
        """Return the opaque color written as `#rgb` or `#rrggbb`.

        Raises:
            ValueError: if `text` has another form.

        """
        digits = text.removeprefix("#")
        if len(digits) == 3:  # noqa: PLR2004 - the short form has one digit a part
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) != 6 or not text.startswith("#"):  # noqa: PLR2004
            message = f"{text!r} is not a color such as #1F4A47"
            raise ValueError(message)
        red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
        return cls(red, green, blue)

    @property
    def hex(self) -> str:
        """The color as `#rrggbb`, its opacity left out."""
        parts = (self.red, self.green, self.blue)
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    def with_alpha(self, alpha: float) -> Color:
        """Return the color with its opacity multiplied by `alpha`."""
        return self if alpha == 1 else replace(self, alpha=self.alpha * alpha)

    def over(self, ground: Color) -> Color:
        """Return the opaque color that is seen where this one lies over an opaque `ground`."""
        if self.alpha == 1:
            return self
        red, green, blue = (
            self.alpha * mine + (1 - self.alpha) * below
            for mine, below in (
                (self.red, ground.red),
                (self.green, ground.green),
                (self.blue, ground.blue),
            )
        )
        return Color(red, green, blue)


BLACK = Color(0, 0, 0, cmyk=(0, 0, 0, 1))
WHITE = Color(1, 1, 1, cmyk=(0, 0, 0, 0))
REGISTRATION = Color(0, 0, 0, cmyk=(1, 1, 1, 1), registration=True)


def luminance(color: Color) -> float:
    """Return the relative luminance of an opaque color, 0 to 1 (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004

    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)


def contrast(first: Color, second: Color) -> float:
    """Return the contrast ratio of two opaque colors, 1 to 21 (WCAG 2.2)."""
    brighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
