"""Items → fragments of operators (ISO 32000-1, clause 8 and 9.4).

The page starts with one matrix that turns the axis: after it, points are as the frame has them,
y downward, and text and images are turned back one by one. Operators so do not depend on the
sheet's height, and parameters of the graphics state are set only when they change. What a group
holds is painted once and kept by the identity of its items: laid out again unchanged, it costs
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brochure.frame import Group, Image, Link, Role, Text
from brochure.geometry import UNMOVED, Point
from brochure.pdf import colorants, operators
from brochure.pdf.extent import extent
from brochure.pdf.fragment import Content, Fragment, Need, Nested, Target
from brochure.pdf.glyphs import encode
from brochure.pdf.operators import number
from brochure.pdf.outline import corner_of, is_heading
from brochure.pdf.pictures import placed
from brochure.pdf.shading import axial, mask
from brochure.shape import LinearGradient, Shape, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.color import Color
    from brochure.frame import Item
    from brochure.pdf.fragment import Kind, Piece
    from brochure.pdf.glyphs import Cluster
    from brochure.pdf.medium import Medium
    from brochure.shape import Path, Stroke
    from brochure.typography.fonts import Font

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

_OVERPRINT = ("over", "<</op true/OPM 1>>")
_KNOCKOUT = ("out", "<</op false>>")
"""Fills on top of what is there, whose other inks stay (8.6.7); or in its place, as pages start."""
_STARTING = (
    ("ca", "ca1", "<</ca 1>>"),
    ("CA", "CA1", "<</CA 1>>"),
    ("overprint", *_KNOCKOUT),
)
"""The same of the parameters that only an ExtGState sets (8.4.5)."""

_FEW = 4  # items that are painted faster than remembered
_MOST = 8192  # fragments kept in a process: some sixty brochures' worth
_kept: dict[tuple[int, Medium], tuple[tuple[Item, ...], Fragment]] = {}


def paint_items(items: tuple[Item, ...], medium: Medium) -> Fragment:
    """Return `items` as a fragment, the first one lowest; the same items are painted once."""
    key = (id(items), medium)
    kept = _kept.get(key)
    if kept is None:
        painter = _Painter(medium)
        painter.paint(items)
        if len(_kept) >= _MOST:
            _kept.clear()
        # The items are kept too, so that their id stays theirs.
        kept = _kept[key] = (items, painter.finish())
    return kept[1]


class _Painter:
    """Gathers pieces, and knows what the viewer's graphics state is after the last of them."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium
        self._pieces: list[Piece] = []
        self._content: list[str] = []  # the operators of the piece being gathered
        self._state: dict[str, str] = dict(_INITIAL)
        self._stack: list[dict[str, str]] = []
        self._in_text = False
        self._needs: dict[str, Need] = {}
        self._shown: dict[Font, dict[Cluster, None]] = {}
        self._transparent = False

    def finish(self) -> Fragment:
        """Close what is open and return what was painted."""
        self._end_text()
        self._end_content()
        return Fragment(
            tuple(self._pieces),
            tuple(self._needs.values()),
            tuple((font, tuple(clusters)) for font, clusters in self._shown.items()),
            self._transparent,
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
                    self._pieces.append(Target(item))
                case _:
                    assert_never(item)

    def _text(self, text: Text) -> None:
        run = text.run
        if not run.glyphs:
            return
        encoded = encode(run, self._medium.misread_in(run.font))
        self._shown.setdefault(run.font, {}).update(dict.fromkeys(encoded.clusters))
        if not self._in_text:
            self._end_content()
            self._pieces.append("BT")
            self._in_text = True
        self._fill(text.color, over=self._medium.overprints(text.color))
        self._set("font", f"/{run.font.key} {number(run.size)} Tf")
        self._content.append(f"1 0 0 -1 {number(text.origin.x)} {number(text.origin.y)} Tm")
        if text.stands_for is not None:
            # The whole run: replacements within one another lose text in poppler.
            self._end_content()
            self._content += [shown for shown, _ in encoded.stretches]
            self._end_content(text.stands_for)
            return
        for shown, stands_for in encoded.stretches:
            if stands_for is not None:
                self._end_content()
            self._content.append(shown)
            if stands_for is not None:
                self._end_content(stands_for)

    def _group(self, group: Group) -> None:
        element = group.element
        corner = box = None
        if element is not None and is_heading(element):
            corner = corner_of((group,)) or Point(0, 0)
        elif element is not None and element.role is Role.FIGURE:
            box = extent((group,))
        lies_flat = group.matrix == UNMOVED and group.clip is None
        if lies_flat and element is None and len(group.items) <= _FEW:
            self.paint(group.items)
            return
        if lies_flat and element is not None:
            # The graphics state goes on through it, so it is painted here and now.
            self._end_content()
            outer, self._pieces = self._pieces, []
            self.paint(group.items)
            self._end_content()
            inner, self._pieces = Fragment(tuple(self._pieces)), outer
            self._pieces.append(Nested(inner, element=element, corner=corner, box=box))
            return
        self._end_text()
        self._end_content()
        before = ["q", *self._afresh()]
        if group.matrix != UNMOVED:
            before.append(operators.concatenate(group.matrix))
        if group.clip is not None:
            before.append(operators.clip(group.clip))
        inner = paint_items(group.items, self._medium)
        self._pieces.append(
            Nested(inner, "\n".join(before), "Q", group.matrix, element, corner, box)
        )

    def _shape(self, shape: Shape) -> None:
        self._end_text()
        if shape.clip is not None:
            self._save()
            self._content.append(operators.clip(shape.clip))
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
            self._content.extend((outline, f"B{star}"))
            return
        if fill is not None:
            self._content.extend((outline, f"f{star}"))
        if stroke is not None:
            self._content.extend((outline, "S"))

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
        self._content.append(operators.clip(path, "*" if even_odd else ""))
        alphas = {color.alpha for _, color in stops}
        if len(alphas) == 1:
            self._opacity("ca", *alphas)
        else:
            self._opacity("ca", 1)
            dim = mask(gradient, bounds(path))
            self._content.append(f"/{self._need('ExtGState', dim.name, dim)} gs")
            self._transparent = True
        name, shading = axial(gradient, self._medium.colorants)
        self._content.append(f"/{self._need('Shading', name, shading)} sh")
        self._restore()
        return None

    def _image(self, image: Image) -> None:
        """Paint a picture, cropped to its rectangle."""
        shown = placed(image, self._medium, paint_items)
        self._save()
        self._opacity("ca", 1)
        if shown.clip is not None:
            self._content.append(operators.clip(shown.clip))
        self._content.append(operators.concatenate(shown.matrix))
        self._content.append(f"/{self._need('XObject', shown.name, shown.made_from)} Do")
        self._restore()
        self._transparent |= shown.transparent

    def _fill(self, color: Color, *, over: bool = False) -> None:
        self._name_space(color)
        self._set("fill", colorants.fill(self._medium.colorants, color))
        self._opacity("ca", color.alpha)
        if over or "overprint" in self._state:
            name, state = _OVERPRINT if over else _KNOCKOUT
            self._set("overprint", f"/{self._need('ExtGState', name, state)} gs")

    def _stroke(self, stroke: Stroke) -> None:
        self._name_space(stroke.color)
        self._set("stroke", colorants.stroke(self._medium.colorants, stroke.color))
        self._opacity("CA", stroke.color.alpha)
        for parameter, operator in operators.pen(stroke):
            self._set(parameter, operator)

    def _name_space(self, color: Color) -> None:
        """Note the color space that `color` is named in, if it is none of a device's."""
        if colorants.on_every_plate(self._medium.colorants, color):
            self._need("ColorSpace", *colorants.ALL)

    def _afresh(self) -> list[str]:
        """Return what brings back the state that a page, and so any fragment, starts with."""
        back = [first for kind, first in _INITIAL.items() if self._state[kind] != first]
        for kind, name, state in _STARTING:
            if self._state.get(kind, f"/{name} gs") != f"/{name} gs":
                back.append(f"/{self._need('ExtGState', name, state)} gs")
        return back

    def _opacity(self, kind: str, alpha: float) -> None:
        """Set the opacity of fills (ca) or strokes (CA), which a page starts at 1 (11.6.4.4)."""
        if alpha == 1 and kind not in self._state:
            return
        value = number(alpha)
        name = f"{kind}{value.replace('.', '_')}"
        self._set(kind, f"/{self._need('ExtGState', name, f'<</{kind} {value}>>')} gs")
        self._transparent = True

    def _set(self, parameter: str, operator: str) -> None:
        if self._state.get(parameter) != operator:
            self._state[parameter] = operator
            self._content.append(operator)

    def _need(self, kind: Kind, name: str, made_from: object) -> str:
        """Note a resource and return its name."""
        self._needs[name] = Need(kind, name, made_from)
        return name

    def _save(self) -> None:
        self._end_text()
        self._content.append("q")
        self._stack.append(dict(self._state))

    def _restore(self) -> None:
        self._content.append("Q")
        self._state = self._stack.pop()

    def _end_text(self) -> None:
        if self._in_text:
            self._end_content()
            self._pieces.append("ET")
            self._in_text = False

    def _end_content(self, stands_for: str | None = None) -> None:
        """Make a piece of the operators gathered so far."""
        if self._content:
            self._pieces.append(Content("\n".join(self._content), stands_for))
            self._content.clear()
