"""What stands on a page, item by item in painting order, where it is seen.

Checks ask for places on the page, frames have nested groups with matrices and clips of their own:
here they are worked out once, and once a process for what a page shares with the one before a
change.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from brochure.frame import Group, Image, Link, Text
from brochure.geometry import UNMOVED, Point, Rect
from brochure.shape import Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brochure.frame import Element, Frame, Item
    from brochure.geometry import Matrix
    from brochure.shape import Path


_DROP = 0.25  # em below the baseline: descenders are no longer, whatever room a font asks for


class Inked(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A text, picture or shape on a page: how it is moved there, and the box that is seen of it.

    `elements` are those around it, outermost first.
    """

    item: Text | Image | Shape
    matrix: Matrix
    box: Rect
    elements: tuple[Element, ...]

    @property
    def scale(self) -> float:
        """How many points of the page a unit of the item is."""
        matrix = self.matrix
        return float(abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


class Run(msgspec.Struct, frozen=True, gc=False):
    """A run of text on a page: from its first ink to its last, from capitals to descenders."""

    text: Text
    box: Rect
    baseline: float
    size: float
    inked: Inked

    @property
    def elements(self) -> tuple[Element, ...]:
        """Those around it, outermost first."""
        return self.inked.elements

    @property
    def is_bold(self) -> bool:
        """Whether its face is a bold one."""
        return "Bold" in self.text.run.font.name


class Code(msgspec.Struct, frozen=True, gc=False):
    """A QR code on a page: its box, its squares within the quiet zone, and what it should say."""

    box: Rect
    squares: Rect
    says: str


class Part(msgspec.Struct, frozen=True, eq=False, gc=False):
    """What the items of a group, or of a whole frame, put on a page, in painting order.

    `inner` are the parts that it consists of; a part without any is looked at as a whole. `runs`
    are those of text that have ink, `words` is the box around them, None where there is none.
    `grounds` are what text can stand on, pictures and filled shapes, the first lowest.
    """

    items: tuple[Item, ...]
    inked: tuple[Inked, ...]
    inner: tuple[Part, ...]
    runs: tuple[Run, ...]
    grounds: tuple[Inked, ...]
    words: Rect | None

    @classmethod
    def whole(cls, items: tuple[Item, ...], inked: tuple[Inked, ...]) -> Part:
        """Return the part of `items` that are looked at as a whole."""
        runs = tuple(map(_run, filter(_is_read, inked)))
        grounds = tuple(filter(_is_ground, inked))
        return cls(items, inked, (), runs, grounds, _around([run.box for run in runs]))

    @classmethod
    def joined(cls, items: tuple[Item, ...], inner: tuple[Part, ...]) -> Part:
        """Return the part of `items` that consists of the parts `inner`."""
        return cls(
            items,
            tuple(chain.from_iterable(part.inked for part in inner)),
            inner,
            tuple(chain.from_iterable(part.runs for part in inner)),
            tuple(chain.from_iterable(part.grounds for part in inner)),
            _around([part.words for part in inner if part.words]),
        )


def _is_read(found: Inked) -> bool:
    return isinstance(found.item, Text) and not found.item.run.text.isspace()


def _is_ground(found: Inked) -> bool:
    item = found.item
    return isinstance(item, Image) or (isinstance(item, Shape) and item.fill is not None)


def _run(found: Inked) -> Run:
    text: Text = found.item  # type: ignore[assignment]  # see `_is_read`
    baseline = found.matrix.apply(text.origin).y
    return Run(text, found.box, baseline, text.run.size * found.scale, found)


def _around(boxes: Sequence[Rect]) -> Rect | None:
    """Return the box around `boxes`."""
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(x, y, right - x, bottom - y)


_DEPTH = 2  # groups within one another that are parts: a panel on its sheet, a strip on its panel
_MOST = 4096  # parts kept in a process: some twenty brochures' worth
_kept: dict[tuple[object, ...], Part] = {}


def whole(frame: Frame) -> Part:
    """Return what stands on `frame`; the same items at the same place give the same part."""
    return _part(frame.items, _Space(UNMOVED, Rect(0, 0, *frame.size), ()), _DEPTH)


def placed(frame: Frame) -> tuple[Inked, ...]:
    """Return what of `frame` can be seen, in painting order."""
    return whole(frame).inked


class _Space(msgspec.Struct, frozen=True, gc=False):
    """Where items are: how they are moved, what of the page is seen, the elements around them."""

    matrix: Matrix
    seen: Rect
    elements: tuple[Element, ...]

    def within(self, group: Group) -> _Space | None:
        """Return the space of the items of `group`; None if nothing is seen of it."""
        matrix = group.matrix.then(self.matrix) if group.matrix is not UNMOVED else self.matrix
        seen = _common(self.seen, _bounded(group.clip, matrix)) if group.clip else self.seen
        if seen is None:
            return None
        elements = (*self.elements, group.element) if group.element else self.elements
        return _Space(matrix, seen, elements)


def _part(items: tuple[Item, ...], space: _Space, depth: int) -> Part:
    key = (id(items), space, depth)
    kept = _kept.get(key)
    if kept is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        # The part keeps the items, so that their id stays theirs.
        kept = _kept[key] = _made(items, space, depth)
    return kept


def _made(items: tuple[Item, ...], space: _Space, depth: int) -> Part:
    if not depth:
        return Part.whole(items, tuple(_placed(items, space)))
    inner: list[Part] = []
    for item in items:
        if not isinstance(item, Group):
            inner.append(Part.whole((item,), tuple(_placed((item,), space))))
        elif (within := space.within(item)) is not None:
            inner.append(_part(item.items, within, depth - 1))
    return Part.joined(items, tuple(inner))


def _placed(items: Iterable[Item], space: _Space) -> Iterator[Inked]:
    matrix, seen, elements = space.matrix, space.seen, space.elements
    for item in items:
        match item:
            case Group():
                if (within := space.within(item)) is not None:
                    yield from _placed(item.items, within)
            case Text():
                # Text counts wherever it stands: words off the page are told, not forgotten.
                yield Inked(item, matrix, _moved(_ink(item), matrix), elements)
            case Image(rect=rect):
                if box := _common(seen, _moved(rect, matrix)):
                    yield Inked(item, matrix, box, elements)
            case Shape(path=path, clip=clip):
                window = _common(seen, _bounded(clip, matrix)) if clip else seen
                if window and (box := _common(window, _bounded(path, matrix))):
                    yield Inked(item, matrix, box, elements)
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
