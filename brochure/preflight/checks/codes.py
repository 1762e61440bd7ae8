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
from functools import partial
from typing import TYPE_CHECKING

from brochure.geometry import Edges
from brochure.preflight.kept import kept
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

UNREAD = Rule("QR003", Severity.ERROR, "a QR code cannot be scanned, or says something else")
CODES = (UNREAD,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.FILE

DPI = (150, 300)
_AROUND = 18.0  # pt of the page around a code that the reader sees, too


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each code that is not read at each resolution."""
    wanted = list(subject.codes())
    if not wanted:
        return
    said = [kept(subject, "codes", page, partial(_read, subject, page)) for page in _pages(subject)]
    for at, dpi in enumerate(DPI):
        read = Counter(message for page in said for message in page[at])
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


def _pages(subject: Subject) -> list[int]:
    """Return the numbers of the pages that have a code."""
    return [number for number, page in enumerate(subject.pages) if page.codes]


def _read(subject: Subject, page: int) -> list[list[str]]:
    """Return what a reader sees in the places of a page's codes, at each resolution."""
    import zxingcpp  # noqa: PLC0415 - only where there is a code

    boxes = [code.box.inset(Edges.all(-_AROUND)) for code in subject.pages[page].codes]
    found = []
    for dpi in DPI:
        said: list[str] = []
        for box in boxes:
            pixels = subject.read_back.pixels(page, box, dpi, gray=True)
            image = pixels.data.cast("B", (pixels.height, pixels.stride))
            said += (code.text for code in zxingcpp.read_barcodes(image))
        found.append(said)
    return found


def _short(message: str) -> str:
    return message if len(message) <= 40 else f"{message[:39]}…"  # noqa: PLR2004 - one line
