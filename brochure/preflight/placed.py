"""What stands on a page, item by item in painting order, where it is seen.

Checks ask for places on the page, frames have nested groups with matrices and clips of their own:
here they are worked out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Group, Image, Link, Text
from brochure.geometry import UNMOVED, Point, Rect
from brochure.shape import Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.frame import Element, Frame, Item
    from brochure.geometry import Matrix
    from brochure.shape import Path


_DROP = 0.25  # em below the baseline: descenders are no longer, whatever room a font asks for


class Inked(msgspec.Struct, frozen=True):
    """A text, picture or shape on a page: how it is moved there, and the box that is seen of it.

    `elements` are those around it, outermost first; `order` counts items as they are painted.
    """

    item: Text | Image | Shape
    matrix: Matrix
    box: Rect
    elements: tuple[Element, ...]
    order: int

    @property
    def scale(self) -> float:
        """How many points of the page a unit of the item is."""
        matrix = self.matrix
        return float(abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


class Run(msgspec.Struct, frozen=True):
    """A run of text on a page: from its first ink to its last, from capitals to descenders."""

    text: Text
    box: Rect
    baseline: float
    size: float
    elements: tuple[Element, ...]
    order: int

    @property
    def is_bold(self) -> bool:
        """Whether its face is a bold one."""
        return "Bold" in self.text.run.font.name


class Code(msgspec.Struct, frozen=True):
    """A QR code on a page: its box, its squares within the quiet zone, and what it should say."""

    box: Rect
    squares: Rect
    says: str


def placed(frame: Frame) -> Iterator[Inked]:
    """Yield what of `frame` can be seen, in painting order."""
    whole = Rect(0, 0, *frame.size)
    for order, found in enumerate(_placed(frame.items, UNMOVED, whole, ())):
        item, matrix, box, elements = found
        yield Inked(item, matrix, box, elements, order)


def _placed(
    items: Iterable[Item], matrix: Matrix, seen: Rect, elements: tuple[Element, ...]
) -> Iterator[tuple[Text | Image | Shape, Matrix, Rect, tuple[Element, ...]]]:
    for item in items:
        match item:
            case Group():
                inner = item.matrix.then(matrix) if item.matrix is not UNMOVED else matrix
                window = _common(seen, _bounded(item.clip, inner)) if item.clip else seen
                if window is not None:
                    around = (*elements, item.element) if item.element else elements
                    yield from _placed(item.items, inner, window, around)
            case Text():
                # Text counts wherever it stands: words off the page are told, not forgotten.
                yield item, matrix, _moved(_ink(item), matrix), elements
            case Image(rect=rect):
                if box := _common(seen, _moved(rect, matrix)):
                    yield item, matrix, box, elements
            case Shape(path=path, clip=clip):
                window = _common(seen, _bounded(clip, matrix)) if clip else seen
                if window and (box := _common(window, _bounded(path, matrix))):
                    yield item, matrix, box, elements
            case Link():
                pass  # clicked, never seen


def _ink(text: Text) -> Rect:
    """Return the box of a run's ink: spaces that hang at a line's end have none."""
    run, (x, y) = text.run, text.origin
    left, right = 0.0, run.width
    for said, advance in zip(run.texts, run.advances, strict=True):
        if not said.isspace():
            break
        left += advance
    for said, advance in zip(reversed(run.texts), reversed(run.advances), strict=True):
        if not said.isspace() or right <= left:
            break
        right -= advance
    rise = run.font.cap_height * run.size / 1000
    return Rect(x + left, y - rise, right - left, rise + _DROP * run.size)


def _moved(rect: Rect, matrix: Matrix) -> Rect:
    """Return the box around `rect` as `matrix` moves it."""
    if matrix.b == matrix.c == 0 and matrix.a == matrix.d == 1:  # nearly all items
        return rect.moved(matrix.e, matrix.f)
    corners = [
        matrix.apply(Point(x, y)) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
    ]
    xs, ys = [point.x for point in corners], [point.y for point in corners]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _bounded(path: Path, matrix: Matrix) -> Rect:
    left, top, right, bottom = bounds(path)
    return _moved(Rect(left, top, right - left, bottom - top), matrix)


def _common(first: Rect, second: Rect) -> Rect | None:
    """Return what two boxes share, None where they only touch or lie apart.

    A line is as thin as a box can be: it has no height, and yet it is seen.
    """
    left, top = max(first.x, second.x), max(first.y, second.y)
    right, bottom = min(first.right, second.right), min(first.bottom, second.bottom)
    if right < left or bottom < top or (right == left and bottom == top):
        return None
    return Rect(left, top, right - left, bottom - top)
