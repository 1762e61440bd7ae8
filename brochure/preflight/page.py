"""A page as checks look at it: its runs of text, its grounds, its codes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from brochure.color import WHITE
from brochure.frame import Group, Image, Role
from brochure.geometry import Rect
from brochure.preflight.placed import Code, whole
from brochure.shape import LinearGradient, Shape

if TYPE_CHECKING:
    from brochure.color import Color
    from brochure.frame import Element
    from brochure.geometry import Point
    from brochure.model import Place, Sheet
    from brochure.preflight.placed import Inked, Part, Run


class Page(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A sheet of an edition and what stands on it."""

    sheet: Sheet

    @cached_property
    def whole(self) -> Part:
        """All that stands on it."""
        return whole(self.sheet.frame)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What it consists of: its panels, their grounds, and what runs across them."""
        items, parts = self.sheet.frame.items, self.whole.inner
        element = items[0].element if len(items) == 1 and isinstance(items[0], Group) else None
        is_section = element is not None and element.role is Role.SECTION
        return parts[0].inner if parts and is_section else parts

    @property
    def inked(self) -> tuple[Inked, ...]:
        """Everything that is painted, the first lowest."""
        return self.whole.inked

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of text that have ink."""
        return self.whole.runs

    @property
    def grounds(self) -> tuple[Inked, ...]:
        """What text can stand on: pictures and filled shapes; the first lowest."""
        return self.whole.grounds

    @cached_property
    def _order(self) -> dict[Inked, int]:
        return {found: at for at, found in enumerate(self.inked)}

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The QR codes."""
        found: list[Code] = []
        drawn: dict[Element, list[Rect]] = {}  # the quiet zone's field, then the squares on it
        for inked in self.inked:
            for element in inked.elements:
                if element.code is not None:
                    drawn.setdefault(element, []).append(inked.box)
        for element, boxes in drawn.items():
            found.append(Code(boxes[0], boxes[-1], element.code or ""))
        return tuple(found)

    @property
    def trim(self) -> Rect:
        """Where the page is cut; its edge, where it is not."""
        return self.sheet.trim or Rect(0, 0, *self.sheet.frame.size)

    def panel_at(self, point: Point) -> str:
        """Return the name of the panel that holds `point`, the nearest one's beside them."""
        return nearest(point, self.sheet.panels)

    def under(self, box: Rect, below: Inked | None) -> tuple[tuple[Color, ...], Inked | None]:
        """Return the colors behind `box` that are painted before `below`; of all, where it is None.

        Several where it is a gradient, of which any may be behind it. Where a picture is, its
        colors are known from pixels alone: it is returned instead.
        """
        middle, order = box.middle, self._order
        before = order[below] if below else len(order)
        sheer: list[Color] = []
        for found in reversed(self.grounds):
            if order[found] >= before or not _holds(found.box, middle):
                continue
            if isinstance(found.item, Image):
                return (), found
            colors = _colors(found.item)
            if all(color.alpha == 1 for color in colors):
                return tuple(_over(sheer, color) for color in colors), None
            sheer += colors[:1]
        return (_over(sheer, WHITE),), None


def nearest(point: Point, panels: tuple[Place, ...]) -> str:
    """Return the name of the one of `panels` that holds `point` or lies nearest to it."""
    x, y = point

    def away(place: Place) -> float:
        rect = place.rect
        return max(rect.x - x, x - rect.right, rect.y - y, y - rect.bottom)

    return min(panels, key=away).name


def _colors(shape: object) -> tuple[Color, ...]:
    fill = shape.fill if isinstance(shape, Shape) else None
    if isinstance(fill, LinearGradient):
        return tuple(color for _, color in fill.stops)
    return () if fill is None else (fill,)


def _over(sheer: list[Color], ground: Color) -> Color:
    """Return `ground` seen through colors that let it shine through, the topmost first."""
    for color in reversed(sheer):
        ground = color.over(ground)
    return ground


def _holds(box: Rect, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
