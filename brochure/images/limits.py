"""How large a picture may be: hostile and mistaken files are refused before they cost memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.images.refused import Code, RefusedError

if TYPE_CHECKING:
    from collections.abc import Hashable

MAX_BYTES = 50 * 2**20
MAX_TOGETHER = 200 * 2**20  # of one brochure: they are kept until it is painted
# Measured as the most memory that a check of one picture takes: at 100 million pixels it was 2.5 GB
# (WebP with transparency); 1 GB is what a desk's computer can spare.
MAX_PIXELS = 40_000_000  # 11 x 17 in at 460 ppi
MAX_JPEG_PIXELS = 80_000_000  # decoded smaller than they are stored; 11 x 17 in at 650 ppi
MAX_SVG_TOGETHER = 5 * 2**20  # bytes of all drawings: of the dearest ones, 1.2 MB took 1.7 s
# Of all pictures in one edition, and once more for looking at them. Measured: two editions take
# 30 to 54 ms for each million pixels of a PNG, TIFF or WebP, half as long for a JPEG's.
MAX_PIXELS_TOGETHER = 150_000_000
JPEG_SHARE = 0.5
EFFECTS = 100_000_000  # pixels that take as long as the most effects that one drawing may have


class Budget:
    """How many pixels a brochure's pictures have so far, for each of what is done with them.

    All budgets are equal: they say nothing of the pictures that are counted by them.
    """

    def __init__(self) -> None:
        self._counted: dict[Hashable, dict[Hashable, float]] = {}

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` is a budget."""
        return isinstance(other, Budget)

    def __hash__(self) -> int:
        """Return the one number that all budgets share."""
        return hash(Budget)

    def spend(self, purpose: Hashable, what: Hashable, pixels: float) -> None:
        """Count so many `pixels` for a `purpose`, the same `what` once.

        Raises:
            RefusedError: if all together are too many.

        """
        counted = self._counted.setdefault(purpose, {})
        counted[what] = pixels
        together = sum(counted.values())
        if together > MAX_PIXELS_TOGETHER:
            raise RefusedError(
                Code.TOGETHER,
                f"brings the pictures to {together / 1e6:.0f} million pixels, more than "
                f"{MAX_PIXELS_TOGETHER // 1_000_000} million (those of a JPEG count half, "
                "a drawing's effects up to 100 million)",
                "export them at the size that they will have in print, at 300 ppi, and photographs "
                "as JPEGs",
            )


def check_pixels(width: int, height: int, *, jpeg: bool) -> None:
    """Refuse a picture whose header claims more pixels than one of its kind may have.

    Raises:
        RefusedError: if it does.

    """
    most = MAX_JPEG_PIXELS if jpeg else MAX_PIXELS
    if width * height > most:
        raise too_many(f"{width} x {height} pixels", most)


def too_many(count: str, most: int = MAX_PIXELS) -> RefusedError:
    """Return the refusal of a picture that has `count`, such as "far too many pixels"."""
    return RefusedError(
        Code.TOO_MANY_PIXELS,
        f"has {count}, more than {most // 1_000_000} million",
        "export it smaller: a letter page at 300 ppi has 8 million",
    )
