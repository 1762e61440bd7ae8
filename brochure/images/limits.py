"""How large a picture may be: hostile and mistaken files are refused before they cost memory."""

from __future__ import annotations

from brochure.images.refused import Code, RefusedError

MAX_BYTES = 50 * 2**20
MAX_PIXELS = 100_000_000  # 400 MB decoded: 11 x 17 in at 730 ppi


def check_pixels(width: int, height: int) -> None:
    """Refuse a picture whose header claims more than `MAX_PIXELS`.

    Raises:
        RefusedError: if it does.

    """
    if width * height > MAX_PIXELS:
        raise too_many(f"{width} x {height} pixels")


def too_many(count: str) -> RefusedError:
    """Return the refusal of a picture that has `count`, such as "far too many pixels"."""
    return RefusedError(
        Code.TOO_MANY_PIXELS,
        f"has {count}, more than {MAX_PIXELS // 1_000_000} million",
        "export it smaller: a letter page at 300 ppi has 8 million",
    )
