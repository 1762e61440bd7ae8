"""How large a picture may be: hostile and mistaken files are refused before they cost memory."""

from __future__ import annotations

from brochure.images.refused import Code, RefusedError

MAX_BYTES = 50 * 2**20
# Measured as the most memory that a check of one picture takes: at 100 million pixels it was 2.5 GB
# (WebP with transparency); 1 GB is what a desk's computer can spare.
MAX_PIXELS = 40_000_000  # 11 x 17 in at 460 ppi
MAX_JPEG_PIXELS = 80_000_000  # decoded smaller than they are stored; 11 x 17 in at 650 ppi


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
