"""Every QR code can be scanned from the page, and says what it should.

A code that a phone cannot read is worse than none: the reader tries, fails, and leaves. Each is
rendered as a printer and as a screen would show it, at 300 and at 150 dpi, and decoded by a reader
(zxing-cpp) that sees nothing but those pixels; what it reads is compared with what the content
asks for. Something over the code, a color under it, a quiet zone that is not quiet: all are found.

Source: ISO/IEC 18004 for the quiet zone, of four squares; 150 dpi stands for a phone's camera that
is held too far away.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brochure.geometry import Edges
from brochure.preflight.rule import Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.geometry import Rect
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

UNREAD = Rule("QR003", Severity.ERROR, "a QR code cannot be scanned, or says something else")
CODES = (UNREAD,)
SCOPE = Scope.EVERY

DPI = (150, 300)
_AROUND = 18.0  # pt of the page around a code that the reader sees, too


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each code that is not read at each resolution."""
    wanted = list(subject.codes())
    if not wanted:
        return
    places = [
        (number, code.box.inset(Edges.all(-_AROUND)))
        for number, page in enumerate(subject.pages)
        for code in page.codes
    ]
    for dpi in DPI:
        read = Counter(said for page, box in places for said in _read(subject, page, box, dpi))
        for message, where in wanted:
            if read[message]:
                read[message] -= 1
                continue
            other = next((said for said, count in read.items() if count), "")
            reason = f"it says {other!r}" if other else "nothing is read"
            yield UNREAD.broken(
                f"the code does not say {_short(message)!r} at {dpi} dpi: {reason}",
                where,
                "make it larger with `size:`, and keep pictures and other blocks away from it",
            )


def _read(subject: Subject, page: int, box: Rect, dpi: float) -> list[str]:
    import zxingcpp  # noqa: PLC0415 - only where there is a code

    pixels = subject.read_back.pixels(page, box, dpi, gray=True)
    image = pixels.data.cast("B", (pixels.height, pixels.stride))
    return [found.text for found in zxingcpp.read_barcodes(image)]


def _short(message: str) -> str:
    return message if len(message) <= 40 else f"{message[:39]}…"  # noqa: PLR2004 - one line
