"""A sheet's items → content operators (ISO 32000-1, clause 8 and 9.4).

The page starts with one matrix that turns the axis: after it, points are as the frame has them,
y downward, and text and images are turned back one by one. Operators so do not depend on the
sheet's height, and parameters of the graphics state are set only when they change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import msgspec

from brochure.frame import Group, Image, Link, Text
from brochure.geometry import UNMOVED, Matrix, Point
from brochure.pdf import operators
from brochure.pdf.objects import utf16
from brochure.pdf.operators import number
from brochure.pdf.outline import Heading, heading_at
from brochure.shape import LinearGradient, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.color import Color
    from brochure.frame import Element, Frame, Item
    from brochure.pdf.resources import Resources
    from brochure.shape import Path, Stroke

_INITIAL = {
    "fill": "0 g",
    "stroke": "0 G",
    "width": "1 w",
    "cap": "0 J",
    "join": "0 j",
    "miter": "10 M",
    "dash": "[] 0 d",
}
"""What a page starts with (8.4.1, table 52)."""


class Target(msgspec.Struct, frozen=True):
    """A link on a page: left, bottom, right and top in PDF's own points, y upward."""

    box: tuple[float, float, float, float]
    link: Link


class Painted(msgspec.Struct, frozen=True):
    """A sheet painted: its operators, what stands beside them, whether anything shines through."""

    content: bytes
    targets: tuple[Target, ...]
    headings: tuple[Heading, ...]
    transparent: bool


def paint_frame(frame: Frame, resources: Resources) -> Painted:
    """Return the operators of `frame`, what they name added to `resources`."""
    painter = _Painter(Matrix(d=-1, f=frame.size.height), resources)
    painter.paint(frame.items)
    return painter.finish()


class _Painter:
    """Gathers operators, and knows what the viewer's graphics state is after the last of them."""

    def __init__(self, flip: Matrix, resources: Resources) -> None:
        self._resources = resources
        self._matrix = flip  # from the items' space to the page's
        self._out = [operators.concatenate(flip)]
        self._state: dict[str, str] = dict(_INITIAL)
        self._stack: list[dict[str, str]] = []
        self._in_text = False
        self._targets: list[Target] = []
        self._headings: list[Heading] = []
        self._transparent = False

    def finish(self) -> Painted:
        """Close what is open and return the page."""
        self._end_text()
        content = "\n".join(self._out).encode("ascii")
        return Painted(
            content, tuple(self._targets), tuple(self._headings), transparent=self._transparent
        )

    def paint(self, items: Iterable[Item]) -> None:
        """Paint `items`, the first one lowest."""
        for item in items:
            match item:
                case Text():
                    self._text(item)
                case Group():
                    self._group(item)
                case Shape():
                    self._shape(item)
                case Image():
                    self._image(item)
                case Link():
                    self._link(item)
                case _:
                    assert_never(item)

    def _text(self, text: Text) -> None:
        run, out = text.run, self._out
        if not run.glyphs:
            return
        face = self._resources.face(run.font)
        shown = face.encode(run, read_apart=text.stands_for is not None)
        if not self._in_text:
            out.append("BT")
            self._in_text = True
        self._fill(text.color)
        self._set("font", f"/{face.name} {number(run.size)} Tf")
        out.append(f"1 0 0 -1 {number(text.origin.x)} {number(text.origin.y)} Tm")
        if text.stands_for is None:
            out.append(shown)
        else:
            replaced = f"/Span <</ActualText <FEFF{utf16(text.stands_for)}>>> BDC"
            out.extend((replaced, shown, "EMC"))

    def _group(self, group: Group) -> None:
        self._open(group.element, group)
        moved = group.matrix != UNMOVED
        if moved or group.clip is not None:
            outer = self._matrix
            self._save()
            if moved:
                self._out.append(operators.concatenate(group.matrix))
                self._matrix = group.matrix.then(outer)
            if group.clip is not None:
                self._clip(group.clip)
            self.paint(group.items)
            self._restore()
            self._matrix = outer
        else:
            self.paint(group.items)
        self._close(group.element)

    def _open(self, element: Element | None, group: Group) -> None:
        """Begin what `element` means to a reader: the one place where marked content will open."""
        if element is not None and (found := heading_at(element, group, self._matrix)):
            self._headings.append(found)

    def _close(self, element: Element | None) -> None:
        """End what `element` means: the one place where marked content will close."""

    def _shape(self, shape: Shape) -> None:
        self._end_text()
        if shape.clip is not None:
            self._save()
            self._clip(shape.clip)
        fill, stroke = shape.fill, shape.stroke
        if stroke is not None and (not stroke.width or not stroke.color.alpha):
            stroke = None
        if isinstance(fill, LinearGradient):
            fill = self._gradient(shape.path, fill, even_odd=shape.even_odd)
        if fill is not None and not fill.alpha:
            fill = None
        self._fill_and_stroke(shape.path, fill, stroke, star="*" if shape.even_odd else "")
        if shape.clip is not None:
            self._restore()

    def _fill_and_stroke(
        self, path: Path, fill: Color | None, stroke: Stroke | None, star: str
    ) -> None:
        """Paint a path in one go, or in two where the fill must show through the stroke."""
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            self._stroke(stroke)
        outline = operators.outline(path)
        if fill is not None and stroke is not None and stroke.color.alpha == 1:
            self._out.extend((outline, f"B{star}"))
            return
        if fill is not None:
            self._out.extend((outline, f"f{star}"))
        if stroke is not None:
            self._out.extend((outline, "S"))

    def _gradient(self, path: Path, gradient: LinearGradient, *, even_odd: bool) -> Color | None:
        """Paint a gradient seen through `path`; return the color to fill with where it is none.

        A gradient without length, or of one color, is its last color (SVG 2, 14.2.2).
        """
        stops = gradient.stops
        if not stops:
            return None
        if gradient.start == gradient.end or all(color == stops[0][1] for _, color in stops):
            return stops[-1][1]
        self._save()
        self._clip(path, star="*" if even_odd else "")
        alphas = {color.alpha for _, color in stops}
        if len(alphas) == 1:
            self._opacity("ca", *alphas)
        else:
            self._opacity("ca", 1)
            self._out.append(f"/{self._resources.mask(gradient, operators.bounds(path))} gs")
            self._transparent = True
        self._out.append(f"/{self._resources.shading(gradient)} sh")
        self._restore()
        return None

    def _image(self, image: Image) -> None:
        """Paint a picture: its unit square has the y axis upward (8.9.3), hence the turn."""
        rect = image.rect
        self._save()
        self._opacity("ca", 1)
        self._out.append(
            operators.concatenate(Matrix(rect.width, 0, 0, -rect.height, rect.x, rect.bottom))
        )
        self._out.append(f"/{self._resources.image(image.raster)} Do")
        self._restore()
        self._transparent |= image.raster.alpha is not None

    def _link(self, link: Link) -> None:
        rect = link.rect
        corners = [
            self._matrix.apply(Point(x, y))
            for x in (rect.x, rect.right)
            for y in (rect.y, rect.bottom)
        ]
        xs, ys = [point.x for point in corners], [point.y for point in corners]
        self._targets.append(Target((min(xs), min(ys), max(xs), max(ys)), link))

    def _fill(self, color: Color) -> None:
        self._set("fill", operators.fill_color(color))
        self._opacity("ca", color.alpha)

    def _stroke(self, stroke: Stroke) -> None:
        self._set("stroke", operators.stroke_color(stroke.color))
        self._opacity("CA", stroke.color.alpha)
        for parameter, operator in operators.pen(stroke):
            self._set(parameter, operator)

    def _opacity(self, kind: str, alpha: float) -> None:
        """Set the opacity of fills (ca) or strokes (CA), which a page starts at 1 (11.6.4.4)."""
        if alpha == 1 and kind not in self._state:
            return
        self._set(kind, f"/{self._resources.opacity(kind, alpha)} gs")
        self._transparent = True

    def _set(self, parameter: str, operator: str) -> None:
        if self._state.get(parameter) != operator:
            self._state[parameter] = operator
            self._out.append(operator)

    def _clip(self, path: Path, star: str = "") -> None:
        self._out.append(f"{operators.outline(path)}\nW{star} n")

    def _save(self) -> None:
        self._end_text()
        self._out.append("q")
        self._stack.append(dict(self._state))

    def _restore(self) -> None:
        self._end_text()
        self._out.append("Q")
        self._state = self._stack.pop()

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False
