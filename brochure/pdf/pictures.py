"""Pictures in a frame → what a page calls by name: a raster, or a drawing as a form of vectors."""

from __future__ import annotations

import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import astuple

from brochure.cache import recalled
from brochure.color import BLACK
from brochure.geometry import Matrix, Rect, Size
from brochure.images import Drawing, Raster
from brochure.pdf.fragment import Content, Need
from brochure.pdf.shading import SoftMask
from brochure.shape import rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.frame import Image, Item
    from brochure.images.raster import Mode
    from brochure.pdf.fragment import Fragment, Kind
    from brochure.pdf.medium import Medium
    from brochure.shape import Path

    Paint = Callable[[tuple[Item, ...], Medium], Fragment]

_NEAR = 0.01  # pt: less cannot be seen
_MOST = 256  # forms kept in a process: far more than the drawings of one brochure
_forms: dict[str, Form] = {}


class Form(msgspec.Struct, frozen=True, eq=False):
    """A drawing ready to call (ISO 32000-1, 8.10): deflated operators, their box and resources."""

    deflated: bytes
    size: Size
    needs: tuple[Need, ...]
    transparent: bool


class Placed(msgspec.Struct, frozen=True, eq=False):
    """A picture's resource, the matrix that puts its own space on the page, and what crops it."""

    name: str
    made_from: Raster | Form
    matrix: Matrix
    clip: Path | None
    transparent: bool


def placed(image: Image, medium: Medium, paint: Paint) -> Placed:
    """Return the picture of `image` covering its rectangle, its focus kept where it is cropped.

    `paint` makes a fragment of a drawing's shapes.

    Raises:
        BrochureError: if its pixels turn out to be damaged.

    """
    source, rect = image.source, image.rect
    if isinstance(source, Raster):
        return _raster(source, rect, None)
    if isinstance(source, Drawing):
        return _drawing(image, source, medium, paint)
    condition = medium.colorants.condition
    mode: Mode = "cmyk" if condition else "rgb"
    fitted = source.fit(rect.size, image.focus, medium.ppi, mode, condition)
    box = fitted.box.moved(rect.x, rect.y)
    return _raster(fitted.raster, box, None if rect.contains(box, _NEAR) else rectangle(rect))


def _raster(raster: Raster, box: Rect, clip: Path | None) -> Placed:
    """Return pixels filling `box`: their unit square has the y axis upward (8.9.3), so turn it."""
    matrix = Matrix(box.width, 0, 0, -box.height, box.x, box.bottom)
    return Placed(
        f"I{raster.digest[:16]}", raster, matrix, clip, transparent=raster.alpha is not None
    )


def _drawing(image: Image, drawing: Drawing, medium: Medium, paint: Paint) -> Placed:
    """Return a drawing covering its rectangle: its vectors, or its raster where they fall short."""
    rect = image.rect
    scale = max(rect.width / drawing.size.width, rect.height / drawing.size.height)
    size = Size(drawing.size.width * scale, drawing.size.height * scale)
    x = rect.x - _overhang(size.width, rect.width, image.focus.x)
    y = rect.y - _overhang(size.height, rect.height, image.focus.y)
    box = Rect(x, y, *size)
    clip = None if rect.contains(box, _NEAR) else rectangle(rect)
    if drawing.needs_raster:
        current = image.palette.get("currentColor", BLACK)
        raster = drawing.raster(
            size, palette=image.palette, current=current, condition=medium.colorants.condition
        )
        return _raster(raster, box, clip)
    key = sha256(
        repr((drawing.digest, sorted(image.palette.items()), medium.colorants.name)).encode()
    ).hexdigest()
    form = _forms.get(key)
    if form is None:
        form = _recalled(image, drawing, medium, paint, key)
        if len(_forms) > _MOST:
            _forms.clear()
        _forms[key] = form
    matrix = Matrix(scale, 0, 0, scale, x, y)
    return Placed(f"X{key[:16]}", form, matrix, clip, transparent=form.transparent)


def _overhang(size: float, room: float, focus: float) -> float:
    """Return how much of `size` to cut at its start so that `focus` comes nearest to the middle."""
    return min(max(size * focus - room / 2, 0.0), size - room)


def _recalled(image: Image, drawing: Drawing, medium: Medium, paint: Paint, key: str) -> Form:
    """Return the vectors that the cache has, or paint them and keep them there."""

    def made() -> tuple[bytes, bool, list[tuple[Kind, str, object]]]:
        form = _painted(image, drawing, medium, paint)
        needs = [(need.kind, need.name, _plain(need.made_from)) for need in form.needs]
        return form.deflated, form.transparent, needs

    deflated, transparent, needs = recalled(medium.cache, made, "form", key)
    restored = (
        Need(kind, name, SoftMask(*plain) if isinstance(plain, tuple) else plain)
        for kind, name, plain in needs
    )
    return Form(deflated, drawing.size, tuple(restored), transparent)


def _plain(made_from: object) -> object:
    """Return what a drawing's resource is made from as the cache keeps it."""
    return astuple(made_from) if isinstance(made_from, SoftMask) else made_from


def _painted(image: Image, drawing: Drawing, medium: Medium, paint: Paint) -> Form:
    current = image.palette.get("currentColor", BLACK)
    fragment = paint(drawing.shapes(image.palette, current), medium)
    return Form(
        # Level 6: painted once and kept, it may take 8 ms instead of 4 for 2 % fewer bytes.
        zlib.compress(_operators(fragment)),
        drawing.size,
        fragment.needs,
        fragment.transparent,
    )


def _operators(fragment: Fragment) -> bytes:
    """Return the operators of a fragment without text, links or elements."""
    return "\n".join(
        piece.operators
        for piece in fragment.pieces
        if isinstance(piece, Content)  # shapes alone make nothing else
    ).encode("ascii")
